package io.credentialrules.internal.check.words;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.check.words.AskedWords.Graded;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Compares grades and levels in a name, such as "a B- or better", with those that the rule asks for
 * by their order.
 */
final class SaidGrades {
  private static final String AND_MORE =
      " or (?:better|higher|above|up)| ou (?:mieux|plus|meilleure?)";

  private static final String AT_LEAST =
      "(?:at least|minimum|minimum of|no lower than|au moins|au minimum|minimum de)"
          + " (?:an? |the |une? |la |le )?(?:mention |note |niveau |grade of |level of )?";

  /** A letter that is a grade only by the words around it. */
  private static final Pattern LETTER =
      Pattern.compile(
          "(?:^|[ (])([A-F](?:[+]|-|\u2212|\u2013)?)(?:"
              + AND_MORE
              + ")|(?:grade of|note de|at least an?|minimum) ([A-F](?:[+]|-|\u2212|\u2013)?)(?:[ ,.;)]|$)");

  private final SaidText text;
  private final RuleContent content;
  private final Contradictions contradictions;

  SaidGrades(SaidText text, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.content = content;
    this.contradictions = contradictions;
  }

  void check() {
    if (content.isSplit()) {
      return;
    }
    Matcher letter = LETTER.matcher(text.text());
    if (letter.find()) {
      boolean isFirst = letter.group(1) != null;
      String grade = isFirst ? letter.group(1) : letter.group(2);
      said(grade.replace('\u2212', '-').replace('\u2013', '-'), letter.group().strip());
      return;
    }
    List<String> levels = new ArrayList<>();
    for (Graded graded : content.words().grades()) {
      levels.add(graded.level());
      graded.scale().stream().filter(level -> level.length() > 2).forEach(levels::add);
    }
    levels.sort(Comparator.comparing(String::length).reversed());
    String name = text.text().toLowerCase(Locale.ROOT);
    for (String each : levels) {
      String level = each.replace('_', ' ').toLowerCase(Locale.ROOT);
      Matcher said = name.contains(level) ? atLeast(level).matcher(text.text()) : null;
      if (said != null && said.find()) {
        said(each, said.group(1));
        return;
      }
    }
  }

  private static Pattern atLeast(String level) {
    String quoted = Pattern.quote(level);
    return Pattern.compile(
        "(?i)(?:^|[ (])("
            + quoted
            + "(?:"
            + AND_MORE
            + ")|"
            + AT_LEAST
            + quoted
            + ")(?:[ ,.;)]|$)");
  }

  /** The name asks for at least this level. */
  private void said(String level, String words) {
    List<Graded> same =
        content.words().grades().stream().filter(graded -> graded.level().equals(level)).toList();
    if (same.isEmpty()) {
      Graded other = content.words().grades().get(0);
      boolean isOnScale = other.scale().contains(level) && !isNextAbove(level, other);
      if (other.level().length() <= 2 || isOnScale) {
        contradictions.found(
            other.source().span(),
            WordingFaults.wordInName(text.where(), words, other.source().text()));
      }
    } else if (same.stream().noneMatch(graded -> graded.operator() == Operator.AT_LEAST)) {
      contradictions.found(
          same.get(0).source().span(),
          WordingFaults.comparisonInName(text.where(), words, same.get(0).source().text()));
    }
  }

  /** More than the level below is the same. */
  private static boolean isNextAbove(String level, Graded asked) {
    return asked.operator() == Operator.MORE
        && asked.scale().indexOf(level) == asked.scale().indexOf(asked.level()) + 1;
  }
}
