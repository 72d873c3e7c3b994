package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credentialrules.CredentialRules;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What files say becomes rules, and what rules cannot say becomes a sign-off that is listed. */
@Tag("once")
class PathwayReaderTest {
  private static PathwayImport read(String json) {
    PathwayImport read = PathwayReader.of("published").read("file.json", json);
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    return read;
  }

  private static String rules(PathwayImport read) {
    return Objects.requireNonNull(read.pack().files().get("pathway.drl"));
  }

  private static PathwayImport component(String members) {
    return read(
        """
        {"@graph": [
          {"@id": "urn:p", "@type": "ceterms:Pathway", "ceterms:name": "P", "ceterms:hasDestinationComponent": "urn:d"},
          {"@id": "urn:course", "@type": "ceterms:CourseComponent", "ceterms:name": "Safety", "ceterms:codedNotation": "SAF 101"},
          {"@id": "urn:d", "@type": "ceterms:CredentialComponent", "ceterms:name": "Destination", %s}
        ]}
        """
            .formatted(members));
  }

  @Test
  void a_course_is_a_training_an_assessment_is_passed_and_an_outside_target_is_told() {
    PathwayImport read =
        component(
            """
            "ceterms:hasCondition": {"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": [
              "urn:course", "urn:outside",
              {"@id": "urn:exam", "@type": "ceterms:AssessmentComponent", "ceterms:name": "Exam"}]}
            """);
    assertThat(rules(read))
        .contains("TrainingCompletion( training == \"SAF 101\" )")
        .contains("AssessmentResult( assessment == \"exam\", passed )")
        .contains("Earned( credential == \"element-outside\" )");
    assertThat(read.external()).containsExactly(Map.entry("element-outside", "urn:outside"));
    assertThat(read.leftOut())
        .containsExactly(
            "`urn:outside` is not described in the file, so it is a credential that is awarded elsewhere");
  }

  @Test
  void a_constraint_is_a_sign_off_and_listed() {
    PathwayImport read =
        component(
            """
            "ceterms:hasCondition": [{"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": ["urn:course"],
              "ceterms:hasConstraint": [{"@type": "ceterms:Constraint", "ceterms:leftSource": "ceterms:grade",
                "ceterms:comparator": "compare:GT", "ceterms:rightSource": "C"}]}]
            """);
    assertThat(rules(read)).contains("SignOff( subject == \"grade-gt-c\" )");
    assertThat(read.leftOut())
        .containsExactly("`grade GT C` is a condition that rules cannot say, so it is a sign-off");
    assertThat(read.readme()).contains("`grade GT C`");
  }

  @Test
  void a_number_that_cannot_be_reached_does_not_become_less() {
    PathwayImport read =
        component(
            """
            "ceterms:hasCondition": [{"@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 2,
              "ceterms:targetComponent": ["urn:course", "urn:course"]}]
            """);
    assertThat(rules(read))
        .contains("Met( requirement == \"safety\" )")
        .contains("SignOff( subject == \"2-of-1-element-of-destination\" )");
  }

  @Test
  void conditions_within_conditions_are_counted_and_prerequisites_are_needed_too() {
    String conditions =
        """
        "ceterms:prerequisite": ["urn:course"],
        "ceterms:hasCondition": [{"@type": "ceterms:ComponentCondition", "ceterms:requiredNumber": 1, "ceterms:hasCondition": [
          {"@type": "ceterms:ComponentCondition", "ceterms:name": "By badges", "ceterms:targetComponent": ["urn:a", "urn:b"]},
          {"@type": "ceterms:ComponentCondition", "ceterms:name": "By hand", "ceterms:description": "Something else"}]}]
        """;
    assertThat(rules(component(conditions)))
        .contains("Met( requirement in ( \"by-badges\",")
        .contains(
            "Earned( credential == \"element-a\" )\n    Earned( credential == \"element-b\" )")
        .contains("Met( requirement == \"safety\" )");
    assertThat(rules(component("\"ceterms:prerequisite\": \"urn:course\"")))
        .contains("Met( requirement == \"safety\" )")
        .contains("Earned( credential == \"destination-2\" )");
  }

  @Test
  void what_needs_itself_is_opened_by_a_sign_off() {
    PathwayImport read =
        component(
            """
            "ceterms:hasCondition": [{"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": [
              {"@id": "urn:x", "@type": "ceterms:BasicComponent", "ceterms:name": "X", "ceterms:hasCondition":
                {"@type": "ceterms:ComponentCondition", "ceterms:targetComponent": ["urn:d", "urn:course"]}}]}]
            """);
    assertThat(rules(read)).contains("SignOff( subject == \"destination-which-needs-x-itself\" )");
    assertThat(read.leftOut()).anyMatch(sentence -> sentence.contains("which needs X itself"));
  }

  @Test
  void a_profile_needs_all_that_it_names_and_one_of_its_alternatives() {
    PathwayImport read =
        read(
            """
            {"@id": "urn:degree", "@type": "ceterms:BachelorDegree", "ceterms:name": {"fr": "Licence", "en": "Degree"},
             "ceterms:requires": [{"@type": "ceterms:ConditionProfile", "ceterms:minimumAge": 18,
               "ceterms:targetLearningOpportunity": ["urn:one"],
               "ceterms:condition": {"en": ["A minimum grade of D"]},
               "ceterms:alternativeCondition": [
                 {"@type": "ceterms:ConditionProfile", "ceterms:name": "By exam", "ceterms:targetAssessment": ["urn:exam"]},
                 {"@type": "ceterms:ConditionProfile", "ceterms:name": "By badge", "ceterms:targetCredential": ["urn:badge"]}]}]}
            """);
    assertThat(rules(read))
        .contains("@credential( \"degree\" )")
        .contains("Learner( age >= 18 )")
        .contains("TrainingCompletion( training == \"element-one\" )")
        .contains("SignOff( subject == \"a-minimum-grade-of-d\" )")
        .contains("Met( requirement in ( \"by-exam\",\n                \"by-badge\" ) )");
  }

