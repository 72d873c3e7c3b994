package io.credentialrules.internal.resolve;

import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits a credential rule into requirements. The date of evaluation is the same for all of them,
 * so that two conditions which compare with it stay two requirements. Where the date itself must
 * satisfy something, that is a condition like any other.
 */
public final class TodayEverywhere {
  private TodayEverywhere() {}

  public static List<List<Condition>> split(Condition.All when) {
    List<Condition> today = new ArrayList<>();
    List<Condition> others = new ArrayList<>();
    flatten(when, today, others);
    if (others.isEmpty()) {
      return today.isEmpty() ? List.of() : List.of(today);
    }
    List<List<Condition>> groups = new ArrayList<>();
    for (List<Condition> group : Grouping.split(others, today)) {
      groups.add(group);
    }
    return groups;
  }

  private static void flatten(Condition condition, List<Condition> today, List<Condition> others) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(part -> flatten(part, today, others));
    } else if (condition instanceof Condition.Pattern pattern
        && pattern.type().equals(Vocabulary.TODAY)
        && pattern.constraints().stream().allMatch(Constraint.Bind.class::isInstance)) {
      today.add(pattern);
    } else {
      others.add(condition);
    }
  }
}
