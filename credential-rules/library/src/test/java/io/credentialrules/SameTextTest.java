package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.RubricScore;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Conditions that read alike and mean something else, or that are easily read as nothing. */
class SameTextTest {

  private static RubricScore level(@Nullable String level) {
    return new RubricScore("r", "c", level, null, null, TODAY, VETTED);
  }

  @Test
  void each_rule_orders_levels_by_its_own_scale() {
    CredentialRules rules =
        rules(
            """
            rule "Up" @credential( "up" ) @scale( "LOW < MID < HIGH" ) when
              RubricScore( level >= "MID" )
            then end
            rule "Down" @credential( "down" ) @scale( "HIGH < MID < LOW" ) when
              RubricScore( level >= "MID" )
            then end
            rule "One version" @credential( "both" ) @scale( "LOW < MID < HIGH" )
              date-expires "2026-05-01"
            when
              RubricScore( level > "MID" )
            then end
            rule "The next version" @credential( "both" ) @scale( "HIGH < MID < LOW" )
              date-effective "2026-05-01"
            when
              RubricScore( level > "MID" )
            then end
            """);
    assertThat(evaluate(rules, level("HIGH")).earned()).containsExactly("up");
    assertThat(evaluate(rules, level("LOW")).earned()).containsExactly("down", "both");
    assertThat(evaluate(rules, level("MID")).earned()).containsExactly("up", "down");
    assertThat(rules.evaluate(record(level("HIGH")), TODAY.minusDays(1), ZONE).earned()).isEmpty();
  }

  @Test
  void a_level_that_is_absent_is_on_no_side_of_another() {
    CredentialRules rules =
        rules(
            """
            rule "R" @credential( "c" ) @scale( "LOW < HIGH" ) when
              RubricScore( level >= "LOW" )
            then end
            """);
    assertThat(evaluate(rules, level(null)).earned()).isEmpty();
    assertThat(evaluate(rules, level("LOW")).earned()).containsExactly("c");
  }

  @Test
  void a_text_with_a_dollar_sign_is_only_a_text() {
    CredentialRules rules =
        rules(
            """
            rule "A" @credential( "a" ) when WorkExperience( experience matches "a[$0]" ) then end
            rule "B" @credential( "b" ) when WorkExperience( experience matches "a[$]" ) then end
            rule "C" @credential( "c" ) when
              WorkExperience( experience != "x\\"$0" )
            then end
            rule "D" @credential( "d" ) when
              WorkExperience( experience != "x\\"$" )
            then end
            """);
    assertThat(evaluate(rules, work("a0", "1")).earned()).containsExactly("a", "c", "d");
    assertThat(evaluate(rules, work("a$", "1")).earned()).containsExactly("a", "b", "c", "d");
    assertThat(evaluate(rules, work("x\"$0", "1")).earned()).containsExactly("d");
    assertThat(evaluate(rules, work("x\"$", "1")).earned()).containsExactly("c");
  }

  @Test
  void a_condition_on_the_date_of_evaluation_decides_beside_others() {
    CredentialRules rules =
        rules(
            """
            rule "R" @credential( "c" ) when
              WorkExperience( $end : endedOn )
              Today( date >= "2026-05-01", date > $end )
            then end
            """);
    LearnerRecord record = record(work("a", "1"));
    assertThat(rules.evaluate(record, TODAY, ZONE).earned()).containsExactly("c");
    assertThat(rules.evaluate(record, TODAY.minusDays(1), ZONE).earned()).isEmpty();
  }

  @Test
  void before_birth_a_learner_has_no_age() {
    CredentialRules rules =
        rules("rule \"R\" @credential( \"c\" ) when Learner( age <= 0 ) then end");
    assertThat(rules.evaluate(record(), LocalDate.of(2000, 12, 31), ZONE).earned())
        .containsExactly("c");
    assertThat(rules.evaluate(record(), LocalDate.of(1999, 12, 31), ZONE).earned()).isEmpty();
  }

  @Test
  void a_version_that_awards_by_itself_on_some_day_is_refused() {
    String drl =
        """
        rule "Now" @credential( "c" ) date-expires "2031-01-01" when WorkExperience() then end
        rule "Later" @credential( "c" ) date-effective "2031-01-01" when
          %s
        then end
        """;
    assertThat(codes(drl.formatted("not WorkExperience( hours < 5 )"))).contains("empty-record");
    assertThat(codes(drl.formatted("WorkExperience( hours >= 5 )"))).doesNotContain("empty-record");
    assertThat(
            codes("rule \"R\" @credential( \"c\" ) when Today( date > \"2031-05-05\" ) then end"))
        .contains("empty-record");
  }

  private static List<String> codes(String drl) {
    return CredentialRules.builder().add(Records.pack(drl)).check().stream()
        .map(Problem::code)
        .toList();
  }
}
