package io.credentialrules.kafka;

import io.credentialrules.CredentialRules;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands the messages about learners of one partition, and the clock, to its {@link Ledger}. */
final class LearnerProcessor implements Processor<String, String, String, OutgoingMessage> {
  private final CredentialRules rules;
  private final ZoneId zone;
  private final PunctuationType clock;
  private final Duration every;
  private @Nullable Ledger ledger;

  LearnerProcessor(CredentialRules rules, ZoneId zone, PunctuationType clock, Duration every) {
    this.rules = rules;
    this.zone = zone;
    this.clock = clock;
    this.every = every;
  }

  @Override
  public void init(ProcessorContext<String, OutgoingMessage> context) {
    Object guarantee = context.appConfigs().get(StreamsConfig.PROCESSING_GUARANTEE_CONFIG);
    if (!StreamsConfig.EXACTLY_ONCE_V2.equals(guarantee)) {
      throw new IllegalStateException(
          "changes are emitted exactly once only with `processing.guarantee=exactly_once_v2`, and"
              + " it is `"
              + guarantee
              + "`; set it in the configuration of the streams");
    }
    Ledger opened =
        new Ledger(
            rules,
            zone,
            context,
            () ->
                clock == PunctuationType.STREAM_TIME
                    ? context.currentStreamTimeMs()
                    : context.currentSystemTimeMs());
    ledger = opened;
    context.schedule(every, clock, timestamp -> opened.look());
  }

  @Override
  public void process(Record<String, String> message) {
    if (ledger == null) {
      throw new IllegalStateException("a message came before `init`");
    }
    ledger.take(message);
  }
}
