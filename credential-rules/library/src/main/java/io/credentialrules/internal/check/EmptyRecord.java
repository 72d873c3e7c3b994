package io.credentialrules.internal.check;

import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.LimitFaults;
import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * Finds what a learner would be given of whom nothing is known: a policy must not award by itself.
 */
public final class EmptyRecord {
  private static final String CODE = "empty-record";
  private static final int MOST_EVALUATIONS = 200;
  private static final int MOST_RULES = 200_000;
  private static final LearnerRecord NOBODY = LearnerRecord.of(Learner.of("nobody"));

  private final Program program;
  private final Limits limits;
  private final Evaluating rules;

  private EmptyRecord(Program program, Limits limits, Evaluating rules) {
    this.program = program;
    this.limits = limits;
    this.rules = rules;
  }

  /** Evaluates records with the rules of a program. */
  @FunctionalInterface
  public interface Evaluating {
    /**
     * Evaluates a record at an instant.
     *
     * @throws LimitExceededException when it would cost more than the limits allow
     */
    Outcome evaluate(LearnerRecord record, ZonedDateTime asOf);
  }

  /**
   * What the rules say of a record.
   *
   * @param satisfied whether a requirement is satisfied, by its number
   * @param earned the ids of the credentials that are earned
   */
  public record Outcome(IntPredicate satisfied, List<String> earned) {}

  /**
   * The problems, for each rule that an empty record satisfies on some day and that does not say
   * that this is meant.
   */
  public static List<Problem> problems(Program program, Limits limits, Evaluating rules) {
    if (program.model().rules().isEmpty()) {
      return List.of();
    }
    try {
      return new EmptyRecord(program, limits, rules).found();
    } catch (LimitExceededException tooMuch) {
      return List.of(
          LimitFaults.limitEmptyRecord(String.valueOf(tooMuch.getMessage()))
              .at(program.model().rules().get(0).header().nameSpan()));
    }
  }

  private List<Problem> found() {
    Set<String> met = new LinkedHashSet<>();
    Set<String> earned = new LinkedHashSet<>();
    for (Outcome outcome : outcomes()) {
      for (Program.Requirement requirement : program.requirements()) {
        if (requirement.kind() == Kind.REQUIREMENT
            && outcome.satisfied().test(requirement.number())) {
          met.add(requirement.id());
        }
      }
      earned.addAll(outcome.earned());
    }
    List<Problem> problems = new ArrayList<>(unmeant(met, false));
    if (problems.isEmpty()) {
      problems.addAll(unmeant(earned, true));
    }
    return problems;
  }

  /**
   * On each decisive day, and for each of them as the policy date where that chooses versions; of a
   * large policy on so many only that checking it takes no longer than compiling it.
   */
  private List<Outcome> outcomes() {
    Set<LocalDate> days = DecisiveDays.of(program.model());
    int most = Math.max(1, Math.min(MOST_EVALUATIONS, MOST_RULES / program.model().rules().size()));
    Budget budget = new Budget(limits);
    List<Outcome> outcomes = new ArrayList<>();
    for (LocalDate day : days) {
      if (outcomes.size() < most) {
        outcomes.add(evaluate(NOBODY, day, budget));
      }
    }
    if (program.model().rules().stream().anyMatch(EmptyRecord::isByPolicyDate)) {
      for (LocalDate policyDate : days) {
        for (LocalDate day : days) {
          if (outcomes.size() < most && !day.equals(policyDate)) {
            outcomes.add(evaluate(NOBODY.onPolicyOf(policyDate), day, budget));
          }
        }
      }
    }
    return outcomes;
  }

  private Outcome evaluate(LearnerRecord record, LocalDate day, Budget budget) {
    Outcome outcome = rules.evaluate(record, day.atTime(LocalTime.NOON).atZone(ZoneOffset.UTC));
    budget.checkTime();
    return outcome;
  }

  private static boolean isByPolicyDate(PolicyRule rule) {
    VersionBy by =
        rule instanceof CredentialRule credential
            ? credential.settings().versionBy()
            : ((RequirementRule) rule).versionBy();
    return by == VersionBy.POLICY_DATE;
  }

  /** One problem for each id, at its first rule, unless one of its rules says that it is meant. */
  private List<Problem> unmeant(Set<String> ids, boolean isCredential) {
    List<Problem> problems = new ArrayList<>();
    for (PolicyRule rule : program.model().rules()) {
      if (rule instanceof CredentialRule == isCredential && isMeant(rule)) {
        ids.remove(rule.id());
      }
    }
    for (PolicyRule rule : program.model().rules()) {
      if (rule instanceof CredentialRule == isCredential && ids.remove(rule.id())) {
        Fault fault =
            isCredential
                ? PolicyFaults.emptyRecord(rule.id())
                : PolicyFaults.emptyRecordRequirement(rule.id());
        problems.add(fault.at(rule.header().nameSpan()));
      }
    }
    return problems;
  }

  private static boolean isMeant(PolicyRule rule) {
    return rule.header().silences().stream().anyMatch(silence -> silence.code().equals(CODE));
  }
}
