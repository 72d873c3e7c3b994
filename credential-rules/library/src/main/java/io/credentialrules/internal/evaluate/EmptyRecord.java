package io.credentialrules.internal.evaluate;

import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.RequirementRule;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a learner would be given of whom nothing is known: a policy must not award by itself.
 */
public final class EmptyRecord {
  private static final String CODE = "empty-record";
  private static final int MOST_EVALUATIONS = 200;
  private static final int MOST_RULES = 200_000;
  private static final LearnerRecord NOBODY =
      LearnerRecord.of(new Learner("nobody", null, null, Set.of(), Provenance.UNVETTED));

  private EmptyRecord() {}

  /**
   * The problems, for each rule that an empty record satisfies on some day and that does not say
   * that this is meant.
   */
  public static List<Problem> problems(Program program, Evaluator evaluator) {
    if (program.model().rules().isEmpty()) {
      return List.of();
    }
    try {
      return found(program, evaluator);
    } catch (LimitExceededException tooMuch) {
      return List.of(
          Problem.error(
              "limit-empty-record",
              program.model().rules().get(0).header().nameSpan(),
              "the rules cannot even weigh an empty record: " + tooMuch.getMessage(),
              "ask for facts before anything else, or raise the limit"));
    }
  }

  private static List<Problem> found(Program program, Evaluator evaluator) {
    Set<String> met = new LinkedHashSet<>();
    Set<String> earned = new LinkedHashSet<>();
    for (RecordEvaluation evaluation : evaluations(program, evaluator)) {
      for (Program.Requirement requirement : program.requirements()) {
        if (requirement.kind() == Kind.REQUIREMENT
            && evaluation.isSatisfied(requirement.number())) {
          met.add(requirement.id());
        }
      }
      earned.addAll(evaluation.earned());
    }
    List<Problem> problems = new ArrayList<>(unmeant(program, met, false));
    if (problems.isEmpty()) {
      problems.addAll(unmeant(program, earned, true));
    }
    return problems;
  }

  /**
   * On each decisive day, and for each of them as the policy date where that chooses versions; of a
   * large policy on so many only that checking it takes no longer than compiling it.
   */
  private static List<RecordEvaluation> evaluations(Program program, Evaluator evaluator) {
    Set<LocalDate> days = DecisiveDays.of(program.model());
    int most = Math.max(1, Math.min(MOST_EVALUATIONS, MOST_RULES / program.model().rules().size()));
    Budget budget = new Budget(evaluator.limits());
    List<RecordEvaluation> evaluations = new ArrayList<>();
    for (LocalDate day : days) {
      if (evaluations.size() < most) {
        evaluations.add(evaluate(evaluator, NOBODY, day, budget));
      }
    }
    if (program.model().rules().stream().anyMatch(EmptyRecord::isByPolicyDate)) {
      for (LocalDate policyDate : days) {
        for (LocalDate day : days) {
          if (evaluations.size() < most && !day.equals(policyDate)) {
            evaluations.add(evaluate(evaluator, NOBODY.onPolicyOf(policyDate), day, budget));
          }
        }
      }
    }
    return evaluations;
  }

  private static RecordEvaluation evaluate(
      Evaluator evaluator, LearnerRecord record, LocalDate day, Budget budget) {
    RecordEvaluation evaluation =
        evaluator.evaluate(record, day.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC));
    budget.checkTime();
    return evaluation;
  }

  private static boolean isByPolicyDate(PolicyRule rule) {
    VersionBy by =
        rule instanceof CredentialRule credential
            ? credential.settings().versionBy()
            : ((RequirementRule) rule).versionBy();
    return by == VersionBy.POLICY_DATE;
  }

  /** One problem for each id, at its first rule, unless one of its rules says that it is meant. */
  private static List<Problem> unmeant(Program program, Set<String> ids, boolean isCredential) {
    List<Problem> problems = new ArrayList<>();
    for (PolicyRule rule : program.model().rules()) {
      if (rule instanceof CredentialRule == isCredential && isMeant(rule)) {
        ids.remove(rule.id());
      }
    }
    for (PolicyRule rule : program.model().rules()) {
      if (rule instanceof CredentialRule == isCredential && ids.remove(rule.id())) {
        problems.add(
            Problem.error(
                CODE,
                rule.header().nameSpan(),
                "an empty record " + (isCredential ? "earns `" : "meets `") + rule.id() + "`",
                "ask for a fact; or, if this is meant, add `@silence( \""
                    + CODE
                    + "\", \"the reason\" )`"));
      }
    }
    return problems;
  }

  private static boolean isMeant(PolicyRule rule) {
    return rule.header().silences().stream().anyMatch(silence -> silence.code().equals(CODE));
  }
}
