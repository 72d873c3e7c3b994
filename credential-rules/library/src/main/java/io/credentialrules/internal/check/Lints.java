package io.credentialrules.internal.check;

import com.google.common.collect.MultimapBuilder;
import com.google.common.collect.SetMultimap;
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
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what can be written and is hardly meant, in the policy as a whole. Authors silence a
 * warning with a reason.
 */
final class Lints {
  private final Program program;
  private final Work work;
  private final Findings findings;

  Lints(Program program, Work work, Findings findings) {
    this.work = work;
    this.program = program;
    this.findings = findings;
  }

  void check() {
    unusedRequirements();
    for (Award award : program.catalogue()) {
      Interruption.check();
      for (Way way : award.ways()) {
        levelGap(award, way);
        mixedPathways(award, way);
        levelWithoutPathway(way);
      }
      if (award.ways().size() > 1) {
        sameWays(award.ways());
      }
    }
    sameLevels();
  }

  /** Those that no credential asks for, nor another requirement that is reported itself. */
  private void unusedRequirements() {
    Set<Integer> asked = asked();
    for (Requirement requirement : program.requirements()) {
      if (requirement.kind() == Kind.REQUIREMENT && !asked.contains(requirement.number())) {
        RuleHeader header = requirement.proofs().get(0).header();
        Warnings.warn(
            findings, header, header.nameSpan(), PolicyFaults.unusedRequirement(requirement.id()));
      }
    }
  }

  /** The requirements that a credential or another requirement asks for or recommends. */
  private Set<Integer> asked() {
    Set<Integer> asked = new HashSet<>();
    for (Award award : program.catalogue()) {
      for (Way way : award.ways()) {
        asked.addAll(way.requires());
        asked.addAll(way.recommends());
      }
    }
    for (Requirement requirement : program.requirements()) {
      requirement.visit(
          step -> {
            if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.MET)) {
              match.referents().stream()
                  .filter(number -> number != requirement.number())
                  .forEach(asked::add);
            }
          });
    }
    return asked;
  }

  /**
   * A route that asks for all that another route asks for, and more. Each route is found by the
   * requirement that the fewest ask for, so that routes with nothing in common are never compared.
   */
  private void sameWays(List<Way> ways) {
    List<Set<Integer>> requires =
        ways.stream().<Set<Integer>>map(way -> new HashSet<>(way.requires())).toList();
    Map<Integer, Integer> uses = new HashMap<>();
    requires.forEach(own -> own.forEach(number -> uses.merge(number, 1, Integer::sum)));
    SetMultimap<Integer, Integer> byRarest = MultimapBuilder.hashKeys().treeSetValues().build();
    for (int i = 0; i < ways.size(); i++) {
      byRarest.put(requires.get(i).stream().min(Comparator.comparing(uses::get)).orElse(-1), i);
    }
    for (int i = 0; i < ways.size(); i++) {
      Set<Integer> likely = new TreeSet<>(byRarest.get(-1));
      requires.get(i).forEach(number -> likely.addAll(byRarest.get(number)));
      for (int j : likely) {
        if (!work.spend(1 + ways.get(j).requires().size())) {
          return;
        }
        if (i != j && addsNothing(ways.get(i), requires.get(i), ways.get(j))) {
          boolean same = addsNothing(ways.get(j), requires.get(j), ways.get(i));
          if (!same || j < i) {
            reportWay(ways.get(i), ways.get(j), same);
            break;
          }
        }
      }
    }
  }

  private static boolean addsNothing(Way stricter, Set<Integer> requires, Way wider) {
    return Subsumption.encloses(wider.rule().header().window(), stricter.rule().header().window())
        && stricter.rule().settings().equals(wider.rule().settings())
        && requires.containsAll(wider.requires());
  }

  private void reportWay(Way stricter, Way wider, boolean same) {
    RuleHeader header = stricter.rule().header();
    RuleHeader other = wider.rule().header();
    Warnings.warn(
        findings,
        header,
        header.nameSpan(),
        same
            ? MeaningFaults.sameAlternativeRule(other.name(), other.nameSpan())
            : MeaningFaults.subsumedAlternativeRule(other.name(), other.nameSpan()));
  }

  private void levelWithoutPathway(Way way) {
    if (way.rule().level() != null && way.rule().pathway() == null) {
      RuleHeader header = way.rule().header();
      Warnings.warn(
          findings, header, way.rule().idSpan(), PolicyFaults.levelWithoutPathway(way.rule().id()));
    }
  }

  private void sameLevels() {
    Map<String, CredentialRule> levels = new HashMap<>();
    for (Award award : program.catalogue()) {
      Credential credential = award.credential();
      CredentialRule rule = award.ways().get(0).rule();
      Integer level = credential.level();
      String pathway = credential.pathway();
      if (level == null || pathway == null) {
        continue;
      }
      CredentialRule other = levels.putIfAbsent(pathway + " " + level, rule);
      if (other != null) {
        Warnings.warn(
            findings,
            rule.header(),
            rule.idSpan(),
            PolicyFaults.sameLevel(level, pathway, other.id(), other.idSpan()));
      }
    }
  }

  /** The credentials that a way requires by name, also where it says or joins more. */
  private List<Credential> prerequisites(Way way) {
    return way.requires().stream()
        .map(number -> program.requirements().get(number))
        .filter(requirement -> requirement.kind() != Kind.REQUIREMENT)
        .flatMap(requirement -> SurelyEarned.named(requirement).stream())
        .distinct()
        .map(number -> program.credentials().get(number).credential())
        .toList();
  }

  private void levelGap(Award award, Way way) {
    Integer level = way.rule().level();
    String pathway = award.credential().pathway();
    if (level == null || level == 1 || pathway == null) {
      return;
    }
    // One without a pathway, or on the level itself, is reported for that.
    boolean hasLower =
        new SurelyEarned(program, work)
            .by(
                way,
                lower ->
                    (lower.pathway() == null || pathway.equals(lower.pathway()))
                        && lower.level() != null
                        && (lower.level() == level - 1 || lower.level().equals(level)));
    if (!hasLower) {
      Warnings.warn(
          findings,
          way.rule().header(),
          way.rule().header().nameSpan(),
          PolicyFaults.levelGap(level, pathway, level - 1));
    }
  }

  private void mixedPathways(Award award, Way way) {
    String pathway = award.credential().pathway();
    if (pathway == null || way.rule().level() != null) {
      return;
    }
    for (Credential component : prerequisites(way)) {
      if (component.level() != null
          && component.pathway() != null
          && !pathway.equals(component.pathway())) {
        Warnings.warn(
            findings,
            way.rule().header(),
            way.rule().header().nameSpan(),
            PolicyFaults.mixedPathways(pathway, component.id()));
      }
    }
  }
}
