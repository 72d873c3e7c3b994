package io.credentialrules.internal.limit;

import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requirements and credentials that the conditions on {@code Met} and {@code Earned} can
 * match. A condition that names an id matches one; one that names none matches all, so that a few
 * thousand short rules would otherwise take any memory.
 */
public final class Dependencies {
  private final Set<String> requirements = new HashSet<>();
  private final Set<String> credentials = new HashSet<>();
  private final Map<String, Integer> ofPathway = new HashMap<>();
  private final long most;
  private long count;
  private @Nullable SourceSpan beyond;

  private Dependencies(List<PolicyRule> rules, Set<String> external, long most) {
    this.most = most;
    credentials.addAll(external);
    for (PolicyRule rule : rules) {
      if (rule instanceof CredentialRule credential) {
        credentials.add(credential.id());
        if (credential.pathway() != null) {
          ofPathway.merge(credential.pathway(), 1, Integer::sum);
        }
      } else {
        requirements.add(rule.id());
      }
    }
  }

  /**
   * The condition with which there are more than {@code most}; null where there are not.
   *
   * @param external the credentials that are awarded elsewhere
   * @param editions in how many editions a rule is built
   */
  public static @Nullable SourceSpan beyond(
      List<PolicyRule> rules,
      Set<String> external,
      long most,
      ToLongFunction<PolicyRule> editions) {
    Dependencies dependencies = new Dependencies(rules, external, most);
    for (PolicyRule rule : rules) {
      long alternatives = Alternatives.of(rule.when(), Integer.MAX_VALUE);
      dependencies.count(rule.when(), alternatives * editions.applyAsLong(rule));
      if (dependencies.beyond != null) {
        return dependencies.beyond;
      }
    }
    return null;
  }

  private void count(Condition condition, long alternatives) {
    Interruption.check();
    for (Condition part : condition.parts()) {
      count(part, alternatives);
    }
    if (condition instanceof Condition.Pattern pattern) {
      count += alternatives * possible(pattern);
      if (count > most && beyond == null) {
        beyond = pattern.span();
      }
    }
  }

  private long possible(Condition.Pattern pattern) {
    boolean isMet = pattern.type().equals(Vocabulary.MET);
    if (!isMet && !pattern.type().equals(Vocabulary.EARNED)) {
      return 0;
    }
    long all = isMet ? requirements.size() : credentials.size();
    long possible = all;
    for (Constraint constraint : pattern.constraints()) {
      possible = Math.min(possible, possible(constraint, isMet, all));
    }
    return possible;
  }

  private long possible(Constraint constraint, boolean isMet, long all) {
    if (constraint instanceof Constraint.Either either) {
      long any = either.parts().stream().mapToLong(part -> possible(part, isMet, all)).sum();
      return Math.min(any, all);
    }
    if (!(constraint instanceof Constraint.Compare compare)
        || !(compare.left() instanceof Expression.Field field)) {
      return all;
    }
    List<Expression> values = values(compare);
    if (field.name().equals(isMet ? "requirement" : "credential") && !values.isEmpty()) {
      return values.size();
    }
    return !isMet && field.name().equals("pathway") && !values.isEmpty()
        ? values.stream().mapToLong(this::ofPathway).sum()
        : all;
  }

  private long ofPathway(Expression pathway) {
    return pathway instanceof Expression.Text text
        ? ofPathway.getOrDefault(text.value(), 0)
        : credentials.size();
  }

  /** The texts that a field must be; empty where it may be any. */
  private static List<Expression> values(Constraint.Compare compare) {
    if (compare.operator() == Operator.EQUAL && compare.right() instanceof Expression.Text text) {
      return List.of(text);
    }
    return compare.operator() == Operator.IN
            && compare.right() instanceof Expression.Listing listing
            && listing.values().stream().allMatch(Expression.Text.class::isInstance)
        ? listing.values()
        : List.of();
  }
}
