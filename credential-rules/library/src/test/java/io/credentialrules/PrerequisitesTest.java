package io.credentialrules;

import static io.credentialrules.Records.pack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What comes before a credential is what the patterns of its rules can stand for, and no more. */
class PrerequisitesTest {
  private static final String BASES =
      """
      rule "base one" @credential( "base-1" ) when WorkExperience( hours >= 1 ) then end
      rule "base two" @credential( "base-2" ) when WorkExperience( hours >= 2 ) then end
      rule "other" @credential( "other" ) when WorkExperience( hours >= 3 ) then end
      """;

  private static Map<String, Boolean> before(String when) {
    return ofTop(BASES + "rule \"top\" @credential( \"top\" ) when " + when + " then end");
  }

  private static Map<String, Boolean> ofTop(String drl) {
    return Objects.requireNonNull(CredentialRules.compile(pack(drl)).prerequisites().get("top"));
  }

  @Test
  void one_that_is_named_is_needed_and_one_of_several_is_not() {
    assertThat(before("Earned( credential == \"base-1\" )")).isEqualTo(Map.of("base-1", true));
    assertThat(before("Earned( credential in ( \"base-1\", \"other\" ) )"))
        .isEqualTo(Map.of("base-1", false, "other", false));
    assertThat(before("( Earned( credential == \"base-1\" ) or WorkExperience( hours >= 9 ) )"))
        .isEqualTo(Map.of("base-1", false));
    assertThat(before("WorkExperience( hours >= 9 )")).isEmpty();
  }

  @Test
  void an_expression_stands_for_what_it_matches_and_not_for_all() {
    assertThat(before("Earned( credential matches \"base-.*\" )"))
        .isEqualTo(Map.of("base-1", false, "base-2", false));
    assertThat(before("Earned( credential matches \"oth.*\" )")).isEqualTo(Map.of("other", true));
    assertThat(before("Earned( credential != \"other\", credential matches \"[bo].*\" )"))
        .isEqualTo(Map.of("base-1", false, "base-2", false));
  }

  @Test
  void what_must_be_absent_comes_before_nothing() {
    assertThat(before("WorkExperience( hours >= 9 ) not Earned( credential == \"other\" )"))
        .isEmpty();
    assertThat(before("WorkExperience( hours >= 9 ) exists Earned( credential == \"other\" )"))
        .isEqualTo(Map.of("other", true));
  }

  @Test
  void a_requirement_needs_what_each_of_its_rules_needs_and_alternatives_need_nothing() {
    String one =
        "rule \"r\" @requirement( \"r\" ) when Earned( credential == \"base-1\" ) then end\n";
    String again =
        "rule \"s\" @requirement( \"r\" ) when Earned( credential == \"other\" ) then end\n";
    String top =
        "rule \"top\" @credential( \"top\" ) when Met( requirement matches \"r.*\" ) then end\n";

    assertThat(ofTop(BASES + one + top)).isEqualTo(Map.of("base-1", true));
    assertThat(ofTop(BASES + one + again + top)).isEqualTo(Map.of("base-1", false, "other", false));
  }

  @Test
  void every_credential_of_the_catalogue_is_there_in_its_order() {
    assertThat(CredentialRules.compile(pack(BASES)).prerequisites().keySet())
        .containsExactlyElementsOf(List.of("base-1", "base-2", "other"));
  }

  @Test
  void many_credentials_that_ask_for_many_through_one_requirement_end_at_a_limit() {
    StringBuilder drl = new StringBuilder();
    for (int base = 0; base < 10; base++) {
      drl.append(
          "rule \"base N\" @credential( \"base-N\" ) when WorkExperience( hours >= N ) then end\n"
              .replace("N", String.valueOf(base)));
    }
    drl.append(
        """
        rule "any" @requirement( "any" ) when Earned( credential matches "base-.*" ) then end
        """);
    for (int top = 0; top < 20; top++) {
      drl.append(
          "rule \"top N\" @credential( \"top-N\" ) when Met( requirement == \"any\" ) then end\n"
              .replace("N", String.valueOf(top)));
    }
    // What the requirement asks for, and of each credential that asks for the requirement.
    int found = 10 + 20 * 10;

    CredentialRules enough = within(found, drl.toString());
    assertThat(enough.prerequisites().get("top-19")).hasSize(10);
    CredentialRules oneLess = within(found - 1, drl.toString());
    assertThatThrownBy(oneLess::prerequisites)
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            exceeded -> assertThat(exceeded.limit()).isEqualTo("maxDependencies"));
  }

  /** As many as are written, not as many as there are. */
  @Test
  void alternatives_that_are_written_one_by_one_depend_on_just_these() {
    StringBuilder drl = new StringBuilder();
    for (int base = 0; base < 30; base++) {
      drl.append(
          "rule \"base N\" @requirement( \"base-N\" ) when WorkExperience( hours >= 1N ) then end\n"
              .replace("N", String.valueOf(base)));
    }
    for (int top = 0; top < 20; top++) {
      drl.append(
          """
          rule "top N" @credential( "top-N" ) when
            Met( requirement == "base-1" || requirement == "base-2" )
          then end
          """
              .replace("N", String.valueOf(top)));
    }
    assertThatCode(() -> within(40, drl.toString())).doesNotThrowAnyException();
    assertThatThrownBy(() -> within(39, drl.toString()))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("maxDependencies");
  }

  private static CredentialRules within(int most, String drl) {
    return CredentialRules.builder()
        .limits(Limits.DEFAULT.withMaxDependencies(most))
        .add(pack(drl))
        .compile();
  }
}
