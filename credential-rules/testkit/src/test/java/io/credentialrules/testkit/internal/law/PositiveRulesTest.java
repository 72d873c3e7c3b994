package io.credentialrules.testkit.internal.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Further evidence takes nothing away from what is plainly positive, and from nothing else. */
final class PositiveRulesTest {
  private static final String BOTTOM =
      "rule \"Bottom\" @credential( \"bottom\" ) @pathway( \"p\" ) @level( 1 ) when %s then end\n";

  private static PositiveRules of(String bottom, String top) {
    String policy =
        "import io.credentialrules.vocabulary.*\n"
            + BOTTOM.formatted(bottom)
            + "rule \"Top\" @credential( \"top\" ) when "
            + top
            + " then end\n";
    return PositiveRules.of(
        CredentialRules.compile(PolicyPack.of("positive", Map.of("rules.drl", policy))).policy());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SignOff( subject == \"a\" )",
        "SignOff( subject == \"a\" ) or SignOff( subject == \"b\" )",
        "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 20 )",
        "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); 20 < $t )",
        "accumulate( SignOff( $s : subject ); $n : countDistinct( $s ); $n >= 2 )"
      })
  void what_only_asks_for_something_is_positive_and_so_is_what_rests_on_it(String condition) {
    PositiveRules rules = of(condition, "Earned( credential == \"bottom\" )");

    assertThat(rules.contains("bottom")).isTrue();
    assertThat(rules.contains("top")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SignOff( subject == \"a\" ) not SignOff( subject == \"b\" )",
        "SignOff( subject == \"a\" ) forall( Participation( hours >= 1 ) )",
        "accumulate( WorkExperience( $h : hours ); $t : average( $h ); $t >= 20 )",
        "accumulate( WorkExperience( $h : hours ); $t : sum( $h ), $n : count();"
            + " $t >= 20, $n <= 3 )"
      })
  void what_more_can_spoil_is_not_nor_is_what_rests_on_it(String condition) {
    PositiveRules rules = of(condition, "Earned( credential == \"bottom\" )");

    assertThat(rules.contains("bottom")).isFalse();
    assertThat(rules.contains("top")).isFalse();
  }

  @Test
  void a_prerequisite_that_is_not_named_by_its_id_may_be_any() {
    String signed = "SignOff( subject == \"a\" )";

    assertThat(of(signed, "Earned( pathway == \"p\", level >= 1 )").contains("top")).isFalse();
    assertThat(of(signed, "Earned( pathway == \"p\", level >= 1 )").contains("bottom")).isTrue();
  }
}
