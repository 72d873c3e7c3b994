package io.credentialrules.testkit.internal.law;

import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The credentials that further evidence cannot take away, because nothing that they rest on is
 * negated or limited: no absence, no "each", no mean or least value, no upper bound of a total, no
 * validity and no version that other facts choose. Whatever is not plainly so is left out.
 */
public final class PositiveRules {
  /** Of these a further fact never makes less. */
  private static final Set<String> GROWING = Set.of("sum", "count", "countDistinct", "max");

  private final Set<String> doubtful = new HashSet<>();

  private PositiveRules(PolicyModel policy) {
    Map<String, Set<String>> namedBy = new HashMap<>();
    Deque<String> open = new ArrayDeque<>();
    for (PolicyRule rule : policy.rules()) {
      texts(rule.when())
          .forEach(text -> namedBy.computeIfAbsent(text, by -> new HashSet<>()).add(rule.id()));
      if (!isPositive(rule) && doubtful.add(rule.id())) {
        open.add(rule.id());
      }
    }
    while (!open.isEmpty()) {
      for (String id : namedBy.getOrDefault(open.remove(), Set.of())) {
        if (doubtful.add(id)) {
          open.add(id);
        }
      }
    }
  }

  /** Of a policy. */
  public static PositiveRules of(PolicyModel policy) {
    return new PositiveRules(policy);
  }

  /** Whether further evidence cannot take a requirement or credential away. */
  public boolean contains(String id) {
    return !doubtful.contains(id);
  }

  /** Every text in a condition, ids of requirements and credentials among them. */
  private static Set<String> texts(Condition condition) {
    Set<String> texts = new HashSet<>();
    new PolicyWalk() {
      @Override
      public void expression(Expression expression) {
        if (expression instanceof Expression.Text text) {
          texts.add(text.value());
        }
        PolicyWalk.super.expression(expression);
      }
    }.condition(condition);
    return texts;
  }

  private static boolean isPositive(PolicyRule rule) {
    boolean lasts =
        !(rule instanceof CredentialRule credential)
            || (credential.settings().validFor() == null
                && credential.settings().evidence() == CredentialSettings.EvidenceUse.SHARED);
    return lasts
        && rule.header().window().equals(Window.ALWAYS)
        && new Doubt().isAbsent(rule.when());
  }

  /** Whether anything in a condition may turn against whoever has more. */
  private static final class Doubt implements PolicyWalk {
    private boolean found;

    boolean isAbsent(Condition condition) {
      condition(condition);
      return !found;
    }

    @Override
    public void condition(Condition condition) {
      if (condition instanceof Condition.Not
          || condition instanceof Condition.ForAll
          || condition instanceof Condition.GroupBy) {
        found = true;
      } else if (condition instanceof Condition.Accumulate accumulate) {
        found |=
            !accumulate.functions().stream()
                .allMatch(function -> GROWING.contains(function.function()));
        accumulate.constraints().forEach(this::bound);
      } else if (condition instanceof Condition.Pattern pattern) {
        found |= namesOthers(pattern);
      }
      PolicyWalk.super.condition(condition);
    }

    /** A total must be at least something, and so must each of several. */
    private void bound(Constraint constraint) {
      if (constraint instanceof Constraint.Compare compare) {
        boolean totalFirst = compare.left() instanceof Expression.Variable;
        Operator operator = totalFirst ? compare.operator() : compare.mirrored().operator();
        boolean atLeast = operator == Operator.MORE || operator == Operator.AT_LEAST;
        boolean ofTotals = totalFirst == (compare.right() instanceof Expression.Variable);
        found |= !atLeast || ofTotals;
      } else if (constraint instanceof Constraint.Opposite
          || constraint instanceof Constraint.IsTrue) {
        found = true;
      } else {
        constraint.parts().forEach(this::bound);
      }
    }

    /** Other requirements and credentials must be named, so that it is known which they are. */
    private static boolean namesOthers(Condition.Pattern pattern) {
      boolean derived = List.of(Vocabulary.EARNED, Vocabulary.MET).contains(pattern.type());
      return derived && pattern.constraints().stream().noneMatch(PositiveRules::isNamed);
    }

    @Override
    public void constraint(Constraint constraint, Condition.@Nullable Pattern pattern) {
      found |= constraint instanceof Constraint.Opposite && pattern == null;
      PolicyWalk.super.constraint(constraint, pattern);
    }

    @Override
    public void expression(Expression expression) {
      found |=
          expression instanceof Expression.OncePer
              || expression instanceof Expression.Calculation
              || expression instanceof Expression.Named;
      PolicyWalk.super.expression(expression);
    }
  }

  private static boolean isNamed(Constraint constraint) {
    return constraint instanceof Constraint.Compare compare
        && compare.operator() == Operator.EQUAL
        && compare.left() instanceof Expression.Field field
        && List.of("credential", "requirement").contains(field.name())
        && compare.right() instanceof Expression.Text;
  }
}
