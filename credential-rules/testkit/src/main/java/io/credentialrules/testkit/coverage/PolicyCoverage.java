package io.credentialrules.testkit.coverage;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.internal.change.ChangedPolicy;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.change.RuleChanges;
import io.credentialrules.testkit.internal.change.SurvivorComment;
import io.credentialrules.testkit.internal.search.GivenRecord;
import io.credentialrules.testkit.internal.search.RecordSearch;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Finds what the scenarios of a pack, or any other records, show of its rules. A condition counts
 * as shown when a record is decided otherwise without it, so that each condition is seen to decide
 * alone; a bound, when a record is decided otherwise if it is moved. To know that, the pack is
 * compiled once more with all of these changes in it; a record costs one evaluation.
 *
 * <pre>{@code
 * PolicyCoverage coverage = PolicyCoverage.of(PolicyPack.read(Path.of("rules/garden")));
 * Scenarios.in(Path.of("rules")).forEach(coverage::add);
 * assertThat(coverage.report().percent()).isGreaterThanOrEqualTo(90);
 * }</pre>
 *
 * <p>Only the conditions of rules are looked at, not for how long a credential is valid, and not
 * whether evidence serves two requirements; and not at what a comment in the rule says that nobody
 * can notice, and why. Safe for use by several threads.
 */
public final class PolicyCoverage {
  /** More records than that are not kept for suggestions; what they show is. */
  private static final int MOST_KEPT = 1_000;

  private final PolicyPack pack;
  private final List<PolicyPack> packs;
  private final UnaryOperator<CredentialRules.Builder> prepare;
  private final CredentialRules compiled;
  private final List<PolicyRule> rules;
  private final ChangedPolicy changed;
  private final Set<RuleChange> explained;
  private final Map<PolicyRule, String> satisfied = new LinkedHashMap<>();
  private final Map<RuleChange, String> shown = new LinkedHashMap<>();
  private final List<GivenRecord> given = new ArrayList<>();

  private PolicyCoverage(
      List<PolicyPack> packs,
      UnaryOperator<CredentialRules.Builder> prepare,
      CredentialRules compiled,
      List<PolicyRule> rules,
      ChangedPolicy changed,
      Set<RuleChange> explained) {
    this.pack = packs.get(0);
    this.packs = List.copyOf(packs);
    this.prepare = prepare;
    this.compiled = compiled;
    this.rules = rules;
    this.changed = changed;
    this.explained = Set.copyOf(explained);
  }

  /**
   * Coverage of a pack that needs no other.
   *
   * @throws io.credentialrules.PolicyException when it has errors
   */
  public static PolicyCoverage of(PolicyPack pack) {
    return of(pack, List.of(), builder -> builder);
  }

  /**
   * Coverage of a pack among others.
   *
   * @param pack whose rules are looked at
   * @param further packs that it needs
   * @param prepare adds what the host adds, such as fact types and limits
   * @throws io.credentialrules.PolicyException when they have errors
   */
  public static PolicyCoverage of(
      PolicyPack pack, List<PolicyPack> further, UnaryOperator<CredentialRules.Builder> prepare) {
    List<PolicyPack> packs = new ArrayList<>(List.of(pack));
    packs.addAll(further);
    CredentialRules.Builder builder = prepare.apply(CredentialRules.builder());
    packs.forEach(builder::add);
    CredentialRules compiled = builder.compile();
    List<PolicyRule> rules =
        compiled.policy().rules().stream()
            .filter(rule -> rule.header().pack().equals(pack.name()))
            .toList();
    RuleChanges finder = new RuleChanges(compiled.policy(), packs);
    List<RuleChange> changes = finder.forCoverage(rules::contains);
    List<SurvivorComment> explanations = finder.explanations(rules::contains);
    Set<RuleChange> explained =
        changes.stream()
            .filter(change -> finder.explanation(change, explanations) != null)
            .collect(Collectors.toSet());
    return new PolicyCoverage(
        packs,
        prepare,
        compiled,
        rules,
        ChangedPolicy.compile(packs, prepare, rules, changes),
        explained);
  }

