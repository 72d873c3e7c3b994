package io.credentialrules.internal.resolve;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of which some must pass. Where each says that one field equals a text, they are one
 * comparison with a list of texts, which is looked up, explained and planned for as such. To be
 * absent is no text.
 */
final class AnyOf {
  private AnyOf() {}

  static Formula formula(List<Test> tests) {
    Value field = null;
    List<Value> texts = new ArrayList<>();
    for (Test test : tests) {
      Comparison comparison = test.comparison();
      if (comparison == null
          || !comparison.isIdentity()
          || comparison.right().literal() == null
          || comparison.levels() != null
          || (field != null && !field.equals(comparison.left()))) {
        return new Formula.Or(tests);
      }
      field = comparison.left();
      texts.addAll(texts(comparison.right()));
    }
    return field == null
        ? new Formula.Or(tests)
        : new Comparison(field, Operator.IN, new Value.Listing(texts.stream().distinct().toList()));
  }

  private static List<Value> texts(Value value) {
    return value instanceof Value.Listing listing ? listing.values() : List.of(value);
  }
}
