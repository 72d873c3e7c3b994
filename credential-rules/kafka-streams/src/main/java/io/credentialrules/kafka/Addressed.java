package io.credentialrules.kafka;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives each message the learner as its key, so that all about one learner come to one partition,
 * with its own key as the first line of its value; a withdrawal has no other line.
 */
final class Addressed extends ContextualProcessor<String, String, String, String> {

  @Override
  public void process(Record<String, String> message) {
    @Nullable String value = message.value();
    String key = message.key();
    context()
        .forward(
            message
                .withKey(FactKey.parse(key).learner())
                .withValue(value == null ? key : key + "\n" + value));
  }

  /** What is wrong with a key; null where nothing is. */
  static @Nullable String problem(@Nullable String key) {
    if (key == null) {
      return "the message has no key, which names the learner";
    }
    try {
      FactKey.parse(key);
      return null;
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }
}
