package io.credentialrules.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives each message the learner as its key, so that all about one learner come to one partition,
 * with its own key as the first line of its value; a withdrawal has no other line.
 */
final class Addressed extends ContextualProcessor<String, String, String, String> {
  /** The learner in it becomes a key beside it, and both are to be one record of Kafka. */
  static final int MOST_KEY_BYTES = 10_000;

  /** What a decoder writes in place of bytes that are not UTF-8. */
  private static final char REPLACEMENT = '\uFFFD';

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

  /** What is wrong with a message as it came; null where nothing is. */
  static @Nullable String problem(@Nullable String key, @Nullable String value) {
    if (key == null) {
      return "the message has no key, which names the learner";
    }
    int keyBytes = bytes(key);
    if (keyBytes > MOST_KEY_BYTES) {
      return String.format(
          Locale.ROOT,
          "the key has %,d bytes, and a key has at most %,d",
          keyBytes,
          MOST_KEY_BYTES);
    }
    int size = keyBytes + (value == null ? 0 : bytes(value));
    if (size > LearnerState.MOST_BYTES) {
      return String.format(
          Locale.ROOT,
          "key and value have %,d bytes, and have at most %,d together",
          size,
          LearnerState.MOST_BYTES);
    }
    if (value != null && value.indexOf(REPLACEMENT) >= 0) {
      return "the value is not UTF-8: it has U+FFFD in place of what cannot be decoded";
    }
    try {
      FactKey.parse(key);
      return null;
    } catch (IllegalArgumentException wrong) {
      return wrong.getMessage();
    }
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
