package io.credentialrules.testkit.mutation;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.internal.change.ChangedPolicy;
import io.credentialrules.testkit.internal.change.EqualChanges;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.change.RuleChanges;
import io.credentialrules.testkit.internal.change.SurvivorComment;
import io.credentialrules.testkit.internal.search.GivenRecord;
import io.credentialrules.testkit.mutation.Mutant.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Changes the rules of a pack in one respect at a time, and tries whether its scenarios notice:
 * bounds by a step and by ten, comparisons, {@code and} and {@code or}, conditions, prerequisites
 * and alternatives left out, words and levels, windows, periods, totals and settings.
 *
 * <p>Which scenarios could notice a change is known beforehand, from one evaluation of each with
 * all changes compiled into one policy; only those are tried, with the change as a policy of its
 * own. What survives is proven to be equal where that can be, or explained by a comment in the
 * rule; and otherwise a learner is looked for whom it decides otherwise. Work is bounded by counts.
 * Immutable and thread-safe.
 */
public final class PolicyMutation {
  private final List<PolicyPack> packs;
  private final UnaryOperator<CredentialRules.Builder> prepare;
  private final CredentialRules compiled;
  private final RuleChanges finder;
  private final List<RuleChange> changes;

  private PolicyMutation(
      List<PolicyPack> packs,
      UnaryOperator<CredentialRules.Builder> prepare,
      CredentialRules compiled) {
    this.packs = packs;
    this.prepare = prepare;
    this.compiled = compiled;
    this.finder = new RuleChanges(compiled.policy(), packs);
    this.changes = finder.forMutation(this::isChanged, compiled.vocabulary());
  }

  /**
   * Mutation of a pack among others.
   *
   * @param pack whose rules are changed
   * @param further packs that it needs
   * @param prepare adds what the host adds, such as fact types and limits
   * @throws PolicyException when they have errors
   */
  public static PolicyMutation of(
      PolicyPack pack, List<PolicyPack> further, UnaryOperator<CredentialRules.Builder> prepare) {
    List<PolicyPack> packs = new ArrayList<>(List.of(pack));
    packs.addAll(further);
    CredentialRules.Builder builder = prepare.apply(CredentialRules.builder());
    packs.forEach(builder::add);
    return new PolicyMutation(List.copyOf(packs), prepare, builder.compile());
  }

  /** How many changes there are. */
  public int size() {
    return changes.size();
  }

  /**
   * Tries all changes.
   *
   * @param scenarios those of the pack, all of which must be true
   * @throws AssertionError when one of them is not true of the policy as it is
   * @throws io.credentialrules.LimitExceededException when an evaluation costs more than the limits
   *     allow
   */
  public MutationReport run(List<Scenario> scenarios) {
    return run(scenarios, () -> {});
  }

