package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.openbadges.ImportedCredential.Standard;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Comprehensive Learner Records 1.0, and suggestions for what they are aligned to. */
final class LearnerRecordOneTest {
  private static final String RECORD =
      """
      {"@context": "https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld", "type": "Clr",
       "id": "https://college.example/clr/1", "name": "Transcript", "issuedOn": "2024-06-01T00:00:00Z",
       "publisher": {"id": "https://college.example/issuer", "type": "Profile", "name": "College"},
       "learner": {"id": "urn:uuid:ada", "type": "Profile"},
       "verification": {"type": "Hosted"},
       "assertions": [
         {"id": "https://college.example/a/1", "type": "Assertion", "issuedOn": "2024-05-01T00:00:00Z", "creditsEarned": 4,
          "recipient": {"type": "email", "identity": "ada@example.org", "hashed": false},
          "results": [{"resultDescription": "urn:r:1", "value": "A"}, {"resultDescription": "urn:r:2", "value": "91.5"},
                      {"resultDescription": "urn:r:3", "achievedLevel": "urn:l:1"}, {"resultDescription": "urn:r:9", "value": "1"}],
          "achievement": {"id": "https://college.example/course/1", "name": "Course", "achievementType": "Course",
            "issuer": {"id": "https://college.example/issuer", "type": "Profile", "name": "College"},
            "alignments": [{"targetUrl": "https://skills.example/listening", "targetName": "Listening"}],
            "resultDescriptions": [
              {"id": "urn:r:1", "name": "Grade", "resultType": "LetterGrade", "allowedValues": ["B", "A"]},
              {"id": "urn:r:2", "name": "Exam", "resultType": "Percent"},
              {"id": "urn:r:3", "name": "Rubric", "resultType": "RubricCriterion",
               "rubricCriterionLevels": [{"id": "urn:l:1", "name": "High", "points": "4"}]}]}},
         {"id": "https://other.example/a/2", "type": "Assertion", "issuedOn": "2024-05-01T00:00:00Z",
          "recipient": {"type": "email", "identity": "ada@example.org", "hashed": false},
          "achievement": {"id": "https://other.example/2", "name": "Other",
            "issuer": {"id": "https://other.example/issuer", "type": "Profile"}}}]}
      """;

  @Test
  void a_hosted_record_becomes_the_facts_of_its_publisher_and_not_those_of_others() {
    BadgeImport read = read(RECORD, RECORD);
    assertThat(read.all())
        .extracting(ImportedCredential::standard, credential -> credential.verification().outcome())
        .containsExactly(
            tuple(Standard.LEARNER_RECORD_1, Outcome.VALID),
            tuple(Standard.ASSERTION_1, Outcome.VALID),
            tuple(Standard.ASSERTION_1, Outcome.NOT_CHECKED));
    assertThat(read.facts()).hasAtLeastOneElementOfType(TrainingCompletion.class);
    TrainingCompletion training =
        (TrainingCompletion)
            read.facts().stream()
                .filter(TrainingCompletion.class::isInstance)
                .findFirst()
                .orElseThrow();
    assertThat(training.grade()).isEqualTo("A");
    assertThat(training.credits()).isEqualByComparingTo("4");
    assertThat(read.facts())
        .filteredOn(AssessmentResult.class::isInstance)
        .extracting(fact -> String.valueOf(((AssessmentResult) fact).score()))
        .containsExactly("91.5");
    assertThat(read.facts())
        .filteredOn(RubricScore.class::isInstance)
        .extracting(fact -> ((RubricScore) fact).level())
        .containsExactly("High");
    HeldCredential other = (HeldCredential) read.facts().get(read.facts().size() - 1);
    assertThat(other.credential()).isEqualTo("https://other.example/2");
    assertThat(other.provenance().status()).isEqualTo(FactStatus.PROVISIONAL);
    assertThat(read.problems())
        .extracting(BadgeProblem::pointer)
        .containsExactly("/assertions/0/results/3/resultDescription");
  }

  @Test
  void a_record_that_is_not_what_its_publisher_hosts_is_invalid() {
    BadgeImport read = read(RECORD, RECORD.replace("91.5", "51.5"));
    assertThat(read.credentials().get(0).verification().check(Kind.PROOF).outcome())
        .isEqualTo(Outcome.INVALID);
    assertThat(read.all().get(1).verification().outcome()).isEqualTo(Outcome.NOT_CHECKED);
  }

  @Test
  void what_is_aligned_to_the_same_is_suggested_until_it_is_mapped() {
    Map<String, String> own = Map.of("https://skills.example/listening", "listening");
    List<MappingSuggestion> suggestions = MappingSuggestion.of(read(RECORD, RECORD), own);
    assertThat(suggestions)
        .containsExactly(
            new StatedMappingSuggestion(
                AchievementMapping.Entry.ofId(
                    "https://college.example/issuer",
                    "https://college.example/course/1",
                    "listening"),
                "Course",
                "https://skills.example/listening"));
    BadgeImport mapped =
        reader(RECORD)
            .mapping(AchievementMapping.of(suggestions.get(0).entry()))
            .build()
            .read("x", bytes(RECORD), Holder.of("urn:uuid:ada", "ada@example.org"), Fixtures.TODAY);
    assertThat(MappingSuggestion.of(mapped, own)).isEmpty();
    assertThat(MappingSuggestion.of(read(RECORD, RECORD), Map.of())).isEmpty();
  }

  private static BadgeImport read(String record, String hosted) {
    return reader(hosted)
        .build()
        .read("x", bytes(record), Holder.of("urn:uuid:ada", "ada@example.org"), Fixtures.TODAY);
  }

  private static BadgeReader.Builder reader(String hosted) {
    return BadgeReader.builder(ZoneOffset.UTC)
        .trusting("https://college.example/issuer")
        .documents(
            address ->
                address.equals("https://college.example/clr/1")
                    ? Optional.of(bytes(hosted))
                    : Optional.empty());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
