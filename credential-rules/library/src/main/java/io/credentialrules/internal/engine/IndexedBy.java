package io.credentialrules.internal.engine;

import java.util.function.Function;
import org.drools.model.functions.Function1;

/**
 * What an index of the engine reads from a fact; one of the JDK's functions, as in {@link Keyed}.
 */
record IndexedBy<T, R>(Function<T, R> of) implements Function1<T, R> {
  @Override
  public R apply(T fact) {
    return of.apply(fact);
  }
}
