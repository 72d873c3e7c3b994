package io.credentialrules.internal.resolve;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What authors mean by words that are no field: yes and no, nothing, today, numbers in words. */
final class MeantValues {
  private static final Set<String> NUMBERS =
      ImmutableSet.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty",
          "thirty",
          "forty",
          "fifty",
          "sixty",
          "seventy",
          "eighty",
          "ninety",
          "hundred",
          "thousand",
          "deux",
          "trois",
          "quatre",
          "cinq",
          "dix",
          "vingt",
          "cent");

  private static final String TODAY =
      "write `Today( $today : date )` as a condition before it, and `$today` here";

  private static final String COUNTED =
      "write an `accumulate`, such as `accumulate( … ; $count : count(); $count >= 2 )`";

  private static final String NAMED =
      "give the total this name, such as `$total : sum( $hours ); $total >= 20`";

  private static final ImmutableMap<String, String> HINTS =
      ImmutableMap.<String, String>builder()
          .put("yes", "write `true`")
          .put("y", "write `true`")
          .put("oui", "write `true`")
          .put("vrai", "write `true`")
          .put("faux", "write `false`")
          .put("true", "write `true`, in small letters")
          .put("no", "write `false`")
          .put("n", "write `false`")
          .put("non", "write `false`")
          .put("false", "write `false`, in small letters")
          .put("none", "write `null` for what is absent")
          .put("nil", "write `null` for what is absent")
          .put("null", "write `null`, in small letters")
          .put("undefined", "write `null` for what is absent")
          .put("empty", "write `null` for what is absent")
          .put("blank", "write `null` for what is absent")
          .put("count", COUNTED)
          .put("number", COUNTED)
          .put("total", COUNTED)
          .put("sum", COUNTED)
          .put("$sum", NAMED)
          .put("$count", NAMED)
          .put("$total", NAMED)
          .put("$average", NAMED)
          .put("today", TODAY)
          .put("$today", TODAY)
          .put("now", TODAY)
          .put("aujourdhui", TODAY)
          .buildOrThrow();

  private MeantValues() {}

  /** What to write instead of a name; another hint where nothing is known of it. */
  static String hint(String name, String other) {
    String word = name.toLowerCase(Locale.ROOT);
    if (name.startsWith("$") && name.substring(1).chars().allMatch(Character::isDigit)) {
      return "write the number without `$`";
    }
    return NUMBERS.contains(word) ? "write the number in digits" : HINTS.getOrDefault(word, other);
  }

  /** What to write instead of a method of a text; null where nothing is known of it. */
  static @Nullable String method(String name) {
    return switch (name) {
      case "startsWith", "startswith" -> "write `matches \"lab.*\"` for a text that begins so";
      case "endsWith", "endswith" -> "write `matches \".*lab\"` for a text that ends so";
      case "contains", "includes", "indexOf" -> "write `contains \"lab\"` after the field";
      case "year", "getYear", "month", "getMonth" ->
          "compare two dates by `startOfYear()` or `startOfMonth()`, or with two days, such as"
              + " `>= \"2026-01-01\"` and `<= \"2026-12-31\"`";
      case "sum", "count", "average", "min", "max", "mean", "avg" ->
          "write `accumulate( … ; $total : " + name + "( $amount ); $total >= 20 )`";
      case "isEmpty", "isBlank", "isNull" -> "write `== null` after the field";
      case "equals", "equalsIgnoreCase" -> "write `== \"lab\"` after the field";
      default -> null;
    };
  }
}
