package io.credentialrules.internal.engine;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Does something with each of what comes, one after the other: what comes of one waits for its
 * turn, so the stack does not grow with what follows from each other. Used by one thread.
 */
final class OneByOne<T> {
  private final Consumer<T> each;
  private final Queue<T> waiting = new ArrayDeque<>(0);
  private boolean isBusy;

  OneByOne(Consumer<T> each) {
    this.each = each;
  }

  void add(T first) {
    if (isBusy) {
      waiting.add(first);
      return;
    }
    isBusy = true;
    for (@Nullable T next = first; next != null; next = waiting.poll()) {
      each.accept(next);
    }
    isBusy = false;
  }
}
