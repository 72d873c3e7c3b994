package io.credentialrules.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedTest {

  @ParameterizedTest
  @CsvSource({
    "hours, `hours`",
    "'Ünïcode 日本', `Ünïcode 日本`",
    "a`b, `a'b`",
    "a\u202eb, `a\\u202eb`",
    "a\u200fb, `a\\u200fb`",
    "a\u001b[2Jb, `a\\u001b[2Jb`",
    "a\u2028b, `a\\u2028b`",
    "\ud83c\udf31, `\ud83c\udf31`",
    "\ud83c, `\\ud83c`",
    "a\udb40\udc41b, `a\\u{e0041}b`"
  })
  void a_text_is_quoted_without_what_a_terminal_obeys_or_nobody_sees(String text, String quoted) {
    assertThat(Quoted.of(text)).isEqualTo(quoted);
  }

  @Property(seed = Laws.SEED)
  void nothing_that_is_hidden_is_left_and_no_backtick_ends_the_quotation(@ForAll String text) {
    String inside = Quoted.inside(text);

    assertThat(inside).doesNotContain("`");
    assertThat(inside.chars().anyMatch(c -> Characters.isControl((char) c))).isFalse();
    assertThat(inside.codePoints().mapToObj(Character::getType))
        .doesNotContain((int) Character.FORMAT, (int) Character.SURROGATE);
  }

  @Property(seed = Laws.SEED)
  void a_text_of_sixty_characters_is_whole_and_a_longer_one_is_cut(@ForAll char last) {
    String sixty = "\ud83c\udf31".repeat(59) + "x";

    assertThat(Quoted.inside(sixty)).isEqualTo(sixty);
    assertThat(Quoted.inside(sixty + last)).isEqualTo(sixty + "…");
  }
}
