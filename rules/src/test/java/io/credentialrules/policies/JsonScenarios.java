package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.testkit.Scenario;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every record of a scenario, and every answer to it, is valid by the published schemas. */
@Tag("once")
final class JsonScenarios {
  private static final Schema RECORD = published("learner-record");
  private static final Schema EVALUATION = published("evaluation");

  private static Schema published(String name) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(
            Objects.requireNonNull(
                LearnerRecordReader.class.getResourceAsStream(name + ".schema.json")),
            InputFormat.JSON);
  }

  @TestFactory
  Stream<DynamicTest> every_record_and_every_answer_is_valid_by_its_schema() {
    return Packs.oneScenarioOf(6)
        .map(
            scenario ->
                DynamicTest.dynamicTest(
                    scenario.name(), scenario.file().toUri(), () -> isValid(scenario)));
  }

  private static void isValid(Scenario scenario) {
    LearnerRecord record = scenario.record();
    String json = LearnerRecordWriter.write(record);
    assertThat(problems(RECORD, json)).isEmpty();

    CredentialRules rules = Packs.compile(scenario.packs());
    LearnerRecord read =
        LearnerRecordReader.of(rules.vocabulary(), scenario.asOf().getZone())
            .read(scenario.name(), json);
    String answer = EvaluationWriter.write(rules.evaluate(record, scenario.asOf()));
    assertThat(problems(EVALUATION, answer)).isEmpty();
    assertThat(EvaluationWriter.write(rules.evaluate(read, scenario.asOf()))).isEqualTo(answer);
  }

  private static List<String> problems(Schema schema, String json) {
    return schema
        .validate(
            json,
            InputFormat.JSON,
            execution -> execution.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }
}
