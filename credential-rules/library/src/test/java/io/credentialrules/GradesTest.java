package io.credentialrules;

import static io.credentialrules.NamedValueCases.EARLY;
import static io.credentialrules.NamedValueCases.ZONE;
import static io.credentialrules.NamedValueCases.problems;
import static io.credentialrules.NamedValueCases.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Letters of grades and levels of rubrics, in the order that a rule or a named value declares. */
class GradesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  private static TrainingCompletion course(String grade) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("STA101")
        .grade(grade)
        .completedOn(LocalDate.of(2025, 2, 1))
        .provenance(EARLY)
        .build();
  }

  private static boolean earns(String scale, String constraint, LocalDate date, String grade) {
    CredentialRules rules =
        rules(
            """
            declare Letters
                @value( "F", "D", "C", "B-", "B", "A" )
                @from( "2026-01-01", "F", "D", "B-", "B", "C", "A" )
            end
            declare Least @value( "B-" ) end

            rule "Statistics" @credential( "statistics" ) @scale( %s )
            when TrainingCompletion( %s ) then end

            rule "Letters and the least are used" @credential( "used" ) @scale( Letters )
            when TrainingCompletion( grade > Least ) then end
            """
                .formatted(scale, constraint));
    return rules
        .evaluate(LearnerRecord.of(NamedValueCases.MARIA, course(grade)), date, ZONE)
        .earned()
        .contains("statistics");
  }

  @ParameterizedTest
  @CsvSource({
    "grade >= \"B-\", B-, true",
    "grade >= \"B-\", B, true",
    "grade >= \"B-\", A, true",
    "grade >= \"B-\", C, false",
    "grade > \"B-\", B-, false",
    "grade < \"B-\", C, true",
    "grade <= \"B-\", B, false",
    "grade >= \"B-\", W, false",
    "grade <= \"B-\", W, false",
    "'grade != null, grade != \"W\"', W, false",
    "'grade != null, grade != \"W\"', C, true",
    "grade >= Least, C, false",
    "grade >= Least, B, true",
  })
  void letters_are_compared_in_the_order_that_the_scale_declares(
      String constraint, String grade, boolean earned) {
    assertThat(earns("\"F < D < C < B- < B < A\"", constraint, TODAY, grade)).isEqualTo(earned);
    assertThat(earns("Letters", constraint, LocalDate.of(2025, 12, 31), grade)).isEqualTo(earned);
  }

  /** From 2026 on, C is between B and A. */
  @Test
  void a_named_scale_has_the_order_of_the_day_and_the_answer_says_since_when() {
    assertThat(earns("Letters", "grade > \"B\"", LocalDate.of(2025, 12, 31), "C")).isFalse();
    assertThat(earns("Letters", "grade > \"B\"", LocalDate.of(2026, 1, 1), "C")).isTrue();

    CredentialRules rules =
        rules(
            """
            declare Letters @value( "C", "B", "A" ) @from( "2026-01-01", "B", "C", "A" ) end
            rule "Statistics" @credential( "statistics" ) @scale( Letters )
            when
                TrainingCompletion( grade > "B" )
                TrainingCompletion( training == "STA101" )
            then end
            """);
    Decision decision =
        rules
            .evaluate(LearnerRecord.of(NamedValueCases.MARIA, course("C")), TODAY, ZONE)
            .decision("statistics");
    assertThat(decision).isInstanceOf(Decision.Earned.class);
    RequirementResult.ValueInUse value = decision.requirements().get(0).values().get(0);
    assertThat(value.value()).isEqualTo("\"B\", \"C\", \"A\"");
    assertThat(value.window().from()).isEqualTo("2026-01-01");
    assertThat(decision.requirements().get(1).values())
        .as("what orders nothing is not decided by a scale")
        .isEmpty();
  }

  @Test
  void a_rule_orders_grades_and_levels_each_on_its_own_scale() {
    CredentialRules rules =
        rules(
            """
            rule "Both" @credential( "both" ) @scale( "NOT_YET < PROFICIENT", "C < B < A" )
            when
                RubricScore( level >= "PROFICIENT" )
                TrainingCompletion( grade >= "B" )
            then end
            """);
    RubricScore proficient =
        RubricScore.builder()
            .rubric("r")
            .criterion("c")
            .level("PROFICIENT")
            .provenance(EARLY)
            .build();
    assertThat(Records.evaluate(rules, proficient, course("B")).earned()).containsExactly("both");
    assertThat(Records.evaluate(rules, proficient, course("C")).earned()).isEmpty();
    assertThat(
            Records.evaluate(rules, proficient.toBuilder().level("B").build(), course("A"))
                .earned())
        .as("a grade is no level")
        .isEmpty();
  }

  @Test
  void a_plan_asks_for_a_grade_that_is_high_enough() {
    CredentialRules rules =
        rules(
            """
            rule "Statistics" @credential( "statistics" ) @scale( "C < B- < B" )
            when TrainingCompletion( training == "STA101", grade > "B-" ) then end
            """);
    Plan plan = Records.evaluate(rules, course("C")).plan("statistics");
    assertThat(plan).isInstanceOf(Plan.Steps.class);
    Plan.Step step = ((Plan.Steps) plan).steps().get(0);
    assertThat(((TrainingCompletion) step.fact()).grade()).isEqualTo("B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @scale( "C < B" )            | grade >= "BB"      | unknown-level | the levels are C < B
          @scale( "C < B" )            | grade >= "A"       | unknown-level | the levels are C < B
                                       | grade >= "B"       | no-scale      | add `@scale( "F < D < C < B < A" )` with all grades from low to high
          @scale( "B > C" )            | grade >= "B"       | bad-scale     | maybe `"C < B"`
          @scale( "C < B", "B < A" )   | grade >= "B"       | bad-scale     | write a requirement rule for each scale
          @scale( Letter )             | grade >= "B"       | bad-named-value | maybe `Letters`
          @scale( Least )              | grade >= "B"       | bad-named-value | let its values be different texts from low to high: `@value( "LOW", "MIDDLE", "HIGH" )`
          @scale( letters )            | grade >= "B"       | annotation-value |
          """)
  void what_is_no_scale_or_not_on_it_is_said_at_its_place(
      String scale, String constraint, String code, String hint) {
    Problem problem =
        problems(
                """
                declare Letters @value( "C", "B" ) end
                declare Least @value( "B" ) end
                rule "Statistics" @credential( "statistics" ) %s
                when TrainingCompletion( %s ) then end
                rule "Other" @credential( "other" ) @scale( Letters )
                when TrainingCompletion( grade >= Least ) then end
                """
                    .formatted(scale == null ? "" : scale, constraint))
            .get(0);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.span().line()).isIn(3, 4);
    if (hint != null) {
      assertThat(problem.hint()).isEqualTo(hint);
    }
  }
}
