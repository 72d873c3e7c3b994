package io.credentialrules.internal.result;

import io.credentialrules.Plan;
import io.credentialrules.Plan.Relation;
import java.math.BigDecimal;
import java.util.List;

/** A {@link Plan.Demand} as the library states it. */
public record StatedDemand(
    String field,
    Relation relation,
    List<Object> values,
    List<Integer> steps,
    boolean isInCondition)
    implements Plan.Demand {

  /** Copies the lists, and checks that there is what the relation needs. */
  public StatedDemand {
    values = List.copyOf(values);
    steps = List.copyOf(steps);
    boolean isComplete =
        switch (relation) {
          case GIVEN, ABSENT -> values.isEmpty() && steps.isEmpty();
          case ONE_OF, ONE_OF_OR_ABSENT, NONE_OF, INCLUDES, EXCLUDES ->
              !values.isEmpty() && steps.isEmpty();
          case AT_LEAST, AT_MOST -> values.size() == 1 && steps.isEmpty();
          case EXACTLY -> steps.isEmpty();
          case SAME -> values.isEmpty() && steps.size() == 1;
          case DIFFERENT -> values.isEmpty() && !steps.isEmpty();
        };
    if (!isComplete) {
      throw new IllegalArgumentException(
          relation + " does not go with " + values + " and " + steps);
    }
  }

  /** The same as it is given to others, said by the condition or not. */
  public StatedDemand inCondition(boolean isSo) {
    return new StatedDemand(
        field, relation, values.stream().map(StatedDemand::plain).toList(), steps, isSo);
  }

  /** 50 rather than 5E+1. */
  private static Object plain(Object value) {
    return value instanceof BigDecimal amount && amount.scale() < 0 ? amount.setScale(0) : value;
  }

  /** Such as {@code hours AT_LEAST [50]}. */
  @Override
  public String toString() {
    return field + " " + relation + " " + (steps.isEmpty() ? values : steps);
  }
}
