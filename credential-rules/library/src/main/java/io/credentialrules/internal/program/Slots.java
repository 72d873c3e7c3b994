package io.credentialrules.internal.program;

import org.jspecify.annotations.Nullable;

/**
 * A combination while it is put together: a row whose slots are filled one after the other. Used by
 * one thread.
 */
public final class Slots implements Row {
  private final @Nullable Object[] contents;

  private Slots(@Nullable Object[] contents) {
    this.contents = contents;
  }

  /** That many slots, in which nothing is. */
  public static Slots empty(int size) {
    return new Slots(new @Nullable Object[size]);
  }

  /** How many slots there are. */
  public int size() {
    return contents.length;
  }

  @Override
  public @Nullable Object at(int slot) {
    return contents[slot];
  }

  /** Fills a slot, or empties it. */
  public void put(int slot, @Nullable Object content) {
    contents[slot] = content;
  }

  /** The same in a row of its own. */
  public Slots copy() {
    return new Slots(contents.clone());
  }

  /** A copy in which a slot is filled. */
  public Slots with(int slot, @Nullable Object content) {
    Slots with = copy();
    with.put(slot, content);
    return with;
  }
}