  @Test
  void a_badge_that_does_as_well_is_another_rule_and_other_elements_are_needed() {
    PathwayImport read =
        PathwayReader.of("published")
            .withZone(ZoneId.of("America/New_York"))
            .read(
                "file.json",
                """
                {"elementId": "r", "name": "Root", "completionBadge": {"badgeUrl": "https://b.example/root"},
                 "requirements": {"childElementRequirements": {"countRule": {"@type": "atLeastN", "requiredCount": 1}},
                   "nonChildElementRequirements": {"countRule": {"@type": "all"}, "elementIds": ["gone"]},
                   "shortcutBadges": [{"badgeUrl": "https://b.example/short"}], "allowCompletionBadgeShortcut": false},
                 "children": [
                   {"elementId": "a", "name": "Optional", "requiredForParentCompletion": false, "requirements": null,
                    "completionBadge": {"badgeUrl": "https://b.example/a"}, "children": []},
                   {"elementId": "c", "name": "Other", "requirements": null, "completionBadge": null, "children": []}]}
                """);
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    assertThat(rules(read))
        .contains("Earned( credential == \"badge-short\" )")
        .contains("@name( \"Root\" )")
        .contains("@zone( \"America/New_York\" )");
    assertThat(read.leftOut())
        .hasSize(4)
        .anyMatch(sentence -> sentence.contains("`allowCompletionBadgeShortcut` denies"))
        .anyMatch(sentence -> sentence.contains("`gone` is not described"));
  }

  @Test
  void several_documents_in_one_file_are_one_graph() {
    assertThat(
            rules(
                read(
                    """
                    {"@id": "urn:p", "@type": "Pathway", "name": "P", "hasDestinationComponent": {"@id": "urn:d"}}
                    {"@id": "urn:d", "@type": "https://purl.org/ctdl/terms/CourseComponent", "https://purl.org/ctdl/terms/name": [{"@value": "A course"}]}
                    """)))
        .contains("@credential( \"a-course\" )");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{}", "7", "{\"@type\": \"Person\"}", "{,", "{\"a\": 1, \"a\": 2}"})
  void what_is_no_pathway_is_refused_with_the_file(String json) {
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> PathwayReader.of("published").read("file.json", json))
        .withMessageStartingWith("file.json:");
  }

  @Test
  void what_is_too_deep_or_too_large_is_refused() {
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read("[".repeat(200) + "]".repeat(200)))
        .withMessageContaining("nested too deep");
    StringBuilder graph = new StringBuilder("[");
    for (int i = 0; i <= 2_000; i++) {
      graph.append("{\"@id\": \"urn:").append(i).append("\", \"@type\": \"CourseComponent\"},");
    }
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read(graph.append("{}]").toString()))
        .withMessageContaining("more than 2000 elements");
  }

  @Test
  void a_long_chain_ends_in_a_limit_of_the_rules_and_not_before() {
    StringBuilder graph = new StringBuilder("[");
    for (int i = 0; i < 900; i++) {
      graph
          .append("{\"@id\": \"urn:")
          .append(i)
          .append("\", \"@type\": \"CredentialComponent\", \"name\": \"C\",");
      graph.append("\"prerequisite\": \"urn:").append(i + 1).append("\"},");
    }
    PathwayImport read =
        PathwayReader.of("published").read("file.json", graph.append("{}]").toString());
    assertThat(CredentialRules.builder().add(read.pack()).check())
        .allMatch(problem -> problem.code().startsWith("limit-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "-a", "ä"})
  void a_pack_has_a_name_that_is_a_folder(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> PathwayReader.of(name));
  }

  /** Each condition names the next one twice: forty of them are a million million to follow. */
  @Test
  @Timeout(300)
  void conditions_that_are_named_again_and_again_end_in_a_limit() {
    StringBuilder nested = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      nested.append(
          """
          ,{"@id": "urn:condition-%1$s", "@type": "ceterms:ComponentCondition", "ceterms:targetComponent": ["urn:exam"],
            "ceterms:hasCondition": ["urn:condition-%2$s", "urn:condition-%2$s", "urn:again-%2$s"]},
           {"@id": "urn:again-%1$s", "@type": "ceterms:ComponentCondition", "ceterms:targetComponent": ["urn:exam"],
            "ceterms:hasCondition": ["urn:condition-%2$s", "urn:again-%2$s"]}
          """
              .formatted(i, i + 1));
    }
    String json =
        """
        {"@graph": [
          {"@id": "urn:pathway", "@type": "ceterms:Pathway", "ceterms:name": "Deep",
           "ceterms:hasDestinationComponent": ["urn:end"]},
          {"@id": "urn:end", "@type": "ceterms:CredentialComponent", "ceterms:name": "End",
           "ceterms:hasCondition": ["urn:condition-0"]},
          {"@id": "urn:exam", "@type": "ceterms:AssessmentComponent", "ceterms:name": "Exam"}%s]}
        """
            .formatted(nested);
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> PathwayReader.of("published").read("file.json", json))
        .withMessageContaining("conditions are more than 10000 together");
  }
}
