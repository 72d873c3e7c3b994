package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.PolicyPack;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The most facts that a record may have, none of which counts, before many requirements. */
@Tag("once")
class ManyFactsTest {
  private static final ZoneId MAINE = ZoneId.of("America/New_York");
  private static final int FACTS = 9_990;
  private static final int REQUIREMENTS = 150;

  private static CredentialRules rules() {
    String requirements =
        IntStream.range(0, REQUIREMENTS)
            .mapToObj(
                i ->
                    """
                    rule "Hours, NUMBER" @requirement( "hours-NUMBER" )
                    when
                      accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 1000NUMBER )
                    then end
                    """
                        .replace("NUMBER", Integer.toString(i)))
            .collect(Collectors.joining());
    String conditions =
        IntStream.range(0, REQUIREMENTS)
            .mapToObj(i -> "  Met( requirement == \"hours-" + i + "\" )\n")
            .collect(Collectors.joining());
    return CredentialRules.builder()
        .add(
            PolicyPack.of(
                "p",
                Map.of(
                    "a.drl",
                    "package p\nimport io.credentialrules.vocabulary.*\n"
                        + requirements
                        + "rule \"the badge\" @credential( \"badge\" )\nwhen\n"
                        + conditions
                        + "then end\n")))
        .limits(
            Limits.DEFAULT
                .withMaxJoinRows(1_000_000_000)
                .withEvaluationTime(Duration.ofMinutes(10)))
        .compile();
  }

  private static LearnerRecord record(CredentialRules rules) {
    String facts =
        IntStream.range(0, FACTS)
            .mapToObj(i -> "{\"type\":\"JOB\",\"experience\":\"e-" + i + "\",\"hours\":1}")
            .collect(Collectors.joining(","));
    return LearnerRecordReader.of(rules.vocabulary(), MAINE)
        .read(
            "a.json",
            "{\"learner\":{\"id\":\"ada\"},\"facts\":{\"WorkExperience\":[" + facts + "]}}");
  }

  @Test
  void a_decision_over_all_of_them_is_a_document_of_a_few_megabytes() throws IOException {
    CredentialRules rules = rules();
    Evaluation evaluation = rules.evaluate(record(rules), LocalDate.of(2026, 5, 1), MAINE);
    long[] bytes = {0};
    EvaluationWriter.write(
        evaluation,
        EvaluationWriter.Options.ALL.withLayout(JsonLayout.COMPACT),
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes[0]++;
          }

          @Override
          public void write(byte[] some, int from, int length) {
            bytes[0] += length;
          }
        });

    assertThat(bytes[0]).isBetween(1_000_000L, 5_000_000L);
  }
}
