package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.CredentialRules;
import io.credentialrules.DateConflict;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.RulesListener.Question;
import io.credentialrules.StepCosts;
import io.credentialrules.UnknownText;
import io.credentialrules.Upcoming;
import io.credentialrules.Waiver;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.listen.Listeners;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows at once what is earned, and works out why when it is asked. */
public final class RecordEvaluation implements Evaluation {

  private final Evaluator evaluator;
  private final @Nullable CredentialRules rules;
  private final Listeners listeners;
  private final Weighing weighing;
  private final Verdicts verdicts;
  private final SharedExplanation explanation;

  public RecordEvaluation(
      Evaluator evaluator,
      @Nullable CredentialRules rules,
      Listeners listeners,
      Weighing weighing,
      Verdicts verdicts) {
    this.evaluator = evaluator;
    this.rules = rules;
    this.listeners = listeners;
    this.weighing = weighing;
    this.verdicts = verdicts;
    WiderOutlook outlook = new WiderOutlook(evaluator, weighing);
    this.explanation =
        new SharedExplanation(
            evaluator,
            budget -> evaluator.explanation(weighing, verdicts, outlook::forOneThread, budget));
  }

  @Override
  public CredentialRules rules() {
    return Objects.requireNonNull(rules, "an evaluation of the library itself has none");
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
    return ids(number -> true);
  }

  @Override
  public List<String> newlyEarned() {
    ImmutableSet<Integer> held =
        new Facts(
                program().vocabulary(),
                weighing.facts().counted(),
                asOf(),
                new Budget(evaluator.limits()))
            .held(program(), weighing.standing());
    return ids(number -> !held.contains(number));
  }

  private List<String> ids(Predicate<Integer> which) {
    return evaluator.awardedIds().of(verdicts.credentialsInTurn(), which);
  }

  @Override
  public Decision decision(String credential) {
    return explaining(
        Question.DECISION,
        () -> {
          Award award = program().award(credential);
          return explanation.ask(explained -> explained.decision(award));
        });
  }

  @Override
  public List<Decision> decisions() {
    return explaining(
        Question.DECISIONS,
        () ->
            explanation.ask(
                explained -> {
                  List<Decision> decisions = new ArrayList<>();
                  for (Award award : program().catalogue()) {
                    decisions.add(explained.decision(award));
                  }
                  return decisions;
                }));
  }

  @Override
  public RequirementResult requirement(String id) {
    return explaining(
        Question.REQUIREMENT,
        () -> {
          Integer number = program().requirementNumbers().get(id);
          if (number == null) {
            throw new IllegalArgumentException("the policy has no requirement `" + id + "`");
          }
          return explanation.ask(explained -> explained.requirement(number));
        });
  }

  @Override
  public Plan plan(String credential) {
    return plans(credential, StepCosts.EACH_ONE, 1).get(0);
  }

  @Override
  public List<Plan> plans(String credential, StepCosts costs, int most) {
    PlanQuestions questions = planQuestions();
    questions.refuseUnusable(costs, most);
    return explaining(Question.PLAN, () -> questions.plans(number(credential), costs, most));
  }

  @Override
  public Map<String, Plan> plans(Collection<String> credentials) {
    return explaining(
        Question.PLAN,
        () -> planQuestions().plans(credentials.stream().map(this::number).toList()));
  }

  private PlanQuestions planQuestions() {
    return new PlanQuestions(evaluator, new Evaluator.Settled(weighing, verdicts));
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
  public List<Fact> duplicates() {
    return evaluator.order().sorted(weighing.facts().duplicates());
  }

  @Override
  public List<DateConflict> dateConflicts() {
    return DateConflicts.of(allFacts(), asOf().getZone());
  }

  @Override
  public List<UnknownText> unknownTexts() {
    return evaluator.namedTexts().unknown(allFacts(), asOf(), new Budget(evaluator.limits()));
  }

  private List<Fact> allFacts() {
    List<Fact> all = new ArrayList<>(weighing.facts().counted());
    weighing.facts().notCounted().forEach(not -> all.add(not.fact()));
    return evaluator.order().sorted(all);
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

  /** The program that was evaluated. */
  public Program program() {
    return evaluator.program();
  }

  private <T> T explaining(Question question, Supplier<T> work) {
    return listeners.explaining(policyDigest(), question, work);
  }

  private int number(String credential) {
    return program().award(credential).number();
  }

  /** Such as {@code maria as of 2025-05-01T23:59:59.999999999-04:00: [horticulture-level-1]}. */
  @Override
  public String toString() {
    return record().learner().id() + " as of " + asOf() + ": " + earned();
  }
}
