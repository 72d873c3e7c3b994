package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandsTest {
  private static final String RULES =
      """
      rule "A quiz of enough percent" @requirement( "quiz" )
      when AssessmentResult( assessment == "quiz", score >= %s ) then end
      rule "Level 1" @credential( "level-1" ) when Met( requirement == "quiz" ) then end
      """;

  @TempDir private Path folder = Path.of("");

  private String pack(String name, String score) throws IOException {
    Path pack = Files.createDirectories(folder.resolve(name));
    Files.writeString(pack.resolve("level-1.drl"), RULES.formatted(score));
    return pack.toString();
  }

  private String learner(String id, String score) throws IOException {
    Path records = Files.createDirectories(folder.resolve("learners"));
    return Files.writeString(
            records.resolve(id + ".json"),
            """
            { "learner": { "id": "%s" },
              "facts": { "AssessmentResult": [
                { "type": "QUIZ", "assessment": "quiz", "score": %s, "takenOn": "2026-03-01",
                  "vetting": { "reviewer": "Dr. Fox", "role": "FACULTY", "on": "2026-03-02" } } ] } }
            """
                .formatted(id, score))
        .toString();
  }

  private static final String TWO_WAYS =
      """
      rule "A course" @requirement( "course" )
      when TrainingCompletion( training == "care" ) then end
      rule "A quiz of enough percent" @requirement( "quiz" )
      when AssessmentResult( assessment == "quiz", score >= 80 ) then end
      rule "Level 1 by a course" @credential( "level-1" ) when Met( requirement == "course" ) then end
      rule "Level 1 by a quiz" @credential( "level-1" ) when Met( requirement == "quiz" ) then end
      """;

  private CommandRun plans(String... more) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("ways"));
    Files.writeString(pack.resolve("level-1.drl"), TWO_WAYS);
    List<String> arguments =
        new ArrayList<>(
            List.of("plan", "--pack", pack.toString(), "--learner", learner("bo", "79")));
    arguments.addAll(List.of("--zone", "America/New_York", "--as-of", "2026-05-01"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  @Test
  void plans_that_differ_are_told_the_cheapest_first() throws IOException {
    CommandRun outcome = plans("--plans", "3", "--cost", "ADD=4", "--cost", "TrainingCompletion=9");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines())
        .hasSize(5)
        .element(1)
        .isEqualTo("  Plan 1 of 2, at a cost of 4:");
    assertThat(outcome.out().lines().toList().get(2)).contains("quiz").endsWith("at a cost of 4");
    assertThat(outcome.out().lines().toList().get(3)).isEqualTo("  Plan 2 of 2, at a cost of 9:");
    assertThat(outcome.out().lines().toList().get(4)).contains("care");
    assertThat(plans("--plans", "2", "--json").out()).contains("\"cost\": 1").contains("},\n{");
  }

  @Test
  void one_plan_is_told_as_ever_and_costs_are_of_steps_that_there_are() throws IOException {
    assertThat(plans().out().lines()).hasSize(2).noneMatch(line -> line.contains("cost"));
    assertThat(plans("--cost", "ADD=0").err()).contains("a step costs from 1 to 1000000");
    assertThat(plans("--cost", "Course=2").err()).contains("`Course` is no type of facts");
    assertThat(plans("--plans", "4").err()).contains("`--plans` is from 1 to 3");
  }

  @Test
  void a_plan_names_what_to_do_and_what_it_is_for() throws IOException {
    CommandRun outcome =
        run(
            "plan",
            "--pack",
            pack("p", "80"),
            "--learner",
            learner("ada", "79"),
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("Level 1 (level-1)\n  1. ")
        .contains("80")
        .contains("quiz");
  }

  @Test
  void what_is_earned_needs_nothing() throws IOException {
    assertThat(
            run(
                    "plan",
                    "--pack",
                    pack("p", "80"),
                    "--learner",
                    learner("ada", "80"),
                    "--zone",
                    "America/New_York",
                    "--as-of",
                    "2026-05-01")
                .out())
        .contains("Earned already");
  }

  @Test
  void a_plan_is_said_in_french() throws IOException {
    assertThat(
            run(
                    "plan",
                    "--pack",
                    pack("p", "80"),
                    "--learner",
                    learner("ada", "80"),
                    "--zone",
                    "America/New_York",
                    "--as-of",
                    "2026-05-01",
                    "--lang",
                    "fr")
                .out())
        .contains("Déjà obtenu");
  }

  @Test
  void a_difference_with_other_packs_and_with_another_record() throws IOException {
    String[] common = {
      "diff",
      "--pack",
      pack("p", "80"),
      "--learner",
      learner("ada", "85"),
      "--zone",
      "America/New_York",
      "--as-of",
      "2026-05-01"
    };

    assertThat(run(with(common, "--to-pack", pack("q", "90"))).out())
        .contains("is lost (level-1)")
        .contains("A quiz of enough percent");
    assertThat(run(with(common, "--to-learner", learner("bob", "85"))).out())
        .isEqualTo("Nothing changes.\n");
    assertThat(run(with(common, "--to-as-of", "2026-01-01")).out()).contains("is lost (level-1)");
  }

  @Test
  void a_difference_needs_something_to_compare_with() throws IOException {
    CommandRun outcome =
        run(
            "diff",
            "--pack",
            pack("p", "80"),
            "--learner",
            learner("ada", "85"),
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01");

    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).contains("--to-pack");
  }

  private static String[] with(String[] common, String... more) {
    String[] all = java.util.Arrays.copyOf(common, common.length + more.length);
    System.arraycopy(more, 0, all, common.length, more.length);
    return all;
  }

  @Test
  void who_loses_a_credential_within_some_days_is_listed() throws IOException {
    learner("ada", "85");
    learner("bob", "75");
    String yearly = pack("p", "80");
    Path file = Path.of(yearly).resolve("level-1.drl");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "@credential( \"level-1\" )", "@credential( \"level-1\" ) @validFor( \"P1Y\" )"));
    String[] within = {
      "upcoming",
      "--pack",
      yearly,
      "--learners",
      folder.resolve("learners").toString(),
      "--zone",
      "America/New_York",
      "--as-of",
      "2026-05-01",
      "--within",
      "366"
    };
    CommandRun year = run(within);
    assertThat(year.code()).isZero();
    assertThat(year.out()).containsPattern("^202[67]-\\d\\d-\\d\\d  ada  loses level-1\n$");
    JsonNode changes = new ObjectMapper().readTree(run(with(within, "--json")).out());
    assertThat(changes.at("/changes/0/learner").textValue()).isEqualTo("ada");
    assertThat(changes.at("/changes/0/on").textValue()).isEqualTo(year.out().substring(0, 10));
    assertThat(changes.at("/changes/0/loses").toString()).isEqualTo("[\"level-1\"]");
    assertThat(changes.at("/changes/0/earns")).isEmpty();
    assertThat(changes.get("changes")).hasSize(1);

    within[within.length - 1] = "1";
    assertThat(run(within).out()).isEmpty();
    within[within.length - 1] = "0";
    assertThat(run(within).code()).isEqualTo(ExitCode.BAD_OPTION.number());
  }

  @Test
  void the_impact_counts_and_names_who_loses_and_reports_what_cannot_be_read() throws IOException {
    learner("ada", "85");
    learner("bob", "95");
    String before = pack("p", "80");
    String after = pack("q", "90");
    String learners = folder.resolve("learners").toString();

    CommandRun clean =
        run(
            "impact",
            "--before",
            before,
            "--after",
            after,
            "--learners",
            learners,
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01");
    Files.writeString(folder.resolve("learners").resolve("broken.json"), "{");
    CommandRun broken =
        run(
            "impact",
            "--before",
            before,
            "--after",
            after,
            "--learners",
            learners,
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01");

    assertThat(clean.code()).isZero();
    assertThat(clean.out())
        .startsWith("2 records on 2026-05-01\n")
        .contains("level-1: earned by 2 before and 1 after; 0 gained, 1 lost")
        .contains("Learner ada")
        .doesNotContain("Learner bob");
    assertThat(broken.code()).isEqualTo(ExitCode.BAD_RECORD.number());
    assertThat(broken.out()).contains("1 record could not be evaluated").contains("Learner ada");
    assertThat(broken.err()).contains("broken.json");
  }

  @Test
  void conditions_that_change_are_told_in_the_words_of_the_policy_that_has_them()
      throws IOException {
    String learner = learner("ada", "85");
    String quiz = "AssessmentResult( assessment == \"quiz\", score >= %s )";
    String before = conditions("before", quiz.formatted("80") + " TrainingCompletion( handsOn )");
    String after = conditions("after", "SubmittedEvidence( approved ) " + quiz.formatted("90"));
    List<String> common = List.of("--learner", learner, "--zone", "UTC", "--as-of", "2026-05-01");
    List<String> diff = new ArrayList<>(List.of("diff", "--pack", before, "--to-pack", after));
    diff.addAll(common);
    assertThat(run(diff.toArray(String[]::new)).out())
        .contains(
            "  “an assessment result named “quiz” and with a score of at least 90 percent”: was")
        .contains("  “a training with hands-on practice”: was not met, is no longer required")
        .contains("is not met, has 85 percent")
        .doesNotContain("TrainingCompletion")
        .doesNotContain("AssessmentResult")
        .doesNotContain("SubmittedEvidence");
    List<String> impact = new ArrayList<>(List.of("impact", "--before", before, "--after", after));
    impact.addAll(List.of("--learners", learner, "--zone", "UTC", "--as-of", "2026-05-01"));
    assertThat(run(impact.toArray(String[]::new)).out()).doesNotContain("( ");
  }

  private String conditions(String name, String when) throws IOException {
    Path pack = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        pack.resolve("a.drl"), "rule \"C\" @credential( \"c\" ) when " + when + " then end");
    return pack.toString();
  }

  @Test
  void the_impact_of_a_value_that_nobody_has_written_yet() throws IOException {
    learner("ada", "85");
    learner("bob", "95");
    String pack = pack("p", "80");
    Path rules = Path.of(pack).resolve("level-1.drl");
    Files.writeString(
        rules,
        Files.readString(rules).replace(">= 80", ">= MinimumScore")
            + "declare MinimumScore @value( 80 ) end\n");
    String[] impact = {
      "impact",
      "--before",
      pack,
      "--set",
      "MinimumScore=90",
      "--learners",
      folder.resolve("learners").toString(),
      "--zone",
      "America/New_York",
      "--as-of",
      "2026-05-01"
    };
    assertThat(run(impact).out())
        .contains("level-1: earned by 2 before and 1 after; 0 gained, 1 lost")
        .contains("Learner ada");
    impact[4] = "MinimumScore=85";
    assertThat(run(impact).out()).doesNotContain("gained");
    impact[4] = "MinimumScor=85";
    assertThat(run(impact).err()).contains("no pack declares it").contains("maybe `MinimumScore`");
    impact[4] = "MinimumScore";
    assertThat(run(impact).code()).isEqualTo(ExitCode.BAD_OPTION.number());
    impact[3] = "--limit";
    impact[4] = "maxFacts=10";
    assertThat(run(impact).err()).contains("--after or --set must say what changes");
  }

  @Test
  void plans_differences_and_impacts_are_told_as_json_too() throws IOException {
    String[] common = {
      "--pack", pack("p", "80"), "--zone", "UTC", "--as-of", "2026-05-01", "--json", "--learner"
    };
    String plan = run(with(new String[] {"plan"}, with(common, learner("ada", "79")))).out();
    assertThat(plan).startsWith("[{").contains("\"level-1\"");
    String[] diff = with(common, learner("ada", "85"), "--to-pack", pack("q", "90"));
    assertThat(run(with(new String[] {"diff"}, diff)).out()).startsWith("{").contains("\"LOST\"");
    CommandRun impact =
        run(
            "impact",
            "--before",
            pack("p", "80"),
            "--after",
            pack("q", "90"),
            "--learners",
            folder.resolve("learners").toString(),
            "--zone",
            "UTC",
            "--as-of",
            "2026-05-01",
            "--json");
    assertThat(impact.code()).isZero();
    assertThat(impact.out()).startsWith("{").contains("\"lost\"");
  }

  @Test
  @org.junit.jupiter.api.condition.DisabledOnOs(org.junit.jupiter.api.condition.OS.WINDOWS)
  void a_folder_of_records_holds_files_and_nothing_that_leads_out_of_it()
      throws IOException, InterruptedException {
    learner("ada", "85");
    Path records = folder.resolve("learners");
    Path outside = Files.writeString(folder.resolve("outside.json"), "{}");
    String[] impact = {
      "impact",
      "--before",
      pack("p", "80"),
      "--after",
      pack("q", "90"),
      "--learners",
      records.toString(),
      "--zone",
      "UTC",
      "--as-of",
      "2026-05-01"
    };
    assertThat(run(impact).code()).isZero();

    Path link = Files.createSymbolicLink(records.resolve("link.json"), outside);
    assertThat(run(impact).err()).contains("the file is a link out of the folder");
    assertThat(run(impact).code()).isEqualTo(ExitCode.BAD_RECORD.number());
    Files.delete(link);

    Path device = Files.createSymbolicLink(records.resolve("zero.json"), Path.of("/dev/zero"));
    assertThat(run(impact).err()).contains("the file is a link out of the folder");
    Files.delete(device);

    Path inside = Files.createSymbolicLink(records.resolve("again.json"), Path.of("ada.json"));
    assertThat(run(impact).code()).isZero();
    Files.delete(inside);

    Path pipe = records.resolve("pipe.json");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(run(impact).err()).contains("it is not a file");
    Files.delete(pipe);

    Files.createDirectory(records.resolve("folder.json"));
    assertThat(run(impact).err()).contains("it is not a file");
  }

  @Test
  void a_record_that_is_named_twice_is_counted_once() throws IOException {
    String file = learner("bo", "79");
    learner("cy", "90");
    String learners = folder.resolve("learners").toString();
    String[] once = impactOf(learners);
    String[] twice = impactOf(learners, file, learners, folder.resolve("learners/./bo.json") + "");

    assertThat(run(once).out()).startsWith("2 records on 2026-05-01");
    assertThat(run(twice).out()).isEqualTo(run(once).out());
    String copy =
        Files.copy(Path.of(file), Path.of(folder.resolve("learners") + "/copy.json")).toString();
    assertThat(run(impactOf(learners, copy)).out()).startsWith("3 records on 2026-05-01");
  }

  private String[] impactOf(String... learners) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("impact", "--before", pack("a", "80"), "--after", pack("b", "79")));
    arguments.addAll(List.of("--zone", "UTC", "--as-of", "2026-05-01", "--learners"));
    arguments.addAll(List.of(learners));
    return arguments.toArray(String[]::new);
  }
}
