package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What decides, with the nearest case beside it that decides otherwise: cases in which mutations of
 * the library went unnoticed.
 */
class NearestCasesTest {
  private static CredentialRules when(String conditions) {
    return rules("rule \"The rule\" @credential( \"c\" ) when\n" + conditions + "\nthen end");
  }

  /** The verdict, which its reasons agree with, though the engine gives one and not the other. */
  private static boolean isEarned(CredentialRules rules, Fact... facts) {
    Evaluation evaluation = evaluate(rules, facts);
    Decision decision = evaluation.decision("c");
    boolean isComplete = decision.requirements().stream().allMatch(RequirementResult::isSatisfied);
    boolean isTakenBack = decision instanceof Decision.NotEarned not && !not.lapsed().isEmpty();
    assertThat(decision.isEarned()).isEqualTo(evaluation.isEarned("c"));
    assertThat(isComplete || isTakenBack).isEqualTo(decision.isEarned() || isTakenBack);
    return decision.isEarned();
  }

  private static TrainingCompletion course(@Nullable String credits, @Nullable String score) {
    return TrainingCompletion.builder()
        .training("course")
        .type(TrainingType.COURSE)
        .credits(credits == null ? null : new BigDecimal(credits))
        .score(score == null ? null : new BigDecimal(score))
        .provenance(VETTED)
        .build();
  }

  private static TrainingCompletion validFrom(LocalDate day) {
    return TrainingCompletion.builder()
        .training("course")
        .type(TrainingType.COURSE)
        .provenance(
            VETTED.toBuilder().validFrom(day.atStartOfDay(Records.ZONE).toInstant()).build())
        .build();
  }

  @Test
  void of_what_is_asked_together_within_an_alternative_each_is_needed() {
    CredentialRules rules =
        when("WorkExperience( experience == \"short\" && hours >= 10 || hours >= 100 )");
    assertThat(isEarned(rules, work("short", "10"))).isTrue();
    assertThat(isEarned(rules, work("short", "9.99"))).isFalse();
    assertThat(isEarned(rules, work("other", "10"))).isFalse();
    assertThat(isEarned(rules, work("other", "100"))).isTrue();
  }

  @Test
  void a_set_contains_what_is_in_it_and_no_other() {
    CredentialRules rules = when("TrainingCompletion( categories contains \"LAB\" )");
    TrainingCompletion lab =
        course("1", "1").toBuilder().categories(Set.of("LAB", "SCIENCE")).build();
    assertThat(isEarned(rules, lab)).isTrue();
    assertThat(isEarned(rules, lab.toBuilder().categories(Set.of("SCIENCE", "LABS")).build()))
        .isFalse();
    assertThat(isEarned(rules, lab.toBuilder().categories(Set.of()).build())).isFalse();
  }

  @Test
  void a_text_contains_a_part_of_it_and_no_other() {
    CredentialRules rules = when("WorkExperience( experience contains \"field\" )");
    assertThat(isEarned(rules, work("in the field", "1"))).isTrue();
    assertThat(isEarned(rules, work("in the fiel", "1"))).isFalse();
  }

  @Test
  void a_text_is_a_member_of_a_set_with_it_and_of_no_other() {
    CredentialRules rules = when("TrainingCompletion( training memberOf categories )");
    TrainingCompletion course = course("1", "1");
    assertThat(isEarned(rules, course.toBuilder().categories(Set.of("course", "x")).build()))
        .isTrue();
    assertThat(isEarned(rules, course.toBuilder().categories(Set.of("courses", "x")).build()))
        .isFalse();
    assertThat(isEarned(rules, course)).isFalse();
  }

  private static HeldCredential held(FactStatus status, int month) {
    return new HeldCredential(
        "c", null, LocalDate.of(2025, month, 1), VETTED.toBuilder().status(status).build());
  }

