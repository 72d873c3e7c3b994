package io.credentialrules;

import static io.credentialrules.NamedValueCases.CHANGE;
import static io.credentialrules.NamedValueCases.COURSES;
import static io.credentialrules.NamedValueCases.EARLY;
import static io.credentialrules.NamedValueCases.HOURS;
import static io.credentialrules.NamedValueCases.MARIA;
import static io.credentialrules.NamedValueCases.hours;
import static io.credentialrules.NamedValueCases.on;
import static io.credentialrules.NamedValueCases.pack;
import static io.credentialrules.NamedValueCases.problems;
import static io.credentialrules.NamedValueCases.rules;
import static io.credentialrules.NamedValueCases.worked;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that a pack declares once, with the days from which they hold, and rules name. */
class NamedValuesTest {
  @Test
  void the_value_of_the_day_of_evaluation_decides() {
    CredentialRules rules = rules(HOURS);
    assertThat(rules.warnings()).isEmpty();
    assertThat(on(rules, worked(160), CHANGE.minusDays(1)).isEarned("worker")).isTrue();
    assertThat(on(rules, worked(159), CHANGE.minusDays(1)).isEarned("worker")).isFalse();
    assertThat(on(rules, worked(199), CHANGE).isEarned("worker")).isFalse();
    assertThat(on(rules, worked(200), CHANGE).isEarned("worker")).isTrue();
  }

  @Test
  void a_rule_that_goes_by_the_policy_date_takes_the_value_of_that_date() {
    CredentialRules rules =
        rules(
            HOURS.replace(
                "@requirement( \"hours\" )",
                "@requirement( \"hours\" ) @versionBy( \"policy-date\" )"));
    LearnerRecord before = worked(160).toBuilder().policyDate(CHANGE.minusDays(1)).build();
    LearnerRecord after = worked(160).toBuilder().policyDate(CHANGE).build();
    LocalDate today = LocalDate.of(2026, 1, 1);
    assertThat(on(rules, before, today).isEarned("worker")).isTrue();
    assertThat(on(rules, after, today).isEarned("worker")).isFalse();
    assertThat(hours(on(rules, before, today)).values())
        .extracting(ValueInUse::value)
        .containsExactly("160");
  }

  @Test
  void an_explanation_says_which_value_decides_and_in_which_time() {
    RequirementResult result = hours(on(rules(HOURS), worked(180), CHANGE));
    assertThat(result).hasToString("hours: UNMET, 180 of 200 hours");
    ValueInUse value = result.values().get(0);
    assertThat(value.name()).isEqualTo("MinimumHours");
    assertThat(value.called()).isEqualTo("Hours at work");
    assertThat(value.value()).isEqualTo("200");
    assertThat(value.window()).isEqualTo(new Window(CHANGE, null));
    assertThat(value.isGiven()).isFalse();
    assertThat(hours(on(rules(HOURS), worked(180), CHANGE.minusDays(1))).values())
        .extracting(ValueInUse::window)
        .containsExactly(new Window(null, CHANGE));
  }

  @Test
  void what_is_earned_ends_on_the_day_before_the_value_rises() {
    Decision.Earned earned =
        (Decision.Earned) on(rules(HOURS), worked(180), CHANGE.minusMonths(1)).decision("worker");
    assertThat(earned.until()).isEqualTo(CHANGE.minusDays(1));
    Decision.Earned enough =
        (Decision.Earned) on(rules(HOURS), worked(200), CHANGE.minusMonths(1)).decision("worker");
    assertThat(enough.until()).isNull();
  }

  @Test
  void a_condition_of_a_credential_rule_names_values_too() {
    CredentialRules rules =
        rules(
            """
            rule "Worker" @credential( "worker" )
            when
                WorkExperience( hours >= MinimumHours )
                WorkExperience( hours < MinimumHours + MinimumHours )
            then
            end
            declare MinimumHours @value( 160 ) @from( "2024-09-01", 200 ) end
            """);
    assertThat(on(rules, worked(160), CHANGE.minusDays(1)).isEarned("worker")).isTrue();
    assertThat(on(rules, worked(160), CHANGE).isEarned("worker")).isFalse();
    assertThat(on(rules, worked(399), CHANGE).isEarned("worker")).isTrue();
    assertThat(on(rules, worked(400), CHANGE).isEarned("worker")).isFalse();
    assertThat(on(rules, worked(100), CHANGE).decision("worker").requirements())
        .extracting(RequirementResult::id)
        .containsExactly("worker#1", "worker#2");
  }

