package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Values that a pack declares once, with the days from which they hold, and rules name. */
class NamedValuesTest {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final Learner MARIA = Learner.builder().id("maria").build();
  private static final Provenance EARLY =
      Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, LocalDate.of(1999, 2, 1));
  private static final LocalDate CHANGE = LocalDate.of(2024, 9, 1);

  private static final String HOURS =
      """
      declare MinimumHours
          @name( "Hours at work" )
          @value( 160 )
          @from( "2024-09-01", 200 )
      end

      rule "Hours at work" @requirement( "hours" )
      when
          accumulate( WorkExperience( $hours : hours );
                      $total : sum( $hours );
                      $total >= MinimumHours )
      then
      end

      rule "Worker" @credential( "worker" )
      when
          Met( requirement == "hours" )
      then
      end
      """;

  private static CredentialRules rules(String text) {
    return CredentialRules.compile(pack(text));
  }

  private static PolicyPack pack(String text) {
    return PolicyPack.of("work", Map.of("rules.drl", text));
  }

  private static List<Problem> problems(String text) {
    return CredentialRules.builder().add(pack(text)).check();
  }

  private static LearnerRecord worked(int hours) {
    return LearnerRecord.of(
        MARIA,
        WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .hours(BigDecimal.valueOf(hours))
            .startedOn(LocalDate.of(2024, 1, 1))
            .provenance(EARLY)
            .build());
  }

  private static Evaluation on(CredentialRules rules, LearnerRecord record, LocalDate date) {
    return rules.evaluate(record, date, ZONE);
  }

  private static RequirementResult hours(Evaluation evaluation) {
    return evaluation.decision("worker").requirements().get(0);
  }

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
    assertThat(result).hasToString("hours: UNMET, 180 of AT_LEAST 200 hours");
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

  private static final String COURSES =
      """
      declare Courses
          @value( "THTR201", "THTR202" )
          @from( "2024-09-01", "THTR201", "THTR202", "THTR203" )
      end

      rule "Courses" @credential( "courses" )
      when
          accumulate( TrainingCompletion( training %s, $training : training );
                      $count : countDistinct( $training );
                      $count >= Courses.size )
      then
      end
      """;

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
  void a_host_gives_a_value_that_holds_on_all_days_and_is_part_of_the_digest() {
    CredentialRules given =
        CredentialRules.builder().add(pack(HOURS)).value("MinimumHours", 180).compile();
    assertThat(on(given, worked(180), CHANGE).isEarned("worker")).isTrue();
    assertThat(on(given, worked(179), CHANGE.minusYears(9)).isEarned("worker")).isFalse();
    assertThat(hours(on(given, worked(180), CHANGE)).values())
        .extracting(ValueInUse::isGiven)
        .containsExactly(true);
    assertThat(given.digest())
        .isNotEqualTo(rules(HOURS).digest())
        .isEqualTo(
            CredentialRules.builder()
                .add(pack(HOURS))
                .value("MinimumHours", new BigDecimal("180"))
                .compile()
                .digest())
        .isNotEqualTo(
            CredentialRules.builder()
                .add(pack(HOURS))
                .value("MinimumHours", 181)
                .compile()
                .digest());
  }

  @Test
  void only_a_host_can_give_a_value_that_the_pack_leaves_open() {
    String open = HOURS.replace("@value( 160 )", "").replace("@from( \"2024-09-01\", 200 )", "");
    assertThat(problems(open)).extracting(Problem::code).containsExactly("bad-named-value");
    assertThat(CredentialRules.builder().add(pack(open)).value("MinimumHours", 20L).check())
        .isEmpty();
  }

  @Test
  void a_value_of_the_host_that_fits_no_declaration_is_a_problem_of_the_policy() {
    CredentialRules.Builder misspelt =
        CredentialRules.builder().add(pack(HOURS)).value("MinimumHour", 180);
    assertThat(misspelt.check())
        .extracting(Problem::toString)
        .containsExactly(
            "values:1:1: the host gives a value for `MinimumHour`, and no pack declares it;"
                + " maybe `MinimumHours`");
    assertThatThrownBy(misspelt::compile).isInstanceOf(PolicyException.class);
    assertThat(CredentialRules.builder().add(pack(HOURS)).value("MinimumHours", "many").check())
        .extracting(Problem::message)
        .containsExactly("the host gives a text for `MinimumHours`, which is an amount");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("MinimumHours", 1.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("Courses", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("Courses", List.of("A", 1)));
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

  /** Two values that change on 99 days each are 199 editions of a rule, not 10,000. */
  @Test
  void days_of_several_values_add_up_and_do_not_multiply() {
    String days =
        IntStream.range(0, 99)
            .mapToObj(
                i ->
                    "@from( \"%s\", %s )"
                        .formatted(LocalDate.of(2000, 1, 1).plusDays(2L * i), 2 + i))
            .collect(Collectors.joining(" "));
    String odd =
        IntStream.range(0, 99)
            .mapToObj(
                i ->
                    "@from( \"%s\", %s )"
                        .formatted(LocalDate.of(2000, 1, 2).plusDays(2L * i), 500 + i))
            .collect(Collectors.joining(" "));
    String text =
        """
        declare Least @value( 1 ) %s end
        declare Most @value( 500 ) %s end
        rule "Worker" @credential( "worker" )
        when
            WorkExperience( hours >= Least, hours <= Most )
        then
        end
        """
            .formatted(days, odd);
    CredentialRules rules = rules(text);
    LocalDate day = LocalDate.of(2000, 1, 1).plusDays(2L * 50 + 1);
    assertThat(on(rules, early(52), day).isEarned("worker")).isTrue();
    assertThat(on(rules, early(51), day).isEarned("worker")).isFalse();
    assertThat(on(rules, early(550), day).isEarned("worker")).isTrue();
    assertThat(on(rules, early(551), day).isEarned("worker")).isFalse();
    Limits tight = Limits.DEFAULT.withMaxExpandedConditions(199 * 3 - 1);
    assertThat(CredentialRules.builder().add(pack(text)).limits(tight).check())
        .extracting(Problem::code)
        .containsExactly("limit-expanded-conditions");
    Limits enough = Limits.DEFAULT.withMaxExpandedConditions(199 * 3);
    assertThat(CredentialRules.builder().add(pack(text)).limits(enough).check()).isEmpty();
  }

  private static LearnerRecord early(int hours) {
    return LearnerRecord.of(
        MARIA,
        WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .hours(BigDecimal.valueOf(hours))
            .startedOn(LocalDate.of(1999, 1, 1))
            .provenance(EARLY)
            .build());
  }

  @Test
  void a_value_has_at_most_a_hundred_days_and_a_list_a_thousand_values() {
    String days =
        IntStream.range(0, 101)
            .mapToObj(i -> "@from( \"%s\", 1 )".formatted(CHANGE.plusDays(i)))
            .collect(Collectors.joining(" "));
    assertThat(problems(HOURS.replace("@from( \"2024-09-01\", 200 )", days)))
        .extracting(Problem::code)
        .containsExactly("limit-named-values", "limit-named-values");
    String list =
        IntStream.range(0, 1001).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(", "));
    assertThat(
            problems(
                COURSES
                    .formatted("memberOf Courses")
                    .replace("@value( \"THTR201\", \"THTR202\" )", "@value( " + list + " )")))
        .extracting(Problem::code)
        .containsExactly("limit-named-values");
  }

  /** A list is counted wherever it is named, as if it were written there. */
  @Test
  void a_list_counts_among_the_conditions_of_each_rule_that_names_it() {
    String list =
        IntStream.range(0, 900).mapToObj(i -> "\"" + i + "\"").collect(Collectors.joining(", "));
    String twice =
        """
        declare Courses @value( %s ) end
        rule "Courses" @credential( "courses" )
        when
            TrainingCompletion( training memberOf Courses, provider memberOf Courses )
        then
        end
        """
            .formatted(list);
    assertThat(problems(twice)).extracting(Problem::code).containsExactly("limit-conditions");
    assertThat(problems(twice.replace(", provider memberOf Courses", ""))).isEmpty();
  }

  @Test
  void live_rules_keep_the_values_of_the_host() {
    LiveRules live =
        LiveRules.of(() -> List.of(pack(HOURS)))
            .setup(rules -> rules.value("MinimumHours", 180))
            .start();
    assertThat(live.reload()).isEqualTo(LiveRules.Reload.UNCHANGED);
    assertThat(on(live.current(), worked(180), CHANGE).isEarned("worker")).isTrue();
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
    assertThat(problems(rule.formatted("handsOn"))).isEmpty();
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
