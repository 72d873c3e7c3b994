package io.credentialrules.testkit.mutation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** Mutants in the format of stryker-mutator/mutation-testing-elements, report schema version 2. */
final class StrykerJson {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int HIGH = 90;
  private static final int LOW = 70;

  private StrykerJson() {}

  static String of(MutationReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("schemaVersion", "2");
      json.writeObjectFieldStart("thresholds");
      json.writeNumberField("high", HIGH);
      json.writeNumberField("low", LOW);
      json.writeEndObject();
      json.writeObjectFieldStart("files");
      int number = 0;
      for (Map.Entry<String, String> file : report.files().entrySet()) {
        json.writeObjectFieldStart(file.getKey());
        json.writeStringField("language", "drl");
        json.writeStringField("source", file.getValue());
        json.writeArrayFieldStart("mutants");
        for (StatedMutant mutant : report.stated()) {
          if (mutant.place().file().equals(file.getKey())) {
            mutant(json, mutant, number++);
          }
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void mutant(JsonGenerator json, StatedMutant mutant, int number)
      throws IOException {
    SourceSpan replaced = mutant.replaced();
    json.writeStartObject();
    json.writeStringField("id", String.valueOf(number));
    json.writeStringField("mutatorName", mutant.kind());
    json.writeStringField("replacement", mutant.replacement());
    json.writeObjectFieldStart("location");
    position(json, "start", replaced.line(), replaced.column());
    position(json, "end", replaced.endLine(), replaced.endColumn());
    json.writeEndObject();
    json.writeStringField(
        "status",
        switch (mutant.status()) {
          case KILLED -> "Killed";
          case SURVIVED -> "Survived";
          case EQUAL, EXPLAINED -> "Ignored";
          case REFUSED -> "CompileError";
        });
    if (mutant.status() == Mutant.Status.KILLED) {
      json.writeArrayFieldStart("killedBy");
      json.writeString(mutant.reason());
      json.writeEndArray();
    } else if (!mutant.reason().isEmpty()) {
      json.writeStringField("statusReason", mutant.reason());
    } else if (!mutant.suggestion().isEmpty()) {
      json.writeStringField("statusReason", "this scenario would notice:\n" + mutant.suggestion());
    }
    json.writeEndObject();
  }

  private static void position(JsonGenerator json, String which, int line, int column)
      throws IOException {
    json.writeObjectFieldStart(which);
    json.writeNumberField("line", line);
    json.writeNumberField("column", column);
    json.writeEndObject();
  }
}
