package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Rubrics are decided by the order of positions, whatever else their files say. */
class CaseProperties {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  private static final Pattern SCORED =
      Pattern.compile("RubricScore\\( rubric == \"(\\S+)\", criterion == \"(\\S+)\", level");

  /**
   * A rubric.
   *
   * @param sizes how many levels each criterion has
   * @param shuffle of levels and criteria in the file
   * @param points whether levels have points, which do not fall
   */
  record Rubric(List<Integer> sizes, long shuffle, boolean points, boolean isBestFirst) {
    String json() {
      Random random = new Random(shuffle);
      List<String> criteria = new ArrayList<>();
      for (int c = 0; c < sizes.size(); c++) {
        List<String> levels = new ArrayList<>();
        for (int l = 0; l < sizes.get(c); l++) {
          int rank = isBestFirst ? sizes.get(c) - l : l;
          levels.add(
              "{\"quality\": \"L%s\", \"position\": %s%s}"
                  .formatted(l, 7 * rank - 3, points ? ", \"score\": " + l / 2 : ""));
        }
        Collections.shuffle(levels, random);
        criteria.add(
            "{\"identifier\": \"c%s\", \"category\": \"C\", \"CFRubricCriterionLevels\": %s}"
                .formatted(c, levels));
      }
      Collections.shuffle(criteria, random);
      return "{\"CFDocument\": {\"title\": \"D\"}, \"CFRubrics\": [{\"title\": \"R\", \"CFRubricCriteria\": %s}]}"
          .formatted(criteria);
    }

    PathwayImport read() {
      PathwayReader reader = PathwayReader.of("rubric");
      return (isBestFirst ? reader.withBestLevelFirst() : reader).read("case.json", json());
    }
  }

  @Provide
  Arbitrary<Rubric> rubrics() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 6).list().ofMinSize(1).ofMaxSize(5),
            Arbitraries.longs(),
            Arbitraries.of(true, false),
            Arbitraries.of(true, false))
        .as(Rubric::new);
  }

  @Property
  void a_rubric_is_earned_by_the_highest_level_of_each_criterion_and_by_nothing_less(
      @ForAll("rubrics") Rubric rubric, @ForAll long choice) {
    PathwayImport read = rubric.read();
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    Random random = new Random(choice);
    List<RubricScore> scores = new ArrayList<>();
    boolean isEarned = true;
    Matcher scored = SCORED.matcher(CaseReaderTest.rules(read));
    int number = 0;
    while (scored.find()) {
      int highest = Integer.parseInt(highest(CaseReaderTest.rules(read), scored.end()));
      int own = random.nextInt(4) > 0 ? highest : random.nextInt(highest + 1);
      isEarned &= own == highest;
      number++;
      scores.add(
          new RubricScore(
              scored.group(1),
              scored.group(2),
              "L" + own,
              BigDecimal.valueOf(random.nextInt(9)),
              null,
              TODAY,
              Provenance.vettedBy("f", ReviewerRole.FACULTY, TODAY)));
    }
    assertThat(number).isEqualTo(rubric.sizes().size());
    LearnerRecord record = LearnerRecord.builder("ada").addAll(scores).build();
    assertThat(
            CredentialRules.compile(read.pack())
                .evaluate(record, TODAY, ZoneId.of("UTC"))
                .decision("r")
                .isEarned())
        .isEqualTo(isEarned);
  }

  /** The number of the level that a condition requires. */
  private static String highest(String rules, int from) {
    Matcher level = Pattern.compile("\"L(\\d)\"").matcher(rules);
    assertThat(level.find(from)).isTrue();
    return level.group(1);
  }

  @Property
  void the_levels_of_a_scale_are_in_the_order_of_their_positions(@ForAll("rubrics") Rubric rubric) {
    Matcher scales =
        Pattern.compile("@scale\\( \"(.*)\" \\)").matcher(CaseReaderTest.rules(rubric.read()));
    while (scales.find()) {
      List<String> levels = List.of(scales.group(1).split(" < ", -1));
      assertThat(levels).isSorted().hasSizeBetween(2, 6);
    }
  }

  @Property
  void whatever_is_changed_in_a_package_gives_a_pack_without_errors_or_is_refused(
      @ForAll("rubrics") Rubric rubric, @ForAll int place, @ForAll("others") String other)
      throws IOException {
    JsonNode root =
        new ObjectMapper()
            .readTree(
                place % 2 == 0
                    ? rubric.json()
                    : CaseReaderTest.framework("{\"quality\": \"L\", \"position\": 1}"));
    List<JsonNode> holders = new ArrayList<>();
    for (String name : List.of("CFDocument", "title", "identifier", "CFItemURI", "position")) {
      holders.addAll(root.findParents(name));
    }
    JsonNode holder = holders.get(Math.floorMod(place, holders.size()));
    List<String> names = new ArrayList<>();
    holder.fieldNames().forEachRemaining(names::add);
    ((ObjectNode) holder)
        .set(names.get(Math.floorMod(place / 7, names.size())), new ObjectMapper().readTree(other));
    Throwable thrown =
        catchThrowable(
            () ->
                CredentialRules.compile(
                    PathwayReader.of("changed").read("changed.json", root.toString()).pack()));
    if (thrown != null) {
      assertThat(thrown).as(root.toString()).isInstanceOf(PathwayException.class);
    }
  }

  @Provide
  Arbitrary<String> others() {
    return Arbitraries.of(
        "null",
        "[]",
        "{}",
        "-1",
        "1e400",
        "\"\"",
        "true",
        "\"i1\"",
        "[{}]",
        "[7]",
        "\"\\\" ) then end rule \\\"x\"",
        "\"https://u:p@case.example/x\"",
        "\"https://case.example/\\u202ex\"",
        "{\"identifier\": \"i1\", \"uri\": \"https://case.example/i1\"}",
        "[{\"identifier\": \"i1\"}, {\"identifier\": \"i1\"}]");
  }
}
