package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which requirements and credentials the policy can change by the day alone, though no fact comes
 * or goes: by a window, a validity, the date of evaluation or the learner's age, of their own or of
 * what they rest on. Found once for a policy, when it is asked for; policies have no cycles.
 * Thread-safe.
 */
public final class DayDependence {
  private final Program program;
  private final Map<Integer, Boolean> requirements = new ConcurrentHashMap<>();
  private final Map<Integer, Boolean> credentials = new ConcurrentHashMap<>();

  /** Of a program. */
  public DayDependence(Program program) {
    this.program = program;
  }

  /** Whether a credential can be earned or lost by the day alone. */
  boolean ofCredential(int number) {
    Boolean known = credentials.get(number);
    if (known == null) {
      known = depends(program.credentials().get(number));
      credentials.put(number, known);
    }
    return known;
  }

  private boolean depends(Award award) {
    for (Way way : award.ways()) {
      if (!way.rule().header().window().equals(Window.ALWAYS)
          || way.rule().settings().validFor() != null
          || way.requires().stream().anyMatch(this::ofRequirement)) {
        return true;
      }
    }
    return false;
  }

  private boolean ofRequirement(int number) {
    Boolean known = requirements.get(number);
    if (known == null) {
      known = depends(program.requirements().get(number));
      requirements.put(number, known);
    }
    return known;
  }

  private boolean depends(Requirement requirement) {
    for (Proof proof : requirement.proofs()) {
      if (!proof.header().window().equals(Window.ALWAYS)) {
        return true;
      }
    }
    List<Step> all = new ArrayList<>();
    requirement.visit(all::add);
    return all.stream().anyMatch(step -> step instanceof Step.Match match && depends(match));
  }

  private boolean depends(Step.Match match) {
    if (match.type().name().equals(Vocabulary.MET)) {
      return match.referents().stream().anyMatch(this::ofRequirement);
    }
    if (match.type().name().equals(Vocabulary.EARNED)) {
      return match.referents().stream().anyMatch(this::ofCredential);
    }
    return looksAtDayOrAge(match);
  }

  /** Whether a pattern is on the date of evaluation or on the learner, who has an age. */
  static boolean looksAtDayOrAge(Step.Match match) {
    return match.type().name().equals(Vocabulary.TODAY) || match.type().record() == Learner.class;
  }
}
