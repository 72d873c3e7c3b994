package io.credentialrules.internal.check;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
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
  private final Map<Integer, Set<String>> types = new HashMap<>();
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
    Set<Integer> required = new HashSet<>();
    for (Reference recommended : way.rule().recommends()) {
      if (required.isEmpty()) {
        way.requires().forEach(number -> require(number, required));
      }
      Integer number = program.requirementNumbers().get(recommended.id());
      if (number != null && required.contains(number)) {
        warn(way, recommended.span(), PolicyFaults.requiredAndRecommended(recommended.id()));
      }
    }
  }

  /** What is required, and what that requires in turn. */
  private void require(int number, Set<Integer> required) {
    Requirement requirement = program.requirements().get(number);
    if (work.spend(1) && required.add(number)) {
      for (Step step : SurelyEarned.steps(requirement)) {
        if (step instanceof Step.Match match
            && match.type().name().equals(Vocabulary.MET)
            && match.referents().size() == 1) {
          require(match.referents().get(0), required);
        }
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
    Multiset<Set<String>> asked = HashMultiset.create();
    own.forEach(requirement -> asked.add(types(requirement)));
    Map<String, Requirement> seen = new HashMap<>();
    for (Requirement requirement : own) {
      if (asked.count(types(requirement)) == 1) {
        continue;
      }
      String key = canonical(requirement);
      if (!work.spend(1)) {
        return;
      }
      Requirement other = seen.putIfAbsent(key, requirement);
      if (other != null && (isRequirement(requirement) || isRequirement(other))) {
        boolean isCopy = isRequirement(requirement);
        Requirement copy = isCopy ? requirement : other;
        Requirement original = isCopy ? other : requirement;
        RuleHeader header = copy.proofs().get(0).header();
        RuleHeader first = original.proofs().get(0).header();
        Warnings.warn(
            findings,
            header,
            header.nameSpan(),
            MeaningFaults.sameRequirement(first.name(), first.nameSpan(), way.rule().id()));
      }
    }
  }

  private static boolean isRequirement(Requirement requirement) {
    return requirement.kind() == Kind.REQUIREMENT;
  }

  private static boolean hasConditions(Requirement requirement) {
    return requirement.kind() == Kind.REQUIREMENT || requirement.kind() == Kind.CONDITION;
  }

  /** The types of the facts that it asks for, which are the same where all that it asks is. */
  private Set<String> types(Requirement requirement) {
    return types.computeIfAbsent(
        requirement.number(),
        number -> {
          Set<String> asked = new HashSet<>();
          requirement.visit(
              step -> {
                if (step instanceof Step.Match match) {
                  asked.add(match.type().name());
                }
              });
          return asked;
        });
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
   * A credential without a level that asks for some of the levels of a pathway, and not for all: of
   * its own pathway, or of any where it asks for nothing but levels.
   */
  private void missingLevels(Award award, Way way) {
    if (way.rule().level() != null) {
      return;
    }
    Set<Integer> asked = new TreeSet<>();
    Set<Integer> named = new TreeSet<>();
    collect(way, asked, named, new HashSet<>());
    String own = award.credential().pathway();
    if (own != null) {
      missingLevels(way, own, asked, named, isOnlyLevels(way, asked) ? 1 : 2);
    } else if (isOnlyLevels(way, asked)) {
      Set<String> others = new TreeSet<>();
      for (int number : asked) {
        others.add(String.valueOf(program.credentials().get(number).credential().pathway()));
      }
      if (others.size() == 1) {
        missingLevels(way, others.iterator().next(), asked, named, 2);
      }
    }
  }

  private void missingLevels(
      Way way, String pathway, Set<Integer> asked, Set<Integer> named, int least) {
    Map<Integer, Set<Integer>> levels = pathways.getOrDefault(pathway, Map.of());
    Set<Integer> missing = new TreeSet<>();
    levels.forEach(
        (level, credentials) -> {
          if (credentials.stream()
              .noneMatch(each -> asked.contains(each) || named.contains(each))) {
            missing.add(level);
          }
        });
    if (!missing.isEmpty() && levels.size() > 1 && levels.size() - missing.size() >= least) {
      warn(
          way,
          way.rule().header().nameSpan(),
          PolicyFaults.missingLevel(missing.iterator().next(), pathway));
    }
  }

  private boolean isOnlyLevels(Way way, Set<Integer> asked) {
    return !asked.isEmpty()
        && way.requires().stream()
            .map(number -> program.requirements().get(number))
            .allMatch(each -> each.kind() == Kind.PREREQUISITE || isOnlyEarned(each));
  }

  private static boolean isOnlyEarned(Requirement requirement) {
    boolean[] other = new boolean[1];
    requirement.visit(
        step ->
            other[0] |=
                step instanceof Step.Match match && !match.type().name().equals(Vocabulary.EARNED));
    return !other[0];
  }

  /**
   * The credentials that a way asks for, and those that they ask for; and beside them those that it
   * names where it lets choose.
   */
  private void collect(Way way, Set<Integer> asked, Set<Integer> named, Set<Integer> visited) {
    for (int number : way.requires()) {
      Requirement requirement = program.requirements().get(number);
      Integer own = program.credentialNumbers().get(requirement.id());
      if (requirement.kind() == Kind.PREREQUISITE && own != null) {
        asks(own, asked, named, visited);
      } else {
        requirement.visit(
            step -> {
              if (step instanceof Step.Match match
                  && match.type().name().equals(Vocabulary.EARNED)) {
                named.addAll(match.referents());
              }
            });
        SurelyEarned.named(requirement).forEach(each -> asks(each, asked, named, visited));
      }
    }
  }

  private void asks(int credential, Set<Integer> asked, Set<Integer> named, Set<Integer> visited) {
    if (work.spend(1) && visited.add(credential)) {
      asked.add(credential);
      program
          .credentials()
          .get(credential)
          .ways()
          .forEach(each -> collect(each, asked, named, visited));
    }
  }

  private void warn(Way way, SourceSpan span, io.credentialrules.internal.fault.Fault fault) {
    Warnings.warn(findings, way.rule().header(), span, fault);
  }
}
