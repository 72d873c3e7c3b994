package io.credentialrules.internal.engine;

import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;

/**
 * A test of one fact that carries its own identity, so that the engine shares equal tests between
 * rules.
 */
record Keyed<T>(String key, Predicate1<T> test) implements Predicate1<T>, HashedExpression {
  @Override
  public boolean test(T fact) throws Exception {
    return test.test(fact);
  }

  @Override
  public Predicate1<T> negate() {
    return new Keyed<>("!(" + key + ")", fact -> !test.test(fact));
  }

  @Override
  public String getExpressionHash() {
    return key;
  }
}
