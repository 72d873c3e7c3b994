package io.credentialrules.internal.check;

import io.credentialrules.Credential;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FrameworkFaults;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.resolve.Findings;
import io.credentialrules.internal.resolve.Warnings;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Framework;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.Reference;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds what pathways miss of the framework of their institution. That a level requires the one
 * below it, and a credential for all levels each of them, holds for every pathway and is found by
 * {@link Lints} and {@link Stacks}.
 */
final class Frameworks {
  private final Program program;
  private final Work work;
  private final Findings findings;

  Frameworks(Program program, Work work, Findings findings) {
    this.program = program;
    this.work = work;
    this.findings = findings;
  }

  /** Finds names in frameworks that nothing has. */
  static void unknown(PolicyModel model, List<VocabularyType> types, Findings findings) {
    List<String> names =
        types.stream()
            .filter(type -> !type.isDerived())
            .map(VocabularyType::name)
            .sorted()
            .toList();
    for (Framework framework : model.frameworks()) {
      for (Reference type : named(framework.demands())) {
        if (!names.contains(type.id())) {
          findings.error(
              type.span(),
              NameFaults.unknownType(type.id(), NearestWord.maybeOrAll(type.id(), names)));
        }
      }
      for (Reference role : named(framework.vetting())) {
        if (!WhatCounts.roles().contains(role.id())) {
          findings.error(
              role.span(),
              FrameworkFaults.badFrameworkRole(
                  role.id(), NearestWord.maybeOrAll(role.id(), WhatCounts.roles())));
        }
      }
    }
  }

  private static List<Reference> named(List<Framework.OfLevel> said) {
    return said.stream().flatMap(each -> each.anyOf().stream()).toList();
  }

  /** Only where all rules could be read. */
  void check() {
    for (Framework framework : program.model().frameworks()) {
      Map<String, Map<Integer, Award>> levels = new LinkedHashMap<>();
      Map<String, Award> first = new LinkedHashMap<>();
      Set<String> stacked = new HashSet<>();
      boolean holdsAny = false;
      for (Award award : program.catalogue()) {
        Credential credential = award.credential();
        String pathway = credential.pathway();
        if (!work.spend(1L + framework.packs().size())) {
          return;
        }
        boolean isHeld = framework.holds(credential.pack());
        holdsAny |= isHeld;
        if (pathway == null || !isHeld) {
          continue;
        }
        first.putIfAbsent(pathway, award);
        if (credential.level() == null) {
          stacked.add(pathway);
        } else {
          levels
              .computeIfAbsent(pathway, own -> new LinkedHashMap<>())
              .put(credential.level(), award);
          level(framework, award, pathway, credential.level());
        }
      }
      first.forEach(
          (pathway, award) ->
              pathway(
                  framework,
                  pathway,
                  award,
                  levels.getOrDefault(pathway, Map.of()).keySet(),
                  stacked.contains(pathway)));
      if (!holdsAny && !program.credentials().isEmpty()) {
        findings.error(framework.nameSpan(), FrameworkFaults.idleFramework(framework.name()));
      }
    }
  }

  private void pathway(
      Framework framework, String pathway, Award first, Set<Integer> levels, boolean isStacked) {
    RuleHeader header = first.ways().get(0).rule().header();
    for (int level = 1; level <= framework.levels(); level++) {
      if (!levels.contains(level)) {
        warn(
            header,
            FrameworkFaults.missesFrameworkMissing(
                pathway, String.valueOf(level), framework.name()));
        return;
      }
    }
    if (!isStacked) {
      warn(header, FrameworkFaults.missesFrameworkStack(pathway, framework.name()));
    }
  }

  private void level(Framework framework, Award award, String pathway, int level) {
    if (level > framework.levels()) {
      warn(
          award.ways().get(0).rule().header(),
          FrameworkFaults.missesFrameworkLevel(
              level, pathway, framework.levels(), framework.name()));
      return;
    }
    for (Framework.OfLevel demand : framework.demands()) {
      if (demand.level() == level && work.spend(1)) {
        Set<String> types =
            demand.anyOf().stream()
                .map(Reference::id)
                .collect(Collectors.toCollection(TreeSet::new));
        SurelyAsked asked = new SurelyAsked(program, types, pathway, work);
        for (Way way : award.ways()) {
          if (!asked.by(way)) {
            warn(
                way.rule().header(),
                FrameworkFaults.missesFramework(level, pathway, either(types), framework.name()));
          }
        }
      }
    }
    for (Framework.OfLevel vetting : framework.vetting()) {
      if (vetting.level() == level && work.spend(1)) {
        new VettedBy(program, framework.name(), vetting, work, findings).check(award, pathway);
      }
    }
  }

  /** Names in backticks, any one of which is enough. */
  static String either(Set<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
  }

  private void warn(RuleHeader header, Fault fault) {
    Warnings.warn(findings, header, header.nameSpan(), fault);
  }
}
