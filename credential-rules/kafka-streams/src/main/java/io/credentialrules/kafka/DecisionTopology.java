package io.credentialrules.kafka;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.CredentialRules;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * A topology of Kafka Streams: facts in, changes of decisions out. Messages about a learner are
 * kept, each under its {@link FactKey}, with what was decided last; a credential that is then
 * earned or not earned any more is one message out, also when time alone does it, and none when
 * nothing changes or messages come again. It runs exactly once or not at all: {@code
 * processing.guarantee} must be {@code exactly_once_v2}. Used by one thread.
 */
public final class DecisionTopology {
  private final CredentialRules rules;
  private final ZoneId zone;
  private String facts = "facts";
  private String decisions = "decisions";
  private String problems = "problems";
  private PunctuationType clock = PunctuationType.WALL_CLOCK_TIME;
  private Duration look = Duration.ofMinutes(1);

  private DecisionTopology(CredentialRules rules, ZoneId zone) {
    this.rules = rules;
    this.zone = zone;
  }

  /**
   * With topics {@code facts}, {@code decisions} and {@code problems}, looking at the clock of the
   * machine every minute.
   *
   * @param zone in which the rules have their "today", and days in messages begin and end
   */
  public static DecisionTopology of(CredentialRules rules, ZoneId zone) {
    return new DecisionTopology(rules, zone);
  }

  /**
   * Sets the topic of the messages about learners, with a {@link FactKey} as the text of each key,
   * and a record in the form of {@code docs/json.md} as the value, or none.
   */
  @CanIgnoreReturnValue
  public DecisionTopology facts(String topic) {
    this.facts = topic;
    return this;
  }

  /**
   * Sets the topic of the changes. The key is the learner's id, the value an object with {@code
   * asOf}, {@code policy}, the ids that are {@code gained} and {@code lost}, and all that are
   * {@code earned} now.
   */
  @CanIgnoreReturnValue
  public DecisionTopology decisions(String topic) {
    this.decisions = topic;
    return this;
  }

  /**
   * Sets the topic of what is wrong: messages that cannot be read or are too large, which change
   * nothing, and learners about whom deciding would cost more than the limits allow. The value is
   * an object with the {@code key} and the {@code problems}, each with {@code message} and, where
   * they are known, {@code place} and {@code hint}.
   */
  @CanIgnoreReturnValue
  public DecisionTopology problems(String topic) {
    this.problems = topic;
    return this;
  }

  /**
   * Sets the clock, which is "now" for the rules, and how often to look whether time alone has
   * changed something.
   *
   * @param type the clock of the machine, or the time of the messages, by which the same messages
   *     have the same changes
   * @param every positive
   */
  @CanIgnoreReturnValue
  public DecisionTopology clock(PunctuationType type, Duration every) {
    if (every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("`every` must be positive, but is " + every);
    }
    this.clock = type;
    this.look = every;
    return this;
  }

  /** The topology, to be given to {@code KafkaStreams}. */
  public Topology build() {
    // What is set later changes no topology that was built.
    PunctuationType type = clock;
    Duration every = look;
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Ledger.LEARNERS),
            Serdes.String(),
            LearnerState.serde()));
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(Ledger.DUE), Serdes.String(), Serdes.String()));
    KStream<String, String> messages =
        builder.stream(facts, Consumed.with(Serdes.String(), Serdes.String()));
    KStream<String, OutgoingMessage> answers =
        messages
            .filter((key, value) -> Addressed.problem(key, value) == null)
            .process(Addressed::new)
            .repartition(
                Repartitioned.<String, String>as("by-learner")
                    .withKeySerde(Serdes.String())
                    .withValueSerde(Serdes.String()))
            .process(
                () -> new LearnerProcessor(rules, zone, type, every), Ledger.LEARNERS, Ledger.DUE);
    send(answers.filter((key, answer) -> answer.isChange()), decisions);
    send(answers.filter((key, answer) -> !answer.isChange()), problems);
    send(
        messages
            .filter((key, value) -> Addressed.problem(key, value) != null)
            .map(
                (key, value) ->
                    KeyValue.pair(
                        key == null ? null : OutgoingMessage.shown(key), refused(key, value))),
        problems);
    return builder.build();
  }

  private static OutgoingMessage refused(@Nullable String key, @Nullable String value) {
    return OutgoingMessage.problem(
        String.valueOf(key), new IllegalArgumentException(Addressed.problem(key, value)));
  }

  private static void send(KStream<String, OutgoingMessage> answers, String topic) {
    answers
        .mapValues(OutgoingMessage::json)
        .to(topic, Produced.with(Serdes.String(), Serdes.String()));
  }

  /** The topics and the rules. */
  @Override
  public String toString() {
    return facts + " to " + decisions + " by " + rules + ", in " + zone;
  }
}
