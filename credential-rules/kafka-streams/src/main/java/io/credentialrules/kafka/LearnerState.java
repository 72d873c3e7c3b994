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
  /** The most that {@link #size} may be, so that with its growth it is one record of Kafka. */
  static final int MOST_BYTES = 900_000;

  /** The first byte of what is kept. */
  private static final int FORM = 1;

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

  /** How many bytes it has where it is kept. */
  int size() {
    return bytes().length;
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
      out.writeByte(FORM);
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
      int form = in.read();
      if (form != FORM) {
        throw new IllegalStateException(
            "what is kept of a learner has the form "
                + form
                + ", and this version reads the form "
                + FORM
                + "; reset the application, so that it reads its facts again");
      }
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
