package io.credentialrules.testkit.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.coverage.CoveragePoint.Kind;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyCoverageTest {
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  private static final String RULES =
      """
      package garden

      import io.credentialrules.vocabulary.*

      rule "A quiz" @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then end

      rule "Level 1" @credential( "level-1" )
      when
        Met( requirement == "quiz" )
      then end
      """;

  private final PolicyCoverage coverage = coverage(RULES);

  private static PolicyCoverage coverage(String rules) {
    return PolicyCoverage.of(PolicyPack.of("garden", Map.of("rules.drl", rules)));
  }

  private static Fact result(String assessment, String score) {
    return AssessmentResult.builder()
        .type(AssessmentType.QUIZ)
        .assessment(assessment)
        .score(new BigDecimal(score))
        .takenOn(DAY)
        .provenance(Provenance.vettedBy("Dr. Fox", ReviewerRole.FACULTY, DAY))
        .build();
  }

  private void add(String name, Fact... facts) {
    coverage.add(name, LearnerRecord.of(Learner.of("ada"), facts), AS_OF);
  }

  private List<Kind> seen() {
    return coverage.report().points().stream()
        .filter(CoveragePoint::isSeen)
        .map(CoveragePoint::kind)
        .toList();
  }

  @Test
  void a_score_far_above_satisfies_the_rules_and_decides_nothing_alone() {
    add("excellent", result("quiz", "95"));

    assertThat(seen()).containsExactly(Kind.RULE, Kind.RULE);
    assertThat(coverage.report().percent()).isEqualByComparingTo("33.3");
  }

  @Test
  void what_a_comment_explains_is_not_counted_until_a_record_shows_it() {
    PolicyCoverage explained =
        coverage(
            RULES.replace(
                "  AssessmentResult",
                """
                  // nobody notices `assessment == "quiz"`: there is no other assessment
                  AssessmentResult\
                """));
    assertThat(explained.report().points())
        .hasSize(coverage.report().points().size() - 1)
        .extracting(CoveragePoint::text)
        .doesNotContain("assessment == \"quiz\"");

    explained.add("another", LearnerRecord.of(Learner.of("ada"), result("essay", "95")), AS_OF);
    assertThat(explained.report().points()).hasSameSizeAs(coverage.report().points());
  }

  @Test
  void a_score_far_below_shows_that_the_score_decides_but_not_where() {
    add("poor", result("quiz", "20"));

    assertThat(seen()).containsExactly(Kind.CONDITION);
  }

  @Test
  void a_bound_is_seen_at_it_and_within_a_step_of_it() {
    add("enough", result("quiz", "80"));
    assertThat(seen()).containsExactly(Kind.RULE, Kind.AT_BOUND, Kind.RULE);

    add("a whole step below", result("quiz", "79"));
    assertThat(seen())
        .containsExactly(Kind.RULE, Kind.CONDITION, Kind.AT_BOUND, Kind.BESIDE_BOUND, Kind.RULE);
  }

  @Test
  void more_than_a_step_below_is_not_beside_the_bound() {
    add("nearly a step below", result("quiz", "78.99"));

    assertThat(seen()).containsExactly(Kind.CONDITION);
  }

  @Test
  void a_record_that_lacks_two_things_shows_neither() {
    add("another assessment, and too few", result("essay", "79"));

    assertThat(seen()).isEmpty();
  }

  @Test
  void everything_is_covered_only_when_each_point_is() {
    add("at the bound", result("quiz", "80"));
    add("beside it", result("quiz", "79.5"));
    assertThat(coverage.report().percent()).isEqualByComparingTo("83.3");
    assertThat(coverage.report().missing())
        .extracting(CoveragePoint::missing)
        .containsExactly("no record is decided by `assessment == \"quiz\"` alone");

    add("another assessment", result("essay", "95"));
    assertThat(coverage.report().percent()).isEqualByComparingTo("100");
    assertThat(coverage.report().text())
        .containsExactly(
            "garden: 6 of 6 (100.0 %)",
            "  rules that a record satisfies: 2 of 2 (100.0 %)",
            "  conditions that decide alone: 2 of 2 (100.0 %)",
            "  bounds with a record at them: 1 of 1 (100.0 %)",
            "  bounds with a record beside them: 1 of 1 (100.0 %)");
  }

  @Test
  void each_alternative_must_satisfy_alone() {
    PolicyCoverage either = coverage(RULES.replace("score >= 80", "score >= 80 || passed"));
    either.add("both", LearnerRecord.of(Learner.of("ada"), result("quiz", "85")), AS_OF);

    assertThat(
            either.report().points().stream()
                .filter(point -> point.kind() == Kind.ALTERNATIVE)
                .filter(CoveragePoint::isSeen)
                .map(CoveragePoint::text))
        .containsExactly("score >= 80");
  }

  @Test
  void lcov_has_the_lines_and_a_branch_for_each_point() {
    add("enough", result("quiz", "80"));

    assertThat(coverage.report().lcov(file -> "rules/" + file))
        .isEqualTo(
            """
            TN:
            SF:rules/garden/rules.drl
            BRDA:5,0,0,1
            BRDA:7,0,0,0
            BRDA:7,0,1,0
            BRDA:7,0,2,1
            BRDA:7,0,3,0
            BRDA:10,0,0,1
            BRF:6
            BRH:3
            DA:5,1
            DA:7,1
            DA:10,1
            LF:3
            LH:3
            end_of_record
            """);
  }

  @Test
  void the_page_shows_the_source_as_text_with_what_is_missing_below_its_line() {
    assertThat(coverage.report().html())
        .contains("AssessmentResult( assessment == &quot;quiz&quot;, score &gt;= 80 )<ul")
        .contains("no record is decided by <code>score &gt;= 80</code> alone");
  }

  @Test
  void json_says_who_shows_a_point() {
    add("enough <&>", result("quiz", "80"));

    assertThat(coverage.report().json())
        .contains("\"percent\" : 50.0")
        .contains("\"seenBy\" : \"enough <&>\"")
        .contains("\"missing\" : \"no record is one step from the bound of `score >= 80`");
  }

  @Test
  void reports_of_several_packs_are_one() {
    PolicyCoverage other = PolicyCoverage.of(PolicyPack.of("orchard", Map.of("a.drl", RULES)));

    CoverageReport both = coverage.report().and(other.report());

    assertThat(both.points()).hasSize(12);
    assertThat(both.text()).contains("garden: 0 of 6 (0.0 %)", "orchard: 0 of 6 (0.0 %)");
  }

  @Test
  void a_record_needs_a_name() {
    assertThatThrownBy(() -> coverage.add(" ", LearnerRecord.of(Learner.of("ada")), AS_OF))
        .hasMessageContaining("needs a name");
  }
}
