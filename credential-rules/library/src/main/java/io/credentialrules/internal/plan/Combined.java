package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of several fields of one more fact, one field after the other. */
final class Combined {
  private static final int MOST = 50;

  private Combined() {}

  /**
   * Values of fields with those of one more, the best first. Where there are more than are tried,
   * neither the first of the one nor of the other uses them up, for it may not do.
   *
   * @param areEnough whether they do without the further field too
   */
  static List<Map<String, Optional<Object>>> with(
      List<Map<String, Optional<Object>>> all,
      String field,
      Set<Object> values,
      boolean areEnough) {
    List<Map<String, Optional<Object>>> extended =
        new ArrayList<>(Math.min(MOST, all.size() * (values.size() + 1)));
    boolean areMany = all.size() * values.size() > MOST;
    for (Map<String, Optional<Object>> known : all) {
      if (areEnough || known.containsKey(field)) {
        extended.add(known);
      }
      if (!areMany) {
        values.forEach(value -> add(known, field, Optional.of(value), extended));
      }
    }
    if (areMany) {
      addInTurn(all, field, List.copyOf(values), extended);
    }
    return extended.isEmpty() ? all : extended;
  }

  private static void addInTurn(
      List<Map<String, Optional<Object>>> all,
      String field,
      List<Object> values,
      List<Map<String, Optional<Object>>> extended) {
    int last = all.size() + values.size() - 1;
    for (int both = 0; both < last && extended.size() < MOST; both++) {
      for (int at = Math.max(0, both - values.size() + 1); at < all.size() && at <= both; at++) {
        add(all.get(at), field, Optional.of(values.get(both - at)), extended);
      }
    }
  }

  private static void add(
      Map<String, Optional<Object>> known,
      String field,
      Optional<Object> value,
      List<Map<String, Optional<Object>>> extended) {
    if (extended.size() < MOST && !value.equals(known.get(field))) {
      Map<String, Optional<Object>> more = new HashMap<>(known);
      more.put(field, value);
      extended.add(more);
    }
  }
}
