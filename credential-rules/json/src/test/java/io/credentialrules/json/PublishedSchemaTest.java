package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schemas in the jar are those of the standard vocabulary. */
class PublishedSchemaTest {
  private static final Map<String, String> SCHEMAS =
      Map.of(
          "learner-record", RecordSchema.of(Vocabulary.standard()),
          "evaluation", EvaluationSchema.of(Vocabulary.standard()),
          "audit-record", AuditSchema.of(Vocabulary.standard()),
          "plan", PlanSchema.of(Vocabulary.standard()),
          "difference", DifferenceSchema.ofDifference(),
          "impact", DifferenceSchema.ofImpact());

  /** Set to {@code true} to write the schemas anew after the vocabulary changed. */
  private static final boolean UPDATES =
      "true".equals(System.getenv("CREDENTIALRULES_UPDATE_SCHEMAS"));

  @TestFactory
  Stream<DynamicTest> schemas_are_in_step_with_the_vocabulary() {
    return SCHEMAS.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> isInStep(name)));
  }

  private static void isInStep(String name) throws IOException {
    String file = name + ".schema.json";
    String expected = Objects.requireNonNull(SCHEMAS.get(name));
    if (UPDATES) {
      Files.writeString(
          Path.of("src/main/resources/io/credentialrules/json").resolve(file), expected);
    }
    try (InputStream published = RecordSchema.class.getResourceAsStream(file)) {
      assertThat(new String(published.readAllBytes(), StandardCharsets.UTF_8))
          .as("run this test with CREDENTIALRULES_UPDATE_SCHEMAS=true in the environment")
          .isEqualTo(expected);
    }
  }

  @Test
  void each_schema_has_an_id_that_stays() {
    SCHEMAS.forEach(
        (name, schema) ->
            assertThat(schema)
                .contains("\"$schema\": \"https://json-schema.org/draft/2020-12/schema\"")
                .contains("\"$id\": \"urn:credential-rules:schema:" + name + "\""));
  }

  @Test
  void a_type_of_a_host_is_in_the_schema_of_its_vocabulary_only() {
    assertThat(RecordSchema.of(GeneratedRecords.VOCABULARY)).contains("\"Visit\"");
    assertThat(RecordSchema.of(Vocabulary.standard())).doesNotContain("Visit");
  }
}