  @Test
  void two_routes_with_one_text_go_each_by_its_own_date() {
    String route =
        """
        rule "Worker %s" @credential( "worker" ) @versionBy( "%s" )
        when
            WorkExperience( hours >= MinimumHours )
        then
        end
        """;
    CredentialRules rules =
        rules(
            "declare MinimumHours @value( 160 ) @from( \"2024-09-01\", 200 ) end\n"
                + route.formatted("then", "policy-date")
                + route.formatted("now", "evaluation-date"));
    LearnerRecord record = worked(160).toBuilder().policyDate(CHANGE.minusDays(1)).build();
    Evaluation evaluation = on(rules, record, CHANGE);
    assertThat(evaluation.isEarned("worker")).isTrue();
    assertThat(evaluation.decision("worker").requirements())
        .extracting(RequirementResult::id)
        .containsExactly("worker#1");
    assertThat(on(rules, worked(160), CHANGE).isEarned("worker")).isFalse();
  }

  private static LearnerRecord took(String... courses) {
    return LearnerRecord.of(
        MARIA,
        Stream.of(courses)
            .map(
                course ->
                    TrainingCompletion.builder()
                        .type(TrainingType.COURSE)
                        .training(course)
                        .completedOn(LocalDate.of(2024, 1, 1))
                        .provenance(EARLY)
                        .build())
            .toArray(TrainingCompletion[]::new));
  }

  @Test
  void a_list_is_asked_for_its_members_and_its_size() {
    for (String test :
        List.of("memberOf Courses", "in ( Courses )", "in ( \"THTR201\", Courses )")) {
      CredentialRules rules = rules(COURSES.formatted(test));
      Evaluation before = on(rules, took("THTR201", "THTR202"), CHANGE.minusDays(1));
      assertThat(before.isEarned("courses")).as(test).isTrue();
      assertThat(on(rules, took("THTR201", "THTR202"), CHANGE).isEarned("courses")).isFalse();
      assertThat(on(rules, took("THTR201", "THTR202", "THTR203"), CHANGE).isEarned("courses"))
          .isTrue();
      assertThat(on(rules, took("THTR201", "THTR204"), CHANGE.minusDays(1)).isEarned("courses"))
          .isFalse();
    }
  }

  @Test
  void a_single_value_is_a_list_of_one_and_not_a_part_of_a_text() {
    CredentialRules rules =
        rules(
            """
            declare Course @value( "THTR201" ) end
            rule "Courses" @credential( "courses" )
            when
                TrainingCompletion( training memberOf Course )
            then
            end
            """);
    assertThat(on(rules, took("THTR201"), CHANGE).isEarned("courses")).isTrue();
    assertThat(on(rules, took("THTR"), CHANGE).isEarned("courses")).isFalse();
  }

  @Test
  void before_its_first_day_a_value_keeps_the_rule_from_being_in_force() {
    CredentialRules rules = rules(HOURS.replace("@value( 160 )", ""));
    assertThat(on(rules, worked(500), CHANGE.minusDays(1)).isEarned("worker")).isFalse();
    assertThat(hours(on(rules, worked(500), CHANGE.minusDays(1))).values()).isEmpty();
    assertThat(on(rules, worked(500), CHANGE).isEarned("worker")).isTrue();
  }

  @Test
  void two_packs_have_each_their_own_value_of_one_name() {
    PolicyPack other =
        PolicyPack.of(
            "other",
            Map.of(
                "rules.drl",
                HOURS
                    .replace("160", "10")
                    .replace("200", "20")
                    .replace("\"hours\"", "\"other-hours\"")
                    .replace("\"worker\"", "\"other\"")
                    .replace("rule \"", "rule \"Other ")));
    CredentialRules.Builder both = CredentialRules.builder().add(pack(HOURS)).add(other);
    Evaluation evaluation = on(both.compile(), worked(20), CHANGE);
    assertThat(evaluation.earned()).containsExactly("other");
    assertThat(both.value("MinimumHours", 5).check())
        .extracting(Problem::hint)
        .containsExactly("write `work/MinimumHours`");
    CredentialRules given =
        CredentialRules.builder()
            .add(pack(HOURS))
            .add(other)
            .value("work/MinimumHours", 5)
            .compile();
    assertThat(on(given, worked(5), CHANGE).earned()).containsExactly("worker");
  }

