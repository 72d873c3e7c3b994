package io.credentialrules.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.jspecify.annotations.Nullable;

/** After any messages, the last change of a learner is what evaluating afresh says. */
@Tag("once")
class ReplayProperties {
  private static final LocalDate FIRST = LocalDate.of(2026, 5, 4);
  private static final List<String> LEARNERS = List.of("ada", "maria", "zoë/2");
  private static final Provenance VETTED =
      Provenance.vettedBy("Extension", ReviewerRole.STAFF, LocalDate.of(2026, 3, 1));

  /** A message; without a fact it withdraws. */
  record Message(String learner, String name, @Nullable Fact fact, int daysLater) {
    String key() {
      return FactKey.of(learner, name).toString();
    }
  }

  @Provide
  Arbitrary<List<Message>> messages() {
    Arbitrary<Fact> hours =
        Arbitraries.of(30, 40, 60, 99, 100)
            .map(
                amount ->
                    WorkExperience.builder()
                        .type(WorkExperienceType.APPRENTICESHIP)
                        .hours(BigDecimal.valueOf(amount))
                        .endedOn(LocalDate.of(2026, 2, 1))
                        .provenance(VETTED.toBuilder().id("shift of " + amount).build())
                        .build());
    Arbitrary<Fact> certificate =
        Arbitraries.integers()
            .between(-1, 8)
            .map(
                days ->
                    IndustryCertification.builder()
                        .certification("first-aid")
                        .earnedOn(LocalDate.of(2025, 1, 1))
                        .provenance(
                            VETTED.toBuilder()
                                .validUntil(
                                    FIRST
                                        .plusDays(days + 1L)
                                        .atStartOfDay(Stream.ZONE)
                                        .toInstant()
                                        .minusMillis(1))
                                .build())
                        .build());
    return Combinators.combine(
            Arbitraries.of(LEARNERS),
            Arbitraries.of("a", "b", "c"),
            Arbitraries.oneOf(hours, certificate).injectNull(0.3),
            Arbitraries.integers().between(0, 2))
        .as(Message::new)
        .list()
        .ofMaxSize(25);
  }

  @Property
  void the_last_change_is_what_evaluating_afresh_says(@ForAll("messages") List<Message> messages) {
    try (Stream stream = new Stream(Stream.RULES, PunctuationType.STREAM_TIME, FIRST)) {
      LocalDate day = sent(messages, stream, FIRST);

      assertThat(last(stream.rawChanges())).isEqualTo(afresh(messages, day));
    }
  }

  @Property
  void each_change_says_what_the_one_before_did_not(@ForAll("messages") List<Message> messages) {
    try (Stream stream = new Stream(Stream.RULES, PunctuationType.STREAM_TIME, FIRST)) {
      sent(messages, stream, FIRST);

      Map<String, List<String>> earned = new HashMap<>();
      for (KeyValue<String, String> each : stream.rawChanges()) {
        JsonNode change = Stream.json(each.value);
        List<String> before = earned.getOrDefault(each.key, List.of());
        List<String> after = texts(change.get("earned"));
        List<String> gained = new ArrayList<>(after);
        gained.removeAll(before);
        List<String> lost = new ArrayList<>(before);
        lost.removeAll(after);
        assertThat(texts(change.get("gained"))).containsExactlyInAnyOrderElementsOf(gained);
        assertThat(texts(change.get("lost"))).containsExactlyInAnyOrderElementsOf(lost);
        assertThat(gained.size() + lost.size()).isPositive();
        earned.put(each.key, after);
      }
    }
  }

  @Property
  void messages_that_come_again_change_nothing(@ForAll("messages") List<Message> messages) {
    try (Stream stream = new Stream(Stream.RULES, PunctuationType.STREAM_TIME, FIRST)) {
      LocalDate day = sent(messages, stream, FIRST);
      stream.rawChanges();

      Map<String, Message> latest = new LinkedHashMap<>();
      messages.forEach(message -> latest.put(message.key(), message));
      latest.values().forEach(message -> send(message, stream, day));

      assertThat(stream.rawChanges()).isEmpty();
    }
  }

  /** Sends all, each so many days after the one before. */
  private static LocalDate sent(List<Message> messages, Stream stream, LocalDate first) {
    LocalDate day = first;
    for (Message message : messages) {
      day = day.plusDays(message.daysLater());
      send(message, stream, day);
    }
    return day;
  }

  private static void send(Message message, Stream stream, LocalDate day) {
    if (message.fact() == null) {
      stream.send(message.key(), (String) null, day);
    } else {
      stream.send(
          message.key(), LearnerRecord.builder(message.learner()).add(message.fact()).build(), day);
    }
  }

  private static Map<String, List<String>> last(List<KeyValue<String, String>> changes) {
    Map<String, List<String>> last = new TreeMap<>();
    LEARNERS.forEach(learner -> last.put(learner, List.of()));
    changes.forEach(each -> last.put(each.key, texts(Stream.json(each.value).get("earned"))));
    return last;
  }

  private static Map<String, List<String>> afresh(List<Message> messages, LocalDate day) {
    Map<String, Map<String, Fact>> known = new TreeMap<>();
    for (Message message : messages) {
      Map<String, Fact> own = known.computeIfAbsent(message.learner(), id -> new LinkedHashMap<>());
      if (message.fact() == null) {
        own.remove(message.name());
      } else {
        own.put(message.name(), message.fact());
      }
    }
    Map<String, List<String>> earned = new TreeMap<>();
    for (String learner : LEARNERS) {
      LearnerRecord record =
          LearnerRecord.builder(learner)
              .addAll(known.getOrDefault(learner, Map.of()).values())
              .build();
      earned.put(
          learner, Stream.RULES.evaluate(record, Stream.noon(day).atZone(Stream.ZONE)).earned());
    }
    return earned;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
