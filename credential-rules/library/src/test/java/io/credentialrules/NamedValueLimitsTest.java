package io.credentialrules;

import static io.credentialrules.NamedValueCases.CHANGE;
import static io.credentialrules.NamedValueCases.COURSES;
import static io.credentialrules.NamedValueCases.HOURS;
import static io.credentialrules.NamedValueCases.early;
import static io.credentialrules.NamedValueCases.on;
import static io.credentialrules.NamedValueCases.pack;
import static io.credentialrules.NamedValueCases.problems;
import static io.credentialrules.NamedValueCases.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How many days a value has, how long a list is, and what both cost where they are named. */
class NamedValueLimitsTest {
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
}
