package io.credentialrules.internal.resolve;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.credentialrules.internal.fault.NameFaults;
import io.credentialrules.internal.fault.ValueFaults;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.text.WrittenDate;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Scale;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a value as the kind of what it is compared with: a text as a date, a word or a level. What
 * is of another kind, or no such date, word or level, is refused.
 */
final class Literals {
  /** Without an exponent, which could stand for more digits than fit into memory. */
  private static final Pattern WITH_UNIT =
      Pattern.compile("(-?[0-9]{1,30}(?:[.,][0-9]{1,30})?) ?(?:%|\\pL{1,20})?");

  /** Letters of grades are near each other, so that the nearest is no hint. */
  private static final int LETTERS = 2;

  private final List<Scale> scales;
  private final Findings findings;

  Literals(List<Scale> scales, Findings findings) {
    this.scales = scales;
    this.findings = findings;
  }

  /** The right value in the kind of the left one, or null when it has another kind. */
  @Nullable Value fitted(
      Constraint.Compare compare, ValueType left, Value right, SourceSpan rightSpan) {
    FieldKind leftKind = left.kind();
    FieldKind rightKind = right.type().kind();
    if (right.literal() instanceof String text && leftKind != null) {
      switch (leftKind) {
        case WORD -> {
          return word(left, text, right, rightSpan);
        }
        case LEVEL -> {
          return level(text, right, rightSpan);
        }
        case DATE -> {
          return date(text, rightSpan);
        }
        default -> {}
      }
    }
    if (left instanceof ValueType.OfFact one
        && right.type() instanceof ValueType.OfFact other
        && one.type().record() == other.type().record()) {
      return right;
    }
    if (leftKind != null && leftKind == rightKind && leftKind != FieldKind.TEXTS) {
      return right;
    }
    boolean bothTexts = isText(leftKind) && isText(rightKind);
    if (bothTexts && leftKind != FieldKind.WORD && rightKind != FieldKind.WORD) {
      return right;
    }
    findings.error(
        rightSpan,
        ValueFaults.typeMismatch(
            compare.text(),
            left.described(),
            right.type().described(),
            mismatchHint(leftKind, right)));
    return null;
  }

  private static boolean isText(@Nullable FieldKind kind) {
    return kind == FieldKind.TEXT || kind == FieldKind.LEVEL || kind == FieldKind.WORD;
  }

  private static String mismatchHint(@Nullable FieldKind leftKind, Value right) {
    if (leftKind == FieldKind.AMOUNT && right.literal() instanceof String text) {
      Matcher number = WITH_UNIT.matcher(text.strip());
      return number.matches()
          ? "maybe " + number.group(1).replace(',', '.') + " without quotes"
          : "write a number without quotes";
    }
    if (leftKind == FieldKind.TRUTH && right.literal() instanceof String text) {
      String truth = text.strip().toLowerCase(Locale.ROOT);
      return truth.equals("true") || truth.equals("false")
          ? "maybe `" + truth + "` without quotes"
          : "write `true` or `false`";
    }
    if (leftKind == FieldKind.TRUTH) {
      return "write `true` or `false`";
    }
    if (leftKind == FieldKind.TEXTS) {
      return right.literal() instanceof String text
          ? "write `contains \"" + text + "\"`"
          : "ask with `contains` what is in it";
    }
    if (isText(leftKind) && right.literal() != null) {
      return "maybe `\"" + right.literal() + "\"` in quotes";
    }
    return leftKind == FieldKind.DATE
        ? WrittenDate.hint(right.literal() == null ? "" : right.literal().toString())
        : "";
  }

  private @Nullable Value word(ValueType left, String text, Value right, SourceSpan span) {
    List<String> words = ((ValueType.Plain) left).words();
    if (words.contains(text)) {
      return right;
    }
    String maybe = NearestWord.maybe(text, words);
    findings.error(
        span,
        NameFaults.unknownWord(
            text, maybe.isEmpty() ? "the words are " + String.join(", ", words) : maybe));
    return null;
  }

  private @Nullable Value level(String text, Value right, SourceSpan span) {
    if (scales.isEmpty() || scales.stream().anyMatch(scale -> scale.levels().contains(text))) {
      return right;
    }
    List<String> levels = scales.stream().flatMap(scale -> scale.levels().stream()).toList();
    String maybe = text.length() <= LETTERS ? "" : NearestWord.maybe(text, levels);
    findings.error(
        span,
        NameFaults.unknownLevel(
            text,
            maybe.isEmpty()
                ? "the levels are "
                    + scales.stream()
                        .map(scale -> String.join(" < ", scale.levels()))
                        .collect(Collectors.joining(", and "))
                : maybe));
    return null;
  }

  private @Nullable Value date(String text, SourceSpan span) {
    LocalDate date = PolicyDates.parse(text);
    if (date == null || date.getYear() < 1000) {
      findings.error(span, ValueFaults.badDate(text, PolicyDates.hint(text)));
      return null;
    }
    return Value.Literal.of(FieldKind.DATE, date);
  }
}
