package io.credentialrules.pathways;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The levels of a criterion of CASE, from low to high. Their order is that of their positions; a
 * list of CASE has none of its own. CASE does not say whether the first position is the lowest, and
 * points never make an order; but where points fall as the levels rise, nobody knows which end is
 * meant, and there is no scale.
 *
 * @param levels from low to high; empty where there is no scale
 * @param why the place of what prevents a scale, and what that is; empty where there is one
 */
record CaseScale(List<Level> levels, String why) {
  /** A rule names them all in one annotation. */
  private static final int MOST = 50;

  private static final int LONGEST_WORD = 60;

  /**
   * One level.
   *
   * @param word what records and the rule call it
   * @param name what the file calls it
   */
  record Level(String word, String name) {}

  CaseScale {
    levels = List.copyOf(levels);
  }

  private static CaseScale none(CaseObject at, String why) {
    return new CaseScale(List.of(), ForeignText.quoted(at.place()) + " " + why);
  }

  /** The scale of a criterion. */
  static CaseScale of(CaseObject criterion, boolean isBestFirst) {
    List<CaseObject> levels = new ArrayList<>(criterion.list("CFRubricCriterionLevels"));
    if (levels.isEmpty()) {
      return none(criterion, "has no levels");
    }
    if (levels.size() > MOST) {
      throw criterion.refused("", "has more than " + MOST + " levels; divide it");
    }
    Map<Integer, CaseObject> byPosition = new HashMap<>();
    for (CaseObject level : levels) {
      Integer position = level.number("position");
      if (position == null && levels.size() > 1) {
        return none(level, "has no `position`, a whole number, so the levels have no order");
      }
      CaseObject other = position == null ? null : byPosition.put(position, level);
      if (other != null) {
        return none(
            level,
            "has the `position` of "
                + ForeignText.quoted(other.place())
                + ", so the levels have no order");
      }
    }
    if (levels.size() > 1) {
      levels.sort(Comparator.comparingInt(level -> level.json().get("position").intValue()));
    }
    if (isBestFirst) {
      Collections.reverse(levels);
    }
    return named(levels, isBestFirst);
  }

  private static CaseScale named(List<CaseObject> levels, boolean isBestFirst) {
    List<Level> named = new ArrayList<>();
    Set<String> words = new HashSet<>();
    double most = Double.NEGATIVE_INFINITY;
    for (CaseObject level : levels) {
      String name = level.firstText("quality", "description");
      String word = word(name);
      if (word.isEmpty()) {
        return none(level, "has no `quality` that can be a word of a scale");
      }
      if (!words.add(word)) {
        return none(level, "is called " + ForeignText.quoted(name) + ", as another level is");
      }
      named.add(new Level(word, name));
      JsonNode points = level.json().get("score");
      if (points != null && points.isNumber()) {
        double own = points.doubleValue();
        if (own < most) {
          return none(
              level,
              "has fewer points than a level below it, so nobody knows at which end the highest"
                  + " is; read it with the "
                  + (isBestFirst ? "lowest" : "best")
                  + " level first, if that is how it is written");
        }
        most = own;
      }
    }
    return new CaseScale(named, "");
  }

  /** A name as a word of a scale: as it is, or in capitals with `_` for what cannot be in one. */
  private static String word(String name) {
    String line = ForeignText.line(name);
    if (line.matches("[A-Za-z0-9_.+-]{1," + LONGEST_WORD + "}")) {
      return line;
    }
    String plain =
        Normalizer.normalize(line, Normalizer.Form.NFD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[^A-Z0-9+]+", "_")
            .replaceAll("^_+|_+$", "");
    return plain.length() > LONGEST_WORD ? plain.substring(0, LONGEST_WORD) : plain;
  }

  /** The annotation; empty where one level or none has no order. */
  List<String> annotation() {
    return levels.size() < 2
        ? List.of()
        : List.of(
            "@scale( "
                + ForeignText.written(String.join(" < ", levels.stream().map(Level::word).toList()))
                + " )");
  }

  /** That the highest level was reached. */
  String condition() {
    return "level "
        + (levels.size() < 2 ? "==" : ">=")
        + " "
        + ForeignText.written(levels.get(levels.size() - 1).word());
  }
}
