package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.credentialrules.CredentialRules;
import io.credentialrules.DateConflict;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.VettingStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a badge becomes. */
final class BadgeFactsTest {
  private static final String TEAMWORK =
      "https://example.com/achievements/21st-century-skills/teamwork";
  private static final AchievementMapping MAPPING =
      AchievementMapping.of(
          AchievementMapping.Entry.ofId(
              "https://example.com/issuers/876543", TEAMWORK, "teamwork"));

  @Test
  void a_verified_badge_that_is_mapped_earns_the_policys_own_credential() {
    assertThat(earned(Fixtures.reader("x").mapping(MAPPING), "ob30/simple.json")).isTrue();
  }

  @Test
  void a_badge_is_valid_for_the_whole_second_with_which_it_ends() {
    Instant end = Instant.parse("2026-06-30T23:59:59Z");
    assertThat(Provenance.lastInstant(end)).isEqualTo(end.plusSeconds(1).minusNanos(1));
    assertThat(Provenance.lastInstant(end.plusNanos(1))).isEqualTo(end.plusNanos(1));
    assertThat(Provenance.lastInstant(Instant.MAX)).isEqualTo(Instant.MAX);
  }

  @Test
  void a_badge_that_is_invalid_unchecked_expired_revoked_or_not_mapped_earns_nothing() {
    assertThat(earned(Fixtures.reader("x"), "ob30/simple.json")).isFalse();
    assertThat(
            earned(Fixtures.reader("x").mapping(MAPPING).keys(IssuerKeys.NONE), "ob30/simple.json"))
        .isFalse();
    assertThat(earned(Fixtures.reader("x").mapping(MAPPING), "ob30/simple-err-proof-value.json"))
        .isFalse();
    assertThat(earned(Fixtures.reader("x").mapping(MAPPING), "ob30/simple-err-expired.json"))
        .isFalse();
  }

  @Test
  void a_host_can_accept_what_could_not_be_checked_but_never_what_is_wrong() {
    BadgeReader.Builder accepting =
        Fixtures.reader("x")
            .mapping(MAPPING)
            .keys(IssuerKeys.NONE)
            .acceptingUnchecked(Verification.Kind.PROOF, Verification.Kind.ISSUER);
    assertThat(earned(accepting, "ob30/simple.json")).isTrue();
    assertThat(earned(accepting.keys(Fixtures::key), "ob30/simple-err-proof-value.json")).isFalse();
  }

  @Test
  void a_badge_of_somebody_else_does_not_count() {
    Holder other = Holder.of("did:example:somebody-else");
    Fact fact =
        Fixtures.reader("x")
            .mapping(MAPPING)
            .build()
            .read("x", Fixtures.bytes("ob30/simple.json"), other, Fixtures.TODAY)
            .facts()
            .get(0);
    assertThat(fact.provenance().status()).isEqualTo(FactStatus.PROVISIONAL);
    assertThat(fact.provenance().vetting().status()).isEqualTo(VettingStatus.UNVETTED);
  }

  @Test
  void a_badge_becomes_a_held_credential_with_its_validity_vetted_by_its_issuer() {
    HeldCredential held =
        (HeldCredential) Fixtures.read("ob30/simple-err-expired.json").facts().get(0);
    assertThat(held.credential()).isEqualTo(TEAMWORK);
    assertThat(held.issuer()).isEqualTo("Example Corp");
    assertThat(held.awardedOn()).isEqualTo(LocalDate.of(2010, 1, 1));
    assertThat(held.provenance().source()).isEqualTo("https://example.com/issuers/876543");
    assertThat(held.provenance().validUntil()).isEqualTo("2010-01-01T00:00:00Z");
    assertThat(held.provenance().vetting().reviewer()).isEqualTo("Example Corp");
    assertThat(held.provenance().vetting().role()).isEqualTo(ReviewerRole.ASSESSOR);
  }

