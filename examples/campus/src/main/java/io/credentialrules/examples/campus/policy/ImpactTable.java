package io.credentialrules.examples.campus.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The impact of a policy by group, as it may be shown: a number that is about one to four learners
 * is not, and where only one number of a row would be left out, the smallest other one is too, so
 * that nobody finds it by subtraction. A group of fewer than five is left out altogether.
 */
public final class ImpactTable {
  /** The smallest number of learners that is shown. */
  public static final int SMALLEST = 5;

  private ImpactTable() {}

  /**
   * A row.
   *
   * @param credential the credential's id
   * @param gained how many learners gain it, by group
   * @param lost how many lose it, by group
   */
  public record Row(String credential, Map<String, Cell> gained, Map<String, Cell> lost) {}

  /**
   * A number, or that it is not shown.
   *
   * @param shown the number as a text; {@code fewer than 5}, or {@code not shown}
   * @param isHidden whether the number is left out
   */
  public record Cell(String shown, boolean isHidden) {}

  /** The groups that are large enough. */
  public static List<String> groups(Map<String, Integer> sizes) {
    return sizes.entrySet().stream()
        .filter(group -> group.getValue() >= SMALLEST)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** The table. */
  public static List<Row> of(Map<String, Integer> sizes, List<Trials.Effect> effects) {
    List<String> groups = groups(sizes);
    Map<String, Map<String, Trials.Effect>> byCredential = new TreeMap<>();
    for (Trials.Effect effect : effects) {
      byCredential
          .computeIfAbsent(effect.credential(), credential -> new TreeMap<>())
          .put(effect.group(), effect);
    }
    List<Row> rows = new ArrayList<>();
    byCredential.forEach(
        (credential, own) -> {
          Map<String, Integer> gained = new TreeMap<>();
          Map<String, Integer> lost = new TreeMap<>();
          for (String group : groups) {
            Trials.Effect effect = own.get(group);
            gained.put(group, effect == null ? 0 : effect.gained());
            lost.put(group, effect == null ? 0 : effect.lost());
          }
          rows.add(new Row(credential, cells(gained), cells(lost)));
        });
    return rows;
  }

  private static Map<String, Cell> cells(Map<String, Integer> counts) {
    Map<String, Cell> cells = new TreeMap<>();
    counts.forEach(
        (group, count) ->
            cells.put(
                group,
                count > 0 && count < SMALLEST
                    ? new Cell("fewer than " + SMALLEST, true)
                    : new Cell(Integer.toString(count), false)));
    if (cells.values().stream().filter(Cell::isHidden).count() == 1) {
      counts.entrySet().stream()
          .filter(count -> count.getValue() >= SMALLEST)
          .min(Comparator.comparing(Map.Entry::getValue))
          .ifPresent(count -> cells.put(count.getKey(), new Cell("not shown", true)));
    }
    return cells;
  }
}
