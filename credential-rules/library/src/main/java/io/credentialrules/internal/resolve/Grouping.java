package io.credentialrules.internal.resolve;

import io.credentialrules.policy.PolicyWalk;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Splits the conditions of a credential rule into the requirements that they are: those that share
 * a variable are one.
 */
final class Grouping {
  private Grouping() {}

  /**
   * The groups, each in the author's order, ordered by their first condition. What is everywhere
   * joins no groups, and stands at the head of each group that shares a variable with it.
   */
  static List<List<Condition>> split(List<Condition> conditions, List<Condition> everywhere) {
    Set<String> shared = new HashSet<>();
    everywhere.forEach(condition -> shared.addAll(mentioned(condition)));
    List<List<Condition>> groups = new ArrayList<>();
    List<Set<String>> names = new ArrayList<>();
    for (Condition condition : conditions) {
      Set<String> mentioned = mentioned(condition);
      List<Condition> group = new ArrayList<>();
      Set<String> all = new HashSet<>(mentioned);
      int at = groups.size();
      for (int i = groups.size() - 1; i >= 0; i--) {
        if (!mentioned.isEmpty()
            && names.get(i).stream()
                .anyMatch(name -> mentioned.contains(name) && !shared.contains(name))) {
          group.addAll(0, groups.remove(i));
          all.addAll(names.remove(i));
          at = i;
        }
      }
      group.add(condition);
      groups.add(at, group);
      names.add(at, all);
    }
    for (int i = 0; !shared.isEmpty() && i < groups.size(); i++) {
      if (names.get(i).stream().anyMatch(shared::contains)) {
        groups.get(i).addAll(0, everywhere);
      }
    }
    return groups;
  }

  /** The names that a condition gives or uses. */
  private static Set<String> mentioned(Condition condition) {
    Set<String> names = new HashSet<>(BoundNames.in(condition).keySet());
    PolicyWalk uses =
        new PolicyWalk() {
          @Override
          public void expression(Expression expression) {
            if (expression instanceof Expression.Variable variable) {
              names.add(variable.name());
            }
            PolicyWalk.super.expression(expression);
          }
        };
    uses.condition(condition);
    return names;
  }
}
