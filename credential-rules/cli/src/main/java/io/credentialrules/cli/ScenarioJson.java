package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Results of scenarios as JSON, each with what it expects and what it got. */
final class ScenarioJson {
  private ScenarioJson() {}

  static String of(List<ScenarioResult> results) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("scenarios", results.size());
      json.writeNumberField("passed", results.stream().filter(ScenarioResult::passed).count());
      json.writeArrayFieldStart("results");
      for (ScenarioResult result : results) {
        write(result, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private static void write(ScenarioResult result, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", result.file().name());
    json.writeStringField("file", result.file().path().toString().replace('\\', '/'));
    json.writeStringField(
        "outcome", result.passed() ? "passed" : result.error() == null ? "failed" : "error");
    if (!result.story().isEmpty()) {
      json.writeStringField("story", result.story());
    }
    if (result.error() != null) {
      json.writeStringField("error", result.error());
    } else if (!result.passed()) {
      json.writeStringField("expected", result.expected());
      json.writeStringField("given", result.given());
      lines("because", result.why(), json);
      lines("earnedWith", result.whatToDo(), json);
    }
    json.writeEndObject();
  }

  private static void lines(String name, List<String> lines, JsonGenerator json)
      throws IOException {
    if (!lines.isEmpty()) {
      json.writeArrayFieldStart(name);
      for (String line : lines) {
        json.writeString(line);
      }
      json.writeEndArray();
    }
  }
}