  /**
   * Tries all changes, and says so of each.
   *
   * @param scenarios those of the pack, all of which must be true
   * @param tried told once for each of {@link #size} changes when it was tried, from several
   *     threads
   * @throws AssertionError when one of the scenarios is not true of the policy as it is
   * @throws io.credentialrules.LimitExceededException when an evaluation costs more than the limits
   *     allow
   */
  public MutationReport run(List<Scenario> scenarios, Runnable tried) {
    scenarios.forEach(scenario -> scenario.verify(compiled));
    List<PolicyRule> rules = changes.stream().map(RuleChange::rule).distinct().toList();
    ChangedPolicy changed =
        ChangedPolicy.compile(
            packs,
            prepare,
            rules,
            changes.stream().filter(change -> change.kind().isOfConditions()).toList());
    Map<RuleChange, List<Scenario>> noticing = new HashMap<>();
    List<GivenRecord> given = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      ChangedPolicy.Seen seen = changed.seen(scenario.record(), scenario.asOf());
      given.add(new GivenRecord(scenario.record(), scenario.asOf(), seen.holding()));
      seen.apart().stream()
          .mapToObj(changed.changes()::get)
          .forEach(
              change -> noticing.computeIfAbsent(change, first -> new ArrayList<>()).add(scenario));
    }
    Trials trials = new Trials(packs, prepare);
    Map<RuleChange, Trials.Answer> answers = new LinkedHashMap<>();
    changes.parallelStream()
        .map(
            change -> {
              Trials.Answer answer =
                  changed.refused().containsKey(change)
                      ? new Trials.Answer(Status.REFUSED, changed.refused().get(change).message())
                      : trials.of(change, candidates(change, scenarios, noticing));
              tried.run();
              return Map.entry(change, answer);
            })
        .toList()
        .forEach(entry -> answers.put(entry.getKey(), entry.getValue()));
    return report(answers, given, trials);
  }

  /**
   * The scenarios that could notice a change: those for which the rule is decided otherwise, and
   * those that name what the requirement needs, which a bound changes.
   */
  private static List<Scenario> candidates(
      RuleChange change, List<Scenario> scenarios, Map<RuleChange, List<Scenario>> noticing) {
    if (!change.kind().isOfConditions()) {
      return scenarios;
    }
    Set<Scenario> candidates = new LinkedHashSet<>(noticing.getOrDefault(change, List.of()));
    for (Scenario scenario : scenarios) {
      boolean namesAmount =
          scenario.unmet().stream()
              .anyMatch(
                  unmet ->
                      unmet.id().startsWith(change.rule().id())
                          && (unmet.needs() != null || unmet.has() != null));
      if (namesAmount) {
        candidates.add(scenario);
      }
    }
    return List.copyOf(candidates);
  }

  private MutationReport report(
      Map<RuleChange, Trials.Answer> answers, List<GivenRecord> given, Trials trials) {
    List<RuleChange> alive =
        answers.entrySet().stream()
            .filter(entry -> entry.getValue().status() == Status.SURVIVED)
            .map(Map.Entry::getKey)
            .toList();
    Set<RuleChange> equal = new HashSet<>(EqualChanges.of(packs, prepare, alive));
    alive.stream().filter(trials::statesTheDefault).forEach(equal::add);
    List<SurvivorComment> explanations = finder.explanations(this::isChanged);
    Map<RuleChange, SurvivorComment> explained = new HashMap<>();
    for (RuleChange change : alive) {
      SurvivorComment why = finder.explanation(change, explanations);
      if (why != null && !equal.contains(change)) {
        explained.put(change, why);
      }
    }
    List<RuleChange> survivors = new ArrayList<>(alive);
    survivors.removeIf(change -> equal.contains(change) || explained.containsKey(change));
    Map<RuleChange, String> learners =
        new KillingLearners(compiled, packs, prepare, given, trials).of(survivors);
    List<StatedMutant> mutants = new ArrayList<>();
    answers.forEach(
        (change, answer) -> {
          SurvivorComment why = explained.get(change);
          Trials.Answer outcome =
              equal.contains(change)
                  ? new Trials.Answer(Status.EQUAL, "it is proven to say the same")
                  : why == null ? answer : new Trials.Answer(Status.EXPLAINED, why.reason());
          mutants.add(
              StatedMutant.of(
                  change,
                  finder,
                  outcome.status(),
                  outcome.reason(),
                  learners.getOrDefault(change, "")));
        });
    List<SourceSpan> idle =
        explanations.stream()
            .filter(explanation -> !explained.containsValue(explanation))
            .map(SurvivorComment::place)
            .toList();
    return MutationReport.of(packs.get(0), mutants, idle);
  }

  private boolean isChanged(PolicyRule rule) {
    return rule.header().pack().equals(packs.get(0).name());
  }

  /** Such as {@code 120 changes of garden}. */
  @Override
  public String toString() {
    return changes.size() + " changes of " + packs.get(0).name();
  }
}