  private static BadgeImport dated(String dates) {
    String from = "\"validFrom\": \"2010-01-01T00:00:00Z\",";
    String badge = Fixtures.text("ob30/simple.json");
    assertThat(badge).contains(from);
    return Fixtures.read(
        "ob30/simple.json", badge.replace(from, dates).getBytes(StandardCharsets.UTF_8));
  }

  private static List<DateConflict> conflicts(BadgeImport badge) {
    return CredentialRules.compile(
            PolicyPack.of(
                "p",
                Map.of(
                    "p.drl",
                    "rule \"C\" @credential( \"c\" ) when HeldCredential( credential == \"x\" ) then"
                        + " end")))
        .evaluate(
            LearnerRecord.of(
                new Learner("ada", null, null, Set.of(), Provenance.UNVETTED),
                badge.facts().toArray(new Fact[0])),
            LocalDate.of(2026, 5, 1),
            ZoneOffset.UTC)
        .dateConflicts();
  }

  @Test
  void an_award_after_the_end_of_the_validity_is_reported_with_the_record() {
    String badge =
        "\"awardedDate\": \"%s\", \"validFrom\": \"2010-01-01T00:00:00Z\","
            + " \"validUntil\": \"2012-02-29T23:59:59Z\",";
    assertThat(conflicts(dated(badge.formatted("2012-03-01T00:00:00Z"))))
        .extracting(DateConflict::kind)
        .containsOnly(DateConflict.Kind.HAPPENED_AFTER_VALIDITY)
        .isNotEmpty();
    assertThat(conflicts(dated(badge.formatted("2012-02-29T00:00:00Z")))).isEmpty();
  }

  @Test
  void a_validity_that_ends_before_it_begins_is_reported_when_the_badge_is_read() {
    BadgeImport read =
        dated(
            "\"validFrom\": \"2012-03-01T00:00:00Z\", \"validUntil\":"
                + " \"2012-02-29T23:59:59Z\",");
    assertThat(read.problems())
        .extracting(BadgeProblem::message)
        .anySatisfy(message -> assertThat(message).contains("ends", "and begins"));
    assertThat(read.facts())
        .allSatisfy(
            fact ->
                assertThat(fact.provenance().vetting().status())
                    .isNotEqualTo(VettingStatus.VETTED));
  }

  @Test
  void what_an_issuer_revoked_is_revoked() {
    Fact fact = Fixtures.read("ob30/bit-string-list/credential-status-revoked.json").facts().get(0);
    assertThat(fact.provenance().status()).isEqualTo(FactStatus.REVOKED);
  }

  @Test
  void results_become_scores_levels_and_grades_by_their_descriptions() {
    List<Fact> facts =
        accepted(
            subject(
                """
        "resultDescription": [
          {"id": "urn:r:1", "type": "ResultDescription", "name": "Quiz", "resultType": "Percent", "requiredValue": "80"},
          {"id": "urn:r:2", "type": "ResultDescription", "name": "Listening", "resultType": "RubricCriterionLevel",
           "allowedValue": ["Beginning", "Proficient"],
           "rubricCriterionLevel": [
             {"id": "urn:l:2", "type": "RubricCriterionLevel", "name": "P", "level": "Proficient", "points": "2"},
             {"id": "urn:l:1", "type": "RubricCriterionLevel", "name": "B", "level": "Beginning", "points": "2"}]},
          {"id": "urn:r:3", "type": "ResultDescription", "name": "Grade", "resultType": "LetterGrade", "allowedValue": ["C", "B", "A"]}]
        """,
                """
        {"type": "Result", "resultDescription": "urn:r:1", "value": "80"},
        {"type": "Result", "resultDescription": "urn:r:1", "value": "79.99"},
        {"type": "Result", "resultDescription": "urn:r:2", "achievedLevel": "urn:l:2"},
        {"type": "Result", "resultDescription": "urn:r:3", "value": "B", "status": "InProgress"}
        """,
                "\"achievementType\": \"Course\","));
    AssessmentResult passed = (AssessmentResult) facts.get(0);
    assertThat(passed.score()).isEqualByComparingTo("80");
    assertThat(passed.passed()).isTrue();
    assertThat(passed.assessment()).isEqualTo("urn:r:1");
    assertThat(((AssessmentResult) facts.get(1)).passed()).isFalse();
    RubricScore score = (RubricScore) facts.get(2);
    assertThat(score.rubric()).isEqualTo("urn:a:1");
    assertThat(score.criterion()).isEqualTo("urn:r:2");
    assertThat(score.level()).isEqualTo("Proficient");
    assertThat(score.score()).isEqualByComparingTo("2");
    assertThat(facts.get(3)).isInstanceOf(HeldCredential.class);
    TrainingCompletion training = (TrainingCompletion) facts.get(4);
    assertThat(training.type()).isEqualTo(TrainingType.COURSE);
    assertThat(training.grade()).isEqualTo("B");
    assertThat(training.credits()).isEqualByComparingTo("3");
    assertThat(training.completedOn()).isEqualTo(LocalDate.of(2024, 5, 2));
    assertThat(training.provenance().status()).isEqualTo(FactStatus.IN_PROGRESS);
  }

