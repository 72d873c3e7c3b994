package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What check says of a pathway that misses something of its institution's framework. */
class FrameworksTest {
  private static final String FRAMEWORK =
      """
      declare Framework
          @levels( 1 )
          @packs( "work" )
          @vettedBy( 1, "FACULTY", "STAFF" )
          @requires( 1, "AssessmentResult", "RubricScore" )
      end
      """;

  private static final String RULES =
      """
      rule "Assessed" @requirement( "assessed" ) @scale( "LOW < HIGH" )
      when
          %s
      then
      end

      rule "Rubric" @credential( "skill" ) @scale( "LOW < HIGH" )
      when
          RubricScore( rubric == "skill", level >= "HIGH" )
      then
      end

      rule "Worker, Level 1" @credential( "worker-level-1" ) @pathway( "worker" ) @level( 1 )
          %s
      when
          Met( requirement == "assessed" )
      then
      end

      rule "Worker" @credential( "worker" ) @pathway( "worker" )
      when
          Earned( credential == "worker-level-1" )
      then
      end
      """;

  private static final String SILENCED = "@silence( \"misses-framework\", \"for the test\" )";

  private static List<String> said(String framework, String condition, String annotation) {
    return CredentialRules.builder()
        .add(PolicyPack.of("framework", Map.of("framework.drl", framework)))
        .add(PolicyPack.of("work", Map.of("rules.drl", RULES.formatted(condition, annotation))))
        .check()
        .stream()
        .filter(problem -> problem.code().contains("framework") || isSilence(problem))
        .map(Problem::message)
        .toList();
  }

  private static boolean isSilence(Problem problem) {
    return problem.code().equals("idle-silence");
  }

  private static List<String> said(String condition) {
    return said(FRAMEWORK, condition, "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AssessmentResult( passed, reviewerRole in ( \"FACULTY\", \"STAFF\" ) )",
        "AssessmentResult( passed, reviewerRole == \"FACULTY\" || reviewerRole == \"STAFF\" )",
        "AssessmentResult( passed, reviewerRole == \"STAFF\" )",
        "exists RubricScore( level >= \"HIGH\", reviewerRole == \"STAFF\" )",
        "( AssessmentResult( passed, reviewerRole == \"STAFF\" )"
            + " or RubricScore( level >= \"HIGH\", reviewerRole == \"FACULTY\" ) )",
        "accumulate( RubricScore( reviewerRole == \"STAFF\", $c : criterion );"
            + " $n : countDistinct( $c ); $n >= 2 )",
        "Earned( credential == \"skill\" )",
      })
  void what_does_as_the_framework_says_is_not_spoken_of(String condition) {
    assertThat(said(condition)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Enrolment( level == \"UNDERGRADUATE\" )",
        "( AssessmentResult( passed, reviewerRole == \"STAFF\" )"
            + " or Enrolment( level == \"UNDERGRADUATE\" ) )",
        "Enrolment( level == \"UNDERGRADUATE\" ) not AssessmentResult( !passed )",
        "Enrolment( level == \"UNDERGRADUATE\" )"
            + " forall( $r : RubricScore() RubricScore( this == $r, level >= \"HIGH\" ) )",
      })
  void what_can_be_earned_without_an_assessment_is_told(String condition) {
    assertThat(said(condition))
        .containsExactly(
            "level 1 of `worker` can be earned without `AssessmentResult` or `RubricScore`,"
                + " which `Framework` requires");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AssessmentResult( passed, reviewerRole != \"SUPERVISOR\" )",
        "AssessmentResult( passed, reviewerRole in ( \"FACULTY\", \"STAFF\", \"HOST\" ) )",
      })
  void who_vets_is_told_where_it_is_left_open(String condition) {
    assertThat(said(condition))
        .singleElement()
        .asString()
        .contains("counts for level 1 of `worker` also when ")
        .contains("`HOST`")
        .doesNotContain("SUPERVISOR` vetted");
  }

  @Test
  void an_exception_is_silenced_and_the_silence_is_not_idle_where_the_framework_is_not_at_hand() {
    String condition = "Enrolment( level == \"UNDERGRADUATE\" )";
    assertThat(said(FRAMEWORK, condition, SILENCED)).isEmpty();
    String other = FRAMEWORK.replace("\"work\"", "\"other\"");
    assertThat(said(other, condition, SILENCED))
        .containsExactly("`Framework` holds none of these packs");
    String fulfilled = "AssessmentResult( passed, reviewerRole == \"STAFF\" )";
    assertThat(said(FRAMEWORK, fulfilled, SILENCED))
        .hasSize(1)
        .first()
        .asString()
        .contains("no warning");
  }

  @Test
  void a_framework_decides_nothing() {
    String condition = "AssessmentResult( passed )";
    PolicyPack pack = PolicyPack.of("work", Map.of("rules.drl", RULES.formatted(condition, "")));
    CredentialRules rules =
        CredentialRules.builder()
            .add(PolicyPack.of("framework", Map.of("framework.drl", FRAMEWORK)))
            .add(pack)
            .compile();
    assertThat(rules.policy().frameworks()).hasSize(1);
    assertThat(rules.catalogue()).isEqualTo(CredentialRules.compile(pack).catalogue());
  }

  @Test
  void without_packs_it_holds_all_that_it_is_compiled_with() {
    assertThat(said(FRAMEWORK.replace("@packs( \"work\" )", ""), "Enrolment( level != null )", ""))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_000, 1_001})
  void a_framework_names_at_most_a_thousand_packs(int packs) {
    String names =
        IntStream.range(0, packs)
            .mapToObj(i -> i == 0 ? "\"work\"" : "\"p" + i + "\"")
            .collect(Collectors.joining(", "));
    List<String> said =
        said(FRAMEWORK.replace("\"work\"", names), "AssessmentResult( passed )", "");
    assertThat(said)
        .hasSize(1)
        .first()
        .asString()
        .startsWith(
            packs > 1_000
                ? "a framework says more than 1000 things"
                : "`AssessmentResult` counts for level 1 of `worker` also when");
  }
}
