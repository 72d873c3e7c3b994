package io.credentialrules.testkit.coverage;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.testkit.internal.change.ChangedPolicy;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.learner.NamedBounds;
import io.credentialrules.testkit.internal.learner.ScenarioText;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that show what no record shows yet, near those that satisfy the rule: records
 * that were given, then what a plan for a credential asks for. What is tried is bounded by count.
 */
final class Suggestions {
  private static final int MOST_BASES = 3;

  /** What is spent on one rule, in facts: each record that is tried costs some, and its own. */
  private static final int MOST_WORK = 40_000;

  private static final int WORK_OF_RECORD = 10;

  private final CredentialRules rules;
  private final Function<List<RuleChange>, ChangedPolicy> compiler;
  private final List<GivenRecord> given;
  private final String pack;
  private final List<String> further;
  private final Map<String, List<LearnerRecord>> planned = new HashMap<>();
  private final Set<String> paths = new HashSet<>();

  Suggestions(
      CredentialRules rules,
      Function<List<RuleChange>, ChangedPolicy> compiler,
      List<GivenRecord> given,
      String pack,
      List<String> further) {
    this.rules = rules;
    this.compiler = compiler;
    this.given = given;
    this.pack = pack;
    this.further = further;
  }

  /** A scenario for each change that can be shown; those for which none was found are left out. */
  List<SuggestedScenario> of(Map<RuleChange, CoveragePoint> wanted) {
    Map<PolicyRule, List<RuleChange>> byRule = new LinkedHashMap<>();
    for (RuleChange change : wanted.keySet()) {
      byRule.computeIfAbsent(change.rule(), rule -> new ArrayList<>()).add(change);
    }
    List<SuggestedScenario> suggestions = new ArrayList<>();
    byRule.forEach((rule, changes) -> suggestions.addAll(of(rule, changes, wanted)));
    return suggestions;
  }

  /** The changes of one rule are compiled by themselves, so that a record is tried quickly. */
  private List<SuggestedScenario> of(
      PolicyRule rule, List<RuleChange> changes, Map<RuleChange, CoveragePoint> wanted) {
    ChangedPolicy changed = compiler.apply(changes);
    Map<RuleChange, SuggestedScenario> found = new LinkedHashMap<>();
    long work = 0;
    Iterator<GivenRecord> bases = bases(rule).iterator();
    while (bases.hasNext() && found.size() < changes.size() && work < MOST_WORK) {
      GivenRecord base = bases.next();
      Evaluation evaluation = rules.evaluate(base.record(), base.asOf());
      Iterator<LearnerRecord> records =
          NamedBounds.of(rules.policy(), rule, evaluation).around(base.record()).iterator();
      while (records.hasNext() && found.size() < changes.size() && work < MOST_WORK) {
        LearnerRecord record = records.next();
        work += WORK_OF_RECORD + record.facts().size();
        changed.seen(record, base.asOf()).apart().stream()
            .mapToObj(changed.changes()::get)
            .filter(change -> !found.containsKey(change))
            .forEach(
                change -> {
                  SuggestedScenario scenario =
                      scenario(change, wanted.get(change), record, base.asOf());
                  if (scenario != null) {
                    found.put(change, scenario);
                  }
                });
      }
    }
    return changes.stream()
        .map(found::get)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .toList();
  }

  private Stream<GivenRecord> bases(PolicyRule rule) {
    Stream<GivenRecord> known =
        given.stream().filter(each -> each.holding().contains(rule)).limit(MOST_BASES);
    Stream<GivenRecord> ofPlans =
        given.stream()
            .limit(1)
            .flatMap(
                first ->
                    planned(rule, first).stream()
                        .map(record -> new GivenRecord(record, first.asOf(), Set.of())));
    return Stream.concat(known, ofPlans);
  }

  /** What plans for the credentials that need the rule ask for, of a learner who was given. */
  private List<LearnerRecord> planned(PolicyRule rule, GivenRecord first) {
    return planned.computeIfAbsent(
        rule.id(),
        id -> {
          LearnerRecord empty = LearnerRecord.of(first.record().learner());
          Evaluation nothing = rules.evaluate(empty, first.asOf());
          String credential = credential(rule, nothing);
          return credential != null && nothing.plan(credential) instanceof Plan.Steps steps
              ? List.of(steps.appliedTo(empty))
              : List.of();
        });
  }

  private @Nullable SuggestedScenario scenario(
      RuleChange change, @Nullable CoveragePoint point, LearnerRecord record, ZonedDateTime asOf) {
    Evaluation evaluation = rules.evaluate(record, asOf);
    String credential = credential(change.rule(), evaluation);
    if (credential == null || point == null) {
      return null;
    }
    String verdict = evaluation.isEarned(credential) ? "earned" : "not-earned";
    String name =
        change.rule().id()
            + (change.kind() == RuleChange.Kind.AT_BOUND ? "-at-bound" : "-beside-bound");
    return new StatedSuggestion(
        point,
        path(pack + "/scenarios/" + credential + "/" + verdict + "/" + name),
        ScenarioText.of(story(point), further, evaluation, credential));
  }

  private static String story(CoveragePoint point) {
    String of = " of " + "`" + point.text() + "`";
    return point.kind() == CoveragePoint.Kind.AT_BOUND
        ? "Exactly at the bound" + of + "."
        : "One step from the bound" + of + ", on its other side.";
  }

  private String path(String start) {
    String path = start + ".yaml";
    for (int i = 2; !paths.add(path); i++) {
      path = start + "-" + i + ".yaml";
    }
    return path;
  }

  /** The credential of the pack whose decision speaks of the rule; null where none does. */
  private @Nullable String credential(PolicyRule rule, Evaluation evaluation) {
    if (rule instanceof CredentialRule) {
      return rule.id();
    }
    for (Credential credential : rules.catalogue()) {
      if (credential.pack().equals(pack)
          && requirements(evaluation.decision(credential.id()))
              .anyMatch(result -> result.id().equals(rule.id()))) {
        return credential.id();
      }
    }
    return null;
  }

  private static Stream<RequirementResult> requirements(Decision decision) {
    if (decision instanceof Decision.Earned earned) {
      return earned.route() == null ? Stream.of() : earned.route().requirements().stream();
    }
    return decision instanceof Decision.NotEarned not
        ? not.routes().stream().flatMap(route -> route.requirements().stream())
        : Stream.of();
  }
}
