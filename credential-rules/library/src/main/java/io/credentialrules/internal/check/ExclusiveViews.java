package io.credentialrules.internal.check;

import io.credentialrules.internal.fault.ConditionFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Vocabulary;
import java.util.HashMap;
import java.util.Map;

/**
 * Refuses facts that do not count where each fact serves one requirement: what is under way would
 * be given away before it is certain that it will count.
 */
final class ExclusiveViews {
  private final Program program;

  /** What was walked already, from whichever credential: each requirement is walked once. */
  private final Map<Integer, Boolean> seen = new HashMap<>();

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
    return way.requires().stream().anyMatch(this::isIn);
  }

  private boolean isIn(int requirement) {
    Boolean before = seen.putIfAbsent(requirement, false);
    if (before != null) {
      return before;
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
                            && match.referents().stream().anyMatch(this::isIn));
              }
            });
    seen.put(requirement, found[0]);
    return found[0];
  }
}
