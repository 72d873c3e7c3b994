package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.read.token.Cursor;
import io.credentialrules.internal.read.token.Token;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions of spreadsheets, databases and programs, by what to write instead. */
final class OtherFunctions {
  private static final String JOINED =
      "write the conditions one after the other, or `( A() or B() )` where one is enough";
  private static final String COUNTED =
      "write `accumulate( WorkExperience( $amount : hours ); $total : %s( $amount ); $total >= 20 )`";

  /** Functions of spreadsheets and programs, by what to write. */
  private static final ImmutableMap<String, String> FUNCTIONS =
      ImmutableMap.<String, String>builder()
          .put("AND", JOINED)
          .put("OR", JOINED)
          .put("all", JOINED)
          .put("any", JOINED)
          .put("ALL", JOINED)
          .put("ANY", JOINED)
          .put("anyOf", JOINED)
          .put("allOf", JOINED)
          .put("oneOf", JOINED)
          .put("any_of", JOINED)
          .put("all_of", JOINED)
          .put("one_of", JOINED)
          .put("either", JOINED)
          .put("noneOf", "write `not` and the pattern")
          .put("VLOOKUP", "write the fact and its fields, such as `WorkExperience( hours >= 20 )`")
          .put("SI", "write what must hold: the rule awards when all of it does")
          .put("ET", JOINED)
          .put("OU", JOINED)
          .put("SOMME", COUNTED.formatted("sum"))
          .put("SOMME_SI", COUNTED.formatted("sum"))
          .put("NB", COUNTED.formatted("count"))
          .put("NOT", "write `not` and the pattern")
          .put("IF", "write what must hold: the rule awards when all of it does")
          .put("IFS", "write what must hold: the rule awards when all of it does")
          .put("SUM", COUNTED.formatted("sum"))
          .put("SUMIF", COUNTED.formatted("sum"))
          .put("SUMIFS", COUNTED.formatted("sum"))
          .put("AVERAGE", COUNTED.formatted("average"))
          .put("AVG", COUNTED.formatted("average"))
          .put("AVERAGEIF", COUNTED.formatted("average"))
          .put("MAX", COUNTED.formatted("max"))
          .put("MIN", COUNTED.formatted("min"))
          .put("COUNT", COUNTED.formatted("count"))
          .put("COUNTIF", COUNTED.formatted("count"))
          .put("COUNTIFS", COUNTED.formatted("count"))
          .put("len", COUNTED.formatted("count"))
          .put("LEN", COUNTED.formatted("count"))
          .put("total", COUNTED.formatted("sum"))
          .buildOrThrow();

  private OtherFunctions() {}

  /** What to write for a function around conditions; null where nothing is known of it. */
  static @Nullable String ofConditions(String name) {
    return FUNCTIONS.get(name);
  }

  /** What to write for a function within a pattern; null where nothing is known of it. */
  static @Nullable String withinPattern(Cursor cursor, Token name) {
    return switch (name.text().toLowerCase(Locale.ROOT)) {
      case "year", "month", "annee" ->
          "compare with two days, such as `>= \"2026-01-01\"` and `<= \"2026-12-31\"`";
      case "isblank", "isempty", "isnull" -> "write `== null` after the field";
      case "upper", "lower", "trim" -> "compare with the text as it is in the record";
      case "sum", "avg", "average", "max", "min", "count", "somme", "moyenne" ->
          Slips.isTotal(name.text())
              ? null
              : "write `" + WrittenTotal.here(cursor, name.text().toLowerCase(Locale.ROOT)) + "`";
      default -> null;
    };
  }
}
