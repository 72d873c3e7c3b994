package io.credentialrules.internal.resolve;

import io.credentialrules.policy.Condition;
import io.credentialrules.policy.Constraint;
import io.credentialrules.policy.Expression;
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
    everywhere.forEach(condition -> mention(condition, shared));
    List<List<Condition>> groups = new ArrayList<>();
    List<Set<String>> names = new ArrayList<>();
    for (Condition condition : conditions) {
      Set<String> mentioned = new HashSet<>();
      mention(condition, mentioned);
      List<Condition> group = new ArrayList<>();
      Set<String> all = new HashSet<>(mentioned);
      int at = groups.size();
      for (int i = groups.size() - 1; i >= 0; i--) {
        if (names.get(i).stream()
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
    for (int i = 0; i < groups.size(); i++) {
      if (names.get(i).stream().anyMatch(shared::contains)) {
        groups.get(i).addAll(0, everywhere);
      }
    }
    return groups;
  }

  private static void mention(Condition condition, Set<String> names) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> mention(part, names));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(part -> mention(part, names));
    } else if (condition instanceof Condition.Not not) {
      mention(not.part(), names);
    } else if (condition instanceof Condition.Exists exists) {
      mention(exists.part(), names);
    } else if (condition instanceof Condition.ForAll forAll) {
      mention(forAll.each(), names);
      forAll.fits().forEach(fit -> mention(fit, names));
    } else if (condition instanceof Condition.Pattern pattern) {
      if (pattern.variable() != null) {
        names.add(pattern.variable());
      }
      pattern.constraints().forEach(constraint -> mention(constraint, names));
    } else if (condition instanceof Condition.Accumulate accumulate) {
      mention(accumulate.source(), names);
      for (Condition.Aggregate function : accumulate.functions()) {
        if (function.variable() != null) {
          names.add(function.variable());
        }
        if (function.argument() != null) {
          mention(function.argument(), names);
        }
      }
      accumulate.constraints().forEach(constraint -> mention(constraint, names));
    }
  }

  private static void mention(Constraint constraint, Set<String> names) {
    if (constraint instanceof Constraint.Bind bind) {
      names.add(bind.variable());
      mention(bind.value(), names);
    } else if (constraint instanceof Constraint.Compare compare) {
      mention(compare.left(), names);
      mention(compare.right(), names);
    } else if (constraint instanceof Constraint.IsTrue isTrue) {
      mention(isTrue.value(), names);
    } else if (constraint instanceof Constraint.Opposite opposite) {
      mention(opposite.part(), names);
    } else if (constraint instanceof Constraint.Both both) {
      both.parts().forEach(part -> mention(part, names));
    } else if (constraint instanceof Constraint.Either either) {
      either.parts().forEach(part -> mention(part, names));
    }
  }

  private static void mention(Expression expression, Set<String> names) {
    if (expression instanceof Expression.Variable variable) {
      names.add(variable.name());
    } else if (expression instanceof Expression.Property property) {
      mention(property.target(), names);
    } else if (expression instanceof Expression.Call call) {
      mention(call.target(), names);
      call.arguments().forEach(argument -> mention(argument, names));
    } else if (expression instanceof Expression.Listing listing) {
      listing.values().forEach(value -> mention(value, names));
    }
  }
}
