package io.credentialrules.internal.engine;

import java.util.function.Consumer;
import org.drools.model.functions.Block1;

/** What a rule does with what it finds; one of the JDK's consumers, as in {@link Keyed}. */
record Consequence<T>(Consumer<T> of) implements Block1<T> {
  @Override
  public void execute(T found) {
    of.accept(found);
  }
}
