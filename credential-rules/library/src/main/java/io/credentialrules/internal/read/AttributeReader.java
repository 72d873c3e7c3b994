package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of a rule: {@code date-effective} and {@code date-expires}, and refuses the
 * others.
 */
final class AttributeReader {
  static final String EFFECTIVE = "date-effective";
  static final String EXPIRES = "date-expires";

  /** The other attributes of DRL, and what to write instead. */
  private static final Map<String, String> REFUSED =
      ImmutableMap.<String, String>builder()
          .put("salience", "delete it: the order of rules changes nothing")
          .put("enabled", "delete it; to end a rule, write `date-expires \"2026-12-31\"`")
          .put("no-loop", "delete it: a rule cannot set off itself")
          .put("agenda-group", "delete it: all rules are weighed")
          .put("ruleflow-group", "delete it: all rules are weighed")
          .put("activation-group", "delete it: all rules are weighed")
          .put("auto-focus", "delete it: all rules are weighed")
          .put("lock-on-active", "delete it: all rules are weighed")
          .put("refract", "delete it: all rules are weighed")
          .put("direct", "delete it: all rules are weighed")
          .put("duration", "delete it: rules see a date, not a clock")
          .put("timer", "delete it: rules see a date, not a clock")
          .put("calendars", "delete it: rules see a date, not a clock")
          .put("dialect", "delete it: rules contain no code")
          .buildOrThrow();

  private final Cursor cursor;
  private final Map<String, LocalDate> dates = new java.util.HashMap<>();
  private @Nullable SourceSpan last;

  AttributeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Whether an attribute of DRL stands here. */
  static boolean atAttribute(Cursor cursor) {
    String name = name(cursor);
    return name.equals(EFFECTIVE) || name.equals(EXPIRES) || REFUSED.containsKey(name);
  }

  /** Reads the attribute here, and a comma behind it. */
  void attribute() {
    int first = cursor.index();
    String name = readName();
    String instead = REFUSED.get(name);
    if (instead == null) {
      date(name, cursor.spanFrom(first));
    } else {
      cursor.report(
          cursor.spanFrom(first),
          name + "-not-allowed",
          "the attribute `" + name + "` is not part of this language",
          instead);
      skipValue();
    }
    cursor.accept(",");
  }

  /** At the top of a file DRL gives an attribute to all rules. */
  void refuseOutsideRule() {
    int first = cursor.index();
    String name = readName();
    cursor.report(
        cursor.spanFrom(first),
        name + "-not-allowed",
        "the attribute `" + name + "` cannot stand outside a rule",
        REFUSED.getOrDefault(name, "write it into each rule"));
  }

  Window window() {
    LocalDate from = dates.get(EFFECTIVE);
    LocalDate until = dates.get(EXPIRES);
    if (from != null && until != null && last != null && !from.isBefore(until)) {
      cursor.report(
          last,
          "empty-window",
          "the rule is never in force: from " + from + " until before " + until,
          "write a `date-expires` behind the `date-effective`");
    }
    return from == null && until == null ? Window.ALWAYS : new Window(from, until);
  }

  private void date(String name, SourceSpan nameSpan) {
    Token value = cursor.peek();
    if (!value.isText()) {
      cursor.report(
          value.fault() == null ? nameSpan : cursor.span(value),
          "bad-date",
          "`" + name + "` needs a date in quotes",
          "write `" + name + " \"2026-09-01\"`");
      skipValue();
      return;
    }
    cursor.next();
    LocalDate date = AnnotationValues.date(value.text());
    if (date == null) {
      cursor.report(
          value,
          "bad-date",
          Quoted.of(value.text()) + " is no date",
          "write `\"2026-09-01\"` or `\"01-Sep-2026\"`");
    } else if (dates.putIfAbsent(name, date) != null) {
      cursor.report(
          nameSpan,
          "duplicate-attribute",
          "`" + name + "` stands here for the second time",
          "delete one of the two");
    } else {
      last = cursor.span(value);
    }
  }

  /** The value of an attribute ends with its line, or before the next part of the rule. */
  private void skipValue() {
    while (!cursor.peek().startsLine()
        && !cursor.peek().isEnd()
        && !cursor.at("@")
        && !(cursor.at(",") && !cursor.peek(1).isText())
        && !cursor.atWord("when")
        && !cursor.atEndOfConditions()
        && !atAttribute(cursor)) {
      boolean pair = cursor.at("(") && cursor.hasPartner(cursor.index());
      cursor.skipTo(pair ? cursor.partner(cursor.index()) + 1 : cursor.index() + 1);
    }
  }

  private String readName() {
    String name = name(cursor);
    int hyphens = (int) name.chars().filter(c -> c == '-').count();
    cursor.skipTo(cursor.index() + 1 + 2 * hyphens);
    return name;
  }

  /** The name here with its hyphens, such as {@code lock-on-active}. */
  static String name(Cursor cursor) {
    if (!cursor.peek().isWord()) {
      return "";
    }
    StringBuilder name = new StringBuilder(cursor.peek().text());
    int ahead = 1;
    while (ahead < 5 && joins(cursor, ahead)) {
      name.append('-').append(cursor.peek(ahead + 1).text());
      ahead += 2;
    }
    return name.toString();
  }

  private static boolean joins(Cursor cursor, int ahead) {
    Token hyphen = cursor.peek(ahead);
    Token word = cursor.peek(ahead + 1);
    return hyphen.isSymbol("-")
        && hyphen.touches(cursor.peek(ahead - 1))
        && word.isWord()
        && word.touches(hyphen);
  }
}
