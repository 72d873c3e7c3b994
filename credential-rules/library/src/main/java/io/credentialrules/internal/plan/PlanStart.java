package io.credentialrules.internal.plan;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Today;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a plan starts from: the record, the date, and the facts that count and do not count. */
final class PlanStart {
  static final long MOST_WORK = 120_000;

  private final Program program;
  private final PlanRequest request;
  private final ZonedDateTime asOf;
  private final Trial trial;
  private final Budget budget;
  private final CostRange range;
  private final Map<String, List<Candidate>> counted = new HashMap<>();
  private final Map<String, List<Candidate>> elsewhere = new HashMap<>();
  private final Set<Object> hidden;
  private final Map<Test, Operands> operands = new HashMap<>();
  private final State empty = State.empty();
  private final Drafts drafts;
  private LaterDays laterDays = new LaterDays(this);
  private final SearchWork work;
  private final CarriedTotals totals = new CarriedTotals(this);
  private final ShownGreatest shownGreatest = new ShownGreatest(this);

  PlanStart(Program program, PlanRequest request, Trial trial, Budget budget) {
    this(program, request, trial, budget, null, Set.of());
  }

  private PlanStart(
      Program program,
      PlanRequest request,
      Trial trial,
      Budget budget,
      @Nullable PlanStart of,
      Set<Object> hidden) {
    this.program = program;
    this.request = request;
    this.asOf = request.asOf();
    this.trial = trial;
    this.budget = budget;
    this.work = of == null ? new SearchWork(budget) : of.work;
    this.hidden = hidden;
    this.range = CostRange.of(request.costs());
    add(new Today(asOf.toLocalDate()), type(Vocabulary.TODAY));
    for (Fact fact : request.counted()) {
      add(fact, Objects.requireNonNull(program.vocabulary().typeOf(fact)));
    }
    for (VocabularyType view : program.views()) {
      request.counted().stream()
          .filter(fact -> fact.getClass() == view.record())
          .forEach(f -> add(f, view));
      request.notCounted().stream()
          .map(NotCounted::fact)
          .filter(fact -> trial.sees(fact, view))
          .forEach(fact -> add(fact, view));
    }
    DraftNumbers numbers =
        of == null ? new DraftNumbers(request.record().facts()) : of.drafts.numbers();
    this.drafts = new Drafts(request, trial, work, budget, hidden, numbers);
  }

  private void add(Object fact, VocabularyType type) {
    (hidden.contains(fact) ? elsewhere : counted)
        .computeIfAbsent(type.name(), name -> new ArrayList<>())
        .add(new Candidate(fact, type, asOf, budget));
  }

  /** The same without facts that do not count yet, and without new ones for conditions. */
  PlanStart without(Set<Object> things) {
    PlanStart without =
        new PlanStart(program, request.without(things), trial, budget, null, Set.copyOf(things));
    without.laterDays = laterDays;
    return without;
  }

  /**
   * The same on a budget, without facts that serve something else already, counted and not, and
   * facts of the plan, for which what is found is too. Their names are not given to anything new.
   */
  PlanStart beside(Set<Object> facts, List<Draft> planned, Budget own) {
    PlanStart beside =
        new PlanStart(program, request.without(facts), trial, own, this, Set.copyOf(facts));
    beside.laterDays = laterDays;
    for (Draft draft : planned) {
      beside
          .elsewhere
          .computeIfAbsent(draft.type().name(), name -> new ArrayList<>())
          .add(draft.candidate());
    }
    return beside;
  }

  /** The facts of a type that names must differ from: those that count, here or elsewhere. */
  List<Candidate> named(VocabularyType type) {
    List<Candidate> all = new ArrayList<>(candidates(type, empty));
    all.addAll(elsewhere.getOrDefault(type.name(), List.of()));
    return all;
  }

  /** The facts of the record that do not count, with why. */
  List<NotCounted> notCounted() {
    return request.notCounted();
  }

  StepCosts costs() {
    return request.costs();
  }

  CostRange range() {
    return range;
  }

  Program program() {
    return program;
  }

  LearnerRecord record() {
    return request.record();
  }

  /** No facts beside those of the record. */
  State empty() {
    return empty;
  }

  ZonedDateTime asOf() {
    return asOf;
  }

  LocalDate today() {
    return asOf.toLocalDate();
  }

  /** The first day on which something new can happen. */
  LocalDate since() {
    return request.when().since();
  }

  /** The day on which something new happens unless it is compared with others. */
  LocalDate newOn() {
    return request.when().usually();
  }

  /** How much was looked at, in facts that were made. */
  long work() {
    return work.facts();
  }

  /** Days after the date of evaluation on which there may be a plan. */
  LaterDays laterDays() {
    return laterDays;
  }

  /** Whether a search leads to a later day; such days are not kept. */
  boolean leadsToLaterDay(Runnable search) {
    LaterDays kept = laterDays;
    laterDays = new LaterDays(this);
    search.run();
    boolean leads = !laterDays.all().isEmpty();
    laterDays = kept;
    return leads;
  }

  Drafts drafts() {
    return drafts;
  }

  /** Whether the search for a plan has to end. */
  boolean isTired() {
    return work() > MOST_WORK;
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
    Trial.Answer answer = trial.answer(state.changed(request.record()), budget);
    work.answered();
    return answer;
  }

  /** The first day on which waiting alone earns a credential; null where it never does. */
  @Nullable LocalDate eligibleFrom(State state) {
    LocalDate day = trial.eligibleFrom(state.changed(request.record()), budget);
    work.answered();
    return day;
  }

  /** Whether the rules' network earns the credential from the record with the plan's facts. */
  boolean isConfirmed(State state) {
    boolean isEarned = trial.isConfirmed(state.changed(request.record()), budget);
    work.answered();
    return isEarned;
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
    if (!state.hasAny(type)) {
      return known;
    }
    List<Candidate> all = new ArrayList<>();
    for (Candidate candidate : known) {
      if (!state.replaces((Fact) candidate.fact())) {
        all.add(candidate);
      }
    }
    for (Draft draft : state.drafts()) {
      if (draft.type().record() == type.record()) {
        all.add(seen(draft, type));
      }
    }
    return all;
  }

  /** A fact of the plan as patterns on a type of its record see it. */
  Candidate seen(Draft draft, VocabularyType type) {
    return draft.type() == type
        ? draft.candidate()
        : new Candidate(draft.fact(), type, asOf, budget);
  }

  /** What totals come to in states. */
  CarriedTotals totals() {
    return totals;
  }

  /** Finds combinations of the facts that there are, without adding any. */
  Matcher matcher(State state) {
    return new Matcher(new StateFacts(this, state)).accepting(Passing::all);
  }

  static boolean isDerived(VocabularyType type) {
    return type.name().equals(Vocabulary.EARNED) || type.name().equals(Vocabulary.MET);
  }

  /** The numbers of the requirements for which something has to be found first. */
  Set<Integer> triedFirst() {
    return request.triedFirst();
  }

  /** Whether a plan can bring about facts of this type. */
  static boolean canBeAdded(VocabularyType type) {
    return !type.isDerived() && !type.isStatedByInstitution() && type.record() != Learner.class;
  }

  ShownGreatest shownGreatest() {
    return shownGreatest;
  }

  DerivedFacts derivedFacts() {
    return new DerivedFacts(this);
  }

  /** Whether a rule or a requirement's rule is in force on the date that chooses its version. */
  boolean isInForce(Window window, VersionBy by) {
    return window.contains(by.date(request.record().policyDate(), today()));
  }
}
