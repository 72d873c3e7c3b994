package io.credentialrules.internal.evaluate;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Upcoming;
import io.credentialrules.Waiver;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.explain.Outlook;
import io.credentialrules.internal.plan.Planner;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Knows at once what is earned, and works out why when it is asked. */
public final class RecordEvaluation implements Evaluation {

  /**
   * Facts that do not count, and the state of a requirement that they would meet; the nearest
   * first.
   */
  private enum Wider {
    PENDING(RequirementState.PENDING_REVIEW, Reason.UNVETTED, Reason.VETTED_LATER),
    IN_PROGRESS(RequirementState.IN_PROGRESS, Reason.IN_PROGRESS),
    EXPIRED(RequirementState.EXPIRED, Reason.EXPIRED),
    REVOKED(RequirementState.REVOKED, Reason.REVOKED, Reason.SUSPENDED);

    private final RequirementState state;
    private final ImmutableSet<Reason> reasons;

    Wider(RequirementState state, Reason first, Reason... more) {
      this.state = state;
      this.reasons = Sets.immutableEnumSet(first, more);
    }
  }

  /** What would be satisfied if further facts counted. */
  private record View(RequirementState state, Verdicts verdicts) {}

  private final Evaluator evaluator;
  private final Weighing weighing;
  private final Verdicts verdicts;
  private final Supplier<List<View>> views = Suppliers.memoize(this::lookFurther);

  public RecordEvaluation(Evaluator evaluator, Weighing weighing, Verdicts verdicts) {
    this.evaluator = evaluator;
    this.weighing = weighing;
    this.verdicts = verdicts;
  }

  @Override
  public LearnerRecord record() {
    return weighing.record();
  }

  @Override
  public ZonedDateTime asOf() {
    return weighing.asOf();
  }

  @Override
  public LocalDate knownOn() {
    return weighing.knownOn();
  }

  @Override
  public @Nullable Upcoming nextChange() {
    return forecast().next(asOf().toLocalDate());
  }

  @Override
  public List<Upcoming> changes(LocalDate until) {
    return forecast().changes(asOf().toLocalDate(), until);
  }

  private Forecast forecast() {
    return new Forecast(evaluator, weighing, new Budget(evaluator.limits()));
  }

  @Override
  public String policyDigest() {
    return evaluator.policyDigest();
  }

  @Override
  public boolean isEarned(String credential) {
    return verdicts.earned(number(credential));
  }

  @Override
  public List<String> earned() {
    return verdicts.credentialsInTurn().stream()
        .sorted()
        .map(number -> program().credentials().get(number).credential().id())
        .toList();
  }

  @Override
  public Decision decision(String credential) {
    return explanation().decision(program().credentials().get(number(credential)));
  }

  @Override
  public List<Decision> decisions() {
    Explanation explanation = explanation();
    List<Decision> decisions = new ArrayList<>();
    for (Award award : program().credentials()) {
      decisions.add(explanation.decision(award));
    }
    return decisions;
  }

  @Override
  public RequirementResult requirement(String id) {
    Integer number = program().requirementNumbers().get(id);
    if (number == null) {
      throw new IllegalArgumentException("the policy has no requirement `" + id + "`");
    }
    return explanation().requirement(number);
  }

  @Override
  public Plan plan(String credential) {
    return new Planner(
            program(),
            evaluator.limits(),
            weighing.record(),
            weighing.asOf(),
            counted(),
            notCounted(),
            new PlanTrial(evaluator, weighing.asOf(), weighing.knownOn()))
        .plan(number(credential));
  }

  /** Whether a requirement is satisfied, by its number; cheaper than its result. */
  public boolean isSatisfied(int requirement) {
    return verdicts.satisfied(requirement);
  }

  @Override
  public List<Fact> counted() {
    return evaluator.order().sorted(weighing.facts().counted());
  }

  @Override
  public List<NotCounted> notCounted() {
    return evaluator.order().sortedNotCounted(weighing.facts().notCounted());
  }

