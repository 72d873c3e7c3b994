package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates that stand for none in a host's data, and facts and records that are not there. */
class ExtremeValuesTest {
  private static final CredentialRules RULES =
      rules(
          """
          rule "C" @credential( "c" ) @validFor( "2 years" )
          when
            Today( $t : date )
            Learner( age >= 14 )
            TrainingCompletion( training == "a", $c : completedOn, $c >= $t.minusYears( 9 ) )
          then end
          rule "D" @credential( "d" )
          when
            accumulate( TrainingCompletion( $d : completedOn ); $m : max( $d ); $m >= "2020-01-01" )
            Earned( credential == "c", $s : since, $s.plusDays( 3 ) > "2020-01-01" )
          then end
          """);
  private static final ZonedDateTime NOW = TODAY.atStartOfDay(ZONE);

  private static TrainingCompletion course(LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("a")
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static LearnerRecord record(Fact... further) {
    return LearnerRecord.builder("ada")
        .birthDate(LocalDate.of(2000, 1, 1))
        .add(course(LocalDate.of(2026, 1, 1)))
        .add(further)
        .build();
  }

  private static Evaluation asked(LearnerRecord record, ZonedDateTime asOf) {
    Evaluation evaluation = RULES.evaluate(record, asOf);
    evaluation.decisions();
    evaluation.changes(LocalDate.MAX);
    evaluation.nextChange();
    evaluation.plan("c");
    evaluation.plan("d");
    return evaluation;
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "-999999999-01-01", "+10000-01-01", "-0001-12-31"})
  void a_date_that_stands_for_none_is_refused_with_its_place_and_what_to_do(LocalDate none) {
    assertThatThrownBy(() -> RULES.evaluate(record(course(none)), NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "`completedOn` of a fact of type `TrainingCompletion` of `ada` is `%s`, and dates are in"
                    .formatted(none)
                + " the years 0 to 9999; leave the field out where there is no date");
    LearnerRecord born = record().toBuilder().birthDate(none).build();
    assertThatThrownBy(() -> RULES.evaluate(born, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("`birthDate`", "`ada`", "leave the field out");
    LearnerRecord waived =
        record().toBuilder().waive("c#1", "R", ReviewerRole.REGISTRAR, "why", none).build();
    assertThatThrownBy(() -> RULES.evaluate(waived, NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("the waiver of `c#1`", "give the day");
    assertThatThrownBy(() -> RULES.evaluate(record(), none, ZONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the date of evaluation is `" + none + "`");
    assertThatThrownBy(() -> RULES.live(record(), NOW).moveTo(none.atStartOfDay(ZONE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_ends_of_offset_times_are_refused_as_well() {
    for (OffsetDateTime end : List.of(OffsetDateTime.MIN, OffsetDateTime.MAX)) {
      assertThatThrownBy(() -> RULES.evaluate(record(), end.toZonedDateTime()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("the date of evaluation");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999-12-31", "0001-01-01", "0000-01-01"})
  void a_date_that_is_far_away_is_a_date(LocalDate far) {
    asked(record(course(far)), NOW);
    asked(record().toBuilder().birthDate(far).build(), NOW);
    asked(record(), far.atStartOfDay(ZONE));
    asked(record().toBuilder().waive("c#1", "R", ReviewerRole.REGISTRAR, "why", far).build(), NOW);
  }

  @Test
  void a_validity_that_begins_at_the_end_of_time_never_begins() {
    Fact never =
        course(TODAY).toBuilder()
            .provenance(VETTED.toBuilder().validFrom(Instant.MAX).build())
            .build();
    assertThat(asked(record(never), NOW).isEarned("c")).isTrue();
    LearnerRecord alone =
        LearnerRecord.builder("ada").birthDate(LocalDate.of(2000, 1, 1)).add(never).build();
    assertThat(asked(alone, NOW).isEarned("c")).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway") // A host may pass null whatever is declared.
  void what_is_null_is_told_by_its_place() {
    Fact none = null;
    List<Fact> facts = Arrays.asList(course(TODAY), none);
    String second = "fact 1 of those added for `ada` is null, counted from 0";
    assertThatThrownBy(() -> record(course(TODAY), none)).hasMessageContaining(second);
    assertThatThrownBy(() -> LearnerRecord.builder("ada").addAll(facts))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining(second);
    assertThatThrownBy(() -> RULES.live(record(), NOW).add(none))
        .hasMessageContaining("fact 0 of this step is null");
    LearnerRecord nobody = null;
    List<String> done = new ArrayList<>();
    assertThatThrownBy(
            () ->
                Batch.builder(RULES, NOW)
                    .build()
                    .run(
                        Stream.of(record(), nobody),
                        Evaluation::earned,
                        result -> done.add(result.record().learner().id())))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("record 1 is null, counted from 0; leave out what is not there");
    assertThat(done).containsExactly("ada");
  }
}
