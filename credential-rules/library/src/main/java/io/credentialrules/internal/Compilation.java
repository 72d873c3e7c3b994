package io.credentialrules.internal;

import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import io.credentialrules.internal.check.ChainLength;
import io.credentialrules.internal.check.Checked;
import io.credentialrules.internal.check.EmptyRecord;
import io.credentialrules.internal.check.PolicyCheck;
import io.credentialrules.internal.engine.Savings;
import io.credentialrules.internal.evaluate.Evaluator;
import io.credentialrules.internal.evaluate.RecordEvaluation;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.read.GivenValues;
import io.credentialrules.internal.read.PolicyReader;
import io.credentialrules.internal.read.ReadResult;
import io.credentialrules.internal.resolve.ReadPolicy;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compiles packs, stage by stage: read, resolve and check, build the network, and evaluate an empty
 * record. Each stage adds its problems; an error ends the compilation after the stage that found
 * it.
 *
 * @param evaluator what evaluates records; null where there is an error
 * @param problems all problems, in the order of places
 */
public record Compilation(@Nullable Evaluator evaluator, List<Problem> problems) {
  /** Copies the problems. */
  public Compilation {
    problems = List.copyOf(problems);
  }

  /**
   * Compiles packs. Never throws for what is in them.
   *
   * @param given the values that the host gives in place of those that packs declare
   * @param digest what identifies packs and values in evaluations
   */
  public static Compilation of(
      List<PolicyPack> packs,
      Vocabulary vocabulary,
      Limits limits,
      GivenValues given,
      String digest) {
    ReadResult read = PolicyReader.read(packs, limits, importable(vocabulary), given);
    List<Problem> problems = new ArrayList<>(read.problems());

    boolean complete = read.problems().isEmpty();
    Checked checked =
        PolicyCheck.check(
            new ReadPolicy(read.model(), vocabulary, limits, read.leftOut(), complete));
    problems.addAll(checked.problems());

    Program program = checked.program();
    if (program != null) {
      problems.addAll(ChainLength.problems(program, limits));
    }
    if (program == null || hasErrors(problems)) {
      return new Compilation(null, Problems.capped(problems, limits.maxProblems()));
    }

    Evaluator evaluator = new Evaluator(program, limits, digest, Savings.ALL);
    problems.addAll(
        EmptyRecord.problems(
            program,
            limits,
            (record, asOf) -> {
              RecordEvaluation evaluation = evaluator.evaluate(record, asOf);
              return new EmptyRecord.Outcome(evaluation::isSatisfied, evaluation.earned());
            }));
    return new Compilation(
        hasErrors(problems) ? null : evaluator, Problems.capped(problems, limits.maxProblems()));
  }

  /**
   * This compilation with its network built, which checking most packs does without. It is refused
   * where no rule awards a credential: it can be checked, because packs are written and checked one
   * by one; it cannot decide.
   */
  public Compilation toDecide(List<PolicyPack> packs) {
    if (evaluator == null) {
      return this;
    }
    if (!evaluator.program().catalogue().isEmpty()) {
      evaluator.prepare();
      return this;
    }
    List<Problem> all = new ArrayList<>(problems);
    all.add(0, FileFaults.noRulesCredential().at(new SourceSpan(packs.get(0).name(), 1, 1, 1, 1)));
    return new Compilation(null, all);
  }

  /**
   * What rules may import beside the built-in vocabulary: the registered types, by name or by
   * package.
   */
  private static Predicate<String> importable(Vocabulary vocabulary) {
    Set<String> names = new HashSet<>();
    for (VocabularyType type : vocabulary.types()) {
      if (!type.isDerived()) {
        names.add(type.record().getName().replace('$', '.'));
        names.add(type.record().getPackageName() + ".*");
      }
    }
    return names::contains;
  }

  private static boolean hasErrors(List<Problem> problems) {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }
}
