package io.credentialrules.testkit.internal.search;

import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which credentials of a pack name a requirement, themselves or through others. Immutable. */
final class RequiringCredentials {
  private final Map<String, Set<String>> credentials;

  private RequiringCredentials(Map<String, Set<String>> credentials) {
    this.credentials = credentials;
  }

  static RequiringCredentials of(PolicyModel model, String pack) {
    Map<String, Set<PolicyRule>> naming = new LinkedHashMap<>();
    for (PolicyRule rule : model.rules()) {
      Named named = new Named();
      named.condition(rule.when());
      named.requirements.forEach(
          id -> naming.computeIfAbsent(id, first -> new LinkedHashSet<>()).add(rule));
    }
    Map<String, Set<String>> credentials = new LinkedHashMap<>();
    for (String requirement : naming.keySet()) {
      Set<String> ids = new LinkedHashSet<>();
      collect(requirement, naming, pack, new LinkedHashSet<>(), ids);
      credentials.put(requirement, ids);
    }
    return new RequiringCredentials(credentials);
  }

  private static void collect(
      String requirement,
      Map<String, Set<PolicyRule>> naming,
      String pack,
      Set<String> seen,
      Set<String> ids) {
    if (!seen.add(requirement)) {
      return;
    }
    for (PolicyRule rule : naming.getOrDefault(requirement, Set.of())) {
      if (!(rule instanceof CredentialRule)) {
        collect(rule.id(), naming, pack, seen, ids);
      } else if (rule.header().pack().equals(pack)) {
        ids.add(rule.id());
      }
    }
  }

  /** Those that a rule bears on, in the order of their rules; a credential's rule on that alone. */
  List<String> of(PolicyRule rule) {
    return rule instanceof CredentialRule
        ? List.of(rule.id())
        : List.copyOf(credentials.getOrDefault(rule.id(), Set.of()));
  }

  /** The requirements that conditions name. */
  private static final class Named implements PolicyWalk {
    private final Set<String> requirements = new LinkedHashSet<>();

    @Override
    public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
      if (pattern != null
          && pattern.type().equals(Vocabulary.MET)
          && constraint instanceof Constraint.Compare compare) {
        if (compare.right() instanceof Expression.Text text) {
          requirements.add(text.value());
        } else if (compare.right() instanceof Expression.Listing listing) {
          for (Expression value : listing.values()) {
            if (value instanceof Expression.Text text) {
              requirements.add(text.value());
            }
          }
        }
      }
      PolicyWalk.super.constraint(constraint, pattern);
    }
  }
}
