package io.credentialrules.report.internal.words;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import java.util.ArrayList;
import java.util.List;

/** What conditions and constraints are made of. */
public final class ConditionParts {
  private ConditionParts() {}

  /** The conditions directly inside, but for the source of an accumulate. */
  public static List<Condition> of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts();
    }
    if (condition instanceof Condition.Any any) {
      return any.parts();
    }
    if (condition instanceof Condition.Not not) {
      return List.of(not.part());
    }
    if (condition instanceof Condition.Exists exists) {
      return List.of(exists.part());
    }
    if (condition instanceof Condition.ForAll all) {
      List<Condition> parts = new ArrayList<>(all.fits());
      parts.add(0, all.each());
      return parts;
    }
    return condition instanceof Condition.GroupBy groups ? List.of(groups.each()) : List.of();
  }

  /** The constraints directly inside. */
  static List<Constraint> of(Constraint constraint) {
    if (constraint instanceof Constraint.Both both) {
      return both.parts();
    }
    if (constraint instanceof Constraint.Either either) {
      return either.parts();
    }
    return constraint instanceof Constraint.Opposite opposite
        ? List.of(opposite.part())
        : List.of();
  }

  /** The first pattern of a condition; null where there is none. */
  static Condition.@org.jspecify.annotations.Nullable Pattern firstPattern(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      return pattern;
    }
    if (condition instanceof Condition.GroupBy groups) {
      return firstPattern(groups.each().source());
    }
    for (Condition part : of(condition)) {
      Condition.Pattern first = firstPattern(part);
      if (first != null) {
        return first;
      }
    }
    return null;
  }
}
