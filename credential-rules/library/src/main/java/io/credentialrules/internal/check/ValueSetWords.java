package io.credentialrules.internal.check;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import io.credentialrules.policy.FieldKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a value can be, in words, such as {@code at least 0 and at most 100}. */
final class ValueSetWords {
  private static final int MOST_SHOWN = 4;

  private ValueSetWords() {}

  /** The words; empty where there is nothing short to say. */
  static String of(ValueSet domain, @Nullable FieldKind kind) {
    List<String> ranges = new ArrayList<>();
    for (Range<Position> range : domain.values().asRanges()) {
      ranges.add(words(range, domain.whole(), kind));
    }
    return kind == null || ranges.size() > MOST_SHOWN || ranges.contains("")
        ? ""
        : String.join(" or ", ranges);
  }

  private static String words(Range<Position> range, boolean whole, @Nullable FieldKind kind) {
    boolean wholeUpper = whole && range.hasUpperBound();
    String lower = range.hasLowerBound() ? word(range.lowerEndpoint(), kind, 0) : "";
    String upper =
        range.hasUpperBound() ? word(range.upperEndpoint(), kind, wholeUpper ? -1 : 0) : "";
    if (!lower.isEmpty() && lower.equals(upper)) {
      return lower;
    }
    if (kind != FieldKind.AMOUNT && kind != FieldKind.DATE) {
      return "";
    }
    boolean isDate = kind == FieldKind.DATE;
    if (!lower.isEmpty()) {
      boolean closed = range.lowerBoundType() == BoundType.CLOSED;
      lower = (closed ? isDate ? "from " : "at least " : isDate ? "after " : "more than ") + lower;
    }
    if (!upper.isEmpty()) {
      boolean closed = wholeUpper || range.upperBoundType() == BoundType.CLOSED;
      upper = (closed ? isDate ? "until " : "at most " : isDate ? "before " : "less than ") + upper;
    }
    return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
  }

  private static String word(Position point, @Nullable FieldKind kind, int shift) {
    if (kind == FieldKind.AMOUNT) {
      return point.number().add(BigDecimal.valueOf(shift)).toPlainString();
    }
    if (kind == FieldKind.DATE) {
      return LocalDate.ofEpochDay(point.number().longValueExact() + shift).toString();
    }
    return point.text().isEmpty() ? "" : "`" + point.text() + "`";
  }
}
