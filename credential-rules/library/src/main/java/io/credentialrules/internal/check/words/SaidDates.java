package io.credentialrules.internal.check.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.check.words.AskedOrders.Asked;
import io.credentialrules.internal.fault.WordingFaults;
import io.credentialrules.policy.Operator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares days in a name, such as "by 30 June 2024" or "before 2010", with those with which the
 * rule compares dates.
 */
final class SaidDates {
  private static final ImmutableList<String> MONTHS =
      ImmutableList.of(
          "january|janvier",
          "february|février",
          "march|mars",
          "april|avril",
          "may|mai",
          "june|juin",
          "july|juillet",
          "august|août",
          "september|septembre",
          "october|octobre",
          "november|novembre",
          "december|décembre");

  private static final String MONTH = "(" + String.join("|", MONTHS) + ")";

  private static final Pattern ISO = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "\\b(\\d{1,2})(?:st|nd|rd|th|er)?(?: of)? " + MONTH + "(?:,? (\\d{4}))?(?:[ ,.;:)]|$)");
  private static final Pattern MONTH_FIRST =
      Pattern.compile("\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?:[ ,.;:)]|$)");
  private static final Pattern YEAR =
      Pattern.compile("\\b(before|after|since|avant|depuis) ((?:19|20)\\d{2})(?:[ ,.;:)]|$)");

  /** What stands before a day, from the longest to the shortest of those that end alike. */
  private static final ImmutableMap<String, ImmutableSet<Operator>> RELATIONS =
      ImmutableMap.<String, ImmutableSet<Operator>>builder()
          .put("on or before", ImmutableSet.of(Operator.AT_MOST))
          .put("not before", ImmutableSet.of(Operator.AT_LEAST))
          .put("on or after", ImmutableSet.of(Operator.AT_LEAST))
          .put("not after", ImmutableSet.of(Operator.AT_MOST))
          .put("no later than", ImmutableSet.of(Operator.AT_MOST))
          .put("not later than", ImmutableSet.of(Operator.AT_MOST))
          .put("no earlier than", ImmutableSet.of(Operator.AT_LEAST))
          .put("not earlier than", ImmutableSet.of(Operator.AT_LEAST))
          .put("earlier than", ImmutableSet.of(Operator.LESS))
          .put("later than", ImmutableSet.of(Operator.MORE))
          .put("prior to", ImmutableSet.of(Operator.LESS))
          .put("before", ImmutableSet.of(Operator.LESS))
          .put("after", ImmutableSet.of(Operator.MORE))
          .put("by", ImmutableSet.of(Operator.AT_MOST))
          .put("until", ImmutableSet.of(Operator.AT_MOST, Operator.LESS))
          .put("up to", ImmutableSet.of(Operator.AT_MOST))
          .put("since", ImmutableSet.of(Operator.AT_LEAST))
          .put("as of", ImmutableSet.of(Operator.AT_LEAST))
          .put("from", ImmutableSet.of(Operator.AT_LEAST))
          .put("au plus tard le", ImmutableSet.of(Operator.AT_MOST))
          .put("jusqu’au", ImmutableSet.of(Operator.AT_MOST, Operator.LESS))
          .put("avant le", ImmutableSet.of(Operator.AT_MOST, Operator.LESS))
          .put("après le", ImmutableSet.of(Operator.MORE))
          .put("depuis le", ImmutableSet.of(Operator.AT_LEAST))
          .put("à partir du", ImmutableSet.of(Operator.AT_LEAST))
          .put("dès le", ImmutableSet.of(Operator.AT_LEAST))
          .buildOrThrow();

  /** A day that a name says; no comparisons where any will do. */
  private record Said(String words, MonthDay day, @Nullable Integer year, Set<Operator> allowed) {

    private boolean isOn(LocalDate date) {
      return MonthDay.from(date).equals(day) && (year == null || year == date.getYear());
    }

    /** "After 30 June" is "from 1 July". */
    private boolean fits(Asked asked) {
      boolean isAny = allowed.isEmpty() || asked.isInverted();
      if (isOn(asked.day())) {
        return isAny || allowed.contains(asked.operator());
      }
      return switch (asked.operator()) {
        case AT_LEAST ->
            (isAny || allowed.contains(Operator.MORE)) && isOn(asked.day().minusDays(1));
        case MORE ->
            (isAny || allowed.contains(Operator.AT_LEAST)) && isOn(asked.day().plusDays(1));
        case AT_MOST -> (isAny || allowed.contains(Operator.LESS)) && isOn(asked.day().plusDays(1));
        case LESS ->
            (isAny || allowed.contains(Operator.AT_MOST)) && isOn(asked.day().minusDays(1));
        default -> false;
      };
    }
  }

  private final SaidText text;
  private final List<Asked> asked;
  private final Contradictions contradictions;
  private final String words;
  private final List<Said> said = new ArrayList<>();

  SaidDates(SaidText text, RuleContent content, Contradictions contradictions) {
    this.text = text;
    this.asked = content.orders().days();
    this.contradictions = contradictions;
    this.words = text.text().toLowerCase(Locale.ROOT);
  }

  void check() {
    if (words.length() != text.text().length()) {
      return;
    }
    find(ISO, 1, 2, 3);
    find(DAY_FIRST, 3, 2, 1);
    find(MONTH_FIRST, 3, 1, 2);
    years();
    List<Asked> unsaid =
        asked.stream().filter(each -> said.stream().noneMatch(day -> day.fits(each))).toList();
    for (Said day : said) {
      if (asked.stream().noneMatch(day::fits)) {
        contradicted(day, unsaid);
      }
    }
  }

  private void contradicted(Said day, List<Asked> unsaid) {
    for (Asked each : unsaid) {
      if (day.isOn(each.day())) {
        contradictions.found(
            each.source().span(),
            WordingFaults.comparisonInName(text.where(), day.words(), each.source().text()));
        return;
      }
    }
    if (unsaid.size() == 1) {
      contradictions.found(
          unsaid.get(0).source().span(),
          WordingFaults.numberInName(text.where(), day.words(), unsaid.get(0).source().text()));
    }
  }

  private void find(Pattern pattern, int year, int month, int day) {
    Matcher dates = pattern.matcher(words);
    while (dates.find()) {
      String written = dates.group(year);
      int end = Math.max(dates.end(day), Math.max(dates.end(month), dates.end(year)));
      try {
        add(
            dates.start(),
            end,
            MonthDay.of(month(dates.group(month)), Integer.parseInt(dates.group(day))),
            written == null ? null : Integer.valueOf(written));
      } catch (DateTimeException none) {
        // The 31st of June is no day, and "2024-31-01" no date.
      }
    }
  }

  private static int month(String written) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (List.of(MONTHS.get(i).split("\\|", -1)).contains(written)) {
        return i + 1;
      }
    }
    return Integer.parseInt(written);
  }

  private void add(int start, int end, MonthDay day, @Nullable Integer year) {
    String before = words.substring(0, start).stripTrailing();
    Set<Operator> allowed = Set.of();
    int from = start;
    for (String relation : RELATIONS.keySet()) {
      int at = before.length() - relation.length();
      if (before.endsWith(relation) && (at == 0 || before.charAt(at - 1) == ' ')) {
        allowed = RELATIONS.getOrDefault(relation, ImmutableSet.of());
        from = at;
        break;
      }
    }
    said.add(new Said(text.text().substring(from, end), day, year, allowed));
  }

  /** "Before 2010" is before its first day, and "after 2010" after its last. */
  private void years() {
    Matcher years = YEAR.matcher(words);
    while (years.find()) {
      int year = Integer.parseInt(years.group(2));
      String relation = years.group(1);
      boolean isAfter = relation.equals("after");
      boolean isBefore = relation.equals("before") || relation.equals("avant");
      said.add(
          new Said(
              text.text().substring(years.start(1), years.end(2)),
              isAfter ? MonthDay.of(12, 31) : MonthDay.of(1, 1),
              year,
              Set.of(isAfter ? Operator.MORE : isBefore ? Operator.LESS : Operator.AT_LEAST)));
    }
  }
}
