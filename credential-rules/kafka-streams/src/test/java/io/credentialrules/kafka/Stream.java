package io.credentialrules.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** A topology with a driver, by the time of the messages, and what comes out of it. */
final class Stream implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("America/New_York");

  /** Hours count for a credential; a certification that ends does for another. */
  static final PolicyPack PACK =
      pack(
          """
          rule "At least 100 hours"
              @credential( "apprentice" )
          when
              accumulate( WorkExperience( type == "APPRENTICESHIP", $hours : hours );
                          $total : sum( $hours );
                          $total >= 100 )
          then
          end

          rule "A certificate that is valid"
              @credential( "certified" )
          when
              IndustryCertification( certification == "first-aid" )
          then
          end
          """);

  static final CredentialRules RULES = CredentialRules.compile(PACK);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, @Nullable String> facts;
  private final TestOutputTopic<String, String> decisions;
  private final TestOutputTopic<String, String> problems;

  Stream(CredentialRules rules, PunctuationType clock, LocalDate begin) {
    this(rules, clock, begin, "exactly_once_v2");
  }

  Stream(CredentialRules rules, PunctuationType clock, LocalDate begin, String guarantee) {
    Properties configuration = new Properties();
    configuration.put(StreamsConfig.APPLICATION_ID_CONFIG, "decisions");
    configuration.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    configuration.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
    configuration.put(StreamsConfig.STATE_DIR_CONFIG, folder().toString());
    driver =
        new TopologyTestDriver(
            DecisionTopology.of(rules, ZONE).clock(clock, Duration.ofHours(1)).build(),
            configuration,
            noon(begin));
    facts = driver.createInputTopic("facts", new StringSerializer(), new StringSerializer());
    decisions =
        driver.createOutputTopic("decisions", new StringDeserializer(), new StringDeserializer());
    problems =
        driver.createOutputTopic("problems", new StringDeserializer(), new StringDeserializer());
  }

  static CredentialRules rules(String policy) {
    return CredentialRules.compile(pack(policy));
  }

  private static PolicyPack pack(String policy) {
    return PolicyPack.of("stream", Map.of("stream.drl", policy));
  }

  private static Path folder() {
    try {
      Path folder = Files.createTempDirectory("stream");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Instant noon(LocalDate day) {
    return day.atTime(LocalTime.NOON).atZone(ZONE).toInstant();
  }

  void send(String key, LearnerRecord record, LocalDate on) {
    facts.pipeInput(key, LearnerRecordWriter.write(record, JsonLayout.COMPACT), noon(on));
  }

  void send(String key, @Nullable String value, LocalDate on) {
    facts.pipeInput(key, value, noon(on));
  }

  void passWallClock(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** What came out since the last call: learner, what is gained, lost and earned. */
  List<String> changes() {
    List<String> changes = new ArrayList<>();
    for (KeyValue<String, String> each : decisions.readKeyValuesToList()) {
      JsonNode json = json(each.value);
      changes.add(
          each.key
              + " +"
              + json.get("gained")
              + " -"
              + json.get("lost")
              + " ="
              + json.get("earned"));
    }
    return changes;
  }

  /** Puts what is kept here into another stream, as a start with another policy finds it. */
  void keepFor(Stream later) {
    for (String store : List.of(Ledger.LEARNERS, Ledger.DUE)) {
      try (KeyValueIterator<Object, Object> all = driver.getKeyValueStore(store).all()) {
        all.forEachRemaining(
            each -> later.driver.getKeyValueStore(store).put(each.key, each.value));
      }
    }
  }

  List<KeyValue<String, String>> problems() {
    return problems.readKeyValuesToList();
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException malformed) {
      throw new UncheckedIOException(malformed);
    }
  }

  List<KeyValue<String, String>> rawChanges() {
    return decisions.readKeyValuesToList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
