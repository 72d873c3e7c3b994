package io.credentialrules.policy.syntax;

import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The times between which a rule says something else because a value that it names changes. There
 * are at most as many as the values have days together: where several change, the rule changes on
 * each of those days once, whatever the combinations.
 */
final class Editions {
  private Editions() {}

  /**
   * The windows within the window of a rule, in their order, on which all values have one value
   * throughout; days on which one of them has none are left out.
   */
  static List<Window> of(Window window, Collection<NamedValue> values) {
    TreeSet<LocalDate> changes = new TreeSet<>();
    for (NamedValue value : values) {
      for (NamedValue.Dated dated : value.values()) {
        LocalDate from = dated.window().from();
        if (from != null && isWithin(window, from)) {
          changes.add(from);
        }
      }
    }
    List<Window> editions = new ArrayList<>();
    LocalDate from = window.from();
    for (LocalDate change : changes) {
      add(new Window(from, change), values, editions);
      from = change;
    }
    add(new Window(from, window.until()), values, editions);
    return editions;
  }

  private static boolean isWithin(Window window, LocalDate day) {
    boolean isAfterFrom = window.from() == null || day.isAfter(window.from());
    return isAfterFrom && window.contains(day);
  }

  private static void add(Window window, Collection<NamedValue> values, List<Window> editions) {
    LocalDate day = someDay(window);
    if (values.stream().allMatch(value -> value.on(day) != null)) {
      editions.add(window);
    }
  }

  /** A day of a window within which nothing changes. */
  static LocalDate someDay(Window window) {
    LocalDate from = window.from();
    if (from != null) {
      return from;
    }
    return window.until() == null ? LocalDate.EPOCH : window.until().minusDays(1);
  }
}
