package io.credentialrules.internal.plan;

import io.credentialrules.policy.Operator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a test looks at, read from its key: fields of slots, literals, and by how much dates are
 * shifted.
 *
 * @param reads the fields and totals that it reads
 * @param texts its literal texts
 * @param expressions its regular expressions
 * @param amounts its literal numbers
 * @param dates its literal dates
 * @param shifts by how much it shifts dates
 */
record TestKey(
    List<Read> reads,
    List<String> texts,
    List<String> expressions,
    List<BigDecimal> amounts,
    List<LocalDate> dates,
    List<Period> shifts) {

  /** A field of the fact in a slot; the slot itself where there is no field. */
  record Read(int slot, @Nullable String field) {}

  private static final String MATCHES = Operator.MATCHES.symbol() + " ";
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"((?:[^\"\\\\]|\\\\.)*)\""
              + "|#(-?[0-9][0-9.E+-]*)"
              + "|@([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "|\\$([0-9]+)((?:\\.[A-Za-z_][A-Za-z0-9_]*(?:\\(-?[0-9]+\\))?)*)",
          Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile("\\.([A-Za-z_]\\w*)(?:\\((-?[0-9]+)\\))?");

  static TestKey of(String key) {
    Set<Read> reads = new LinkedHashSet<>();
    Set<String> texts = new LinkedHashSet<>();
    Set<String> expressions = new LinkedHashSet<>();
    List<BigDecimal> amounts = new ArrayList<>();
    List<LocalDate> dates = new ArrayList<>();
    List<Period> shifts = new ArrayList<>();
    Matcher tokens = TOKEN.matcher(key);
    while (tokens.find()) {
      if (tokens.group(1) != null) {
        String text = unquoted(tokens.group(1));
        boolean isExpression = key.substring(0, tokens.start()).endsWith(MATCHES);
        (isExpression ? expressions : texts).add(text);
      } else if (tokens.group(2) != null) {
        amounts.add(new BigDecimal(tokens.group(2)));
      } else if (tokens.group(3) != null) {
        dates.add(LocalDate.parse(tokens.group(3)));
      } else {
        reads.add(new Read(Integer.parseInt(tokens.group(4)), field(tokens.group(5), shifts)));
      }
    }
    return new TestKey(
        List.copyOf(reads),
        List.copyOf(texts),
        List.copyOf(expressions),
        List.copyOf(amounts),
        List.copyOf(dates),
        List.copyOf(shifts));
  }

  /** A text as it was before it was quoted. */
  private static String unquoted(String quoted) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < quoted.length(); i++) {
      boolean isEscape = quoted.charAt(i) == '\\' && i + 1 < quoted.length();
      text.append(quoted.charAt(isEscape ? ++i : i));
    }
    return text.toString();
  }

  private static @Nullable String field(String parts, List<Period> shifts) {
    String field = null;
    Matcher part = PART.matcher(parts);
    while (part.find()) {
      String amount = part.group(2);
      if (amount != null) {
        shifts.add(shift(part.group(1), Integer.parseInt(amount)));
      } else if (field == null) {
        field = part.group(1);
      }
    }
    return field;
  }

  private static Period shift(String method, int amount) {
    int signed = method.startsWith("minus") ? -amount : amount;
    if (method.endsWith("Days")) {
      return Period.ofDays(signed);
    }
    if (method.endsWith("Weeks")) {
      return Period.ofWeeks(signed);
    }
    return method.endsWith("Months") ? Period.ofMonths(signed) : Period.ofYears(signed);
  }

  /** Whether it reads a field of a slot. */
  boolean reads(int slot, String field) {
    return reads.contains(new Read(slot, field));
  }
}
