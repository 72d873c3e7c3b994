package io.credentialrules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plain text is what Unicode's classes leave of it, worked out without an expression. */
class PlainTextProperties {
  private static final Pattern LEFT_OUT = Pattern.compile("[\\t\\n\\f\\r\\p{Z}\\p{Pd}_]+");

  @Property(tries = 1_000)
  void spaces_dashes_underscores_and_capitals_are_left_out(@ForAll("texts") String text) {
    assertThat(PlainText.of(text))
        .isEqualTo(LEFT_OUT.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withChars("aZ9 _-\t\n\u000b\u00a0\u2003\u2013\u2212\u2028"),
        Arbitraries.strings());
  }
}
