package io.credentialrules.internal.check;

import io.credentialrules.Credential;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.fault.MeaningFaults;
import io.credentialrules.internal.fault.PolicyFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds what a credential requires twice, recommends beside requiring it, or leaves out. */
final class Stacks {
  private final Program program;
  private final Work work;
  private final Findings findings;
  private final Map<String, Map<Integer, Set<Integer>>> pathways = new HashMap<>();
  private final Map<Integer, String> canonical = new HashMap<>();

  Stacks(Program program, Work work, Findings findings) {
    this.program = program;
    this.work = work;
    this.findings = findings;
  }

  void check() {
    for (Award award : program.credentials()) {
      Credential credential = award.credential();
      if (credential.pathway() != null && credential.level() != null) {
        pathways
            .computeIfAbsent(credential.pathway(), pathway -> new TreeMap<>())
            .computeIfAbsent(credential.level(), level -> new HashSet<>())
            .add(award.number());
      }
    }
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        requiredAndRecommended(way);
        sameRequirements(way);
        missingLevels(award, way);
      }
    }
  }

  private void requiredAndRecommended(Way way) {
    for (Reference recommended : way.rule().recommends()) {
      Integer number = program.requirementNumbers().get(recommended.id());
      if (number != null && way.requires().contains(number)) {
        warn(way, recommended.span(), PolicyFaults.requiredAndRecommended(recommended.id()));
      }
    }
  }

  /** Two requirements that are met by the same; where each fact serves one, they ask for two. */
  private void sameRequirements(Way way) {
    List<Requirement> own =
        way.requires().stream()
            .map(number -> program.requirements().get(number))
            .filter(Stacks::hasConditions)
            .toList();
    if (own.size() < 2 || way.rule().settings().evidence() == EvidenceUse.EXCLUSIVE) {
      return;
    }
    Map<String, Requirement> seen = new HashMap<>();
    for (Requirement requirement : own) {
      String key = canonical(requirement);
      if (!work.spend(1)) {
        return;
      }
      Requirement other = seen.putIfAbsent(key, requirement);
      if (other != null && requirement.kind() == Kind.REQUIREMENT) {
        RuleHeader header = requirement.proofs().get(0).header();
        RuleHeader first = other.proofs().get(0).header();
        Warnings.warn(
            findings,
            header,
            header.nameSpan(),
            MeaningFaults.sameRequirement(first.name(), first.nameSpan(), way.rule().id()));
      }
    }
  }

  private static boolean hasConditions(Requirement requirement) {
    return requirement.kind() == Kind.REQUIREMENT || requirement.kind() == Kind.CONDITION;
  }

  private String canonical(Requirement requirement) {
    return canonical.computeIfAbsent(
        requirement.number(),
        number -> {
          String text = CanonicalSteps.of(requirement);
          work.spend(text.length());
          return text;
        });
  }

  /**
   * A credential of a pathway without a level that asks for some of the levels, and not for all.
   */
  private void missingLevels(Award award, Way way) {
    Map<Integer, Set<Integer>> levels =
        pathways.getOrDefault(String.valueOf(award.credential().pathway()), Map.of());
    if (way.rule().level() != null || levels.size() < 2) {
      return;
    }
    Set<Integer> asked = new TreeSet<>();
    boolean choosesOnly = collect(way, asked, new HashSet<>());
    Set<Integer> missing = new TreeSet<>();
    levels.forEach(
        (level, credentials) -> {
          if (credentials.stream().noneMatch(asked::contains)) {
            missing.add(level);
          }
        });
    boolean isStack = levels.size() - missing.size() > 1 || isOnlyLevels(way, asked);
    if (!missing.isEmpty() && missing.size() < levels.size() && isStack && !choosesOnly) {
      warn(
          way,
          way.rule().header().nameSpan(),
          PolicyFaults.missingLevel(
              missing.iterator().next(), String.valueOf(award.credential().pathway())));
    }
  }

  private boolean isOnlyLevels(Way way, Set<Integer> asked) {
    return !asked.isEmpty()
        && way.requires().stream()
            .allMatch(number -> program.requirements().get(number).kind() == Kind.PREREQUISITE);
  }

  /** The credentials that a way asks for, and those that they ask for; whether it lets choose. */
  private boolean collect(Way way, Set<Integer> asked, Set<Integer> visited) {
    boolean choosesOnly = false;
    for (int number : way.requires()) {
      Requirement requirement = program.requirements().get(number);
      Integer own = program.credentialNumbers().get(requirement.id());
      if (requirement.kind() == Kind.PREREQUISITE && own != null) {
        if (work.spend(1) && visited.add(own)) {
          asked.add(own);
          program.credentials().get(own).ways().forEach(each -> collect(each, asked, visited));
        }
      } else {
        choosesOnly |= asksForCredentials(requirement);
      }
    }
    return choosesOnly;
  }

  private static boolean asksForCredentials(Requirement requirement) {
    boolean[] asks = new boolean[1];
    requirement.visit(
        step ->
            asks[0] |=
                step instanceof Step.Match match && match.type().name().equals(Vocabulary.EARNED));
    return asks[0];
  }

  private void warn(Way way, SourceSpan span, io.credentialrules.internal.fault.Fault fault) {
    Warnings.warn(findings, way.rule().header(), span, fault);
  }
}
