package io.credentialrules.internal.plan;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The sets of texts that are tried for a field, such as the categories of a training. */
final class TriedTexts {
  /** So many texts of one set are compared with a number of them. */
  private static final int MOST = 30;

  /** So many texts are left out one by one of all that are named, and fewer of them in pairs. */
  private static final int MOST_LEFT_OUT = 12;

  private static final int MOST_IN_PAIRS = 5;

  private TriedTexts() {}

  /** No texts, a text more, and one less. */
  static void around(@Nullable Object example, Set<Optional<Object>> values) {
    values.add(Optional.of(new TreeSet<String>()));
    if (example instanceof Collection<?> texts) {
      values.add(Optional.of(with(texts, Domain.OTHER)));
      for (Object text : texts) {
        TreeSet<Object> without = new TreeSet<>(texts);
        without.remove(text);
        values.add(Optional.of(without));
      }
    }
  }

  /** With a text that a policy names, alone and beside the others; with so many as it names. */
  static void add(@Nullable Object value, @Nullable Object example, Set<Optional<Object>> values) {
    if (value instanceof String text) {
      values.add(Optional.of(new TreeSet<>(Set.of(text))));
      if (example instanceof Collection<?> texts) {
        values.add(Optional.of(with(texts, text)));
      }
    } else if (value instanceof Collection<?>) {
      values.add(Optional.of(value));
    } else if (value instanceof BigDecimal number && example instanceof Collection<?> texts) {
      values.add(Optional.of(asMany(texts, Math.min(MOST, number.intValue()))));
      values.add(Optional.of(asMany(texts, Math.min(MOST, number.intValue()) + 1)));
    }
  }

  /** All texts of these sets together, and without one or two of them: some go ill together. */
  static void together(@Nullable Object example, Set<Optional<Object>> values) {
    if (!(example instanceof Collection<?> own)) {
      return;
    }
    Set<Object> all = named(values);
    List<Object> further = all.stream().filter(text -> !own.contains(text)).toList();
    values.add(Optional.of(all));
    if (further.size() > MOST_LEFT_OUT) {
      return;
    }
    for (Object one : further) {
      for (Object other : further.size() > MOST_IN_PAIRS ? List.of(one) : further) {
        TreeSet<Object> without = new TreeSet<>(all);
        without.removeAll(List.of(one, other));
        values.add(Optional.of(without));
      }
    }
  }

  /** All texts of sets, without those that stand for any other. */
  static Set<Object> named(Collection<Optional<Object>> values) {
    TreeSet<Object> named = new TreeSet<>();
    for (Optional<Object> value : values) {
      if (value.orElse(null) instanceof Collection<?> texts) {
        named.addAll(texts);
      }
    }
    named.removeIf(text -> text.toString().startsWith(Domain.OTHER));
    return named;
  }

  private static Set<Object> asMany(Collection<?> texts, int number) {
    TreeSet<Object> many = new TreeSet<>(texts);
    for (int further = 1; many.size() < number; further++) {
      many.add(Domain.OTHER + " " + further);
    }
    return many;
  }

  private static Set<Object> with(Collection<?> texts, String text) {
    TreeSet<Object> with = new TreeSet<>(texts);
    with.add(text);
    return with;
  }
}
