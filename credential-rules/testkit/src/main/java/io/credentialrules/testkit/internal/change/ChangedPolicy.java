package io.credentialrules.testkit.internal.change;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A policy that holds each of its rules once more, and once with each change, as credentials that
 * nothing refers to. So it is compiled once for all changes, and one evaluation of a record says of
 * each whether its rule would hold: a record for which a rule and its change differ tells them
 * apart. What the checks refuse is left out. Immutable and thread-safe.
 */
public final class ChangedPolicy {
  /** Each round finds what the stage after that of the round before refuses; there are few. */
  private static final int MOST_ROUNDS = 20;

  private final CredentialRules rules;
  private final List<PolicyRule> originals;
  private final List<RuleChange> changes;
  private final Map<RuleChange, Problem> refused;

  private ChangedPolicy(
      CredentialRules rules,
      List<PolicyRule> originals,
      List<RuleChange> changes,
      Map<RuleChange, Problem> refused) {
    this.rules = rules;
    this.originals = List.copyOf(originals);
    this.changes = List.copyOf(changes);
    this.refused = Collections.unmodifiableMap(new LinkedHashMap<>(refused));
  }

  /**
   * Compiles packs with changes of their rules.
   *
   * @param prepare adds what the host adds to the packs, such as fact types
   * @param originals the rules that are changed
   * @throws PolicyException when the packs themselves have errors
   */
  public static ChangedPolicy compile(
      List<PolicyPack> packs,
      UnaryOperator<CredentialRules.Builder> prepare,
      List<PolicyRule> originals,
      List<RuleChange> changes) {
    Map<RuleChange, Problem> refused = new LinkedHashMap<>();
    List<RuleChange> kept = new ArrayList<>(changes);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      ChangedFiles files = new ChangedFiles(packs, originals, kept);
      CredentialRules.Builder builder = prepare.apply(CredentialRules.builder());
      files.packs().forEach(builder::add);
      try {
        return new ChangedPolicy(builder.compile(), originals, kept, refused);
      } catch (PolicyException wrong) {
        Map<RuleChange, Problem> now = files.refused(wrong.problems());
        if (now.isEmpty()) {
          throw wrong;
        }
        refused.putAll(now);
        kept.removeAll(new HashSet<>(now.keySet()));
      }
    }
    throw new IllegalStateException("the changes of a policy could not be compiled");
  }

  /** The changes that the checks do not refuse, in their order. */
  public List<RuleChange> changes() {
    return changes;
  }

  /** The changes that the checks refuse, each with the first problem. */
  public Map<RuleChange, Problem> refused() {
    return refused;
  }

  /**
   * Which rules hold for a record, and which changes it tells from them.
   *
   * @throws io.credentialrules.LimitExceededException when it costs more than the limits allow
   */
  public Seen seen(LearnerRecord record, ZonedDateTime asOf) {
    Set<String> earned = new HashSet<>(rules.evaluate(record, asOf).earned());
    Set<PolicyRule> holding = Collections.newSetFromMap(new IdentityHashMap<>());
    for (int i = 0; i < originals.size(); i++) {
      if (earned.contains(ChangedFiles.original(i))) {
        holding.add(originals.get(i));
      }
    }
    BitSet apart = new BitSet();
    for (int i = 0; i < changes.size(); i++) {
      RuleChange change = changes.get(i);
      boolean differs = earned.contains(ChangedFiles.changed(i)) != holding.contains(change.rule());
      apart.set(i, differs && change.window().contains(dateOf(change.rule(), record, asOf)));
    }
    return new Seen(holding, apart);
  }

  /** What would satisfy one of the rules by itself, whatever else decides the same. */
  public Plan plan(PolicyRule rule, LearnerRecord record, ZonedDateTime asOf) {
    return rules.evaluate(record, asOf).plan(ChangedFiles.original(originals.indexOf(rule)));
  }

  private static LocalDate dateOf(PolicyRule rule, LearnerRecord record, ZonedDateTime asOf) {
    return rule.versionBy().date(record.policyDate(), asOf.toLocalDate());
  }

  /**
   * What one evaluation shows.
   *
   * @param holding the rules whose conditions hold
   * @param apart of {@link #changes}, those under which the rule would hold where it does not, or
   *     not hold where it does
   */
  public record Seen(Set<PolicyRule> holding, BitSet apart) {}
}
