package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("once")
class TemplateCommandTest {
  private static final Path PACKS = Path.of("..", "..", "rules");
  private static final Pattern TO_FILL_IN = Pattern.compile("<([^<>]*)>");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+(\\.[0-9]+)?");

  /** What somebody writes who reads what the fields are called. */
  private static final Map<String, String> DATES =
      Map.of(
          "birthDate", "2008-05-01",
          "earnedOn", "2026-01-05",
          "awardedOn", "2025-11-05",
          "signedOn", "2026-02-01",
          "agreementSignedOn", "2026-02-01",
          "startedOn", "2026-02-03",
          "endedOn", "2026-03-03",
          "completedOn", "2026-02-01");

  @TempDir private Path folder = Path.of("");

  private static List<String> packs(String pathway) {
    return Stream.of("ums-" + pathway, "ums-skills")
        .map(pack -> PACKS.resolve(pack).toString())
        .toList();
  }

  private static CommandRun template(String pathway, String... options) {
    List<String> arguments = new ArrayList<>(List.of("template"));
    arguments.addAll(packs(pathway));
    arguments.addAll(List.of("--credential", pathway));
    arguments.addAll(Arrays.asList(options));
    return run(arguments);
  }

  private static CommandRun decide(String pathway, String learner) {
    List<String> arguments = new ArrayList<>(List.of("decide", "--pack"));
    arguments.addAll(packs(pathway));
    arguments.addAll(
        List.of(
            "--learner",
            learner,
            "--as-of",
            "2026-05-01",
            "--zone",
            "America/New_York",
            "--credential",
            pathway));
    return run(arguments);
  }

  /** As a registrar would: a date for a date, a number that is enough, the first of the choices. */
  private static String filledIn(String document) {
    return filledIn(document, false);
  }

  private static String filledIn(String document, boolean isLast) {
    StringBuilder filled = new StringBuilder();
    int texts = 0;
    for (String line : document.split("\n", -1)) {
      Matcher blank = TO_FILL_IN.matcher(line);
      StringBuilder written = new StringBuilder();
      while (blank.find()) {
        String name = line.substring(0, blank.start()).replaceAll("[^A-Za-z]+$", "");
        name = name.replaceAll(".*[^A-Za-z]", "");
        blank.appendReplacement(
            written, Matcher.quoteReplacement(answer(name, blank.group(1), ++texts, isLast)));
      }
      filled.append(blank.appendTail(written)).append('\n');
    }
    return filled.toString();
  }

  private static String answer(String field, String asked, int number, boolean isLast) {
    if (asked.startsWith("YYYY-MM-DD")) {
      return asked.contains("different in each")
          ? "2026-04-" + (10 + number)
          : asked.contains("not before startedOn plus 4 months")
              ? "2026-07-01"
              : DATES.getOrDefault(field, "2026-04-01");
    }
    if (asked.contains(" | ")) {
      return asked.substring(
          isLast ? asked.lastIndexOf(" | ") + 3 : 0,
          isLast ? asked.length() : asked.indexOf(" | "));
    }
    if (asked.startsWith("begins with ")) {
      return asked.replaceAll("begins with |;.*", "") + number;
    }
    Matcher digits = DIGITS.matcher(asked);
    return digits.find() ? digits.group() : asked.equals("number") ? "3" : "text-" + number;
  }

