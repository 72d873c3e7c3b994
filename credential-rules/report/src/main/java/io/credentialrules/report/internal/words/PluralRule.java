package io.credentialrules.report.internal.words;

import com.google.common.base.Splitter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plural rule of Unicode CLDR, such as {@code i = 1 and v = 0}: for which numbers a language uses
 * a form of a word. The syntax and the operands are those of UTS #35, part 3, "Language Plural
 * Rules"; numbers are never written in compact form, so that the operands {@code c} and {@code e}
 * are zero.
 */
record PluralRule(List<List<Relation>> alternatives) {
  private static final Pattern RELATION =
      Pattern.compile(
          "([nivwftce])(?: % (\\d+))? (!?=) (\\d+(?:\\.\\.\\d+)?(?:,\\d+(?:\\.\\.\\d+)?)*)");

  /**
   * One relation.
   *
   * @param operand which property of the number is compared
   * @param modulus what it is divided by first; zero for nothing
   * @param isWithin whether it must be in one of the ranges, rather than in none
   */
  record Relation(char operand, long modulus, boolean isWithin, List<Range> ranges) {
    boolean holds(BigDecimal number) {
      BigDecimal value = value(operand, number);
      BigDecimal compared = modulus == 0 ? value : value.remainder(BigDecimal.valueOf(modulus));
      return ranges.stream().anyMatch(range -> range.contains(compared)) == isWithin;
    }
  }

  /** Whole numbers from one to another. */
  record Range(long first, long last) {
    boolean contains(BigDecimal value) {
      return value.stripTrailingZeros().scale() <= 0
          && value.compareTo(BigDecimal.valueOf(first)) >= 0
          && value.compareTo(BigDecimal.valueOf(last)) <= 0;
    }
  }

  /** Reads a rule; an error of the data is an error of the program. */
  static PluralRule of(String text) {
    List<List<Relation>> alternatives = new ArrayList<>();
    for (String alternative : Splitter.on(" or ").split(text)) {
      List<Relation> relations = new ArrayList<>();
      for (String relation : Splitter.on(" and ").split(alternative)) {
        relations.add(relation(relation));
      }
      alternatives.add(List.copyOf(relations));
    }
    return new PluralRule(List.copyOf(alternatives));
  }

  private static Relation relation(String text) {
    Matcher matcher = RELATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalStateException("`" + text + "` is not a plural rule");
    }
    List<Range> ranges = new ArrayList<>();
    for (String range : Splitter.on(',').split(matcher.group(4))) {
      List<String> ends = Splitter.on("..").splitToList(range);
      ranges.add(new Range(Long.parseLong(ends.get(0)), Long.parseLong(ends.get(ends.size() - 1))));
    }
    String modulus = matcher.group(2);
    return new Relation(
        matcher.group(1).charAt(0),
        modulus == null ? 0 : Long.parseLong(modulus),
        matcher.group(3).equals("="),
        List.copyOf(ranges));
  }

  /** Whether it applies to a number, which is written without trailing zeros. */
  boolean appliesTo(BigDecimal number) {
    BigDecimal written = number.abs().stripTrailingZeros();
    return alternatives.stream()
        .anyMatch(relations -> relations.stream().allMatch(one -> one.holds(written)));
  }

  private static BigDecimal value(char operand, BigDecimal number) {
    int decimals = Math.max(number.scale(), 0);
    return switch (operand) {
      case 'n' -> number;
      case 'i' -> new BigDecimal(number.toBigInteger());
      case 'v', 'w' -> BigDecimal.valueOf(decimals);
      case 'f', 't' ->
          number.subtract(new BigDecimal(number.toBigInteger())).scaleByPowerOfTen(decimals);
      default -> BigDecimal.ZERO;
    };
  }
}