  @Test
  void levels_are_ordered_as_declared_and_never_by_points_or_position() {
    List<ImportedScale> scales =
        read(subject(
                """
        "resultDescription": [
          {"id": "urn:r:1", "type": "ResultDescription", "name": "x", "resultType": "RubricCriterionLevel",
           "allowedValue": ["Low", "High"], "requiredLevel": "urn:l:2",
           "rubricCriterionLevel": [
             {"id": "urn:l:2", "type": "RubricCriterionLevel", "name": "h", "level": "High", "points": "1"},
             {"id": "urn:l:1", "type": "RubricCriterionLevel", "name": "l", "level": "Low", "points": "9"}]},
          {"id": "urn:r:2", "type": "ResultDescription", "name": "y", "resultType": "RubricCriterionLevel",
           "rubricCriterionLevel": [
             {"id": "urn:l:3", "type": "RubricCriterionLevel", "name": "h", "level": "High", "points": "9"}]}]
        """,
                "",
                ""))
            .credentials()
            .get(0)
            .scales();
    assertThat(scales.get(0).levels()).containsExactly("Low", "High");
    assertThat(scales.get(0).isOrdered()).isTrue();
    assertThat(scales.get(0).required()).isEqualTo("High");
    assertThat(scales.get(1).isOrdered()).isFalse();
  }

  @Test
  void a_reference_that_leads_nowhere_or_elsewhere_is_reported_and_becomes_nothing() {
    BadgeImport read =
        read(
            subject(
                """
        "resultDescription": [
          {"id": "urn:r:1", "type": "ResultDescription", "name": "Quiz", "resultType": "Percent"},
          {"id": "urn:r:2", "type": "ResultDescription", "name": "x", "resultType": "RubricCriterionLevel",
           "rubricCriterionLevel": [{"id": "urn:l:2", "type": "RubricCriterionLevel", "name": "n"}]},
          {"id": "urn:r:3", "type": "ResultDescription", "name": "x", "resultType": "RubricCriterionLevel",
           "rubricCriterionLevel": [{"id": "urn:l:3", "type": "RubricCriterionLevel", "name": "n"}]},
          {"id": "urn:r:4", "type": "ResultDescription", "name": "g", "resultType": "LetterGrade", "allowedValue": ["A"]},
          {"id": "urn:r:5", "type": "ResultDescription", "name": "g", "resultType": "GradePointAverage"}]
        """,
                """
        {"type": "Result", "resultDescription": "urn:r:9", "value": "80"},
        {"type": "Result", "resultDescription": "urn:r:1", "value": "101"},
        {"type": "Result", "resultDescription": "urn:r:1", "value": "much"},
        {"type": "Result", "resultDescription": "urn:r:2", "achievedLevel": "urn:l:3"},
        {"type": "Result", "resultDescription": "urn:r:4", "value": "B"},
        {"type": "Result", "resultDescription": "urn:r:5", "value": "3.5"},
        {"type": "Result", "value": "3.5"}
        """,
                ""));
    assertThat(read.problems())
        .extracting(BadgeProblem::pointer, BadgeProblem::message)
        .containsExactly(
            tuple(
                "/credentialSubject/result/0/resultDescription",
                "is `urn:r:9`, which no result description of it has as its id"),
            tuple("/credentialSubject/result/1/value", "is not between 0 and 100 percent"),
            tuple("/credentialSubject/result/2/value", "is `much`, which is not a number"),
            tuple(
                "/credentialSubject/result/3/achievedLevel",
                "is `urn:l:3`, which is no level of its result description but of `urn:r:3`"),
            tuple(
                "/credentialSubject/result/4/value",
                "is `B`, which its result description does not allow"),
            tuple(
                "/credentialSubject/result/5",
                "is a result of type `GradePointAverage`, for which the vocabulary has no fact"),
            tuple(
                "/credentialSubject/result/6",
                "names no `resultDescription`, so that nobody knows what it measures"));
    assertThat(read.facts())
        .allMatch(fact -> !(fact instanceof AssessmentResult || fact instanceof RubricScore));
  }

