package io.credentialrules.internal.read;

import io.credentialrules.internal.fault.NamedValueFaults;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values that a host gives in place of those that packs declare, by name, or by pack and name
 * with a slash between them.
 */
public final class GivenValues {
  /** None. */
  public static final GivenValues NONE = new GivenValues(new TreeMap<>());

  /** The place of what no pack declares. */
  private static final SourceSpan HOST = new SourceSpan("values", 1, 1, 1, 1);

  private final SortedMap<String, Expression> values;

  private GivenValues(SortedMap<String, Expression> values) {
    this.values = values;
  }

  /**
   * These and one more.
   *
   * @param value a number, a text, a date, a truth, or a collection of numbers or texts
   * @throws IllegalArgumentException when it is anything else
   */
  public GivenValues and(String name, Object value) {
    TreeMap<String, Expression> more = new TreeMap<>(values);
    if (value instanceof Collection<?> list) {
      List<Expression> all = new ArrayList<>();
      list.forEach(one -> all.add(expression(name, one)));
      if (all.isEmpty() || all.stream().map(Object::getClass).distinct().count() > 1) {
        throw new IllegalArgumentException(
            "the list `" + name + "` must have values, all of one kind");
      }
      more.put(name, new Expression.Listing(all, HOST));
    } else {
      more.put(name, expression(name, value));
    }
    return new GivenValues(more);
  }

  private static Expression expression(String name, Object value) {
    if (value instanceof BigDecimal number) {
      return new Expression.Number(number, HOST);
    }
    if (value instanceof Integer || value instanceof Long) {
      return new Expression.Number(BigDecimal.valueOf(((Number) value).longValue()), HOST);
    }
    if (value instanceof Boolean truth) {
      return new Expression.Truth(truth, HOST);
    }
    if (value instanceof String || value instanceof LocalDate) {
      return new Expression.Text(value.toString(), HOST);
    }
    throw new IllegalArgumentException(
        "`"
            + name
            + "` must be a whole number, a BigDecimal, a text, a date, a truth or a list of them");
  }

  /** Each name and its value, in the order of the names, as they decide the digest. */
  public SortedMap<String, String> written() {
    TreeMap<String, String> written = new TreeMap<>();
    values.forEach(
        (name, value) -> written.put(name, new NamedValue.Dated(Window.ALWAYS, value).written()));
    return written;
  }

  /** Puts them into the declarations; what does not fit is reported. */
  void put(
      Map<String, Map<String, NamedValue>> declared,
      Map<String, Set<String>> unread,
      Problems problems) {
    values.forEach(
        (name, value) -> {
          int slash = name.lastIndexOf('/');
          String own = name.substring(slash + 1);
          List<Map<String, NamedValue>> packs =
              declared.entrySet().stream()
                  .filter(pack -> slash < 0 || pack.getKey().equals(name.substring(0, slash)))
                  .map(Map.Entry::getValue)
                  .filter(values -> values.containsKey(own))
                  .toList();
          if (packs.size() == 1) {
            put(packs.get(0), own, value, problems);
          } else if (packs.size() > 1) {
            String pack = packs.get(0).values().iterator().next().pack();
            problems.add(HOST, NamedValueFaults.unknownValueSeveral(name, pack));
          } else if (unread.values().stream().noneMatch(names -> names.contains(own))) {
            problems.add(HOST, NamedValueFaults.unknownValue(name, maybe(own, declared)));
          }
        });
  }

  private static String maybe(String name, Map<String, Map<String, NamedValue>> declared) {
    Set<String> names =
        declared.values().stream()
            .flatMap(values -> values.keySet().stream())
            .collect(Collectors.toSet());
    String maybe = NearestWord.maybe(name, names);
    return maybe.isEmpty() ? "declare it, or do not give it" : maybe;
  }

  private static void put(
      Map<String, NamedValue> values, String name, Expression value, Problems problems) {
    NamedValue declared = Objects.requireNonNull(values.get(name));
    if (!declared.values().isEmpty()) {
      String kind = NamedValue.kind(declared.values().get(0).value());
      if (!kind.equals(NamedValue.kind(value))) {
        problems.add(
            declared.nameSpan(),
            NamedValueFaults.badNamedValueGiven(NamedValue.kind(value), name, kind));
        return;
      }
    }
    values.put(name, declared.given(value));
  }
}
