package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan.Action;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Today;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan starts from: the record, the date, and the facts that count and do not count. */
final class World {
  private static final int WORK_OF_AN_ANSWER = 20;
  private static final long MOST_WORK = 120_000;

  private final Program program;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final Trial trial;
  private final Budget budget;
  private final FactMaker maker;
  private final Map<String, List<Candidate>> counted = new HashMap<>();
  private final List<NotCounted> notCounted;
  private final Set<String> ids = new HashSet<>();
  private final Map<Test, Operands> operands = new HashMap<>();
  private final State empty = State.empty();
  private int drafted;
  private long work;

  World(
      Program program,
      LearnerRecord record,
      ZonedDateTime asOf,
      List<Fact> counted,
      List<NotCounted> notCounted,
      Trial trial,
      Budget budget) {
    this.program = program;
    this.record = record;
    this.asOf = asOf;
    this.trial = trial;
    this.budget = budget;
    this.notCounted = notCounted;
    this.maker = new FactMaker(asOf.toLocalDate(), asOf.getZone());
    add(new Today(asOf.toLocalDate()), type(Vocabulary.TODAY));
    for (Fact fact : counted) {
      add(fact, Objects.requireNonNull(program.vocabulary().typeOf(fact)));
    }
    record.facts().forEach(fact -> ids.add(String.valueOf(fact.provenance().id())));
  }

  private void add(Object fact, VocabularyType type) {
    counted
        .computeIfAbsent(type.name(), name -> new ArrayList<>())
        .add(new Candidate(fact, type, asOf, budget));
  }

  Program program() {
    return program;
  }

  LearnerRecord record() {
    return record;
  }

  /** No facts beside those of the record. */
  State empty() {
    return empty;
  }

  LocalDate today() {
    return asOf.toLocalDate();
  }

  /**
   * How much was looked at, in facts that were made: what bounds a search is never the clock, so
   * that the same question has the same plan.
   */
  long work() {
    return work;
  }

  /** Whether the search for a plan has to end. */
  boolean isTired() {
    return work > MOST_WORK;
  }

  /** What a test looks at. */
  Operands operands(Test test) {
    return operands.computeIfAbsent(test, Operands::of);
  }

  Budget budget() {
    return budget;
  }

  VocabularyType type(String name) {
    return Objects.requireNonNull(program.vocabulary().type(name));
  }

  Trial.Answer answer(State state) {
    budget.checkTime();
    work += WORK_OF_AN_ANSWER;
    return trial.answer(state.appliedTo(record));
  }

  boolean isEarned(State state, int credential) {
    return state.verdicts(this).earned(credential);
  }

  /** The facts of a type: those that count, and those of the plan. */
  List<Candidate> candidates(VocabularyType type, State state) {
    if (isDerived(type)) {
      return state.derived(this).stream().filter(fact -> fact.type() == type).toList();
    }
    List<Candidate> known = counted.getOrDefault(type.name(), List.of());
    if (state.drafts().stream().noneMatch(draft -> draft.type() == type)) {
      return known;
    }
    List<Candidate> all = new ArrayList<>(known);
    for (Draft draft : state.drafts()) {
      if (draft.type() == type) {
        all.add(draft.candidate());
      }
    }
    return all;
  }

  static boolean isDerived(VocabularyType type) {
    return type.name().equals(Vocabulary.EARNED) || type.name().equals(Vocabulary.MET);
  }

  /** Whether a plan can bring about facts of this type. */
  static boolean canBeAdded(VocabularyType type) {
    return !type.isDerived() && type.record() != Learner.class;
  }

