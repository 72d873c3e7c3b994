package io.credentialrules;

import static io.credentialrules.Records.pack;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rows of {@code docs/cases.md} on what was written and what was meant. */
class MeantTest {
  private static final String HOURS =
      "accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t %s )";
  private static final String AREAS =
      "accumulate( RubricScore( rubric == \"r\", $c : criterion ); $n : countDistinct( $c ); $n %s )";
  private static final String FIRST_AID =
      "Today( $today : date ) TrainingCompletion( training == \"first-aid\", completedOn %s )";

  private static List<String> codes(String drl) {
    return CredentialRules.builder().add(pack(drl)).check().stream().map(Problem::code).toList();
  }

  private static List<String> codes(String name, String conditions) {
    return codes(name, "", conditions);
  }

  private static List<String> codes(String name, String annotations, String conditions) {
    return codes(
        "rule \"%s\" @credential( \"c\" ) %s when %s then end"
            .formatted(name, annotations, conditions));
  }

  @Test
  void case_92_at_least_200_hours_is_neither_more_than_200_nor_at_least_20() {
    assertThat(codes("At least 200 hours", HOURS.formatted("> 200")))
        .containsExactly("comparison-in-name");
    assertThat(codes("At least 200 hours", HOURS.formatted(">= 20")))
        .containsExactly("number-in-name");
    assertThat(codes("At least 2,000 hours", HOURS.formatted(">= 2.000")))
        .containsExactly("number-in-name");
    assertThat(codes("At least 200 hours", HOURS.formatted(">= 200"))).isEmpty();
  }

  @Test
  void case_93_five_of_the_nine_areas_are_not_four() {
    assertThat(codes("Five of the nine areas", AREAS.formatted(">= 4")))
        .containsExactly("number-in-name");
    assertThat(codes("Five of the nine areas", AREAS.formatted("> 4"))).isEmpty();
  }

  @Test
  void case_94_80_percent_is_neither_8_nor_a_ratio_nor_at_most_80() {
    String score = "AssessmentResult( passed, score %s )";
    assertThat(codes("80 percent", score.formatted(">= 8"))).containsExactly("number-in-name");
    assertThat(codes("80 percent", score.formatted(">= 0.8"))).containsExactly("number-in-name");
    assertThat(codes("80 percent", score.formatted("<= 80"))).containsExactly("comparison-in-name");
    assertThat(codes("80 percent", score.formatted(">= 80"))).isEmpty();
  }

  @Test
  void case_95_credits_are_no_hours() {
    String total = "accumulate( TrainingCompletion( $x : %s ); $t : sum( $x ); $t >= 12 )";
    assertThat(codes("12 credits", total.formatted("hours"))).containsExactly("unit-in-name");
    assertThat(codes("12 credits", total.formatted("credits"))).isEmpty();
  }

  @Test
  void case_96_within_the_last_two_years_is_neither_two_months_nor_longer_ago() {
    String name = "First aid within the last two years";
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 2 )")))
        .containsExactly("period-in-name");
    assertThat(codes(name, FIRST_AID.formatted("<= $today.minusYears( 2 )")))
        .containsExactly("comparison-in-name");
    assertThat(codes(name, FIRST_AID.formatted(">= $today.minusMonths( 24 )"))).isEmpty();
  }

  @Test
  void case_97_valid_for_two_years_is_not_two_months() {
    String name = "First aid, valid for two years";
    String course = "TrainingCompletion( training == \"first-aid\" )";
    assertThat(codes(name, "@validFor( \"P2M\" )", course)).containsExactly("period-in-name");
    assertThat(codes(name, "@validFor( \"P2Y\" )", course)).isEmpty();
  }

  @Test
  void case_98_three_different_events_are_not_one_event_three_times() {
    String events =
        "accumulate( Participation( type == \"EVENT\", $e : activity ); $n : %s; $n >= 3 )";
    assertThat(codes("Three different events", events.formatted("count( $e )")))
        .containsExactly("different-in-name");
    assertThat(codes("Three different events", events.formatted("countDistinct( $e )"))).isEmpty();
  }

  @Test
  void case_99_an_approved_site_is_approved() {
    assertThat(codes("Work at an approved site", "WorkExperience( siteApproved == false )"))
        .containsExactly("truth-in-name");
    assertThat(codes("Work at an approved site", "WorkExperience( siteApproved )")).isEmpty();
  }
}