  /** With what a scenario shows. Throws as {@link #add(String, LearnerRecord, ZonedDateTime)}. */
  public void add(Scenario scenario) {
    add(scenario.name(), scenario.record(), scenario.asOf());
  }

  /**
   * With what a record shows on a date.
   *
   * @param name what the report calls it; not blank
   * @throws io.credentialrules.LimitExceededException when evaluating it costs more than the limits
   *     allow
   * @throws IllegalArgumentException when it holds a fact of a type that is not registered, or the
   *     name is blank
   */
  public void add(String name, LearnerRecord record, ZonedDateTime asOf) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("the record needs a name, for the report");
    }
    ChangedPolicy.Seen seen = changed.seen(record, asOf);
    synchronized (shown) {
      seen.holding().forEach(rule -> satisfied.putIfAbsent(rule, name));
      if (given.size() < MOST_KEPT) {
        given.add(new GivenRecord(record, asOf, seen.holding()));
      }
      seen.apart().stream().forEach(i -> shown.putIfAbsent(changed.changes().get(i), name));
    }
  }

  /** What was shown so far. */
  public CoverageReport report() {
    List<CoveragePoint> points = new ArrayList<>();
    synchronized (shown) {
      for (PolicyRule rule : rules) {
        String name = rule.header().name();
        points.add(
            new StatedPoint(
                CoveragePoint.Kind.RULE,
                rule.header().nameSpan(),
                name,
                name,
                satisfied.getOrDefault(rule, "")));
      }
      changed.changes().stream()
          .filter(change -> shown.containsKey(change) || !explained.contains(change))
          .forEach(change -> points.add(point(change)));
    }
    return CoverageReport.of(pack, points);
  }

  private CoveragePoint point(RuleChange change) {
    return new StatedPoint(
        kind(change.kind()),
        change.place(),
        change.rule().header().name(),
        change.written(),
        shown.getOrDefault(change, ""));
  }

  /**
   * The scenarios that are missing so that each bound is seen from both sides, in the order of
   * places, with the answers that the rules give today. They are looked for near the records that
   * were added, and near what a plan asks for; where none is found, there may be none. It costs up
   * to some thousand evaluations for each rule.
   *
   * @throws io.credentialrules.LimitExceededException when an evaluation costs more than the limits
   *     allow
   */
  public List<SuggestedScenario> suggestions() {
    Map<RuleChange, CoveragePoint> wanted = new LinkedHashMap<>();
    List<GivenRecord> bases;
    synchronized (shown) {
      bases = List.copyOf(given);
      for (RuleChange change : changed.changes()) {
        CoveragePoint point = point(change);
        boolean isBound =
            point.kind() == CoveragePoint.Kind.AT_BOUND
                || point.kind() == CoveragePoint.Kind.BESIDE_BOUND;
        if (isBound && !point.isSeen() && !explained.contains(change)) {
          wanted.put(change, point);
        }
      }
    }
    RecordSearch search =
        new RecordSearch(
            compiled,
            changes ->
                ChangedPolicy.compile(packs, prepare, List.of(changes.get(0).rule()), changes),
            bases,
            pack.name());
    List<String> further = packs.stream().skip(1).map(PolicyPack::name).toList();
    return new Suggestions(search, pack.name(), further).of(wanted);
  }

  private static CoveragePoint.Kind kind(RuleChange.Kind kind) {
    return switch (kind) {
      case WITHOUT_CONDITION -> CoveragePoint.Kind.CONDITION;
      case WITHOUT_ALTERNATIVE -> CoveragePoint.Kind.ALTERNATIVE;
      case AT_BOUND -> CoveragePoint.Kind.AT_BOUND;
      case BESIDE_BOUND -> CoveragePoint.Kind.BESIDE_BOUND;
      default -> throw new IllegalStateException("coverage does not look at " + kind);
    };
  }

  /** How many rules were looked at with how many records. */
  @Override
  public String toString() {
    return pack.name() + ": " + rules.size() + " rules, " + given.size() + " records";
  }
}
