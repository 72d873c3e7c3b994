package io.credentialrules.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a learner.
 *
 * @param messages the last value of each message about the learner, by its key
 * @param outcome what was decided last, as text; empty before the first decision
 * @param due the day on which that changes if no message comes, or the day on which to try again;
 *     empty where there is none
 */
record LearnerState(SortedMap<String, String> messages, String outcome, String due) {
  static final LearnerState EMPTY = new LearnerState(new TreeMap<>(), "", "");

  LearnerState {
    messages = Collections.unmodifiableSortedMap(new TreeMap<>(messages));
  }

  /** With a message, or without it where there is no value. */
  LearnerState with(String key, @Nullable String value) {
    SortedMap<String, String> others = new TreeMap<>(messages);
    if (value == null) {
      others.remove(key);
    } else {
      others.put(key, value);
    }
    return new LearnerState(others, outcome, due);
  }

  static Serde<LearnerState> serde() {
    return Serdes.serdeFrom(
        (topic, state) -> state == null ? null : state.bytes(),
        (topic, bytes) -> bytes == null ? null : of(bytes));
  }

  private byte[] bytes() {
    List<String> texts = new ArrayList<>(List.of(outcome, due));
    messages.forEach(
        (key, value) -> {
          texts.add(key);
          texts.add(value);
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      for (String text : texts) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static LearnerState of(byte[] bytes) {
    List<String> texts = new ArrayList<>();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      while (in.available() > 0) {
        texts.add(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8));
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    Map<String, String> messages = new TreeMap<>();
    for (int i = 2; i < texts.size(); i += 2) {
      messages.put(texts.get(i), texts.get(i + 1));
    }
    return new LearnerState(new TreeMap<>(messages), texts.get(0), texts.get(1));
  }
}
