package io.credentialrules.kafka;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.Iterables;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;

/**
 * What goes out.
 *
 * @param isChange whether it is a change of decisions; otherwise it is what is wrong with a message
 * @param json the value of the message
 */
record OutgoingMessage(boolean isChange, String json) {
  private static final JsonFactory JSON = new JsonFactory();

  /** So that what is wrong with a message is one record of Kafka, whatever the message says. */
  private static final int MOST_PROBLEMS = 50;

  private static final int MOST_CHARACTERS = 1_000;

  /** Writes into an object. */
  private interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  /** A change of what is earned. */
  static OutgoingMessage change(
      ZonedDateTime asOf,
      String policy,
      List<String> gained,
      List<String> lost,
      List<String> earned) {
    return new OutgoingMessage(
        true,
        object(
            json -> {
              json.writeStringField("asOf", asOf.toString());
              json.writeStringField("policy", policy);
              write(json, "gained", gained);
              write(json, "lost", lost);
              write(json, "earned", earned);
            }));
  }

  /** What is wrong with a message or a record. */
  static OutgoingMessage problem(String key, RuntimeException wrong) {
    return new OutgoingMessage(
        false,
        object(
            json -> {
              json.writeStringField("key", shown(key));
              json.writeArrayFieldStart("problems");
              if (wrong instanceof RecordException refused) {
                for (RecordProblem problem : Iterables.limit(refused.problems(), MOST_PROBLEMS)) {
                  write(json, problem);
                }
              } else {
                json.writeStartObject();
                json.writeStringField("message", shown(String.valueOf(wrong.getMessage())));
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  /** A text as far as it is shown. */
  static String shown(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
  }

  private static void write(JsonGenerator json, RecordProblem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField(
        "place",
        String.format(
                Locale.ROOT, "%s %d:%d", shown(problem.pointer()), problem.line(), problem.column())
            .strip());
    json.writeStringField("message", shown(problem.message()));
    json.writeStringField("hint", shown(problem.hint()));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String name, List<String> ids) throws IOException {
    json.writeArrayFieldStart(name);
    for (String id : ids) {
      json.writeString(id);
    }
    json.writeEndArray();
  }

  private static String object(Members members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }
}
