package io.credentialrules.internal.work;

import com.google.common.collect.Maps;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What was added, once each and in the order of the first time. As a set, but that equal ones are
 * found as quickly where all have one hash. Used by one thread.
 *
 * @param <T> of what, which does not change
 */
public final class Distinct<T> implements Iterable<T> {
  private final Map<OrderedKey, T> all;

  /** Nothing yet. */
  public Distinct() {
    this(1);
  }

  /** Nothing yet, with room for so many. */
  public Distinct(int expected) {
    all = Maps.newLinkedHashMapWithExpectedSize(expected);
  }

  /** Of these. */
  public static <T> Distinct<T> of(Iterable<? extends T> items) {
    Distinct<T> distinct = new Distinct<>();
    items.forEach(distinct::add);
    return distinct;
  }

  /** Adds something; whether nothing was there that equals it. */
  public boolean add(T item) {
    return all.putIfAbsent(new OrderedKey(item), item) == null;
  }

  /** Whether something is there that equals this. */
  public boolean contains(Object item) {
    return all.containsKey(new OrderedKey(item));
  }

  /** How many there are. */
  public int size() {
    return all.size();
  }

  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableCollection(all.values()).iterator();
  }

  /** All, as they are now. */
  public List<T> toList() {
    return List.copyOf(all.values());
  }

  @Override
  public String toString() {
    return all.values().toString();
  }
}
