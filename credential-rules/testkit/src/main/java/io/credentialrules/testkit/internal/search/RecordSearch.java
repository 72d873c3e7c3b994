package io.credentialrules.testkit.internal.search;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for records that tell a rule from its changes, near records that satisfy the rule: those
 * that are given, then what a plan for a credential asks for. What is tried is bounded by count.
 * Thread-safe.
 */
public final class RecordSearch {
  private static final int MOST_BASES = 3;

  /** What is spent on one rule, in facts: each record that is tried costs some, and its own. */
  private static final int MOST_WORK = 40_000;

  private static final int WORK_OF_RECORD = 10;

  /** How many records that tell a change apart are tried for one change, if none of them suits. */
  private static final int MOST_UNSUITABLE = 40;

  private final CredentialRules rules;
  private final Function<List<RuleChange>, ChangedPolicy> compiler;
  private final List<GivenRecord> given;
  private final RequiringCredentials requiring;
  private final Map<String, List<LearnerRecord>> planned = new ConcurrentHashMap<>();

  /**
   * A search.
   *
   * @param rules the rules as they are
   * @param compiler compiles changes of one rule
   * @param given the records to begin with
   * @param pack the pack whose credentials are decided
   */
  public RecordSearch(
      CredentialRules rules,
      Function<List<RuleChange>, ChangedPolicy> compiler,
      List<GivenRecord> given,
      String pack) {
    this.rules = rules;
    this.compiler = compiler;
    this.given = List.copyOf(given);
    this.requiring = RequiringCredentials.of(rules.policy(), pack);
  }

  /**
   * A record for each change of one rule that one was found for, evaluated by the rules as they
   * are.
   *
   * @param changes of one rule, at least one; by themselves, so that a record is tried quickly
   * @param suits whether a record that tells a change apart will do
   */
  public Map<RuleChange, Evaluation> find(
      List<RuleChange> changes, BiPredicate<RuleChange, Evaluation> suits) {
    PolicyRule rule = changes.get(0).rule();
    ChangedPolicy changed = compiler.apply(changes);
    int wanted = changed.changes().size();
    Map<RuleChange, Evaluation> found = new LinkedHashMap<>();
    Map<RuleChange, Integer> unsuitable = new HashMap<>();
    long work = 0;
    Iterator<GivenRecord> bases = bases(rule, changed).iterator();
    while (bases.hasNext() && found.size() < wanted && work < MOST_WORK) {
      GivenRecord base = bases.next();
      Evaluation evaluation = rules.evaluate(base.record(), base.asOf());
      Iterator<LearnerRecord> records =
          NamedBounds.of(rules.policy(), rule, evaluation).around(base.record()).iterator();
      while (records.hasNext() && found.size() < wanted && work < MOST_WORK) {
        LearnerRecord record = records.next();
        work += WORK_OF_RECORD + record.facts().size();
        for (RuleChange change : apart(changed, record, base)) {
          if (!found.containsKey(change) && unsuitable.getOrDefault(change, 0) < MOST_UNSUITABLE) {
            Evaluation answer = rules.evaluate(record, base.asOf());
            if (suits.test(change, answer)) {
              found.put(change, answer);
            } else {
              unsuitable.merge(change, 1, Integer::sum);
            }
          }
        }
      }
    }
    return found;
  }

  private static List<RuleChange> apart(
      ChangedPolicy changed, LearnerRecord record, GivenRecord base) {
    return changed.seen(record, base.asOf()).apart().stream()
        .mapToObj(changed.changes()::get)
        .toList();
  }

  private Stream<GivenRecord> bases(PolicyRule rule, ChangedPolicy changed) {
    Stream<GivenRecord> known =
        given.stream().filter(each -> each.holding().contains(rule)).limit(MOST_BASES);
    Stream<GivenRecord> ofPlans =
        given.stream()
            .limit(1)
            .flatMap(
                first ->
                    Stream.of(
                            planned(rule, first).stream(),
                            Stream.of(first).flatMap(given -> through(rule, changed, given)))
                        .flatMap(records -> records)
                        .map(record -> new GivenRecord(record, first.asOf(), Set.of())));
    return Stream.concat(known, ofPlans);
  }

  /**
   * What a plan for the rule itself asks for, and then one for the credential that needs it: the
   * plan for the credential alone goes by another rule, where one is cheaper.
   */
  private Stream<LearnerRecord> through(PolicyRule rule, ChangedPolicy changed, GivenRecord first) {
    LearnerRecord empty = LearnerRecord.of(first.record().learner());
    if (!(changed.plan(rule, empty, first.asOf()) instanceof Plan.Steps ofRule)) {
      return Stream.of();
    }
    LearnerRecord holding = ofRule.appliedTo(empty);
    Evaluation evaluation = rules.evaluate(holding, first.asOf());
    String credential = credential(rule, evaluation);
    return credential != null && evaluation.plan(credential) instanceof Plan.Steps steps
        ? Stream.of(steps.appliedTo(holding))
        : Stream.of(holding);
  }

  /** What a plan for the credential that needs the rule asks for, of a learner who was given. */
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

  /** The credential of the pack whose decision speaks of a rule; null where none does. */
  public @Nullable String credential(PolicyRule rule, Evaluation evaluation) {
    if (rule instanceof CredentialRule) {
      return rule.id();
    }
    return requiring.of(rule).stream()
        .filter(
            credential ->
                requirements(evaluation.decision(credential))
                    .anyMatch(result -> result.id().equals(rule.id())))
        .findFirst()
        .orElse(null);
  }

  private static Stream<RequirementResult> requirements(Decision decision) {
    if (decision instanceof Decision.Earned earned) {
      return earned.route() == null ? Stream.of() : earned.route().requirements().stream();
    }
    return decision instanceof Decision.NotEarned not
        ? not.routes().stream().flatMap(route -> route.requirements().stream())
        : Stream.of();
  }

  /** The changes by the rules that they are of, in order. */
  public static List<List<RuleChange>> byRule(Iterable<RuleChange> changes) {
    Map<PolicyRule, List<RuleChange>> byRule = new LinkedHashMap<>();
    for (RuleChange change : changes) {
      byRule.computeIfAbsent(change.rule(), rule -> new ArrayList<>()).add(change);
    }
    return List.copyOf(byRule.values());
  }
}
