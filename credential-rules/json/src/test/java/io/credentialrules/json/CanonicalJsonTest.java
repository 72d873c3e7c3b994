package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of RFC 8785. */
class CanonicalJsonTest {

  private static String canonical(String json) {
    DocumentText document = new DocumentText("a.json", json);
    return CanonicalJson.print(DocumentParser.parse(document, new DocumentProblems(document)));
  }

  @Test
  void the_example_of_section_3_2_2_is_printed_as_the_rfc_prints_it() {
    assertThat(
            canonical(
                """
                {
                  "numbers": [333333333.33333329, 1E30, 4.50,
                              2e-3, 0.000000000000000000000000001],
                  "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
                  "literals": [null, true, false]
                }
                """))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void names_are_ordered_as_in_section_3_2_3() {
    assertThat(
            canonical(
                """
                {
                  "\\u20ac": "Euro Sign",
                  "\\r": "Carriage Return",
                  "\\ufb33": "Hebrew Letter Dalet With Dagesh",
                  "1": "One",
                  "\\ud83d\\ude00": "Emoji: Grinning Face",
                  "\\u0080": "Control",
                  "\\u00f6": "Latin Small Letter O With Diaeresis"
                }
                """))
        .isEqualTo(
            "{\"\\r"
                + "\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"Latin Small"
                + " Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning"
                + " Face\",\"\uFB33\":\"Hebrew Letter Dalet With Dagesh\"}");
  }

  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbers_are_printed_as_in_appendix_b(String bits, String printed) {
    double number = Double.longBitsToDouble(HexFormat.fromHexDigitsToLong(bits));

    assertThat(CanonicalJson.number(number)).isEqualTo(printed);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void what_is_no_number_is_refused(double value) {
    assertThatThrownBy(() -> CanonicalJson.number(value))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void a_number_is_printed_so_that_it_is_read_as_itself(@ForAll long bits) {
    double number = Double.longBitsToDouble(bits);
    if (Double.isFinite(number)) {
      String printed = CanonicalJson.number(number);

      assertThat(Double.parseDouble(printed)).isEqualTo(number == 0 ? 0.0 : number);
      assertThat(new BigDecimal(printed).stripTrailingZeros().precision())
          .isLessThanOrEqualTo(
              new BigDecimal(Double.toString(number)).stripTrailingZeros().precision());
    }
  }

  @Test
  void amounts_are_texts_because_a_number_cannot_hold_each_exactly() {
    assertThat(
            CanonicalJson.print(
                List.of(
                    new BigDecimal("79.99"),
                    new BigDecimal("1E+2"),
                    new BigDecimal("0.30000000000000000000000000001"),
                    Long.MAX_VALUE,
                    7)))
        .isEqualTo(
            "[\"79.99\",\"100\",\"0.30000000000000000000000000001\",\"9223372036854775807\",7]");
  }

  @Test
  void the_order_of_members_means_nothing_and_that_of_items_is_kept() {
    assertThat(CanonicalJson.print(Map.of("b", List.of(2, 1), "a", true)))
        .isEqualTo("{\"a\":true,\"b\":[2,1]}");
  }

  @Property
  void what_is_canonical_stays_as_it_is(@ForAll long seed) {
    String canonical = CanonicalJson.print(CanonicalRecord.of(GeneratedRecords.record(seed)));

    assertThat(canonical(canonical)).isEqualTo(canonical);
  }
}
