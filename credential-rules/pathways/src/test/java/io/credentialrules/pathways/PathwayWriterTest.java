package io.credentialrules.pathways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyPack;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What rules say is CTDL that others read, and the same rules when it is read again. */
class PathwayWriterTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
  static final PathwayWriter WRITER = PathwayWriter.of("https://badges.example.edu/");

  private static final String GARDEN =
      """
      package garden
      import io.credentialrules.vocabulary.*

      declare MinimumHours @value( 40 ) @from( "2027-01-01", 60 ) end

      rule "Enough hours" @requirement( "hours" ) @source( "handbook, \\"page\\" 3" )
      when accumulate( WorkExperience( type == "JOB", $h : hours ); $t : sum( $h ); $t >= MinimumHours ) then end

      rule "Cares for plants" @requirement( "care" ) @scale( "NOT_YET < PROFICIENT" )
      when RubricScore( criterion == "care", level >= "PROFICIENT" ) then end

      rule "A course in caring" @requirement( "care" )
      when TrainingCompletion( training == "care" ) then end

      rule "Gardener, Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 ) @validFor( "2 years" )
        @alignment( "Gardening", "https://skills.example/1" )
      when Met( requirement == "hours" ) Met( requirement == "care" ) not Earned( credential == "novice" ) then end

      rule "Gardener" @credential( "gardener" ) @pathway( "garden" ) @external( "novice", "roses", "trees", "lawns" )
      when Earned( credential == "level-1" )
           accumulate( Earned( credential in ( "roses", "trees", "lawns" ), $c : credential ); $n : countDistinct( $c ); $n >= 2 )
           ( SignOff( subject == "tour" ) or SignOff( subject == "visit" ) )
      then end
      """;

  private static PathwayExport written(String text) {
    return WRITER.write(
        CredentialRules.compile(PolicyPack.of("garden", Map.of("garden.drl", text))),
        TODAY,
        "Gardens");
  }

  private static List<JsonNode> nodes(PathwayExport export, String type) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(export.json()).get("@graph")) {
      if (node.get("@type").textValue().equals("ceterms:" + type)) {
        found.add(node);
      }
    }
    return found;
  }

  @Test
  void a_catalogue_is_a_pathway_with_components_and_micro_credentials() throws IOException {
    PathwayExport export = written(GARDEN);
    JsonNode pathway = nodes(export, "Pathway").get(0);
    assertThat(pathway.get("ceterms:ctid").textValue()).matches("ce-[0-9a-f-]{36}");
    assertThat(pathway.get("ceterms:hasDestinationComponent"))
        .extracting(JsonNode::textValue)
        .containsExactly("https://badges.example.edu/component/gardener");
    JsonNode gardener =
        nodes(export, "CredentialComponent").stream()
            .filter(node -> node.get("ceterms:name").textValue().equals("Gardener"))
            .findFirst()
            .orElseThrow();
    assertThat(gardener.get("ceterms:proxyFor").textValue())
        .isEqualTo("https://badges.example.edu/credential/gardener");
    JsonNode condition = gardener.at("/ceterms:hasCondition/0");
    assertThat(condition.get("ceterms:targetComponent"))
        .extracting(JsonNode::textValue)
        .containsExactly(
            "https://badges.example.edu/component/level-1",
            "https://badges.example.edu/requirement/gardener-facts");
    JsonNode two = condition.at("/ceterms:hasCondition/0");
    assertThat(two.get("ceterms:requiredNumber").intValue()).isEqualTo(2);
    assertThat(two.get("ceterms:targetComponent")).hasSize(3);
    JsonNode credential =
        nodes(export, "MicroCredential").stream()
            .filter(node -> node.get("ceterms:name").textValue().equals("Gardener"))
            .findFirst()
            .orElseThrow();
    assertThat(credential.at("/ceterms:requires/0/@type").textValue())
        .isEqualTo("ceterms:ConditionProfile");
    assertThat(credential.at("/ceterms:requires/0/ceterms:targetCredential/0").textValue())
        .isEqualTo("https://badges.example.edu/credential/level-1");
    assertThat(nodes(export, "WorkExperienceComponent")).hasSize(1);
    assertThat(export.json()).isEqualTo(written(GARDEN).json());
  }

  @Test
  void what_it_does_not_carry_is_told() {
    assertThat(written(GARDEN).leftOut())
        .containsExactly("`hours`: the values of other days; those of 2026-11-26 are written");
    assertThat(
            written(
                    """
                    rule "Old" @credential( "a" ) @versionBy( "policy-date" ) date-expires "2026-01-01"
                    when SignOff( subject == "a" ) then end
                    rule "New" @credential( "a" ) @versionBy( "policy-date" ) date-effective "2026-01-01"
                    when SignOff( subject == "b" ) SignOff( subject == "c" ) then end
                    """)
                .leftOut())
        .containsExactly(
            "`a`: 1 of its rules are not in force on 2026-11-26",
            "`a`: the days on which `New` is in force",
            "`a`: that the learner's own policy date chooses the version");
  }

  @Test
  void the_pack_that_is_read_again_says_the_same_with_the_same_ids() {
    PathwayImport read = PathwayReader.of("again").read("again.json", written(GARDEN).json());
    String text = read.pack().files().get("pathway.drl");
    assertThat(read.leftOut()).isEmpty();
    assertThat(read.external().keySet()).containsExactly("lawns", "novice", "roses", "trees");
    assertThat(text)
        .contains(
            "@credential( \"level-1\" )",
            "@validFor( \"P2Y\" )",
            "@alignment( \"Gardening\", \"https://skills.example/1\" )",
            "@scale( \"NOT_YET < PROFICIENT\" )",
            "$t >= 40",
            "not Earned( credential == \"novice\" )",
            "@source( \"handbook, \\\"page\\\" 3\" )");
    assertThat(CredentialRules.compile(read.pack()).catalogue())
        .extracting(credential -> credential.id())
        .containsExactlyInAnyOrder("level-1", "gardener");
  }

  @Test
  void what_is_carried_cannot_be_more_than_a_part_of_a_rule() {
    String json = written(GARDEN).json();
    String evil =
        "SignOff( subject == \\\"x\\\" ) then end rule \\\"e\\\" @credential( \\\"e\\\" ) when"
            + " SignOff( subject == \\\"y\\\" )";
    PathwayImport read =
        PathwayReader.of("again")
            .read(
                "again.json",
                json.replace(
                    "\"policy:policyWhen\" : \"TrainingCompletion",
                    "\"policy:policyWhen\" : \"" + evil + "TrainingCompletion"));
    assertThat(CredentialRules.compile(read.pack()).catalogue())
        .noneMatch(credential -> credential.id().equals("e"));
    assertThat(read.leftOut()).anyMatch(sentence -> sentence.contains("sign-off"));
    PathwayImport wrong =
        PathwayReader.of("again")
            .read("again.json", json.replace("RubricScore( criterion", "RubricScore( criterium"));
    assertThat(CredentialRules.builder().add(wrong.pack()).check()).isEmpty();
    assertThat(wrong.leftOut())
        .anyMatch(sentence -> sentence.contains("carries conditions that are not right here"));
  }

  @Test
  void an_address_ends_where_ids_begin() {
    assertThatThrownBy(() -> PathwayWriter.of("https://badges.example.edu"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not an http or https address that ends in `/`");
  }

  /** The conditions that come back, where nothing is lost on the way. */
  private static String again(String text) {
    PathwayImport read = PathwayReader.of("again").read("again.json", written(text).json());
    assertThat(read.leftOut()).isEmpty();
    assertThat(CredentialRules.builder().add(read.pack()).check()).isEmpty();
    return Objects.requireNonNull(read.pack().files().get("pathway.drl"));
  }

  @Test
  void lists_that_have_names_come_back_as_what_they_hold() {
    assertThat(
            again(
                """
                declare Courses @value( "A", "B" ) end
                declare Extra @value( "C" ) end
                rule "All courses" @credential( "all" ) when
                  accumulate( TrainingCompletion( training memberOf Courses, $c : training ); $n : countDistinct( $c ); $n >= Courses.size )
                then end
                rule "Any course" @credential( "any" ) when TrainingCompletion( training in ( Courses ) ) then end
                rule "One more" @credential( "more" ) when TrainingCompletion( training in ( Courses, "X" ) ) then end
                rule "A single one" @credential( "single" ) when
                  accumulate( TrainingCompletion( training memberOf Extra, $c : training ); $n : countDistinct( $c ); $n >= 1 )
                then end
                rule "Another" @credential( "other" ) when TrainingCompletion( training not memberOf Courses ) then end
                """))
        .contains(
            "training in ( \"A\", \"B\" ), $c",
            "$n >= 2 )",
            "training in ( \"A\", \"B\" ) )",
            "training in ( \"A\", \"B\", \"X\" ) )",
            "training in ( \"C\" ), $c",
            "$n >= 1 )",
            "training not in ( \"A\", \"B\" ) )");
  }

  @Test
  void variables_that_are_called_like_keywords_come_back() {
    assertThat(
            again(
                """
                rule "Long" @credential( "long" ) when
                  WorkExperience( $when : startedOn, $rule : experience, $end : hours >= 10 )
                  WorkExperience( experience != $rule, hours > $end, startedOn > $when )
                then end
                """))
        .contains("$end : hours", "experience != $rule", "startedOn > $when");
  }

  @Test
  void the_longest_ids_have_facts_of_their_own() {
    String id = "a".repeat(99);
    assertThat(
            again(
                """
                rule "One" @credential( "%1$sb" ) @external( "z" )
                when Earned( credential == "z" ) TrainingCompletion( training == "one" ) then end
                rule "Two" @credential( "%1$sc" ) @external( "z" )
                when Earned( credential == "z" ) TrainingCompletion( training == "two" ) then end
                """
                    .formatted(id)))
        .contains(
            "@credential( \"" + id + "b\" )",
            "@credential( \"" + id + "c\" )",
            "TrainingCompletion( training == \"one\" )",
            "TrainingCompletion( training == \"two\" )",
            "@requirement( \"" + "a".repeat(94) + "-facts\" )",
            "@requirement( \"" + "a".repeat(92) + "-facts-x\" )");
  }
}
