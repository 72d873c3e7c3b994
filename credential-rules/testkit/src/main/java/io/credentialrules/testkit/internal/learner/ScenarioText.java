package io.credentialrules.testkit.internal.learner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.json.LearnerRecordWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** Writes what was evaluated as a scenario file, with the answer as it is. */
public final class ScenarioText {
  private static final String DEFAULT_ZONE = "America/New_York";
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .build();
  private static final JsonFactory JSON = new JsonFactory();

  private ScenarioText() {}

  /**
   * The text of the file.
   *
   * @param story what happens, in a sentence
   * @param packs further packs that it needs
   */
  public static String of(
      String story, List<String> packs, Evaluation evaluation, String credential) {
    StringWriter text = new StringWriter();
    try (YAMLGenerator yaml = YAML.createGenerator(text)) {
      yaml.writeStartObject();
      yaml.writeStringField("story", story);
      boolean isEndOfDay = evaluation.asOf().toLocalTime().equals(LocalTime.MAX);
      yaml.writeStringField(
          "as-of",
          isEndOfDay
              ? evaluation.asOf().toLocalDate().toString()
              : evaluation.asOf().toLocalDateTime().toString());
      String zone = evaluation.asOf().getZone().getId();
      if (!zone.equals(DEFAULT_ZONE)) {
        yaml.writeStringField("zone", zone);
      }
      if (!packs.isEmpty()) {
        yaml.writeArrayFieldStart("packs");
        for (String pack : packs) {
          yaml.writeString(pack);
        }
        yaml.writeEndArray();
      }
      yaml.writeFieldName("record");
      try (JsonParser record = JSON.createParser(LearnerRecordWriter.write(evaluation.record()))) {
        record.nextToken();
        yaml.copyCurrentStructure(record);
      }
      if (evaluation.decision(credential) instanceof Decision.NotEarned notEarned) {
        yaml.writeObjectFieldStart("unmet");
        for (RequirementResult missing : notEarned.missing()) {
          unmet(yaml, missing);
        }
        yaml.writeEndObject();
      }
      yaml.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().strip() + "\n";
  }

  private static void unmet(YAMLGenerator yaml, RequirementResult missing) throws IOException {
    yaml.writeObjectFieldStart(missing.id());
    yaml.writeStringField(
        "state", missing.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    Measure measure = missing.measure();
    if (measure != null && measure.has() != null) {
      yaml.writeNumberField("has", measure.has());
      yaml.writeNumberField("needs", measure.needs());
      yaml.writeStringField("unit", measure.unit());
    }
    yaml.writeEndObject();
  }
}
