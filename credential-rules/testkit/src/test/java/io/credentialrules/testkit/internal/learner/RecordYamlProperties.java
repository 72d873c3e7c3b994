package io.credentialrules.testkit.internal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.testkit.ScenarioFile;
import io.credentialrules.vocabulary.AssessmentResultBuilder;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletionBuilder;
import io.credentialrules.vocabulary.TrainingType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecordYamlProperties {
  private static final Provenance REVIEWED =
      Provenance.vettedBy("R. Okafor", ReviewerRole.FACULTY, LocalDate.of(2026, 4, 20));

  private static List<String> lines(LearnerRecord record) {
    return RecordYaml.of(Vocabulary.standard(), ZoneId.of("America/New_York"), record);
  }

  @Property
  void any_record_is_read_from_a_scenario_as_it_was_written(@ForAll LearnerRecord record)
      throws IOException {
    Path folder = Files.createTempDirectory("scenario");
    Path file = folder.resolve("garden/scenarios/level-1/earned/any.yaml");
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "story: Any.\nas-of: 2026-05-01\n" + String.join("\n", lines(record)) + "\n");

    LearnerRecord read = ScenarioFile.ofPack(folder.resolve("garden")).get(0).read().record();

    assertThat(read.learner()).isEqualTo(record.learner());
    assertThat(read.facts()).containsExactlyInAnyOrderElementsOf(record.facts());
    assertThat(read.waivers()).isEqualTo(record.waivers());
    assertThat(read.policyDate()).isEqualTo(record.policyDate());
  }

  @Example
  void it_is_written_as_people_write_it() {
    LearnerRecord record =
        LearnerRecord.of(
            new Learner("ada", null, null, Set.of(), Provenance.UNVETTED),
            AssessmentResultBuilder.builder()
                .type(AssessmentType.QUIZ)
                .assessment("garden quiz: first part")
                .takenOn(LocalDate.of(2026, 3, 1))
                .provenance(REVIEWED)
                .build(),
            TrainingCompletionBuilder.builder()
                .type(TrainingType.COURSE)
                .training("on")
                .categories(Set.of())
                .completedOn(LocalDate.of(2026, 3, 2))
                .provenance(
                    REVIEWED.toBuilder()
                        .validUntil(Instant.parse("2028-03-01T04:59:59.999999999Z"))
                        .build())
                .build(),
            TrainingCompletionBuilder.builder()
                .type(TrainingType.COURSE)
                .training("garden-2")
                .handsOn(true)
                .categories(Set.of("soil"))
                .provenance(Provenance.UNVETTED)
                .build());

    assertThat(lines(record))
        .containsExactly(
            "defaults:",
            "  vetted-by: { reviewer: R. Okafor, role: FACULTY, on: 2026-04-20 }",
            "record:",
            "  learner: { id: ada }",
            "  facts:",
            "    AssessmentResult:",
            "      - { type: QUIZ, assessment: \"garden quiz: first part\", takenOn: 2026-03-01 }",
            "    TrainingCompletion:",
            "      - { type: COURSE, training: \"on\", completedOn: 2026-03-02, validUntil: 2028-02-29 }",
            "      - { type: COURSE, training: garden-2, handsOn: true, categories: [ soil ],"
                + " vetting: none }");
  }
}
