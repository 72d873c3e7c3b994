package io.credentialrules;

import static io.credentialrules.Records.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LintsTest {

  private static List<Problem> problems(String drl) {
    return CredentialRules.builder().add(pack(drl)).check();
  }

  private static String credential(String annotations, String conditions) {
    return "rule \"C\" " + annotations + " when\n" + conditions + "\nthen end\n";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "never-met   | WorkExperience( hours > 3, hours < 3 )                          | 2:28",
        "never-met   | AssessmentResult( score >= 800 )                                | 2:19",
        "never-met   | WorkExperience( type == \"JOB\", type == \"CO_OP\" )            | 2:32",
        "never-met   | accumulate( RubricScore( $c : criterion, criterion in ( \"a\", \"b\" ) ); $n : countDistinct( $c ); $n >= 3 ) | 2:97",
        "always-true | WorkExperience( hours >= 0 )                                    | 2:17",
      })
  void what_no_fact_or_every_fact_satisfies_is_found(String code, String condition, String place) {
    assertThat(problems(credential("@credential( \"c\" )", condition.strip())))
        .extracting(problem -> problem.code() + " " + problem.span())
        .containsExactly(code + " test/test.drl:" + place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "WorkExperience( hours > 3, hours < 3.1 )",
        "AssessmentResult( score >= 100 )",
        "WorkExperience( hours > 0 )",
        "accumulate( RubricScore( $c : criterion, criterion in ( \"a\", \"b\" ) ); $n : countDistinct( $c ); $n >= 2 )",
      })
  void the_nearest_that_can_be_satisfied_is_accepted(String condition) {
    assertThat(problems(credential("@credential( \"c\" )", condition))).isEmpty();
  }

  @Test
  void a_requirement_that_no_credential_uses_is_warned_about() {
    String drl =
        "rule \"R\" @requirement( \"r\" ) when WorkExperience() then end\n"
            + credential("@credential( \"c\" )", "WorkExperience()");
    assertThat(problems(drl))
        .extracting(Problem::code, Problem::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("unused-requirement", Severity.WARNING));
    assertThat(problems(drl.replace("\nWorkExperience()", "\nMet( requirement == \"r\" )")))
        .isEmpty();
  }

  @Test
  void a_level_without_the_one_below_is_warned_about_until_it_is_silenced() {
    String header = "@credential( \"c\" ) @pathway( \"p\" ) @level( 2 )";
    assertThat(problems(credential(header, "WorkExperience()")))
        .extracting(Problem::code)
        .containsExactly("level-gap");
    assertThat(
            problems(
                credential(
                    header + " @silence( \"level-gap\", \"there is no level 1\" )",
                    "WorkExperience()")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Earned( credential == \"one\", $s : since ) Today( date >= $s.plusMonths( 6 ) )",
        "Earned( credential == \"one\", $s : since ) WorkExperience( startedOn >= $s )",
        "Earned( pathway == \"p\", level == 1 )",
        "$one : Earned( credential == \"one\" ) WorkExperience( startedOn >= $one.since )",
        "exists Earned( credential == \"one\" )",
        "Met( requirement == \"r\" )",
        "( ( Earned( credential == \"one\" ) and WorkExperience( paid ) ) or Earned( level == 1 ) )",
      })
  void a_level_requires_the_one_below_however_it_is_joined(String condition) {
    assertThat(problems(levels() + level2(condition))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Earned( credential == \"other\", $s : since ) Today( date >= $s.plusMonths( 6 ) )",
        "( Earned( credential == \"one\" ) or WorkExperience( paid ) )",
        "not Earned( credential == \"one\" ) WorkExperience( paid )",
        "Earned( credential in ( \"one\", \"other\" ) )",
      })
  void a_level_that_can_be_earned_without_the_one_below_is_warned_about(String condition) {
    assertThat(problems(levels() + level2(condition)))
        .extracting(Problem::code)
        .containsExactly("level-gap");
  }

  private static String levels() {
    return """
    rule "R" @requirement( "r" ) when Earned( credential == "one" ) WorkExperience( paid ) then end
    rule "X" @credential( "x" ) when Met( requirement == "r" ) then end
    rule "O" @credential( "other" ) when WorkExperience( !paid ) then end
    rule "L" @credential( "one" ) @pathway( "p" ) @level( 1 ) when WorkExperience() then end
    """;
  }

  private static String level2(String condition) {
    return credential("@credential( \"c\" ) @pathway( \"p\" ) @level( 2 )", condition);
  }

  @Test
  void a_stack_requires_what_a_joined_level_requires() {
    String joined = "Earned( credential == \"c\", $s : since ) WorkExperience( startedOn >= $s )";
    String total =
        "Earned( credential == \"c\", $s : since ) accumulate( WorkExperience( startedOn >= $s, $h : hours ); $n : sum( $h ); $n >= 9 )";
    String stack = "rule \"S\" @credential( \"s\" ) @pathway( \"%s\" ) when %s then end\n";
    String levels = levels() + level2("Earned( credential == \"one\" )");
    assertThat(problems(levels + stack.formatted("p", joined))).isEmpty();
    assertThat(problems(levels + stack.formatted("p", total))).isEmpty();
    assertThat(problems(levels + stack.formatted("q", joined)))
        .extracting(Problem::code)
        .containsExactly("mixed-pathways");
  }

  @Test
  void a_stack_of_levels_of_another_pathway_is_warned_about() {
    String drl =
        "rule \"L\" @credential( \"q-1\" ) @pathway( \"q\" ) @level( 1 ) when WorkExperience() then end\n"
            + credential(
                "@credential( \"p\" ) @pathway( \"p\" )", "Earned( credential == \"q-1\" )");
    assertThat(problems(drl)).extracting(Problem::code).containsExactly("mixed-pathways");
    assertThat(problems(drl.replace("@pathway( \"q\" )", "@pathway( \"p\" )"))).isEmpty();
  }

  @Test
  void versions_that_overlap_are_warned_about() {
    String drl =
        """
        rule "A" @credential( "c" ) date-expires "2014-01-02" when WorkExperience() then end
        rule "B" @credential( "c" ) date-effective "2014-01-01" when WorkExperience( paid ) then end
        """;
    assertThat(problems(drl)).extracting(Problem::code).containsExactly("overlapping-windows");
    assertThat(problems(drl.replace("2014-01-02", "2014-01-01"))).isEmpty();
  }

  @Test
  void an_alternative_that_asks_for_the_same_is_warned_about() {
    String drl =
        "rule \"A\" @requirement( \"r\" ) when WorkExperience( paid ) then end\n"
            + "rule \"B\" @requirement( \"r\" ) when WorkExperience( paid ) then end\n"
            + credential("@credential( \"c\" )", "Met( requirement == \"r\" )");
    assertThat(problems(drl)).extracting(Problem::code).containsExactly("same-alternative");
  }
}
