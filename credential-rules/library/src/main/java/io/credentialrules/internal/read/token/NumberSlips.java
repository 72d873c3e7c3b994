package io.credentialrules.internal.read.token;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.TextFaults;
import io.credentialrules.internal.text.Characters;
import io.credentialrules.internal.text.WrittenDate;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What to write for digits that are no number: {@code 20h}, {@code 1_000}, {@code 2k}. */
final class NumberSlips {
  private static final Pattern UNDERSCORES = Pattern.compile("[0-9]{1,3}(?:_[0-9]{3})+");
  private static final Pattern POINTS = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{3}){2,8}");
  private static final Pattern APOSTROPHES = Pattern.compile("[0-9]{1,3}(?:['\u2019][0-9]{3})+");
  private static final Pattern THOUSANDS = Pattern.compile("([0-9]{1,6})[kK]");
  private static final Pattern EXPONENT = Pattern.compile("[0-9]{1,6}(?:\\.[0-9]{1,6})?[eE][0-9]");
  private static final Pattern ZEROS = Pattern.compile("0+([0-9]{1,30})");
  private static final Pattern FOLLOWED =
      Pattern.compile("([0-9]{1,30}(?:\\.[0-9]{1,30})?)([\\p{L}]{1,10}|\\.)");
  private static final Pattern DATE =
      Pattern.compile(
          "[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4}"
              + "|[0-9]{1,2}(?:er|st|nd|rd|th)?[ -][\\p{L}]{3,9}\\.?,?[ -][0-9]{4}");
  private static final int LONGEST_DATE = "22nd September, 2026".length();

  private static final ImmutableSet<String> UNITS =
      ImmutableSet.of(
          "h", "hr", "hrs", "hours", "d", "days", "w", "wk", "wks", "weeks", "m", "mo", "mos",
          "months", "y", "yr", "yrs", "years", "cr", "credits", "pt", "pts", "points", "ceu",
          "ceus", "j", "an", "ans");

  private NumberSlips() {}

  static Fault fault(String written) {
    String instead = instead(written);
    return instead == null
        ? TextFaults.badNumber(written)
        : TextFaults.badNumberInstead(written, instead);
  }

  private static @Nullable String instead(String written) {
    if (UNDERSCORES.matcher(written).matches() || POINTS.matcher(written).matches()) {
      return write(written.replaceAll("[_.]", ""));
    }
    Matcher thousands = THOUSANDS.matcher(written);
    if (thousands.matches()) {
      return write(thousands.group(1) + "000");
    }
    if (EXPONENT.matcher(written).matches()) {
      return write(new BigDecimal(written).toPlainString());
    }
    Matcher zeros = ZEROS.matcher(written);
    if (zeros.matches()) {
      return write(zeros.group(1));
    }
    Matcher followed = FOLLOWED.matcher(written);
    if (!followed.matches()) {
      return null;
    }
    boolean isUnit = UNITS.contains(followed.group(2).toLowerCase(Locale.ROOT));
    return write(followed.group(1)) + (isUnit ? ": each field has a unit of its own" : "");
  }

  private static String write(String number) {
    return "write `" + number + "`";
  }

  /** Digits in threes that apostrophes separate, as in {@code 1'000}; otherwise -1. */
  static int endOfApostrophes(String source, int start) {
    Matcher matcher =
        APOSTROPHES.matcher(source).region(start, Math.min(source.length(), start + 40));
    boolean ends =
        matcher.lookingAt()
            && (matcher.end() == source.length()
                || (!Characters.continuesWord(source.charAt(matcher.end()))
                    && source.charAt(matcher.end()) != '\''));
    return ends ? matcher.end() : -1;
  }

  static Fault apostrophes(String written) {
    return TextFaults.badNumberInstead(written, write(written.replaceAll("['\u2019]", "")));
  }

  /** The end of a date without quotes; -1 where there is none. */
  static int endOfDate(String source, int start) {
    Matcher matcher =
        DATE.matcher(source).region(start, Math.min(source.length(), start + LONGEST_DATE));
    boolean isDate =
        matcher.lookingAt()
            && (matcher.end() == source.length()
                || !Characters.continuesWord(source.charAt(matcher.end())))
            && !WrittenDate.meant(matcher.group()).isEmpty();
    return isDate ? matcher.end() : -1;
  }

  static Fault date(String written) {
    return TextFaults.dateWithoutQuotes(
        written, "write `\"" + String.join("\"` or `\"", WrittenDate.meant(written)) + "\"`");
  }
}
