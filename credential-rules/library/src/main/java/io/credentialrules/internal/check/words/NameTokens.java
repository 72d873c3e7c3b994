package io.credentialrules.internal.check.words;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.text.Characters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a name into words and numbers. What has both letters and digits, such as {@code THTR201},
 * {@code 21st}, {@code 4-H} or {@code 2026-11}, is one word that is no number.
 */
final class NameTokens {
  /** A number, with a sign or unit that is written close to it. */
  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,3}(?:,\\d{3})+|\\d+)([.,]\\d{1,4})?(%|h|hrs?)?");

  private static final Pattern RANGE = Pattern.compile("(\\d{1,4})[–-](\\d{1,4})(%|h)?");

  /** A number and its unit in one word: "a 120-hour internship". */
  private static final Pattern WITH_UNIT =
      Pattern.compile("(\\d+|[a-z]+)-(hour|week|month|year|day|word|credit|point)(?:-old)?");

  private static final Pattern THREE_DIGITS = Pattern.compile("\\d{3}");
  private static final int FIRST_YEAR = 1800;

  private final String name;
  private final List<NameToken> tokens = new ArrayList<>();
  private boolean begins = true;

  private NameTokens(String name) {
    this.name = name;
  }

  static List<NameToken> of(String name) {
    NameTokens tokens = new NameTokens(name.replace('’', ' ').replace('\'', ' '));
    int at = 0;
    while (at < tokens.name.length()) {
      int end = endOfChunk(tokens.name, at);
      if (!isSpace(tokens.name.charAt(at))) {
        tokens.chunk(at, end);
      }
      at = end;
    }
    return tokens.tokens;
  }

  /** Where a word ends that begins here; anything else ends after one character. */
  static int endOfChunk(String name, int start) {
    int first = name.codePointAt(start);
    int end = start + Character.charCount(first);
    if (isLetterOrNumber(first) || "#$€£§".indexOf(first) >= 0) {
      while (end < name.length() && continuesWord(name.codePointAt(end))) {
        end += Character.charCount(name.codePointAt(end));
      }
    }
    return end;
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }

  private static boolean isLetterOrNumber(int c) {
    return switch (Character.getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> Character.isLetter(c);
    };
  }

  private static boolean continuesWord(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> isLetterOrNumber(c) || ".,:/+&#%_–-".indexOf(c) >= 0;
    };
  }

  private void chunk(int start, int chunkEnd) {
    int end = chunkEnd;
    while (end > start && ".,:/+&–-".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    if (end > start) {
      word(start, end);
      begins = false;
    }
    begins |= end < chunkEnd && ".,:".indexOf(name.charAt(end)) >= 0;
    begins |= end == start;
  }

  private void word(int start, int end) {
    String text = name.substring(start, end).toLowerCase(Locale.ROOT);
    if (text.equals("%")) {
      add("percent", start, end);
    } else if (text.equals("fortnight")) {
      number("14", start, end);
      add("days", end, end);
    } else if (Characters.isDigit(text.charAt(0)) || text.indexOf('-') >= 0) {
      counted(text, start, end);
    } else {
      plain(text, start, end);
    }
  }

  /** A number, a range, a number with its unit; or a word with a hyphen. */
  private void counted(String text, int start, int end) {
    Matcher number = NUMBER.matcher(text);
    Matcher range = RANGE.matcher(text);
    Matcher withUnit = WITH_UNIT.matcher(text);
    if (number.matches()) {
      digits(number, start, end);
    } else if (withUnit.matches()) {
      int hyphen = start + withUnit.end(1);
      word(start, hyphen);
      begins = false;
      add(withUnit.group(2), hyphen + 1, start + withUnit.end(2));
    } else if (range.matches() && Integer.parseInt(range.group(2)) < FIRST_YEAR) {
      int middle = start + range.end(1);
      number(range.group(1), start, middle);
      begins = false;
      add("to", middle, middle + 1);
      number(range.group(2), middle + 1, start + range.end(2));
      unit(range.group(3), start + range.end(2), end);
    } else {
      plain(text, start, end);
    }
  }

  private void plain(String text, int start, int end) {
    if (text.length() > 1 && !"&+".contains(text)) {
      add(text, start, end);
    } else if (Character.isLetterOrDigit(text.charAt(0))) {
      add(text, start, end);
    } else {
      begins = true;
    }
  }

  private void digits(Matcher number, int start, int end) {
    String whole = number.group(1).replace(",", "");
    String fraction = number.group(2);
    NameToken last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
    if (last != null
        && last.inDigits()
        && !begins
        && last.end() == start - 1
        && last.text().length() <= 3
        && fraction == null
        && THREE_DIGITS.matches(whole)) {
      tokens.remove(tokens.size() - 1);
      begins = last.begins();
      number(last.text() + whole, last.start(), end);
    } else {
      int close = number.group(3) == null ? end : start + number.start(3);
      number(fraction == null ? whole : whole + fraction.replace(',', '.'), start, close);
    }
    unit(number.group(3), end - 1, end);
  }

  private void unit(@org.jspecify.annotations.Nullable String close, int start, int end) {
    if (close != null) {
      begins = false;
      add(close.equals("%") ? "percent" : "hours", start, end);
    }
  }

  private void number(String digits, int start, int end) {
    tokens.add(new NameToken(digits, new BigDecimal(digits), true, begins, start, end));
    begins = false;
  }

  private void add(String text, int start, int end) {
    tokens.add(new NameToken(text, null, false, begins, start, end));
    begins = false;
  }
}
