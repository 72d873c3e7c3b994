package io.credentialrules.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.apache.kafka.streams.processor.PunctuationType;
import org.junit.jupiter.api.Test;

class DecisionTopologyTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);
  private static final Provenance VETTED =
      Provenance.vettedBy("Extension", ReviewerRole.STAFF, LocalDate.of(2026, 3, 1));

  private static LearnerRecord hours(String learner, int hours) {
    return LearnerRecord.of(
        Learner.of(learner),
        WorkExperience.builder()
            .type(WorkExperienceType.APPRENTICESHIP)
            .hours(BigDecimal.valueOf(hours))
            .endedOn(LocalDate.of(2026, 2, 1))
            .provenance(VETTED)
            .build());
  }

  private static LearnerRecord certificate(String learner, LocalDate lastDay) {
    return LearnerRecord.of(
        Learner.of(learner),
        IndustryCertification.builder()
            .certification("first-aid")
            .earnedOn(LocalDate.of(2025, 1, 1))
            .provenance(
                VETTED.toBuilder()
                    .validUntil(
                        lastDay.plusDays(1).atStartOfDay(Stream.ZONE).toInstant().minusMillis(1))
                    .build())
            .build());
  }

  private static Stream byMessages() {
    return new Stream(Stream.RULES, PunctuationType.STREAM_TIME, MONDAY);
  }

  @Test
  void facts_add_up_and_a_credential_comes_out_when_it_is_earned() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", hours("maria", 60), MONDAY);
      assertThat(stream.changes()).isEmpty();
      stream.send("maria/w-2", hours("maria", 39), MONDAY);
      assertThat(stream.changes()).isEmpty();
      stream.send("maria/w-3", hours("maria", 1), MONDAY);
      assertThat(stream.changes()).containsExactly("maria +[\"apprentice\"] -[] =[\"apprentice\"]");
    }
  }

  @Test
  void a_message_takes_the_place_of_the_one_with_its_key() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", hours("maria", 60), MONDAY);
      stream.send("maria/w-1", hours("maria", 41), MONDAY);
      assertThat(stream.changes()).isEmpty();
      stream.send("maria/w-1", hours("maria", 100), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.send("maria/w-1", hours("maria", 99), MONDAY);
      assertThat(stream.changes()).containsExactly("maria +[] -[\"apprentice\"] =[]");
    }
  }

  @Test
  void a_message_without_a_value_withdraws_what_its_key_names() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", hours("maria", 99), MONDAY);
      stream.send("maria/w-2", hours("maria", 5), MONDAY);
      stream.send("maria/c", certificate("maria", MONDAY.plusYears(1)), MONDAY);
      assertThat(stream.changes()).hasSize(2);
      stream.send("maria/w-2", (String) null, MONDAY);
      assertThat(stream.changes()).containsExactly("maria +[] -[\"apprentice\"] =[\"certified\"]");
      stream.send("maria/w-1", (String) null, MONDAY);
      stream.send("maria/c", (String) null, MONDAY);
      assertThat(stream.changes()).containsExactly("maria +[] -[\"certified\"] =[]");
      stream.send("maria/c", (String) null, MONDAY);
      assertThat(stream.changes()).isEmpty();
    }
  }

  @Test
  void what_comes_again_brings_no_second_change() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", hours("maria", 100), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.send("maria/w-1", hours("maria", 100), MONDAY.minusDays(1));
      stream.send("maria/w-1", hours("maria", 100), MONDAY.plusDays(1));
      assertThat(stream.changes()).isEmpty();
    }
  }

  @Test
  void a_lapse_comes_out_by_the_time_of_messages_about_others() {
    try (Stream stream = byMessages()) {
      stream.send("maria/c", certificate("maria", MONDAY.plusDays(2)), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.send("ada", LearnerRecord.of(Learner.of("ada")), MONDAY.plusDays(2));
      assertThat(stream.changes()).isEmpty();
      stream.send("ada", LearnerRecord.of(Learner.of("ada")), MONDAY.plusDays(3));
      assertThat(stream.changes()).containsExactly("maria +[] -[\"certified\"] =[]");
      stream.send("ada", LearnerRecord.of(Learner.of("ada")), MONDAY.plusDays(4));
      assertThat(stream.changes()).isEmpty();
    }
  }

  @Test
  void a_lapse_comes_out_by_the_clock_of_the_machine_without_any_message() {
    try (Stream stream = new Stream(Stream.RULES, PunctuationType.WALL_CLOCK_TIME, MONDAY)) {
      stream.send("maria/c", certificate("maria", MONDAY.plusDays(2)), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.passWallClock(Duration.ofDays(2));
      assertThat(stream.changes()).isEmpty();
      stream.passWallClock(Duration.ofDays(1));
      assertThat(stream.changes()).containsExactly("maria +[] -[\"certified\"] =[]");
    }
  }

  @Test
  void what_is_to_come_is_earned_on_its_day() {
    CredentialRules rules =
        Stream.rules(
            """
            rule "An adult"
                @credential( "adult" )
            when
                Learner( age >= 18 )
            then
            end
            """);
    LearnerRecord child =
        LearnerRecord.builder("maria").birthDate(MONDAY.plusDays(2).minusYears(18)).build();
    try (Stream stream = new Stream(rules, PunctuationType.WALL_CLOCK_TIME, MONDAY)) {
      stream.send("maria", child, MONDAY);
      stream.passWallClock(Duration.ofDays(1));
      assertThat(stream.changes()).isEmpty();
      stream.passWallClock(Duration.ofDays(1));
      assertThat(stream.changes()).containsExactly("maria +[\"adult\"] -[] =[\"adult\"]");
    }
  }

  @Test
  void what_is_wrong_comes_out_with_its_place_and_changes_nothing() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", hours("maria", 100), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.send("maria/w-1", "{\"learner\": {\"id\": \"maria\"}, \"fact\": {}}", MONDAY);
      stream.send("maria/w-1", hours("ada", 1), MONDAY);
      stream.send("maria/", hours("maria", 1), MONDAY);
      stream.send("maria w-1", hours("maria", 1), MONDAY);
      stream.send("maria/w-2", hours("maria", 1), MONDAY);

      assertThat(stream.changes()).isEmpty();
      assertThat(stream.problems())
          .extracting(each -> each.key)
          .containsExactly("maria/w-1", "maria/w-1", "maria/", "maria w-1");
    }
  }

  @Test
  void a_problem_says_where_it_is() {
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", "{\"learner\": {\"id\": \"maria\"}, \"fact\": {}}", MONDAY);

      var problem = Stream.json(stream.problems().get(0).value).get("problems").get(0);
      assertThat(problem.get("place").asText()).isEqualTo("/fact 1:30");
      assertThat(problem.get("hint").asText()).contains("`facts`");
    }
  }

  @Test
  void a_start_with_another_policy_decides_again_at_its_first_look() {
    CredentialRules stricter =
        Stream.rules(
            """
            rule "At least 150 hours"
                @credential( "apprentice" )
            when
                accumulate( WorkExperience( type == "APPRENTICESHIP", $hours : hours );
                            $total : sum( $hours );
                            $total >= 150 )
            then
            end
            """);
    try (Stream before = new Stream(Stream.RULES, PunctuationType.WALL_CLOCK_TIME, MONDAY);
        Stream same = new Stream(Stream.RULES, PunctuationType.WALL_CLOCK_TIME, MONDAY);
        Stream other = new Stream(stricter, PunctuationType.WALL_CLOCK_TIME, MONDAY)) {
      before.send("maria/w-1", hours("maria", 149), MONDAY);
      before.send("ada/w-1", hours("ada", 150), MONDAY);
      before.keepFor(same);
      before.keepFor(other);

      same.passWallClock(Duration.ofHours(3));
      other.passWallClock(Duration.ofHours(3));

      assertThat(same.changes()).isEmpty();
      assertThat(other.changes()).containsExactly("maria +[] -[\"apprentice\"] =[]");
    }
  }

  @Test
  void beyond_the_limits_the_last_outcome_holds_until_deciding_is_possible_again() {
    CredentialRules narrow =
        CredentialRules.builder().add(Stream.PACK).limits(Limits.DEFAULT.withMaxFacts(1)).compile();
    try (Stream stream = new Stream(narrow, PunctuationType.STREAM_TIME, MONDAY)) {
      stream.send("maria/w-1", hours("maria", 100), MONDAY);
      stream.send("maria/w-2", hours("maria", 1), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      assertThat(stream.problems())
          .singleElement()
          .satisfies(each -> assertThat(each.value).contains("maxFacts"));
      stream.send("maria/w-1", (String) null, MONDAY);
      assertThat(stream.changes()).containsExactly("maria +[] -[\"apprentice\"] =[]");
      assertThat(stream.problems()).isEmpty();
    }
  }

  @Test
  void a_stream_that_is_not_exactly_once_does_not_begin() {
    assertThatThrownBy(
            () -> new Stream(Stream.RULES, PunctuationType.STREAM_TIME, MONDAY, "at_least_once"))
        .hasStackTraceContaining("exactly_once_v2");
  }

  @Test
  void keys_are_written_in_one_way() {
    assertThat(FactKey.of("maria")).hasToString("maria");
    assertThat(FactKey.of("a/b c", "w/1")).hasToString("a%2Fb+c/w%2F1");
    assertThat(FactKey.parse("a%2Fb+c/w%2F1"))
        .isEqualTo(FactKey.of("a/b c", "w/1"))
        .hasSameHashCodeAs(FactKey.of("a/b c", "w/1"));
    assertThatThrownBy(() -> FactKey.parse("a b")).hasMessageContaining("`a+b`");
    assertThatThrownBy(() -> FactKey.parse("a/b/c")).hasMessageContaining("`a/b%2Fc`");
    assertThatThrownBy(() -> FactKey.parse("/w")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FactKey.parse("%zz")).isInstanceOf(IllegalArgumentException.class);
  }
}