  @Test
  void evidence_and_certifications_become_facts() {
    List<Fact> facts =
        accepted(subject("\"tag\": [\"x\"]", "", "\"achievementType\": \"License\","));
    IndustryCertification license = (IndustryCertification) facts.get(1);
    assertThat(license.number()).isEqualTo("A-1");
    SubmittedEvidence evidence =
        facts.stream()
            .filter(SubmittedEvidence.class::isInstance)
            .map(SubmittedEvidence.class::cast)
            .findFirst()
            .orElseThrow();
    assertThat(evidence.url()).isEqualTo("https://x.example/report");
    assertThat(evidence.title()).isEqualTo("Report");
    assertThat(evidence.type().name()).isEqualTo("PORTFOLIO");
  }

  @Test
  void an_endorsement_becomes_a_fact_once_the_mapping_says_what_its_issuer_is() {
    AchievementMapping mapping =
        AchievementMapping.read(
            "mapping.json",
            """
        {"reviewedBy": "Registrar", "reviewedOn": "2026-11-20", "endorsers": {"https://state.gov/issuers/565049": "INSTITUTION"}}
        """);
    Endorsement endorsement =
        (Endorsement)
            Fixtures.reader("x")
                .mapping(mapping)
                .build()
                .read(
                    "x",
                    Fixtures.bytes("ob30/endorsement-valid.json"),
                    Fixtures.HOLDER,
                    Fixtures.TODAY)
                .facts()
                .get(0);
    assertThat(endorsement.type()).isEqualTo(EndorserType.INSTITUTION);
    assertThat(endorsement.credential()).isEqualTo("https://1edtech.edu/issuers/565049");
    assertThat(endorsement.commitsToInterview()).isFalse();
    assertThat(Fixtures.read("ob30/endorsement-valid.json").facts()).isEmpty();
  }

  @Test
  void a_mapping_without_review_or_with_unknown_names_is_refused_at_its_place() {
    assertThatThrownBy(
            () ->
                AchievementMapping.read(
                    "mapping.json",
                    "{\"achievements\": [{\"issuer\": \"x\", \"credential\": \"y\", \"nam\": \"z\"}], \"endorsers\": {\"x\": \"FRIEND\"}}"))
        .isInstanceOf(BadgeException.class)
        .hasMessageContaining("has no `reviewedBy`")
        .hasMessageContaining("mapping.json:1:19 /achievements/0: has the unknown name `nam`")
        .hasMessageContaining("has neither `id` nor `name`")
        .hasMessageContaining("has the endorser type `FRIEND`");
  }