  @Test
  void a_name_that_is_nearly_one_is_told() {
    assertThat(problems(HOURS.replace("$total >= MinimumHours", "$total >= MinimumHour")))
        .extracting(Problem::toString)
        .containsExactly(
            "work/rules.drl:11:27: `MinimumHour` is not bound before this place;"
                + " maybe `MinimumHours`");
    assertThat(
            problems(
                """
                declare MinimumHours @value( 160 ) end
                rule "Worker" @credential( "worker" )
                when
                    WorkExperience( hours >= MinimunHours )
                then
                end
                """))
        .extracting(Problem::toString)
        .contains(
            "work/rules.drl:4:30: unknown field `MinimunHours` of WorkExperience;"
                + " maybe `MinimumHours`");
  }

  @Test
  void a_pack_of_values_alone_has_no_rule() {
    assertThat(problems("declare MinimumHours @value( 1 ) end"))
        .extracting(Problem::code)
        .containsExactly("no-rules");
  }

  @Test
  void values_and_rules_may_be_in_different_files() {
    int rule = HOURS.indexOf("rule");
    PolicyPack pack =
        PolicyPack.of(
            "work",
            Map.of("rules.drl", HOURS.substring(rule), "values.drl", HOURS.substring(0, rule)));
    assertThat(on(CredentialRules.compile(pack), worked(200), CHANGE).isEarned("worker")).isTrue();
  }

  @Test
  void a_value_is_no_regular_expression_and_no_variable() {
    String rule =
        """
        declare Course @value( "THTR.*" ) end
        rule "Course" @credential( "course" )
        when
            TrainingCompletion( training == Course, %s )
        then
        end
        """;
    assertThat(problems(rule.formatted("provider matches Course")))
        .extracting(Problem::code)
        .containsExactly("type-mismatch");
    assertThat(problems(rule.formatted("Course : provider")))
        .extracting(Problem::code)
        .containsExactly("value-name-taken");
    assertThat(problems(rule.formatted("handsOn")))
        .extracting(Problem::code)
        .containsExactly("glob");
    assertThat(problems(rule.formatted("handsOn").replace("THTR.*", "THTR201"))).isEmpty();
  }

  @Test
  void values_take_part_in_calculations_and_move_dates() {
    CredentialRules rules =
        rules(
            """
            declare Years @value( 2 ) @from( "2024-09-01", 1 ) end
            declare Half @value( 0.5 ) end
            rule "Worker" @credential( "worker" )
            when
                Today( $today : date )
                WorkExperience( startedOn >= $today.minusYears( Years ), $hours : hours,
                                hours * Half >= 80 )
            then
            end
            """);
    LocalDate started = LocalDate.of(2024, 1, 1);
    assertThat(on(rules, worked(160), CHANGE.minusDays(1)).isEarned("worker")).isTrue();
    assertThat(on(rules, worked(159), CHANGE.minusDays(1)).isEarned("worker")).isFalse();
    assertThat(on(rules, worked(160), started.plusYears(1)).isEarned("worker")).isTrue();
    assertThat(on(rules, worked(160), started.plusYears(1).plusDays(1)).isEarned("worker"))
        .isFalse();
  }

  @Test
  void a_plan_and_a_next_change_go_by_the_value_of_the_day() {
    CredentialRules rules = rules(HOURS);
    assertThat(missing(on(rules, worked(100), CHANGE.minusDays(1)))).isEqualTo("60");
    assertThat(missing(on(rules, worked(100), CHANGE))).isEqualTo("100");
  }

  private static String missing(Evaluation evaluation) {
    Plan.Steps plan = (Plan.Steps) evaluation.plan("worker");
    return String.valueOf(plan.steps().get(0).adds());
  }
}
