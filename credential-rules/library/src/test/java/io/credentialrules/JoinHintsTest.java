package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The hint about patterns that share no value names a field that facts of both types have. */
class JoinHintsTest {
  private static List<String> hints(String when) {
    String drl = "rule \"r\" @credential( \"r\" ) when\n" + when + "\nthen end\n";
    return CredentialRules.builder().add(PolicyPack.of("p", Map.of("a.drl", drl))).check().stream()
        .filter(problem -> problem.code().equals("join-without-key"))
        .map(Problem::hint)
        .toList();
  }

  @Test
  void a_field_of_both_is_suggested() {
    assertThat(
            hints(
                """
                WorkExperience( type == "JOB", $end : endedOn )
                PerformanceFeedback( givenOn >= $end )
                """))
        .containsExactly(
            "join them by a field that is equal in both, such as `experience == $experience`");
  }

  @Test
  void none_is_suggested_that_one_of_them_lacks() {
    assertThat(
            hints(
                """
                SubmittedEvidence( type == "PORTFOLIO", $on : submittedOn )
                WorkExperience( type == "JOB", startedOn >= $on )
                """))
        .singleElement()
        .asString()
        .doesNotContain("==")
        .startsWith("the two have no field in common");
    assertThat(
            hints(
                """
                accumulate( WorkExperience( $hours : hours ) and SubmittedEvidence();
                            $total : sum( $hours ); $total >= 200 )
                """))
        .containsExactly("the two have no field in common: write `exists( … )`");
  }
}