  @Test
  void an_achievement_is_mapped_once() {
    AchievementMapping.Entry byId = AchievementMapping.Entry.ofId("https://a.edu", "urn:1", "one");
    AchievementMapping.Entry byName = AchievementMapping.Entry.ofName("https://a.edu", "B", "two");
    assertThat(AchievementMapping.of(byId, byName).entries()).containsExactly(byId, byName);
    assertThatThrownBy(
            () ->
                AchievementMapping.of(
                    byId, AchievementMapping.Entry.ofId("https://a.edu", "urn:1", "three")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the achievement `urn:1` of `https://a.edu` is mapped twice; keep one of the two");
    assertThatThrownBy(
            () ->
                AchievementMapping.read(
                    "mapping.json",
                    """
                    {"reviewedBy": "R", "reviewedOn": "2026-03-01", "achievements": [
                      {"issuer": "https://a.edu", "name": "B", "credential": "two"},
                      {"issuer": "https://a.edu", "name": "B", "credential": "three"}]}
                    """))
        .hasMessageContaining("/achievements/1: maps an achievement that is mapped already");
  }

  @Test
  void a_learner_record_of_several_becomes_the_facts_of_each() {
    BadgeImport read = Fixtures.read("clr20/simple_v1.json");
    assertThat(read.all()).hasSizeGreaterThan(5);
    assertThat(read.facts())
        .filteredOn(TrainingCompletion.class::isInstance)
        .extracting(fact -> ((TrainingCompletion) fact).grade())
        .contains("A");
  }

  private static List<Fact> accepted(String badge) {
    return read(badge).facts();
  }

  @Test
  void a_term_and_a_narrative_are_read_from_where_the_standard_has_them() {
    BadgeImport read = read(subject("\"achievementType\": \"Course\"", "", ""));
    assertThat(read.facts().stream().filter(TrainingCompletion.class::isInstance))
        .extracting(fact -> ((TrainingCompletion) fact).term())
        .containsExactly("Fall");
    assertThat(read.facts().stream().filter(SubmittedEvidence.class::isInstance))
        .extracting(fact -> ((SubmittedEvidence) fact).justification())
        .containsExactly("It shows the plan.");
  }

  private static BadgeImport read(String badge) {
    return Fixtures.reader("x")
        .build()
        .read("x", badge.getBytes(StandardCharsets.UTF_8), Fixtures.HOLDER, Fixtures.TODAY);
  }

  private static String subject(String achievement, String results, String type) {
    return """
        {"@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
         "id": "urn:c:1", "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": "n",
         "issuer": {"id": "https://x.example", "type": ["Profile"], "name": "X"}, "validFrom": "2024-05-01T00:00:00Z",
         "evidence": [{"id": "https://x.example/report", "type": ["Evidence"], "name": "Report", "genre": "Portfolio", "narrative": "It shows the plan."}],
         "credentialSubject": {"id": "did:example:ebfeb1f712ebc6f1c276e12ec21", "type": ["AchievementSubject"], "creditsEarned": 3, "term": "Fall",
           "licenseNumber": "A-1", "activityStartDate": "2024-03-01T00:00:00Z", "activityEndDate": "2024-05-02T00:00:00Z",
           "achievement": {"id": "urn:a:1", "type": ["Achievement"], %s "name": "A", "description": "d", "criteria": {"narrative": "c"}, %s},
           "result": [%s]}}
        """
        .formatted(type, achievement, results);
  }

  private static boolean earned(BadgeReader.Builder reader, String fixture) {
    BadgeImport read =
        reader.build().read(fixture, Fixtures.bytes(fixture), Fixtures.HOLDER, Fixtures.TODAY);
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "p",
                Map.of(
                    "p.drl",
                    """
        package p
        import io.credentialrules.vocabulary.*
        rule "Teamwork" @credential( "teamwork" )
        when Enrolment( level == "YOUTH_PROGRAM" ) then end
        """)));
    LearnerRecord record =
        LearnerRecord.of(
            new Learner("ada", null, null, Set.of(), Provenance.UNVETTED),
            read.facts().toArray(new Fact[0]));
    return rules.evaluate(record, LocalDate.of(2026, 11, 25), ZoneOffset.UTC).isEarned("teamwork");
  }
}
