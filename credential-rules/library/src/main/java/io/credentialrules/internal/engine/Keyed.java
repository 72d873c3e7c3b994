package io.credentialrules.internal.engine;

import java.util.function.Predicate;
import org.drools.model.functions.HashedExpression;
import org.drools.model.functions.Predicate1;

/**
 * A test of one fact that carries its own identity, so that the engine shares equal tests between
 * rules. It is given one of the JDK's predicates: what a lambda of the engine's own, which can be
 * written to a stream, needs to be made is in no archive of classes, and starting would take
 * longer.
 */
record Keyed<T>(String key, Predicate<T> test) implements Predicate1<T>, HashedExpression {
  @Override
  public boolean test(T fact) {
    return test.test(fact);
  }

  @Override
  public Predicate1<T> negate() {
    return new Keyed<>("!(" + key + ")", test.negate());
  }

  @Override
  public String getExpressionHash() {
    return key;
  }
}
