package io.credentialrules.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a message, a learner and a look may be at most, and one beyond it. */
@Tag("once")
class BoundsTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

  private static Stream byMessages() {
    return new Stream(Stream.RULES, PunctuationType.STREAM_TIME, MONDAY);
  }

  /** A record of so many bytes with which a credential is earned until a day. */
  private static String certificate(String learner, LocalDate lastDay, int bytes) {
    LearnerRecord record =
        LearnerRecord.builder(learner)
            .add(
                IndustryCertification.builder()
                    .certification("first-aid")
                    .earnedOn(LocalDate.of(2025, 1, 1))
                    .provenance(
                        Provenance.vettedBy(
                                "Extension", ReviewerRole.STAFF, LocalDate.of(2026, 3, 1))
                            .toBuilder()
                            .validUntil(
                                lastDay
                                    .plusDays(1)
                                    .atStartOfDay(Stream.ZONE)
                                    .toInstant()
                                    .minusMillis(1))
                            .build())
                    .build())
            .build();
    String json = LearnerRecordWriter.write(record, JsonLayout.COMPACT);
    return json + " ".repeat(Math.max(0, bytes - json.getBytes(StandardCharsets.UTF_8).length));
  }

  private static String certificate(String learner) {
    return certificate(learner, MONDAY.plusDays(2), 0);
  }

  @Test
  void key_and_value_have_a_most() {
    assertThat(Addressed.problem("maria", "x".repeat(899_995))).isNull();
    assertThat(Addressed.problem("maria", "x".repeat(899_996))).contains("900,001 bytes");
    assertThat(Addressed.problem("maria", "é".repeat(449_997))).isNull();
    assertThat(Addressed.problem("maria", "é".repeat(449_998))).contains("900,001 bytes");
    assertThat(Addressed.problem("m".repeat(10_000), null)).isNull();
    assertThat(Addressed.problem("m".repeat(10_001), null)).contains("10,001 bytes");
  }

  @Test
  void a_value_that_is_not_utf_8_is_a_problem() {
    String broken = new String(new byte[] {'{', (byte) 0xE9, '}'}, StandardCharsets.UTF_8);

    assertThat(Addressed.problem("maria", "{é}")).isNull();
    assertThat(Addressed.problem("maria", broken)).contains("is not UTF-8");
    try (Stream stream = byMessages()) {
      stream.send("maria/w-1", broken, MONDAY);
      assertThat(stream.problems()).extracting(each -> each.key).containsExactly("maria/w-1");
    }
  }

  @Test
  void what_is_wrong_with_a_large_message_is_told_in_a_small_one() {
    try (Stream stream = byMessages()) {
      stream.send("m".repeat(900_000), "{", MONDAY);

      KeyValue<String, String> problem = stream.problems().get(0);
      assertThat(problem.key).hasSize(1_001);
      assertThat(problem.value).hasSizeLessThan(2_000).contains("900,000 bytes");
    }
  }

  @Test
  void what_is_kept_of_a_learner_has_a_most() {
    TreeMap<String, String> none = new TreeMap<>();
    int others = new LearnerState(none, "", "").with("maria/c", "").size();
    int most = LearnerState.MOST_BYTES - others;
    try (Stream stream = byMessages()) {
      stream.send("maria/c", certificate("maria", MONDAY, most + 1), MONDAY);
      assertThat(stream.changes()).isEmpty();
      assertThat(stream.problems())
          .singleElement()
          .satisfies(each -> assertThat(each.value).contains("900,001 bytes"));
      stream.send("maria/c", certificate("maria", MONDAY, most), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      assertThat(stream.problems()).isEmpty();
    }
  }

  @Test
  void a_learner_of_whom_no_more_can_be_kept_stops_nobody_and_can_withdraw() {
    try (Stream stream = byMessages()) {
      stream.send("maria/c", certificate("maria", MONDAY, 800_000), MONDAY);
      stream.send("maria/d", certificate("maria", MONDAY, 200_000), MONDAY);
      assertThat(stream.problems()).extracting(each -> each.key).containsExactly("maria/d");
      stream.send("ada/c", certificate("ada"), MONDAY);
      assertThat(stream.changes()).hasSize(2);
      stream.send("maria/c", (String) null, MONDAY);
      assertThat(stream.changes()).hasSize(1);
      stream.send("maria/d", certificate("maria", MONDAY, 200_000), MONDAY);
      assertThat(stream.changes()).hasSize(1);
      assertThat(stream.problems()).isEmpty();
    }
  }

  @Test
  void a_look_decides_about_some_and_the_next_goes_on() {
    try (Stream stream = new Stream(Stream.RULES, PunctuationType.WALL_CLOCK_TIME, MONDAY)) {
      for (int i = 0; i <= Ledger.MOST_AT_ONCE; i++) {
        stream.send("learner-" + i + "/c", certificate("learner-" + i), MONDAY);
      }
      assertThat(stream.changes()).hasSize(Ledger.MOST_AT_ONCE + 1);
      stream.passWallClock(Duration.ofDays(3));
      assertThat(stream.changes()).hasSize(Ledger.MOST_AT_ONCE);
      stream.passWallClock(Duration.ofHours(1));
      assertThat(stream.changes()).hasSize(1);
    }
  }

  @Test
  void a_new_policy_reaches_all_learners_over_several_looks() {
    CredentialRules none =
        Stream.rules(
            """
            rule "A certificate of another kind"
                @credential( "certified" )
            when
                IndustryCertification( certification == "welding" )
            then
            end
            """);
    int all = Ledger.MOST_ASKED + 1;
    try (Stream before = new Stream(Stream.RULES, PunctuationType.WALL_CLOCK_TIME, MONDAY);
        Stream later = new Stream(none, PunctuationType.WALL_CLOCK_TIME, MONDAY)) {
      for (int i = 0; i < all; i++) {
        before.send("learner-" + i + "/c", certificate("learner-" + i), MONDAY);
      }
      before.keepFor(later);
      Set<String> lost = new HashSet<>();
      int changes = 0;
      for (int look = 0; look <= all / Ledger.MOST_AT_ONCE; look++) {
        later.passWallClock(Duration.ofHours(1));
        List<KeyValue<String, String>> those = later.rawChanges();
        assertThat(those).hasSizeLessThanOrEqualTo(Ledger.MOST_AT_ONCE);
        changes += those.size();
        those.forEach(each -> lost.add(each.key));
      }
      assertThat(lost).hasSize(all);
      assertThat(changes).isEqualTo(all);
    }
  }

  @Test
  void a_later_change_of_a_learner_is_of_a_later_instant() {
    try (Stream stream = byMessages()) {
      stream.send("maria/c", certificate("maria"), MONDAY);
      stream.send(
          "maria", LearnerRecordWriter.write(LearnerRecord.builder("maria").build()), MONDAY);
      stream.send("maria/c", (String) null, MONDAY);
      stream.send("maria/c", certificate("maria"), MONDAY);

      List<ZonedDateTime> instants =
          stream.rawChanges().stream()
              .map(each -> ZonedDateTime.parse(Stream.json(each.value).get("asOf").asText()))
              .toList();
      assertThat(instants).hasSize(3).doesNotHaveDuplicates().isSorted();
    }
  }

  @Test
  void what_is_kept_in_another_form_is_refused() {
    try (Serde<LearnerState> serde = LearnerState.serde()) {
      LearnerState state = LearnerState.EMPTY.with("maria/c", "é");
      byte[] kept = serde.serializer().serialize("learners", state);

      assertThat(serde.deserializer().deserialize("learners", kept)).isEqualTo(state);
      kept[0] = 2;
      assertThatThrownBy(() -> serde.deserializer().deserialize("learners", kept))
          .hasMessageContaining("the form 2");
      assertThatThrownBy(() -> serde.deserializer().deserialize("learners", new byte[0]))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
