package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/** The types of facts that a way looks at, with all that it builds on. */
final class LookedAt {
  private final PlanStart start;
  private final Set<VocabularyType> types = new LinkedHashSet<>();
  private final Set<Integer> credentials = new HashSet<>();
  private final Set<Integer> requirements = new HashSet<>();

  private LookedAt(PlanStart start) {
    this.start = start;
  }

  /** Those that a plan can have facts of. */
  static Set<VocabularyType> by(Way way, PlanStart start) {
    LookedAt lookedAt = new LookedAt(start);
    lookedAt.visit(way);
    return lookedAt.types;
  }

  private void visit(Way way) {
    way.requires().forEach(this::visitRequirement);
  }

  private void visitRequirement(int number) {
    if (requirements.add(number)) {
      Requirement requirement = program().requirements().get(number);
      requirement.proofs().stream()
          .flatMap(proof -> proof.branches().stream())
          .flatMap(branch -> branch.steps().stream())
          .forEach(step -> step.visit(this::visit));
    }
  }

  private void visit(Step step) {
    if (!(step instanceof Step.Match match)) {
      return;
    }
    if (match.type().name().equals(Vocabulary.EARNED)) {
      types.add(start.type(HeldCredential.class.getSimpleName()));
      match.referents().stream().filter(credentials::add).forEach(this::visitCredential);
    } else if (match.type().name().equals(Vocabulary.MET)) {
      match.referents().forEach(this::visitRequirement);
    } else if (PlanStart.canBeAdded(match.type())) {
      types.add(match.type());
    }
  }

  private void visitCredential(int number) {
    Award award = program().credentials().get(number);
    award.ways().forEach(this::visit);
  }

  private Program program() {
    return start.program();
  }
}
