package io.credentialrules.json;

import io.credentialrules.json.tree.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Canonical JSON (RFC 8785, JSON Canonicalization Scheme): one text for one value, so that its
 * bytes can be compared and digested. Numbers of this form are those of IEEE 754 and cannot hold
 * every amount exactly; decimals and 64-bit numbers are therefore always written as texts, as the
 * RFC advises in its appendix D.
 */
final class CanonicalJson {
  private static final long GREATEST_EXACT = (1L << 53) - 1;
  private static final int MOST_DIGITS = 17;

  private final StringBuilder out = new StringBuilder();

  private CanonicalJson() {}

  /**
   * The canonical text of maps by name, collections, texts, numbers, truths and values of
   * documents.
   *
   * @throws IllegalArgumentException for a number that the form cannot hold
   */
  static String print(Object value) {
    CanonicalJson json = new CanonicalJson();
    json.write(value);
    return json.out.toString();
  }

  private void write(Object value) {
    if (value instanceof JsonValue ofDocument) {
      writeOfDocument(ofDocument);
    } else if (value instanceof Map<?, ?> members) {
      writeMembers(members);
    } else if (value instanceof Collection<?> items) {
      writeItems(items);
    } else if (value instanceof BigDecimal amount) {
      write(amount.toPlainString());
    } else if (value instanceof Long amount) {
      write(amount.toString());
    } else if (value instanceof Integer || value instanceof Boolean) {
      out.append(value);
    } else {
      writeText((String) value);
    }
  }

  private void writeOfDocument(JsonValue value) {
    if (value instanceof JsonValue.Members members) {
      Map<String, Object> byName = new TreeMap<>();
      members.byName().forEach((name, member) -> byName.put(name, member.value()));
      writeMembers(byName);
    } else if (value instanceof JsonValue.Items items) {
      writeItems(items.values());
    } else if (value instanceof JsonValue.Text text) {
      writeText(text.text());
    } else if (value instanceof JsonValue.Numeral numeral) {
      out.append(number(Double.parseDouble(numeral.digits())));
    } else if (value instanceof JsonValue.Truth truth) {
      out.append(truth.isTrue());
    } else {
      out.append("null");
    }
  }

  /** Names are ordered by their UTF-16 units, which is how Java compares texts. */
  private void writeMembers(Map<?, ?> members) {
    Map<String, Object> sorted = new TreeMap<>();
    members.forEach((name, value) -> sorted.put((String) name, value));
    String separator = "";
    out.append('{');
    for (Map.Entry<String, Object> member : sorted.entrySet()) {
      out.append(separator);
      writeText(member.getKey());
      out.append(':');
      write(member.getValue());
      separator = ",";
    }
    out.append('}');
  }

  private void writeItems(Collection<?> items) {
    String separator = "";
    out.append('[');
    for (Object item : items) {
      out.append(separator);
      write(item);
      separator = ",";
    }
    out.append(']');
  }

  private void writeText(String text) {
    out.append('"');
    text.codePoints().forEach(point -> escape(point, out));
    out.append('"');
  }

  /** Appends a character as JSON strings hold it, with no more escapes than they need. */
  static void escape(int character, StringBuilder out) {
    switch (character) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\b' -> out.append("\\b");
      case '\t' -> out.append("\\t");
      case '\n' -> out.append("\\n");
      case '\f' -> out.append("\\f");
      case '\r' -> out.append("\\r");
      default -> {
        if (character < ' ') {
          out.append("\\u00").append(Character.forDigit(character >> 4, 16));
          out.append(Character.forDigit(character & 0xF, 16));
        } else {
          out.appendCodePoint(character);
        }
      }
    }
  }

  /** A number as ECMAScript prints it (ECMA-262, Number::toString), which RFC 8785 asks for. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("a number that JSON cannot hold: " + value);
    }
    if (value == 0) {
      return "0";
    }
    if (value == Math.rint(value) && Math.abs(value) <= GREATEST_EXACT) {
      return Long.toString((long) value);
    }
    if (value < 0) {
      return "-" + number(-value);
    }
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    int length = digits.length();
    int point = length - shortest.scale();
    if (length <= point && point <= 21) {
      return digits + "0".repeat(point - length);
    } else if (0 < point && point <= 21) {
      return digits.substring(0, point) + "." + digits.substring(point);
    } else if (-6 < point && point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    int exponent = point - 1;
    return digits.charAt(0)
        + (length == 1 ? "" : "." + digits.substring(1))
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }

  /** The fewest digits that are read as the same number; of several, the nearest to it. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal below = exact.round(new MathContext(digits, RoundingMode.FLOOR));
      BigDecimal above = exact.round(new MathContext(digits, RoundingMode.CEILING));
      boolean isBelow = below.doubleValue() == value;
      boolean isAbove = above.doubleValue() == value;
      if (isBelow && isAbove) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      } else if (isBelow || isAbove) {
        return (isBelow ? below : above).stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }
}
