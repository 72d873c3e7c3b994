package io.credentialrules.internal.check;

import io.credentialrules.Credential;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialRule;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Finds what can be written and is hardly meant. Authors silence a warning with a reason. */
final class Lints {
  private final Program program;
  private final Findings findings;

  Lints(Program program, Findings findings) {
    this.program = program;
    this.findings = findings;
  }

  void check() {
    unusedRequirements();
    for (Requirement requirement : program.requirements()) {
      sameAlternatives(requirement);
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          new Reach(findings, proof.header()).check(branch.steps());
        }
      }
    }
    for (Award award : program.credentials()) {
      overlappingWindows(award);
      for (Way way : award.ways()) {
        levelGap(award, way);
        mixedPathways(award, way);
      }
    }
  }

  static void warn(
      Findings findings,
      RuleHeader header,
      String code,
      SourceSpan span,
      String message,
      String hint) {
    if (header.silences().stream().noneMatch(silence -> silence.code().equals(code))) {
      findings.warning(code, span, message, hint);
    }
  }

  private void unusedRequirements() {
    Set<Integer> used = new HashSet<>();
    program.credentials().stream()
        .flatMap(award -> award.ways().stream())
        .forEach(
            way -> {
              used.addAll(way.requires());
              used.addAll(way.recommends());
            });
    Set<String> asked = new HashSet<>();
    boolean anyMet = false;
    for (Requirement requirement : program.requirements()) {
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          anyMet |= branch.steps().stream().anyMatch(step -> asksForMet(step, asked));
        }
      }
    }
    for (Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT
          && !used.contains(requirement.number())
          && !anyMet) {
        RuleHeader header = requirement.proofs().get(0).header();
        warn(
            findings,
            header,
            "unused-requirement",
            header.nameSpan(),
            "no credential asks for the requirement `" + requirement.id() + "`",
            "add `Met( requirement == \""
                + requirement.id()
                + "\" )` to a credential rule, or remove the rule");
      }
    }
  }

  private static boolean asksForMet(Step step, Set<String> asked) {
    if (step instanceof Step.Match match) {
      return match.type().name().equals(Vocabulary.MET) && asked.add(match.source().text());
    }
    if (step instanceof Step.None none) {
      return none.steps().stream().anyMatch(inner -> asksForMet(inner, asked));
    }
    if (step instanceof Step.Some some) {
      return some.steps().stream().anyMatch(inner -> asksForMet(inner, asked));
    }
    return step instanceof Step.Total total
        && total.steps().stream().anyMatch(inner -> asksForMet(inner, asked));
  }

  private void sameAlternatives(Requirement requirement) {
    Set<String> seen = new HashSet<>();
    for (Proof proof : requirement.proofs()) {
      for (Branch branch : proof.branches()) {
        String text =
            proof.header().window()
                + " "
                + proof.header().scale()
                + String.join(
                    "; ",
                    new TreeSet<>(
                        branch.steps().stream().map(step -> step.source().text()).toList()));
        if (!seen.add(text)) {
          warn(
              findings,
              proof.header(),
              "same-alternative",
              proof.header().nameSpan(),
              "this alternative of `" + requirement.id() + "` asks for the same as another",
              "remove one of them");
        }
      }
    }
  }

  private void overlappingWindows(Award award) {
    List<Way> ways = award.ways();
    for (int i = 0; i < ways.size(); i++) {
      CredentialRule rule = ways.get(i).rule();
      boolean isVersion = !rule.header().window().equals(io.credentialrules.policy.Window.ALWAYS);
      for (int j = 0; isVersion && j < i; j++) {
        CredentialRule other = ways.get(j).rule();
        boolean otherIsVersion =
            !other.header().window().equals(io.credentialrules.policy.Window.ALWAYS);
        if (otherIsVersion && rule.header().window().overlaps(other.header().window())) {
          warn(
              findings,
              rule.header(),
              "overlapping-windows",
              rule.header().nameSpan(),
              "two versions of `"
                  + rule.id()
                  + "` are in force on the same days; the other is at "
                  + other.header().nameSpan(),
              "let one expire on the day on which the other becomes effective");
        }
      }
    }
  }

  /**
   * The credentials that a way asks for by name. Those whose rules could not be read are not in the
   * program.
   */
  private List<Credential> prerequisites(Way way) {
    return way.requires().stream()
        .map(number -> program.requirements().get(number))
        .filter(requirement -> requirement.kind() == Kind.PREREQUISITE)
        .map(requirement -> program.credentialNumbers().get(requirement.id()))
        .filter(Objects::nonNull)
        .map(number -> program.credentials().get(number).credential())
        .toList();
  }

  private void levelGap(Award award, Way way) {
    Integer level = way.rule().level();
    String pathway = award.credential().pathway();
    if (level == null || level == 1 || pathway == null) {
      return;
    }
    boolean hasLower =
        prerequisites(way).stream()
            .anyMatch(
                lower ->
                    pathway.equals(lower.pathway())
                        && lower.level() != null
                        && lower.level() == level - 1);
    if (!hasLower) {
      warn(
          findings,
          way.rule().header(),
          "level-gap",
          way.rule().header().nameSpan(),
          "level " + level + " of `" + pathway + "` does not ask for level " + (level - 1),
          "add `Earned( credential == … )` for it, or silence this with a reason");
    }
  }

  private void mixedPathways(Award award, Way way) {
    String pathway = award.credential().pathway();
    if (pathway == null || way.rule().level() != null) {
      return;
    }
    for (Credential component : prerequisites(way)) {
      if (component.level() != null && !pathway.equals(component.pathway())) {
        warn(
            findings,
            way.rule().header(),
            "mixed-pathways",
            way.rule().header().nameSpan(),
            "the stack of `"
                + pathway
                + "` asks for `"
                + component.id()
                + "`, a level of another pathway",
            "stack the levels of one pathway");
      }
    }
  }
}
