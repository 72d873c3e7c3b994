package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Vocabulary;
import java.util.HashSet;
import java.util.Set;

/**
 * Refuses facts that do not count where each fact serves one requirement: what is under way would
 * be given away before it is certain that it will count.
 */
final class ExclusiveViews {
  private final Program program;

  private ExclusiveViews(Program program) {
    this.program = program;
  }

  static void check(Program program, Findings findings) {
    if (program.views().isEmpty()) {
      return;
    }
    ExclusiveViews views = new ExclusiveViews(program);
    for (Award award : program.catalogue()) {
      for (Way way : award.ways()) {
        if (way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE && views.areIn(way)) {
          findings.error(
              way.rule().header().nameSpan(),
              ConditionFaults.includingExclusive(award.credential().id()));
        }
      }
    }
  }

  private boolean areIn(Way way) {
    Set<Integer> visited = new HashSet<>();
    return way.requires().stream().anyMatch(number -> isIn(number, visited));
  }

  private boolean isIn(int requirement, Set<Integer> visited) {
    if (!visited.add(requirement)) {
      return false;
    }
    boolean[] found = new boolean[1];
    program
        .requirements()
        .get(requirement)
        .visit(
            step -> {
              if (step instanceof Step.Match match) {
                found[0] |=
                    !match.type().including().isEmpty()
                        || (match.type().name().equals(Vocabulary.MET)
                            && match.referents().stream().anyMatch(met -> isIn(met, visited)));
              }
            });
    return found[0];
  }
}