  @Test
  void what_was_taken_back_last_stays_so_until_it_is_issued_later() {
    CredentialRules rules = when("WorkExperience( hours >= 1 )");
    Fact work = work("a", "1");
    Fact first = held(FactStatus.REVOKED, 1);
    Fact last = held(FactStatus.SUSPENDED, 3);
    assertThat(isEarned(rules, work)).isTrue();
    for (Fact[] taken : new Fact[][] {{first, last}, {last, first}}) {
      assertThat(isEarned(rules, work, taken[0], taken[1])).isFalse();
      assertThat(isEarned(rules, work, taken[0], taken[1], held(FactStatus.COMPLETED, 2)))
          .isFalse();
      assertThat(isEarned(rules, work, taken[0], taken[1], held(FactStatus.COMPLETED, 3)))
          .isFalse();
      assertThat(isEarned(rules, work, taken[0], taken[1], held(FactStatus.COMPLETED, 4))).isTrue();
    }
    Fact[] issued = {
      first, last, held(FactStatus.COMPLETED, 4), held(FactStatus.COMPLETED, 2), work
    };
    assertThat(isEarned(rules, issued)).isTrue();
  }

  @Test
  void a_fact_is_itself_and_no_other() {
    CredentialRules two =
        when("$one : WorkExperience( hours >= 5 )\nWorkExperience( this != $one, hours >= 5 )");
    assertThat(isEarned(two, work("a", "5"))).isFalse();
    assertThat(isEarned(two, work("a", "5"), work("b", "4.99"))).isFalse();
    assertThat(isEarned(two, work("a", "5"), work("b", "5"))).isTrue();

    String fits = "forall( $w : WorkExperience() WorkExperience( this == $w, hours >= 5 ) )";
    CredentialRules each = when("WorkExperience() " + fits);
    assertThat(isEarned(each, work("a", "5"), work("b", "6"))).isTrue();
    assertThat(isEarned(each, work("a", "4.99"), work("b", "6"))).isFalse();
  }

  @Test
  void quotients_without_an_end_are_equal_by_value() {
    CredentialRules rules = when("TrainingCompletion( credits / 3 == score / 6 )");
    assertThat(isEarned(rules, course("1", "2"))).isTrue();
    assertThat(isEarned(rules, course("1", "2.0001"))).isFalse();
    assertThat(isEarned(rules, course(null, "2"))).isFalse();
  }

  @Test
  void what_has_no_result_is_in_no_list_and_outside_of_none() {
    CredentialRules quotient = when("TrainingCompletion( credits / score not in ( 2, 3 ) )");
    assertThat(isEarned(quotient, course("4", "1"))).isTrue();
    assertThat(isEarned(quotient, course("4", "2"))).isFalse();
    assertThat(isEarned(quotient, course("4", "0"))).isFalse();
    CredentialRules listed = when("TrainingCompletion( credits not in ( score / 2, 3 ) )");
    assertThat(isEarned(listed, course("4", "2"))).isTrue();
    assertThat(isEarned(listed, course("1", "2"))).isFalse();
    assertThat(isEarned(listed, course("4", null))).isFalse();
  }

  @Test
  void the_greatest_and_the_least_are_found_wherever_they_are_in_the_record() {
    String above =
        """
        WorkExperience( experience == "base", $base : hours )
        accumulate( WorkExperience( hours > $base, $hours : hours ); $extreme : %s( $hours ); $extreme %s )
        """;
    Fact base = work("base", "1");
    CredentialRules most = when(above.formatted("max", ">= 8"));
    assertThat(isEarned(most, base, work("a", "8"), work("b", "2"))).isTrue();
    assertThat(isEarned(most, base, work("b", "2"), work("a", "8"))).isTrue();
    assertThat(isEarned(most, base, work("a", "7.99"), work("b", "2"))).isFalse();
    assertThat(isEarned(most, base)).isFalse();
    CredentialRules least = when(above.formatted("min", ">= 3"));
    assertThat(isEarned(least, base, work("a", "8"), work("b", "3"))).isTrue();
    assertThat(isEarned(least, base, work("b", "2.99"), work("a", "8"))).isFalse();
    assertThat(isEarned(least, base, work("a", "8"), work("b", "2.99"))).isFalse();
  }

  @Test
  void what_is_valid_without_an_end_counts_from_the_first_day() {
    CredentialRules rules = when("TrainingCompletion( training == \"course\" )");
    assertThat(isEarned(rules, validFrom(TODAY))).isTrue();
    assertThat(isEarned(rules, validFrom(TODAY.plusDays(1)))).isFalse();
  }
}
