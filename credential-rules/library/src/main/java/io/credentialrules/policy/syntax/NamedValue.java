package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A value that a pack declares once and its rules name: {@code declare MinimumHours @value( 160 )
 * @from( "2024-09-01", 200 ) end}. All of its values are of one kind.
 *
 * @param pack the name of the pack, whose rules can name it
 * @param name begins with a capital letter
 * @param called what people read instead of the name, from {@code @name}; null where none is given
 * @param source where it was published, from {@code @source}; null where none is given
 * @param isGiven whether the host gave the value, in place of those that the pack declares
 * @param values by their first day, without a day in common; empty where only the host can give one
 * @param nameSpan the place of the name
 */
public record NamedValue(
    String pack,
    String name,
    @Nullable String called,
    @Nullable String source,
    boolean isGiven,
    List<Dated> values,
    SourceSpan nameSpan) {
  /** Copies the values. */
  public NamedValue {
    values = List.copyOf(values);
  }

  /**
   * A value and when it holds.
   *
   * @param value a text, a number or a truth; or a listing of texts or numbers
   */
  public record Dated(Window window, Expression value) {

    /** The value as a policy writes it: {@code 200}, or {@code "A", "B"}. */
    public String written() {
      return value instanceof Expression.Listing listing
          ? listing.values().stream().map(Dated::written).collect(Collectors.joining(", "))
          : written(value);
    }

    private static String written(Expression value) {
      if (value instanceof Expression.Text text) {
        return '"' + escaped(text.value()) + '"';
      }
      return value instanceof Expression.Number number
          ? number.value().toPlainString()
          : String.valueOf(value instanceof Expression.Truth truth && truth.value());
    }

    /** A text as it is read again: quotes, backslashes and what nobody sees as their escapes. */
    private static String escaped(String text) {
      StringBuilder escaped = new StringBuilder();
      text.codePoints()
          .forEach(
              c -> {
                if (c == '"' || c == '\\') {
                  escaped.append('\\').append((char) c);
                } else if (isSeen(c)) {
                  escaped.appendCodePoint(c);
                } else {
                  for (char half : Character.toChars(c)) {
                    escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) half));
                  }
                }
              });
      return escaped.toString();
    }

    private static boolean isSeen(int c) {
      return switch (Character.getType(c)) {
        case Character.CONTROL,
            Character.FORMAT,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR,
            Character.SURROGATE,
            Character.UNASSIGNED ->
            false;
        // The tags and selectors above it are never seen by themselves.
        default -> c < 0xe0000;
      };
    }
  }

  /** Whether a text can be the name of a value: a capital letter, then letters and digits. */
  public static boolean isName(String text) {
    return !text.isEmpty()
        && text.charAt(0) >= 'A'
        && text.charAt(0) <= 'Z'
        && text.chars().allMatch(c -> c < 128 && Character.isLetterOrDigit(c));
  }

  /** What a value is, as messages say it: an amount, a text, or yes or no. */
  public static String kind(Expression value) {
    if (value instanceof Expression.Listing listing) {
      return kind(listing.values().get(0));
    }
    if (value instanceof Expression.Number) {
      return "an amount";
    }
    return value instanceof Expression.Text ? "a text" : "yes or no";
  }

  /** The value that holds on a date; null before the first. */
  public @Nullable Dated on(LocalDate date) {
    for (Dated dated : values) {
      if (dated.window().contains(date)) {
        return dated;
      }
    }
    return null;
  }

  /** The value that holds throughout a window within which it does not change, or null. */
  public @Nullable Dated on(Window window) {
    return on(Editions.someDay(window));
  }

  /**
   * The windows within a window, in their order, on which all of several values have one value
   * throughout; days on which one of them has none are left out. There are at most as many as the
   * values have days together.
   */
  public static List<Window> editions(Window window, Collection<NamedValue> values) {
    return Editions.of(window, values);
  }

  /** The same with a value that the host gives, which holds on all days. */
  public NamedValue given(Expression value) {
    return new NamedValue(
        pack, name, called, source, true, List.of(new Dated(Window.ALWAYS, value)), nameSpan);
  }
}
