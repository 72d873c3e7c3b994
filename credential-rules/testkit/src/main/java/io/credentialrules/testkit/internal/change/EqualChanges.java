package io.credentialrules.testkit.internal.change;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Finds changes that change nothing, by proof: a rule and its change are given to the checks as two
 * alternatives of one requirement, and the checks prove that they say the same. What they cannot
 * prove is unknown.
 */
public final class EqualChanges {
  private static final String SAME = "same-alternative";

  private EqualChanges() {}

  /** Those that are proven to change nothing. */
  public static Set<RuleChange> of(
      List<PolicyPack> packs,
      UnaryOperator<CredentialRules.Builder> prepare,
      List<RuleChange> changes) {
    List<RuleChange> candidates = changes.stream().filter(EqualChanges::hasNoAlternatives).toList();
    ChangedFiles files = ChangedFiles.ofPairs(packs, candidates);
    CredentialRules.Builder builder = prepare.apply(CredentialRules.builder());
    files.packs().forEach(builder::add);
    Set<RuleChange> equal = new HashSet<>();
    for (Problem problem : builder.check()) {
      if (problem.code().equals(SAME)) {
        equal.addAll(files.at(problem.span()));
      }
    }
    return equal;
  }

  /** With alternatives, one of them may be the same while others are not. */
  private static boolean hasNoAlternatives(RuleChange change) {
    String text = change.rule().when().text();
    return change.kind().isOfConditions()
        && change.kind() != RuleChange.Kind.WITHOUT_RULE
        && !text.contains("||")
        && !text.contains(" or ")
        && !change.edit().replacement().contains("||")
        && !change.edit().replacement().equals("or");
  }
}
