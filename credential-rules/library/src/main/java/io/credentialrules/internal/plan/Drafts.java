package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan.Action;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.plan.Draft.Task;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of a plan: new ones, and those of the record that do not count yet as they would
 * be once reviewed, completed or renewed. Used by one thread.
 */
final class Drafts {
  private final PlanRequest request;
  private final ZonedDateTime asOf;
  private final Trial trial;
  private final SearchWork work;
  private final Budget budget;
  private final Set<Object> closed;
  private final FactMaker maker;
  private final DraftNumbers numbers;

  /**
   * @param closed conditions for which nothing new is made
   */
  Drafts(
      PlanRequest request,
      Trial trial,
      SearchWork work,
      Budget budget,
      Set<Object> closed,
      DraftNumbers numbers) {
    this.numbers = numbers;
    this.request = request;
    this.work = work;
    this.budget = budget;
    this.closed = closed;
    this.asOf = request.asOf();
    this.trial = trial;
    this.maker = new FactMaker(request.when().usually(), asOf.getZone());
  }

  DraftNumbers numbers() {
    return numbers;
  }

  /** Facts that do not count yet, and would if they were reviewed, completed or renewed. */
  List<Draft> upgrades(VocabularyType type, State state, Origin origin) {
    List<Draft> upgrades = new ArrayList<>();
    for (NotCounted one : request.notCounted()) {
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

  /** A fact that does not count yet as it would be; null where it would not count even so. */
  @Nullable Draft upgraded(NotCounted one, VocabularyType type, Origin origin) {
    Action action = action(one.reason());
    return action == null ? null : upgrade(one.fact(), action, type, origin);
  }

  /** What a fact of a type costs at the least, new or as one that does not count yet. */
  long leastCost(VocabularyType type) {
    String name = type.record().getSimpleName();
    int least = request.costs().of(actionOfNew(type), name);
    for (NotCounted one : request.notCounted()) {
      Action action = one.fact().getClass() == type.record() ? action(one.reason()) : null;
      least = action == null ? least : Math.min(least, request.costs().of(action, name));
    }
    return least;
  }

  private static Action actionOfNew(VocabularyType type) {
    return type.record() == SignOff.class ? Action.SIGN_OFF : Action.ADD;
  }

  /** The field that says when a fact of a type happened; null where there is none. */
  @Nullable String dayField(VocabularyType type) {
    return maker.dayField(type);
  }

  /** What would have to be done with a fact so that it counts; null where nothing helps. */
  static @Nullable Action action(NotCounted.Reason reason) {
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
    Task task =
        new Task(
            numbers.next(),
            action,
            base,
            type,
            accepted(base, false),
            ImmutableMap.copyOf(preset),
            origin);
    if (action != Action.REVIEW) {
      Draft reviewed = draft(task.from(accepted(base, true)), withReviewer(base, fixed));
      if (reviewed != null) {
        return reviewed;
      }
    }
    return draft(task, fixed);
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

  /**
   * A new fact with some values; null when the type refuses them, when it would not count, or when
   * there must be nothing new for the condition.
   */
  @Nullable Draft draft(VocabularyType type, Map<String, Optional<Object>> fixed, Origin origin) {
    if (closed.contains(origin.condition())) {
      return null;
    }
    int number = numbers.next();
    Provenance template =
        new Provenance(numbers.id(number), null, FactStatus.COMPLETED, Vetting.NONE, null, null);
    return draft(
        new Task(number, actionOfNew(type), null, type, template, ImmutableMap.of(), origin),
        fixed);
  }

  /** A draft with the number of its step in its id. */
  Draft numbered(Draft draft, int step) {
    if (draft.base() != null) {
      return draft;
    }
    Provenance before = draft.task().template();
    Provenance template =
        new Provenance(
            numbers.id(step),
            before.source(),
            before.status(),
            before.vetting(),
            before.validFrom(),
            before.validUntil());
    Draft numbered = draft(draft.task().from(template), draft.fixed());
    return Objects.requireNonNull(numbered, "only the id of the fact changes");
  }

  /** A draft with other values; null when the type refuses them, or when it would not count. */
  @Nullable Draft changed(Draft draft, Map<String, Optional<Object>> fixed) {
    return draft(draft.task(), fixed, draft.cost());
  }

  /** Counts facts that need not be made to see that they would not do. */
  void countMade(int facts) {
    for (int i = 0; i < facts; i++) {
      work.madeFact();
    }
  }

  /** A draft with another value of a field; null as above. */
  @Nullable Draft changed(Draft draft, String field, Object value) {
    Map<String, Optional<Object>> fixed = new HashMap<>(draft.fixed());
    fixed.put(field, Optional.of(value));
    return changed(draft, fixed);
  }

  /**
   * A fact of a plan as it would be on a day after the date of evaluation, with that day in a
   * field, and happening then; null when the type refuses it. It does not count yet.
   */
  @Nullable Candidate onLaterDay(Draft draft, String field, LocalDate day) {
    work.madeFact();
    Map<String, Optional<Object>> values = new HashMap<>(draft.task().preset());
    values.putAll(draft.fixed());
    values.put(field, Optional.of(day));
    String happens = maker.dayField(draft.type());
    if (happens != null && draft.isOpen(happens)) {
      values.put(happens, Optional.of(day));
    }
    Fact fact = maker.make(draft.type(), values, draft.task().template());
    return fact == null ? null : new Candidate(fact, draft.type(), asOf.with(day), budget);
  }

  /** What was done of work in progress is done: its amounts can grow and never become less. */
  private static boolean shrinks(
      Map<String, Optional<Object>> preset, Map<String, Optional<Object>> values) {
    return preset.entrySet().stream()
        .anyMatch(
            one ->
                one.getValue().orElse(null) instanceof BigDecimal least
                    && values.getOrDefault(one.getKey(), Optional.empty()).orElse(null)
                        instanceof BigDecimal amount
                    && amount.compareTo(least) < 0);
  }

  private @Nullable Draft draft(Task task, Map<String, Optional<Object>> fixed) {
    return draft(
        task, fixed, request.costs().of(task.action(), task.type().record().getSimpleName()));
  }

  private @Nullable Draft draft(Task task, Map<String, Optional<Object>> fixed, int cost) {
    work.madeFact();
    Map<String, Optional<Object>> values = fixed;
    if (!task.preset().isEmpty()) {
      values = new HashMap<>(task.preset());
      values.putAll(fixed);
      if (shrinks(task.preset(), values)) {
        return null;
      }
    }
    Fact fact = maker.make(task.type(), values, task.template());
    if (fact == null || !trial.counts(fact)) {
      return null;
    }
    return new Draft(
        task, ImmutableMap.copyOf(fixed), new Candidate(fact, task.type(), asOf, budget), cost);
  }
}
