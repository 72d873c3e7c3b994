package io.credentialrules.examples.campus.review;

import io.credentialrules.CredentialRules;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RequirementRule;
import io.credentialrules.vocabulary.RubricScore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The criteria of rubrics that rules name, each with the levels of its scale, lowest first. */
final class RubricCriteria {
  private RubricCriteria() {}

  /** The criteria of a rubric, in the order in which the rules name them. */
  static Map<String, List<String>> of(CredentialRules rules, String rubric) {
    Map<String, List<String>> criteria = new LinkedHashMap<>();
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof RequirementRule own && !own.header().levels().isEmpty()) {
        named(own, rubric)
            .forEach(criterion -> criteria.putIfAbsent(criterion, own.header().levels()));
      }
    }
    return criteria;
  }

  /** The levels of the scale of a requirement; none where it has no scale. */
  static List<String> levels(CredentialRules rules, String requirement) {
    for (PolicyRule rule : rules.policy().rules()) {
      if (rule instanceof RequirementRule own
          && own.id().equals(requirement)
          && !own.header().levels().isEmpty()) {
        return own.header().levels();
      }
    }
    return List.of();
  }

  private static List<String> named(RequirementRule rule, String rubric) {
    List<String> criteria = new ArrayList<>();
    PolicyWalk walk =
        new PolicyWalk() {
          @Override
          public void condition(Condition condition) {
            if (condition instanceof Condition.Pattern pattern
                && pattern.type().equals(RubricScore.class.getSimpleName())
                && texts(pattern, "rubric").contains(rubric)) {
              criteria.addAll(texts(pattern, "criterion"));
            }
            PolicyWalk.super.condition(condition);
          }
        };
    walk.condition(rule.when());
    return criteria;
  }

  /** The texts that a field has to be one of. */
  private static Set<String> texts(Condition.Pattern pattern, String field) {
    Set<String> texts = new TreeSet<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare
          && (compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN)
          && compare.left() instanceof Expression.Field named
          && named.name().equals(field)) {
        List<Expression> values = new ArrayList<>(List.of(compare.right()));
        values.addAll(compare.right().parts());
        for (Expression value : values) {
          if (value instanceof Expression.Text text) {
            texts.add(text.value());
          }
        }
      }
    }
    return texts;
  }
}
