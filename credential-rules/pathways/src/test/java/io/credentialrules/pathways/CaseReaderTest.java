package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A rubric of CASE becomes a credential that a record earns or misses, and nothing is guessed. */
@Tag("once")
class CaseReaderTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final String LEVELS =
      """
      {"identifier": "l2", "quality": "PROFICIENT", "score": 2, "position": 2},
      {"identifier": "l3", "quality": "Exceeds expectations", "score": 3, "position": 3},
      {"identifier": "l1", "quality": "NOT_YET", "score": 1, "position": 1}
      """;

  static String framework(String levels) {
    return """
        {"CFDocument": {"identifier": "d", "uri": "https://case.example/d", "title": "Inquiry", "creator": "State"},
         "CFItems": [
           {"identifier": "i1", "uri": "https://case.example/i1", "fullStatement": "Ask a question", "humanCodingScheme": "SI.1"},
           {"identifier": "i2", "uri": "https://case.example/i2", "fullStatement": "Plan an investigation"}],
         "CFAssociations": [
           {"identifier": "a1", "associationType": "isChildOf", "originNodeURI": {"identifier": "i1", "uri": "u"},
            "destinationNodeURI": {"identifier": "d", "uri": "u"}},
           {"identifier": "a2", "associationType": "exactMatchOf", "originNodeURI": {"identifier": "i1", "uri": "u"},
            "destinationNodeURI": {"title": "Questioning", "identifier": "x", "uri": "https://other.example/q"}},
           {"identifier": "a3", "associationType": "precedes", "originNodeURI": {"identifier": "i1", "uri": "u"},
            "destinationNodeURI": {"identifier": "i2", "uri": "u"}}],
         "CFRubrics": [{"identifier": "r", "uri": "https://case.example/r", "title": "Inquiry rubric", "CFRubricCriteria": [
           {"identifier": "c2", "category": "Plan", "position": 2, "rubricId": "r", "weight": 0.5,
            "CFRubricCriterionLevels": [{"quality": "Done", "position": 1, "rubricCriterionId": "c2"}]},
           {"identifier": "c1", "uri": "https://case.example/c1", "category": "Ask", "description": "A question that can be tested",
            "position": 1, "CFItemURI": {"title": "t", "identifier": "i1", "uri": "https://case.example/i1"},
            "CFRubricCriterionLevels": [%s]}]}]}
        """
        .formatted(levels);
  }

  private static PathwayImport read(String json) {
    PathwayImport read = PathwayReader.of("inquiry").read("case.json", json);
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    return read;
  }

  static String rules(PathwayImport read) {
    return Objects.requireNonNull(read.pack().files().get("pathway.drl"));
  }

  private static RubricScore score(String criterion, String level, String points) {
    return new RubricScore(
        "inquiry-rubric",
        criterion,
        level,
        new BigDecimal(points),
        null,
        TODAY.minusDays(9),
        Provenance.vettedBy("f", ReviewerRole.FACULTY, TODAY.minusDays(9)));
  }

  private static Decision decision(PathwayImport read, RubricScore... scores) {
    return CredentialRules.compile(read.pack())
        .evaluate(
            LearnerRecord.builder("ada").addAll(List.of(scores)).build(), TODAY, ZoneId.of("UTC"))
        .decision("inquiry-rubric");
  }

  @Test
  void a_rubric_is_a_credential_and_each_criterion_a_requirement_with_its_scale_and_competency() {
    PathwayImport read = read(framework(LEVELS));
    assertThat(rules(read))
        .contains("@credential( \"inquiry-rubric\" )")
        .contains(
            """
                @requirement( "ask-a-question-that-can-be-tested" )
                @source( "Inquiry, https://case.example/c1" )
                @alignment( "Ask a question", "https://case.example/i1", "Inquiry", "SI.1" )
                @alignment( "Questioning", "https://other.example/q" )
                @scale( "NOT_YET < PROFICIENT < EXCEEDS_EXPECTATIONS" )
            when
                RubricScore( rubric == "inquiry-rubric", criterion == "ask-a-question-that-can-be-tested", level >= "EXCEEDS_EXPECTATIONS" )
            """)
        .contains(
            "RubricScore( rubric == \"inquiry-rubric\", criterion == \"plan\", level == \"Done\" )");
    assertThat(rules(read).indexOf("\"Ask:")).isLessThan(rules(read).indexOf("\"Plan\""));
    assertThat(read.leftOut())
        .containsExactly(
            "`precedes` of 1 association is no condition, and is not read",
            "`Inquiry rubric` says of no level that it is enough, so the highest of each criterion is required; its levels are read with the lowest first, which CASE does not say",
            "1 item is assessed by no rubric, so no rule looks at it",
            "`weight` of 1 criterion decides nothing: each criterion is required by its level",
            "`score` of 3 levels decides nothing: each criterion is required by its level");
    assertThat(read.readme())
        .contains(
            "| `ask-a-question-that-can-be-tested` | `EXCEEDS_EXPECTATIONS` | Exceeds expectations |")
        .contains("https://case.example/c1");
  }

  @Test
  void a_record_earns_it_by_the_highest_levels_and_misses_it_by_points_or_a_level_less() {
    PathwayImport read = read(framework(LEVELS));
    String ask = "ask-a-question-that-can-be-tested";
    RubricScore plan = score("plan", "Done", "0");
    assertThat(decision(read, score(ask, "EXCEEDS_EXPECTATIONS", "0"), plan).isEarned()).isTrue();
    assertThat(decision(read, score(ask, "PROFICIENT", "99"), plan).isEarned()).isFalse();
    assertThat(decision(read, score(ask, "EXCEEDS_EXPECTATIONS", "3")).isEarned()).isFalse();
    assertThat(decision(read, score(ask, "Exceeds expectations", "3"), plan).isEarned()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"quality\": \"A\"}, {\"quality\": \"B\", \"position\": 1}', /0` has no `position`",
    "'{\"quality\": \"A\", \"position\": \"1\"}, {\"quality\": \"B\", \"position\": 2}', /0` has no `position`",
    "'{\"quality\": \"A\", \"position\": 1}, {\"quality\": \"B\", \"position\": 1}', /1` has the `position` of",
    "'{\"quality\": \"A\", \"position\": 1}, {\"quality\": \"a b\", \"position\": 2}, {\"quality\": \"A B\", \"position\": 3}', /2` is called `A B`",
    "'{\"position\": 1}, {\"quality\": \"B\", \"position\": 2}', /0` has no `quality`",
    "'{\"quality\": \"A\", \"position\": 1, \"score\": 4}, {\"quality\": \"B\", \"position\": 2, \"score\": 3}', /1` has fewer points",
    "'', /CFRubricCriteria/1` has no levels"
  })
  void levels_without_an_order_are_a_sign_off_and_told_at_their_place(String levels, String told) {
    PathwayImport read = read(framework(levels));
    assertThat(rules(read))
        .contains("SignOff( subject == \"ask-a-question-that-can-be-tested\" )")
        .doesNotContain("@scale");
    assertThat(read.leftOut()).anyMatch(sentence -> sentence.contains(told));
  }

  @Test
  void a_list_with_the_best_level_first_is_read_from_its_end_where_a_person_says_so() {
    String levels =
        "{\"quality\": \"HIGH\", \"position\": 1, \"score\": 4}, {\"quality\": \"LOW\", \"position\": 2, \"score\": 1}";
    PathwayReader reader = PathwayReader.of("inquiry").withBestLevelFirst();
    assertThat(rules(reader.withZone(ZoneId.of("UTC")).read("case.json", framework(levels))))
        .contains("@scale( \"LOW < HIGH\" )")
        .contains("level >= \"HIGH\"");
    assertThat(reader.read("case.json", framework(LEVELS)).leftOut())
        .anyMatch(sentence -> sentence.contains("has fewer points than a level below it"));
  }

  @Test
  void a_framework_without_rubrics_is_its_competencies_each_of_which_somebody_signs() {
    PathwayImport read =
        read(
            """
            {"CFPackage": {"CFDocument": {"identifier": "d", "title": "Skills"}, "CFItems": [
               {"identifier": "a", "uri": "https://case.example/a", "fullStatement": "Whole"},
               {"identifier": "b", "uri": "urn:uuid:b", "fullStatement": "Second part"},
               {"identifier": "c", "uri": "https://case.example/c", "fullStatement": "First part"}],
             "CFAssociations": [
               {"associationType": "isChildOf", "sequenceNumber": 2, "originNodeURI": {"identifier": "b"}, "destinationNodeURI": {"identifier": "a"}},
               {"associationType": "isChildOf", "sequenceNumber": 1, "originNodeURI": {"uri": "https://case.example/c"}, "destinationNodeURI": {"identifier": "a"}},
               {"associationType": "isChildOf", "originNodeURI": {"identifier": "gone"}, "destinationNodeURI": {"identifier": "a"}}]}}
            """);
    assertThat(rules(read))
        .contains("@credential( \"skills\" )")
        .contains("@alignment( \"Whole\", \"https://case.example/a\", \"Skills\" )")
        .contains("Met( requirement == \"first-part\" )\n    Met( requirement == \"second-part\" )")
        .contains("SignOff( subject == \"second-part\" )");
    assertThat(read.leftOut())
        .contains(
            "`/CFPackage/CFAssociations/2/originNodeURI` is `gone`, which no item of the file is",
            "`/CFPackage/CFItems/1/uri` is not a web address, so there is no alignment to `Second part`",
            "`Second part` has no condition, so it is a sign-off");
  }

  @Test
  void an_item_that_is_not_in_the_file_is_told_and_a_part_of_itself_is_a_sign_off() {
    PathwayImport read =
        read(
            framework(LEVELS)
                .replace(
                    "\"identifier\": \"i1\", \"uri\": \"https://case.example/i1\"},",
                    "\"identifier\": \"gone\", \"uri\": \"https://elsewhere.example/i\"},"));
    assertThat(rules(read)).contains("@alignment( \"t\", \"https://elsewhere.example/i\" )");
    assertThat(read.leftOut())
        .anyMatch(
            sentence ->
                sentence.startsWith("`/CFRubrics/0/CFRubricCriteria/1/CFItemURI` is `gone`"));
    PathwayImport circle =
        read(
            """
            {"CFDocument": {"title": "Circle"}, "CFItems": [{"identifier": "a", "uri": "https://case.example/a", "fullStatement": "A"}],
             "CFAssociations": [{"associationType": "isChildOf", "originNodeURI": {"identifier": "a"}, "destinationNodeURI": {"identifier": "a"}}]}
            """);
    assertThat(circle.leftOut()).anyMatch(sentence -> sentence.contains("which needs A itself"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"rubricId\": \"r\" | \"rubricId\": \"s\" | /CFRubrics/0/CFRubricCriteria/0/rubricId` is another rubric",
        "\"rubricCriterionId\": \"c2\" | \"rubricCriterionId\": \"c1\" | /CFRubricCriterionLevels/0/rubricCriterionId` is another criterion",
        "\"identifier\": \"c1\" | \"identifier\": \"c2\" | /CFRubrics/0/CFRubricCriteria/0/identifier` is that of another",
        "{\"identifier\": \"i2\" | {\"identifier\": \"i1\" | /CFItems/1/identifier` is missing, or that of another item",
        "{\"identifier\": \"i2\" | {\"id\": \"i2\" | /CFItems/1/identifier` is missing",
        "\"originNodeURI\" | \"origin\" | /CFAssociations/0` has no `originNodeURI`",
        "\"CFItems\": [ | \"CFItems\": [7, | /CFItems/0` is no object",
        "\"CFAssociations\": [ | \"CFAssociations\": 7, \"x\": [ | /CFAssociations` is no list"
      })
  void what_contradicts_itself_is_refused_at_its_place(String from, String to, String told) {
    String json = framework(LEVELS);
    assertThat(json).contains(from);
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read(json.replaceFirst(java.util.regex.Pattern.quote(from), to)))
        .withMessageStartingWith("case.json: ")
        .withMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"CFDocument\": {}}",
        "{\"CFDocument\": 7}",
        "{\"CFDocument\": null}",
        "{\"CFPackage\": 7}",
        "{\"CFDocument\": {}, \"CFRubrics\": [{}]}"
      })
  void a_package_without_competencies_is_refused(String json) {
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read(json))
        .withMessageStartingWith("case.json: ");
  }

  @Test
  void too_many_levels_criteria_or_items_end_in_their_limit() {
    StringBuilder levels = new StringBuilder("{\"quality\": \"L\", \"position\": 0}");
    for (int i = 1; i <= 50; i++) {
      levels
          .append(", {\"quality\": \"L")
          .append(i)
          .append("\", \"position\": ")
          .append(i)
          .append('}');
    }
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read(framework(levels.toString())))
        .withMessageContaining(
            "/CFRubrics/0/CFRubricCriteria/1` has more than 50 levels; divide it");
    StringBuilder items =
        new StringBuilder(
            "{\"CFDocument\": {\"title\": \"D\"}, \"CFItems\": [{\"identifier\": \"\"}");
    for (int i = 0; i <= 2_000; i++) {
      items.append(", {\"identifier\": \"").append(i).append("\"}");
    }
    String many = items.append("]}").toString().replace("{\"identifier\": \"\"}, ", "");
    assertThatExceptionOfType(PathwayException.class)
        .isThrownBy(() -> read(many))
        .withMessageContaining("more than 2000 elements");
  }

  @Test
  void a_parent_that_is_not_in_the_file_is_told_and_the_framework_itself_is_none() {
    String told = "`/CFAssociations/0/destinationNodeURI` is";
    assertThat(read(framework(LEVELS)).leftOut()).noneMatch(each -> each.startsWith(told));
    assertThat(
            read(framework(LEVELS)
                    .replace(
                        "\"destinationNodeURI\": {\"identifier\": \"d\"",
                        "\"destinationNodeURI\": {\"identifier\": \"typo\""))
                .leftOut())
        .contains(told + " `typo`, which no item of the file is");
  }

  @Test
  void of_much_that_could_not_be_carried_over_five_hundred_things_are_told() {
    PathwayImport read = read(withDangling(490));
    assertThat(read.leftOut()).noneMatch(each -> each.contains("more could not"));
    assertThat(read(withDangling(2_000)).leftOut())
        .hasSize(501)
        .last()
        .asString()
        .endsWith(" more could not be carried over");
  }

  private static String withDangling(int associations) {
    return """
        {"CFDocument": {"title": "Many"}, "CFItems": [{"identifier": "a", "uri": "https://case.example/a", "fullStatement": "A"}],
         "CFAssociations": [%s]}
        """
        .formatted(
            IntStream.range(0, associations)
                .mapToObj(
                    i ->
                        "{\"associationType\": \"isChildOf\", \"originNodeURI\": {\"identifier\": \"x"
                            + i
                            + "\"}, \"destinationNodeURI\": {\"identifier\": \"a\"}}")
                .collect(Collectors.joining(", ")));
  }

  /** Worked out anew for each criterion, this does not end. */
  @Test
  void what_matches_an_item_is_looked_at_once_however_many_criteria_are_about_it() {
    String match =
        "{\"associationType\": \"exactMatchOf\", \"originNodeURI\": {\"identifier\": \"i1\"},"
            + " \"destinationNodeURI\": {\"title\": \"x\", \"uri\": \"nowhere\"}}";
    String criterion =
        "{\"identifier\": \"n%1$s\", \"category\": \"N%1$s\", \"position\": %1$s, \"CFItemURI\": {\"identifier\":"
            + " \"i1\"}, \"CFRubricCriterionLevels\": [{\"quality\": \"Done\", \"position\": 1}]}";
    String json =
        framework(LEVELS)
            .replace(
                "\"CFAssociations\": [", "\"CFAssociations\": [" + (match + ", ").repeat(20_000))
            .replace(
                "\"CFRubricCriteria\": [",
                "\"CFRubricCriteria\": ["
                    + IntStream.range(10, 500)
                        .mapToObj(criterion::formatted)
                        .collect(Collectors.joining(", ", "", ", ")));
    PathwayImport read = PathwayReader.of("inquiry").read("case.json", json);
    assertThat(read.leftOut()).hasSize(501);
    assertThat(rules(read)).contains("N499");
  }
}
