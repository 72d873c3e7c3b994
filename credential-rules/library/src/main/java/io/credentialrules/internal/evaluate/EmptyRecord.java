package io.credentialrules.internal.evaluate;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds what a learner would be given of whom nothing is known: a policy must not award by itself.
 */
public final class EmptyRecord {
  private static final String CODE = "empty-record";
  private static final ZonedDateTime SOME_DAY =
      ZonedDateTime.of(2026, 1, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private EmptyRecord() {}

  /**
   * The problems, for each rule that an empty record satisfies and that does not say that this is
   * meant.
   */
  public static List<Problem> problems(Program program, Evaluator evaluator) {
    try {
      return problems(
          program,
          evaluator.evaluate(
              LearnerRecord.of(new Learner("nobody", null, null, Set.of(), Provenance.UNVETTED)),
              SOME_DAY));
    } catch (LimitExceededException tooMuch) {
      return List.of(
          Problem.error(
              "limit-empty-record",
              program.model().rules().get(0).header().nameSpan(),
              "the rules cannot even weigh an empty record: " + tooMuch.getMessage(),
              "ask for facts before anything else, or raise the limit"));
    }
  }

  private static List<Problem> problems(Program program, Evaluation evaluation) {
    Set<String> met = new LinkedHashSet<>();
    for (Program.Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT
          && evaluation.requirement(requirement.id()).isSatisfied()) {
        met.add(requirement.id());
      }
    }
    List<Problem> problems = new ArrayList<>(unmeant(program, met, false));
    if (problems.isEmpty()) {
      problems.addAll(unmeant(program, new LinkedHashSet<>(evaluation.earned()), true));
    }
    return problems;
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
