package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the program together, once all its requirements and credentials are known: what patterns on
 * them can stand for, and in which order they are settled.
 */
final class Assembly {
  private final ReadPolicy read;
  private final List<CollectedRequirements.Requirement> drafts;
  private final List<Award> awards;
  private final References references;
  private final Strata strata;
  private final Set<Integer> askedOnce = new TreeSet<>();
  private final Findings findings;

  Assembly(ReadPolicy read, CollectedRequirements drafts, List<Award> awards, Findings findings) {
    this.read = read;
    this.drafts = drafts.all();
    this.awards = awards;
    this.references = new References(read, drafts.numbersOfNamed(), awards, findings);
    this.strata = new Strata(this.drafts.size() + awards.size());
    this.findings = findings;
  }

  Program program() {
    List<List<Proof>> proofs = new ArrayList<>();
    for (CollectedRequirements.Requirement draft : drafts) {
      Interruption.check();
      strata.node(draft.number, draft.id, draft.kind == Kind.REQUIREMENT, draft.place);
      List<Proof> resolved = draft.proofs.stream().map(this::resolved).toList();
      for (Proof proof : resolved) {
        for (Branch branch : proof.branches()) {
          branch.steps().forEach(step -> dependencies(draft, step, false));
        }
      }
      proofs.add(resolved);
    }
    for (Award award : awards) {
      int node = node(award.number());
      strata.node(node, award.credential().id(), true, place(award));
      award.ways().forEach(way -> way.requires().forEach(r -> strata.dependsOn(node, r, false)));
    }
    return program(proofs, strata.settle(findings));
  }

  private SourceSpan place(Award award) {
    return award.isExternal()
        ? read.model().external().stream()
            .filter(one -> one.id().equals(award.credential().id()))
            .findFirst()
            .orElseThrow()
            .span()
        : award.ways().get(0).rule().idSpan();
  }

  private int node(int credential) {
    return drafts.size() + credential;
  }

  private Proof resolved(Proof proof) {
    return new Proof(
        proof.header(),
        proof.versionBy(),
        proof.branches().stream()
            .map(
                branch ->
                    new Branch(Step.map(branch.steps(), references::resolved), branch.slots()))
            .toList(),
        proof.values());
  }

  /**
   * Notes what a step refers to.
   *
   * @param negative whether only its absence, or an exact number of them, is asked for
   */
  private void dependencies(CollectedRequirements.Requirement draft, Step step, boolean negative) {
    if (step instanceof Step.Match match) {
      boolean isCredential = match.type().name().equals(Vocabulary.EARNED);
      for (int number : match.referents()) {
        strata.dependsOn(draft.number, isCredential ? node(number) : number, negative);
      }
      if (isCredential && draft.onceEarned) {
        askedOnce.addAll(match.referents());
      }
    }
    boolean isNegative = negative || step instanceof Step.None || step instanceof Step.Every;
    step.parts().forEach(part -> dependencies(draft, part, isNegative));
  }

  private static List<VocabularyType> views(List<List<Proof>> proofs) {
    Map<String, VocabularyType> views = new LinkedHashMap<>();
    for (Proof proof : proofs.stream().flatMap(List::stream).toList()) {
      for (Branch branch : proof.branches()) {
        branch
            .steps()
            .forEach(
                step ->
                    step.visit(
                        each -> {
                          if (each instanceof Step.Match match
                              && !match.type().including().isEmpty()) {
                            views.putIfAbsent(match.type().name(), match.type());
                          }
                        }));
      }
    }
    return List.copyOf(views.values());
  }

  private static boolean asksWhenEarned(List<List<Proof>> proofs) {
    for (List<Proof> ofRequirement : proofs) {
      for (Proof proof : ofRequirement) {
        for (Branch branch : proof.branches()) {
          if (branch.asksWhenEarned()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Program program(List<List<Proof>> proofs, int[] levels) {
    List<Requirement> requirements = new ArrayList<>();
    Map<String, Integer> requirementNumbers = new LinkedHashMap<>();
    for (CollectedRequirements.Requirement draft : drafts) {
      Interruption.check();
      requirements.add(
          new Requirement(
              draft.number,
              draft.id,
              draft.kind,
              draft.name,
              levels[draft.number],
              proofs.get(draft.number)));
      requirementNumbers.putIfAbsent(draft.id, draft.number);
    }
    List<Award> settled = new ArrayList<>();
    Map<String, Integer> credentialNumbers = new LinkedHashMap<>();
    for (Award award : awards) {
      settled.add(
          new Award(
              award.number(), award.credential(), levels[node(award.number())], award.ways()));
      credentialNumbers.put(award.credential().id(), award.number());
    }
    return new Program(
        read.model(),
        read.vocabulary(),
        requirements,
        settled,
        requirementNumbers,
        credentialNumbers,
        ImmutableSortedSet.copyOf(askedOnce),
        views(proofs),
        asksWhenEarned(proofs));
  }
}
