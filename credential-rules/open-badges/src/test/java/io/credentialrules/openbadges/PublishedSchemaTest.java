package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.credentialrules.Evaluation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * What goes out is valid by 1EdTech's own JSON Schema. The schema is 1EdTech's and is not part of
 * this project: its folder is told by an environment variable.
 */
@EnabledIfEnvironmentVariable(
    named = PublishedSchemaTest.FOLDER,
    matches = ".+",
    disabledReason = "the folder of 1EdTech's JSON Schemas is not told")
final class PublishedSchemaTest {
  static final String FOLDER = "CREDENTIALRULES_1EDTECH_SCHEMAS";

  @Test
  void every_badge_that_goes_out_is_valid_and_one_without_achievement_is_not() throws IOException {
    Schema schema = schema("ob_v3p0_achievementcredential_schema.json");
    for (LocalDate day : List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 11, 25))) {
      Evaluation evaluation =
          IssuedBadges.evaluation(IssuedBadges.record(day, new BigDecimal("87.5"), "A"));
      for (String credential : List.of("listening", "writing", "stack")) {
        String badge =
            IssuedBadges.WRITER.credential(
                evaluation,
                credential,
                credential.equals("writing")
                    ? Recipient.ofEmail("ada@example.org", "12345678")
                    : IssuedBadges.RECIPIENT,
                StatusEntry.of("https://badges.example.edu/status/1", 7));
        assertThat(problems(schema, badge)).isEmpty();
        assertThat(problems(schema, IssuedBadges.signer().sign(badge))).isEmpty();
        assertThat(problems(schema, badge.replace("\"achievement\":", "\"achieved\":")))
            .isNotEmpty();
      }
    }
    assertThat(problems(schema, Fixtures.text("ob30/complete.json"))).isEmpty();
  }

  @Test
  void every_stack_that_goes_out_is_valid_and_one_without_credentials_is_not() throws IOException {
    Schema schema = schema("clr_v2p0_clrcredential_schema.json");
    String record =
        IssuedBadges.signer()
            .sign(
                RecordWriter.of(IssuedBadges.WRITER)
                    .record(
                        IssuedBadges.evaluation(IssuedBadges.record()),
                        "stack",
                        IssuedBadges.RECIPIENT,
                        IssuedBadges.signer()));
    assertThat(problems(schema, record)).isEmpty();
    assertThat(problems(schema, record.replace("\"verifiableCredential\":", "\"others\":")))
        .isNotEmpty();
  }

  @Test
  void every_endorsement_that_goes_out_is_valid_and_one_of_nothing_is_not() throws IOException {
    Schema schema = schema("ob_v3p0_endorsementcredential_schema.json");
    for (String endorsed :
        List.of(IssuedBadges.WRITER.achievement("stack"), IssuedBadges.ISSUER_ID, "urn:uuid:1")) {
      String endorsement =
          EndorsementWriter.of(IssuedBadges.ISSUER)
              .credential(
                  endorsed,
                  endorsed.startsWith("urn:") ? null : "Good work",
                  LocalDate.of(2026, 11, 25),
                  endorsed.startsWith("urn:") ? null : LocalDate.of(2028, 11, 25),
                  IssuedBadges.ZONE,
                  StatusEntry.of("https://badges.example.edu/status/1", 7));
      assertThat(problems(schema, endorsement)).isEmpty();
      assertThat(problems(schema, IssuedBadges.signer().sign(endorsement))).isEmpty();
      assertThat(problems(schema, endorsement.replace("\"credentialSubject\":", "\"subject\":")))
          .isNotEmpty();
    }
    assertThat(problems(schema, Fixtures.text("ob30/endorsement-valid.json"))).isEmpty();
  }

  private static Schema schema(String name) throws IOException {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
        .getSchema(
            Files.readString(Path.of(System.getenv(FOLDER)).resolve(name)), InputFormat.JSON);
  }

  private static List<String> problems(Schema schema, String document) {
    return schema
        .validate(
            document,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
