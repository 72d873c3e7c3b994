package io.credentialrules.internal.work;

import org.jspecify.annotations.Nullable;

/**
 * Something as a key of a hash map. Two keys are equal if and only if what they are of is.
 *
 * <p>What bounds it: texts of one hash are easily written, and whatever is made of them has one
 * hash too. A map looks at all keys of one hash to find one of them, unless they have an order. So
 * these have one: by what they say as text, which is written out for such keys alone.
 */
public final class OrderedKey implements Comparable<OrderedKey> {
  private final Object of;
  private final int hash;
  private @Nullable String written;

  /** Of something that does not change. */
  public OrderedKey(Object of) {
    this.of = of;
    this.hash = of.hashCode();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OrderedKey key
        && hash == key.hash
        && (of == key.of || of.equals(key.of));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** In an order that is of use for keys of one hash alone. */
  @Override
  public int compareTo(OrderedKey other) {
    return toString().compareTo(other.toString());
  }

  /** What the key is of, as text. */
  @Override
  public String toString() {
    String text = written;
    if (text == null) {
      text = of.toString();
      written = text;
    }
    return text;
  }
}
