package io.credentialrules.testkit.mutation;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.mutation.Mutant.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tries changes as policies of their own. Thread-safe. */
final class Trials {
  private final List<PolicyPack> packs;
  private final UnaryOperator<CredentialRules.Builder> prepare;

  Trials(List<PolicyPack> packs, UnaryOperator<CredentialRules.Builder> prepare) {
    this.packs = packs;
    this.prepare = prepare;
  }

  /**
   * What became of a change.
   *
   * @param reason who noticed it, or why it is refused; empty where it survived
   */
  record Answer(Status status, String reason) {}

  /** What becomes of a change under scenarios, of which the first that is not true is named. */
  Answer of(RuleChange change, List<Scenario> scenarios) {
    CredentialRules rules;
    try {
      rules = compile(change);
    } catch (PolicyException refused) {
      return new Answer(Status.REFUSED, refused.problems().get(0).message());
    }
    for (Scenario scenario : scenarios) {
      if (!isTrue(scenario, rules)) {
        return new Answer(Status.KILLED, scenario.name());
      }
    }
    return new Answer(Status.SURVIVED, "");
  }

  /**
   * A change that makes an evaluation too dear is noticed too. Reasons cost much more than the
   * verdict, which most changes alter.
   */
  private static boolean isTrue(Scenario scenario, CredentialRules rules) {
    try {
      boolean earned =
          rules.evaluate(scenario.record(), scenario.asOf()).isEarned(scenario.credential());
      return earned == scenario.earned() && scenario.outcome(rules).passed();
    } catch (LimitExceededException tooDear) {
      return false;
    }
  }

  /**
   * The packs with a change.
   *
   * @throws PolicyException when the checks refuse it
   */
  CredentialRules compile(RuleChange change) {
    CredentialRules.Builder builder = prepare.apply(CredentialRules.builder());
    for (PolicyPack pack : packs) {
      String folder = pack.name() + "/";
      String file = change.edit().file();
      if (file.startsWith(folder)) {
        Map<String, String> files = new HashMap<>(pack.files());
        files.computeIfPresent(
            file.substring(folder.length()), (name, text) -> change.edit().in(text));
        builder.add(PolicyPack.of(pack.name(), files));
      } else {
        builder.add(pack);
      }
    }
    return builder.compile();
  }

  /** Whether it is proven that nothing is changed: what is left out or added is the default. */
  boolean statesTheDefault(RuleChange change) {
    return change.kind() == RuleChange.Kind.SETTING
        && change.rule() instanceof CredentialRule rule
        && compile(change).policy().rules().stream()
            .filter(other -> other.header().name().equals(rule.header().name()))
            .filter(other -> other.header().pack().equals(rule.header().pack()))
            .allMatch(
                other ->
                    other instanceof CredentialRule same
                        && same.settings().equals(rule.settings()));
  }

  /** A verdict, and the ids of what is missing. */
  static String answer(Evaluation evaluation, @Nullable String credential) {
    if (credential == null) {
      return "";
    }
    TreeSet<String> missing = new TreeSet<>();
    if (evaluation.decision(credential) instanceof Decision.NotEarned not) {
      not.missing().stream().map(RequirementResult::id).forEach(missing::add);
    }
    return evaluation.isEarned(credential) + " " + missing;
  }
}