  @Override
  public List<Waiver> unknownWaivers() {
    return weighing.waived().unknown();
  }

  public Verdicts verdicts() {
    return verdicts;
  }

  public Weighing weighing() {
    return weighing;
  }

  private Program program() {
    return evaluator.program();
  }

  private int number(String credential) {
    Integer number = program().credentialNumbers().get(credential);
    if (number == null) {
      throw new IllegalArgumentException(
          "the catalogue has no credential `"
              + credential
              + "`; it has "
              + String.join(
                  ", ",
                  program().credentials().stream()
                      .map(award -> award.credential().id())
                      .limit(20)
                      .toList()));
    }
    return number;
  }

  private Explanation explanation() {
    return evaluator.explanation(weighing, verdicts, new Further(), new Budget(evaluator.limits()));
  }

  /** What further facts and time would change. */
  private final class Further implements Outlook {
    private @Nullable Forecast forecast;

    @Override
    public RequirementState ofRequirement(int requirement) {
      return state(view -> view.verdicts().satisfied(requirement));
    }

    @Override
    public RequirementState ofCredential(int credential) {
      return state(view -> view.verdicts().earned(credential));
    }

    @Override
    public @Nullable LocalDate eligibleFrom(int credential) {
      if (forecast == null) {
        forecast = forecast();
      }
      return forecast.next(credential, asOf().toLocalDate(), true);
    }
  }

  private RequirementState state(Predicate<View> fits) {
    return Objects.requireNonNull(views.get()).stream()
        .filter(fits)
        .map(View::state)
        .findFirst()
        .orElse(RequirementState.UNMET);
  }

  /**
   * Each kind of facts alone, then together with the nearer kinds; only kinds that the record has.
   * A fact is of a kind when nothing else speaks against it.
   */
  private List<View> lookFurther() {
    Budget budget = new Budget(evaluator.limits());
    Map<NotCounted, ImmutableSet<Reason>> against = new LinkedHashMap<>();
    Counting counting = new Counting(asOf(), knownOn());
    for (NotCounted not : weighing.facts().notCounted()) {
      VocabularyType type =
          Objects.requireNonNull(program().vocabulary().typeOf(not.fact()), "it was weighed");
      against.put(not, counting.allAgainst(not.fact(), type));
    }
    List<View> alone = new ArrayList<>();
    List<View> together = new ArrayList<>();
    Set<Reason> nearer = EnumSet.noneOf(Reason.class);
    Set<NotCounted> before = ImmutableSet.of();
    for (Wider wider : Wider.values()) {
      nearer.addAll(wider.reasons);
      Set<NotCounted> own = within(against, wider.reasons);
      if (!own.isEmpty()) {
        alone.add(new View(wider.state, counting(own, wider.reasons, budget.again())));
      }
      Set<NotCounted> all = within(against, nearer);
      if (!all.equals(own) && !all.equals(before)) {
        together.add(
            new View(wider.state, counting(all, ImmutableSet.copyOf(nearer), budget.again())));
      }
      before = all;
    }
    alone.addAll(together);
    return List.copyOf(alone);
  }

  private static Set<NotCounted> within(
      Map<NotCounted, ImmutableSet<Reason>> against, Set<Reason> reasons) {
    return ImmutableSet.copyOf(Maps.filterValues(against, reasons::containsAll).keySet());
  }

  /** The verdicts if these facts counted too. */
  private Verdicts counting(
      Collection<NotCounted> further, ImmutableSet<Reason> overlooked, Budget budget) {
    List<Fact> counted = new ArrayList<>(weighing.facts().counted());
    further.forEach(not -> counted.add(not.fact()));
    List<NotCounted> left = new ArrayList<>(weighing.facts().notCounted());
    left.removeAll(Set.copyOf(further));
    Standing standing =
        Standing.of(evaluator.program(), evaluator.order(), counted, left, asOf().toLocalDate());
    return evaluator.settle(
        weighing.with(overlooked, new WeighedFacts(counted, left), standing), budget);
  }
}