  @Test
  void a_level_has_those_of_the_scale_that_will_do_beside_it() throws IOException {
    Path pack = Files.createDirectory(folder.resolve("rubric"));
    Files.writeString(
        pack.resolve("rubric.drl"),
        """
        rule "Listens" @credential( "listens" ) @scale( "NOT_YET < PROFICIENT < EXEMPLARY" )
        when RubricScore( criterion == "listen", level >= "PROFICIENT" ) then end
        """);
    assertThat(run(List.of("template", pack.toString())).out())
        .contains("<PROFICIENT | EXEMPLARY>")
        .doesNotContain("NOT_YET");
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "21, 5"})
  void a_template_has_at_most_two_thousand_facts(int counts, int code) throws IOException {
    Path pack = Files.createDirectory(folder.resolve("many"));
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < counts; i++) {
      rules.append(
          """
          rule "Hundred %1$s" @credential( "hundred-%1$s" )
          when accumulate( WorkExperience( subject == "S%1$s", $h : hours ); $n : count( $h ); $n >= 100 )
          then end
          """
              .formatted(i));
    }
    Files.writeString(pack.resolve("many.drl"), rules);
    CommandRun outcome = run(List.of("template", pack.toString()));
    assertThat(outcome.code()).isEqualTo(code);
    assertThat(outcome.err())
        .isEqualTo(
            code == 0
                ? ""
                : "the template would have more than 2,000 facts; name fewer credentials, with"
                    + " --credential ID\n");
    assertThat(
            run(List.of("template", pack.toString(), "--credential", "hundred-1"))
                .out()
                .split("subject: S1", -1))
        .hasSize(101);
  }

  static List<String> pathways() {
    return List.of(
        "aquaculture",
        "career-prepared",
        "food-processing-sanitation",
        "global-competency",
        "horticulture",
        "innovation",
        "leadership",
        "maple-sugaring",
        "micro-credential-development",
        "online-teaching",
        "outdoor-leadership",
        "volunteer-management");
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void a_template_that_is_filled_in_earns_the_macro_badge(String pathway) throws IOException {
    CommandRun template = template(pathway, "--format", "json");
    assertThat(template.err()).isEmpty();
    Path record = Files.writeString(folder.resolve("record.json"), filledIn(template.out()));
    assertEarned(decide(pathway, record.toString()));
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void a_template_in_yaml_that_is_filled_in_earns_the_macro_badge(String pathway)
      throws IOException {
    Path record = folder.resolve("record.yaml");
    Files.writeString(record, filledIn(template(pathway).out()));
    assertEarned(decide(pathway, record.toString()));
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void whoever_takes_the_last_of_the_choices_earns_the_macro_badge_too(String pathway)
      throws IOException {
    Path record = folder.resolve("record.yaml");
    Files.writeString(record, filledIn(template(pathway).out(), true));
    assertEarned(decide(pathway, record.toString()));
  }

  @ParameterizedTest
  @CsvSource({
    "atu-cetl-well-being, atu-cetl-well-being-level-3",
    "comptia-stacks, comptia-csis",
    "eagle-scout, eagle-scout-merit-badges",
    "findlay-microcredential, findlay-microcredential",
    "hku-space-stacking, hku-professional-practice-diploma",
    "jmg-career-exploration, maine-career-exploration",
    "maine-infant-toddler, maine-infant-toddler",
    "maine-nursing-assistant, maine-nursing-assistant",
    "microsoft-certifications, devops-engineer-expert",
    "ohio-leadership-endorsement, ohio-leadership-endorsement",
    "osha-hazwoper, hazwoper-current",
    "pmi-pmp-renewal, pmp-renewal",
    "salesforce-architect, salesforce-application-architect",
    "scouts-star-rank, star-scout",
    "umaine-bachelor, umaine-bachelor",
    "ums-black-bear-humanities, black-bear-humanities-level-1",
    "ums-skills, collaboration",
    "ums-undergraduate-research-scholar, undergraduate-research-scholar-level-1",
    "us-apprenticeship, us-apprenticeship"
  })
  void a_template_of_any_pack_that_is_filled_in_earns_what_it_is_for(String name, String credential)
      throws IOException {
    String pack = PACKS.resolve(name).toString();
    String template = awardTemplate(name, credential);
    for (boolean isLast : List.of(false, true)) {
      Path record = folder.resolve("record.yaml");
      Files.writeString(record, filledIn(template, isLast));
      CommandRun decision =
          run(
              List.of(
                  "decide",
                  "--pack",
                  pack,
                  "--learner",
                  record.toString(),
                  "--as-of",
                  "2026-08-01",
                  "--zone",
                  "America/New_York",
                  "--credential",
                  credential));
      assertThat(decision.err()).isEmpty();
      assertThat(decision.out()).as(template).contains("\nEARNED ");
      assertThat(template).doesNotContain("$", "what the rule says");
    }
  }

  @Test
  void what_has_to_differ_and_how_a_text_begins_is_beside_the_field() {
    assertThat(template("volunteer-management").out())
        .contains("      subject: <text; different in each>\n");
    String badges = template("aquaculture").out();
    assertThat(badges.split("<begins with aquaculture-badge-; different in each>", -1)).hasSize(4);
    assertThat(badges)
        .contains(
            """
                # At least four micro-badges of the pathway
                - credential: aquaculture-badge-aquatic-animal-husbandry
            """);
  }

  @Test
  void what_does_as_well_is_told_in_the_words_of_a_record() {
    assertThat(template("innovation").out())
        .contains(
            "# or for “An approved innovation project or an internship”: WorkExperience with type"
                + " INTERNSHIP, subject INNOVATION\n");
  }

  @Test
  void a_fact_that_counts_for_several_totals_is_asked_for_once() {
    String renewal = awardTemplate("pmi-pmp-renewal", "pmp-renewal");
    assertThat(renewal)
        .contains("hours: <in all at least 60; other facts here count too>\n")
        .doesNotContain("at least 35;");
    String degree = awardTemplate("umaine-bachelor", "umaine-bachelor");
    assertThat(degree).contains("credits: <in all at least 120; other facts here count too>\n");
    // The course in composition is none of those that are summed up, nor one in a laboratory.
    assertThat(degree.split("training: ENG 101\n", -1)).hasSize(2);
    assertThat(degree)
        .contains("training: ENG 101\n      gradePoints: <at least 2>\n      vetting:");
    assertThat(awardTemplate("scouts-star-rank", "star-scout").split("credential: .*merit-", -1))
        .hasSize(7);
  }

  @Test
  void what_is_asked_of_each_fact_of_a_kind_is_beside_those_that_are_there() {
    assertThat(template("horticulture").out())
        .contains("agreementSignedOn: <YYYY-MM-DD; before startedOn>\n")
        .contains("    # Every agreement signed before the start\n    - type: APPRENTICESHIP\n")
        .containsOnlyOnce("- type: APPRENTICESHIP\n");
  }

  @Test
  void a_date_says_how_far_from_the_decision_it_is() {
    assertThat(awardTemplate("scouts-star-rank", "star-scout"))
        .contains("awardedOn: <YYYY-MM-DD; at least 4 months before the date of the decision>\n")
        .contains(
            "startedOn: <YYYY-MM-DD; not before awardedOn of HeldCredential scout-first-class>")
        .contains("endedOn: <YYYY-MM-DD; not before startedOn plus 4 months>\n")
        .doesNotContain("$");
    assertThat(awardTemplate("osha-hazwoper", "hazwoper-current"))
        .contains(
            "# for “The initial training was within a year”: the day since when hazwoper-initial is"
                + " earned, at most 1 year before the date of the decision\n");
  }

  private static String awardTemplate(String pack, String credential) {
    return run(List.of("template", PACKS.resolve(pack).toString(), "--credential", credential))
        .out();
  }

  @Test
  void a_date_names_the_fact_that_it_depends_on() {
    assertThat(template("horticulture").out())
        .contains("not after completedOn of TrainingCompletion horticulture-online plus 1 year>");
  }

  @Test
  void a_set_has_all_the_texts_that_a_rule_asks_for_and_a_text_is_none_of_those_excluded()
      throws IOException {
    Path pack = Files.createDirectory(folder.resolve("sets"));
    Files.writeString(
        pack.resolve("sets.drl"),
        """
        rule "Both" @credential( "both" )
        when TrainingCompletion( categories contains "MAJOR", categories contains "WRITING",
                                 grade not in ( "F", "L" ) ) then end
        """);
    assertThat(run(List.of("template", pack.toString())).out())
        .contains("categories: [ MAJOR, WRITING ]\n")
        .contains("grade: <not F or L>\n");
    String json = run(List.of("template", pack.toString(), "--format", "json")).out();
    assertThat(json.replaceAll("\\s", "")).contains("\"categories\":[\"MAJOR\",\"WRITING\"]");
    Path sheets = folder.resolve("sheets");
    run(List.of("template", pack.toString(), "--format", "csv", "--to", sheets.toString()));
    assertThat(sheets.resolve("TrainingCompletion.csv")).content().contains("\"MAJOR | WRITING\"");
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void the_files_of_a_spreadsheet_that_are_filled_in_earn_the_macro_badge(String pathway)
      throws IOException {
    assertEarned(decide(pathway, sheets(pathway).toString()));
  }

  @ParameterizedTest
  @MethodSource("pathways")
  void without_any_one_file_of_facts_the_macro_badge_is_not_earned(String pathway)
      throws IOException {
    Path sheets = sheets(pathway);
    List<Path> files;
    try (Stream<Path> list = Files.list(sheets)) {
      files = list.filter(file -> !file.endsWith("Learner.csv")).sorted().toList();
    }
    for (Path file : files) {
      String text = Files.readString(file);
      Files.delete(file);
      assertThat(decide(pathway, sheets.toString()).out())
          .as(file.toString())
          .doesNotContain("\nEARNED ");
      Files.writeString(file, text);
    }
  }

  @Test
  void the_choices_and_what_is_needed_are_beside_each_field_in_yaml() {
    assertThat(template("maple-sugaring").out())
        .contains("birthDate: <YYYY-MM-DD; age at least 14>\n")
        .contains("# A score of at least 80 percent in the open-book assessment, at 14 years")
        .contains("    - type: OPEN_BOOK\n")
        .contains("      score: <at least 80>\n")
        .contains("      vetting:\n        reviewer: <who reviewed it>\n")
        .contains("        role: <FACULTY | STAFF | INSTRUCTOR | ASSESSOR | REGISTRAR>\n")
        .contains("subject: KITCHEN_AND_BUSINESS");
  }

  @Test
  void what_would_do_instead_is_told() {
    assertThat(template("food-processing-sanitation").out())
        .contains(
            "# instead of “Proof of an approved hands-on sanitation course”: “An approved hands-on"
                + " training in sanitation after the course of Level 1”");
  }

  @Test
  void what_is_still_to_be_filled_in_is_refused_with_its_place() throws IOException {
    Path sheets = folder.resolve("sheets");
    assertThat(template("maple-sugaring", "--format", "csv", "--to", sheets.toString()).code())
        .isZero();
    CommandRun decision = decide("maple-sugaring", sheets.toString());
    assertThat(decision.code()).isEqualTo(3);
    assertThat(decision.err())
        .contains(
            "AssessmentResult.csv:2:1: `score` is still to be filled in: `<at least 80>`; replace"
                + " it, or delete the row")
        .contains("Learner.csv:2:1: `birthDate` is still to be filled in");
  }

  @Test
  void what_is_still_to_be_filled_in_is_refused_in_json_too() throws IOException {
    Path record = folder.resolve("record.json");
    CommandRun template = template("maple-sugaring", "--format", "json");
    Files.writeString(record, template.out());
    CommandRun decision = decide("maple-sugaring", record.toString());
    assertThat(decision.code()).isEqualTo(3);
    assertThat(decision.err())
        .contains("`id` is still to be filled in: `<text>`; replace it, or delete the fact")
        .contains("`birthDate` is still to be filled in");
    assertThat(decision.err().lines().filter(line -> line.contains(":4:19: "))).hasSize(1);
  }

  @Test
  void a_mistake_in_a_cell_is_told_with_its_file_and_line() throws IOException {
    Path sheets = sheets("maple-sugaring");
    Path file = sheets.resolve("AssessmentResult.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("OPEN_BOOK", "OPEN BOOK"));
    assertThat(decide("maple-sugaring", sheets.toString()).err())
        .contains("AssessmentResult.csv:2:")
        .contains("unknown word `OPEN BOOK` in `type`; maybe `OPEN_BOOK`");
  }

  @Test
  void a_table_with_semicolons_and_a_byte_order_mark_is_read() throws IOException {
    Path sheets = sheets("maple-sugaring");
    Path file = sheets.resolve("Learner.csv");
    Files.writeString(file, "\uFEFFid;birthDate;policyDate\nada;2008-05-01;2026-01-02\n");
    assertEarned(decide("maple-sugaring", sheets.toString()));
    Files.writeString(file, "id,birthDate\nada,2014-05-01\n");
    assertThat(decide("maple-sugaring", sheets.toString()).out()).doesNotContain("\nEARNED ");
  }

  @Test
  void a_folder_is_the_record_of_one_learner() throws IOException {
    Path sheets = sheets("maple-sugaring");
    Path file = sheets.resolve("Learner.csv");
    Files.writeString(file, "id,birthDate\nada,2008-05-01\nben,2008-05-01\n");
    assertThat(decide("maple-sugaring", sheets.toString()).err())
        .contains(
            "Learner.csv:1:1: the file has 2 learners; a folder is the record of one learner");
    Files.delete(file);
    assertThat(decide("maple-sugaring", sheets.toString()).err())
        .contains("Learner.csv:1:1: the file is missing; name the learner in it");
  }

  @Test
  void a_file_of_no_type_and_a_row_with_too_many_cells_are_refused() throws IOException {
    Path sheets = sheets("maple-sugaring");
    Files.writeString(sheets.resolve("Asessments.csv"), "type\nQUIZ\n");
    Files.writeString(sheets.resolve("Enrolment.csv"), "level\nOTHER,2026-01-01\n");
    assertThat(decide("maple-sugaring", sheets.toString()).err())
        .contains("unknown fact type `Asessments`")
        .contains("Enrolment.csv:2:1: the row has more cells than there are fields");
  }

  @Test
  void nothing_that_is_there_is_written_over() throws IOException {
    Path sheets = sheets("maple-sugaring");
    CommandRun again = template("maple-sugaring", "--format", "csv", "--to", sheets.toString());
    assertThat(again.code()).isEqualTo(64);
    assertThat(again.err()).contains("is there already");
    assertThat(template("maple-sugaring", "--format", "csv").err()).contains("--to DIR");
    assertThat(template("maple-sugaring", "--credential", "maple").err())
        .contains("the packs award no `maple`");
  }

  private static void assertEarned(CommandRun decision) {
    assertThat(decision.err()).isEmpty();
    assertThat(decision.out()).contains("\nEARNED ");
  }

  /** The files of a template, filled in. */
  private Path sheets(String pathway) throws IOException {
    Path sheets = folder.resolve("sheets-of-" + pathway);
    assertThat(template(pathway, "--format", "csv", "--to", sheets.toString()).err()).isEmpty();
    try (Stream<Path> files = Files.list(sheets)) {
      for (Path file : files.toList()) {
        Files.writeString(file, filledInTable(Files.readString(file)));
      }
    }
    return sheets;
  }

  private static String filledInTable(String table) {
    List<String> lines = table.lines().toList();
    List<String> names = List.of(lines.get(0).split(",", -1));
    StringBuilder filled = new StringBuilder(lines.get(0)).append('\n');
    int texts = 0;
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = new ArrayList<>();
      // What is to be filled in has no commas.
      List<String> asked = List.of(line.split(",", -1));
      for (int i = 0; i < asked.size(); i++) {
        Matcher blank = TO_FILL_IN.matcher(asked.get(i));
        String name = i < names.size() ? names.get(i).replace("\"", "") : "";
        cells.add(
            blank.find()
                ? answer(name.replace("vetting.", ""), blank.group(1), ++texts, false)
                : asked.get(i));
      }
      filled.append(String.join(",", cells)).append('\n');
    }
    return filled.toString();
  }
}