  List<Candidate> derived(Trial.Answer answer) {
    Verdicts verdicts = answer.verdicts();
    List<Candidate> derived = new ArrayList<>();
    for (Program.Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT && verdicts.satisfied(requirement.number())) {
        derived.add(met(requirement));
      }
    }
    for (Program.Award award : program.credentials()) {
      if (verdicts.earned(award.number())) {
        derived.add(earned(award));
      } else if (answer.lapsed().contains(award.number())) {
        derived.add(Candidate.lapsed(award.fact(), type(Vocabulary.EARNED), asOf, budget));
      }
    }
    return derived;
  }

  Candidate met(Program.Requirement requirement) {
    return new Candidate(requirement.fact(), type(Vocabulary.MET), asOf, budget);
  }

  Candidate earned(Program.Award award) {
    return new Candidate(award.fact(), type(Vocabulary.EARNED), asOf, budget);
  }

  /** Whether a rule or a requirement's rule is in force on the date that chooses its version. */
  boolean isInForce(Window window, VersionBy by) {
    LocalDate policyDate = record.policyDate();
    return window.contains(
        by == VersionBy.POLICY_DATE && policyDate != null ? policyDate : today());
  }

  /** Facts that do not count yet, and would if they were reviewed, completed or renewed. */
  List<Draft> upgrades(VocabularyType type, State state, Origin origin) {
    List<Draft> upgrades = new ArrayList<>();
    for (NotCounted one : notCounted) {
      Action action = action(one.reason());
      if (action != null && one.fact().getClass() == type.record() && !state.replaces(one.fact())) {
        Draft draft = upgrade(one.fact(), action, type, origin);
        if (draft != null) {
          upgrades.add(draft);
        }
      }
    }
    return upgrades;
  }

  /** The credential as it was suspended or revoked. */
  List<Fact> withdrawnFacts(String credential) {
    return notCounted.stream()
        .filter(
            one ->
                one.reason() == NotCounted.Reason.REVOKED
                    || one.reason() == NotCounted.Reason.SUSPENDED)
        .map(NotCounted::fact)
        .filter(fact -> fact instanceof HeldCredential held && held.credential().equals(credential))
        .toList();
  }

  private static @Nullable Action action(NotCounted.Reason reason) {
    return switch (reason) {
      case UNVETTED, REVIEWER_NOT_AUTHORISED, VETTED_LATER -> Action.REVIEW;
      case IN_PROGRESS -> Action.COMPLETE;
      case EXPIRED -> Action.RENEW;
      case REJECTED, IN_THE_FUTURE, NOT_YET_VALID, SUSPENDED, REVOKED, FAILED, WITHDREW -> null;
    };
  }

  private @Nullable Draft upgrade(Fact base, Action action, VocabularyType type, Origin origin) {
    Map<String, Optional<Object>> fixed = new HashMap<>();
    Map<String, Optional<Object>> preset = new HashMap<>();
    for (VocabularyField field : type.fields()) {
      if (!field.ofProvenance()) {
        Object value = field.value(base, asOf);
        boolean isOpen =
            (action == Action.COMPLETE && (value == null || value.equals(false)))
                || (action == Action.RENEW && field.name().equals(maker.dayField(type)));
        if (action == Action.COMPLETE && value instanceof BigDecimal) {
          preset.put(field.name(), Optional.of(value));
        } else if (!isOpen) {
          fixed.put(field.name(), Optional.ofNullable(value));
        }
      }
    }
    int number = drafted++;
    if (action != Action.REVIEW) {
      Draft reviewed =
          draft(
              number,
              action,
              base,
              type,
              accepted(base, true),
              preset,
              withReviewer(base, fixed),
              origin);
      if (reviewed != null) {
        return reviewed;
      }
    }
    return draft(number, action, base, type, accepted(base, false), preset, fixed, origin);
  }

  /** The provenance of a fact once it is complete and valid, with its review or without. */
  private Provenance accepted(Fact base, boolean keepsReview) {
    Provenance before = base.provenance();
    Instant now = asOf.toInstant();
    Instant from = before.validFrom();
    Instant until = before.validUntil();
    return new Provenance(
        before.id(),
        before.source(),
        FactStatus.COMPLETED,
        keepsReview ? before.vetting() : Vetting.NONE,
        from == null || from.isAfter(now) ? null : from,
        until == null || until.isBefore(now) ? null : until);
  }

  /** Who has reviewed a fact stays so. */
  private static Map<String, Optional<Object>> withReviewer(
      Fact base, Map<String, Optional<Object>> fixed) {
    Vetting vetting = base.provenance().vetting();
    if (vetting.status() != VettingStatus.VETTED) {
      return fixed;
    }
    Map<String, Optional<Object>> all = new HashMap<>(fixed);
    all.put("reviewerRole", Optional.ofNullable(vetting.role()).map(Enum::name));
    all.put("reviewer", Optional.ofNullable(vetting.reviewer()));
    all.put("vettedOn", Optional.ofNullable(vetting.on()));
    return all;
  }

  /** A new fact with some values; null when the type refuses them, or when it would not count. */
  @Nullable Draft draft(VocabularyType type, Map<String, Optional<Object>> fixed, Origin origin) {
    int number = drafted++;
    Provenance template =
        new Provenance(id(number), null, FactStatus.COMPLETED, Vetting.NONE, null, null);
    Action action = type.record() == SignOff.class ? Action.SIGN_OFF : Action.ADD;
    return draft(number, action, null, type, template, Map.of(), fixed, origin);
  }

  private String id(int number) {
    String id = "planned-" + (number + 1);
    while (ids.contains(id)) {
      id = id + "x";
    }
    return id;
  }

  /** A draft with the number of its step in its id. */
  Draft numbered(Draft draft, int step) {
    if (draft.base() != null) {
      return draft;
    }
    Provenance before = draft.template();
    Draft numbered =
        draft(
            draft.number(),
            draft.action(),
            null,
            draft.type(),
            new Provenance(
                id(step),
                before.source(),
                before.status(),
                before.vetting(),
                before.validFrom(),
                before.validUntil()),
            draft.preset(),
            draft.fixed(),
            draft.origin());
    return Objects.requireNonNull(numbered, "only the id of the fact changes");
  }

  /** A draft with other values; null when the type refuses them, or when it would not count. */
  @Nullable Draft changed(Draft draft, Map<String, Optional<Object>> fixed) {
    return draft(
        draft.number(),
        draft.action(),
        draft.base(),
        draft.type(),
        draft.template(),
        draft.preset(),
        fixed,
        draft.origin());
  }

  private @Nullable Draft draft(
      int number,
      Action action,
      @Nullable Fact base,
      VocabularyType type,
      Provenance template,
      Map<String, Optional<Object>> preset,
      Map<String, Optional<Object>> fixed,
      Origin origin) {
    budget.checkTime();
    work++;
    Map<String, Optional<Object>> values = new HashMap<>(preset);
    values.putAll(fixed);
    Fact fact = maker.make(type, values, template);
    if (fact == null || !trial.counts(fact)) {
      return null;
    }
    return new Draft(
        number,
        action,
        base,
        type,
        template,
        ImmutableMap.copyOf(preset),
        ImmutableMap.copyOf(fixed),
        new Candidate(fact, type, asOf, budget),
        origin);
  }
}
