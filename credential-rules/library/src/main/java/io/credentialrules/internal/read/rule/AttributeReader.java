package io.credentialrules.internal.read.rule;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.RuleFaults;
import io.credentialrules.internal.fault.StatementFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import io.credentialrules.internal.text.WrittenDate;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of a rule: {@code date-effective} and {@code date-expires}, and refuses the
 * others.
 */
public final class AttributeReader {
  public static final String EFFECTIVE = "date-effective";
  public static final String EXPIRES = "date-expires";

  /** The other attributes of DRL, and what is said of them. */
  private static final Map<String, Fault> REFUSED =
      ImmutableMap.<String, Fault>builder()
          .put("salience", StatementFaults.salienceNotAllowed())
          .put("enabled", StatementFaults.enabledNotAllowed())
          .put("no-loop", StatementFaults.noLoopNotAllowed())
          .put("agenda-group", StatementFaults.agendaGroupNotAllowed())
          .put("ruleflow-group", StatementFaults.ruleflowGroupNotAllowed())
          .put("activation-group", StatementFaults.activationGroupNotAllowed())
          .put("auto-focus", StatementFaults.autoFocusNotAllowed())
          .put("lock-on-active", StatementFaults.lockOnActiveNotAllowed())
          .put("refract", StatementFaults.refractNotAllowed())
          .put("direct", StatementFaults.directNotAllowed())
          .put("duration", StatementFaults.durationNotAllowed())
          .put("timer", StatementFaults.timerNotAllowed())
          .put("calendars", StatementFaults.calendarsNotAllowed())
          .put("dialect", StatementFaults.dialectNotAllowed())
          .buildOrThrow();

  private final Cursor cursor;
  private final Map<String, LocalDate> dates = new java.util.HashMap<>();
  private @Nullable SourceSpan last;

  public AttributeReader(Cursor cursor) {
    this.cursor = cursor;
  }

  /** Whether an attribute of DRL is here. */
  public static boolean atAttribute(Cursor cursor) {
    String name = name(cursor);
    return name.equals(EFFECTIVE) || name.equals(EXPIRES) || REFUSED.containsKey(name);
  }

  /** Reads the attribute here, and a comma after it. */
  public void attribute() {
    int first = cursor.index();
    String name = readName();
    Fault refused = REFUSED.get(name);
    if (refused == null) {
      date(name, cursor.spanFrom(first));
    } else {
      cursor.report(cursor.spanFrom(first), refused);
      skipValue();
    }
    cursor.accept(",");
  }

  /** At the top of a file DRL gives an attribute to all rules. */
  public void refuseOutsideRule() {
    int first = cursor.index();
    String name = readName();
    Fault refused = REFUSED.get(name);
    cursor.report(
        cursor.spanFrom(first), refused == null ? RuleFaults.misplacedAttribute(name) : refused);
  }

  public Window window() {
    LocalDate from = dates.get(EFFECTIVE);
    LocalDate until = dates.get(EXPIRES);
    if (from != null && until != null && last != null && !from.isBefore(until)) {
      cursor.report(last, RuleFaults.emptyWindow(from, until));
    }
    return from == null && until == null ? Window.ALWAYS : new Window(from, until);
  }

  private void date(String name, SourceSpan nameSpan) {
    Token value = cursor.peek();
    if (!value.isText()) {
      cursor.report(
          value.fault() == null ? nameSpan : cursor.span(value),
          ValueFaults.badDateOfAttribute(name));
      skipValue();
      return;
    }
    cursor.next();
    LocalDate date = AnnotationValues.date(value.text());
    if (date == null) {
      cursor.report(value, ValueFaults.badDate(value.text(), WrittenDate.hint(value.text())));
    } else if (dates.putIfAbsent(name, date) != null) {
      cursor.report(nameSpan, RuleFaults.duplicateAttribute(name));
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
  public static String name(Cursor cursor) {
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
