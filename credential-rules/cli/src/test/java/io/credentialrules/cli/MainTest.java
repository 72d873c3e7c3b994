package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final String PACK =
      """
      rule "A quiz of at least 80 percent"
        @requirement( "quiz" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then
      end

      rule "Level 1"
        @credential( "level-1" )
      when
        Met( requirement == "quiz" )
      then
      end
      """;

  private static final String RECORD =
      """
      { "learner": { "id": "ada" },
        "facts": { "AssessmentResult": [
          { "type": "QUIZ", "assessment": "quiz", "score": 79.99, "takenOn": "2026-03-01",
            "vetting": { "reviewer": "Dr. Fox", "role": "FACULTY", "on": "2026-03-02" } } ] } }
      """;

  @TempDir private Path folder = Path.of("");

  private String pack(String drl) throws IOException {
    Path pack = Files.createDirectories(folder.resolve("quiz-pack"));
    Files.writeString(pack.resolve("level-1.drl"), drl);
    return pack.toString();
  }

  private String learner(String json) throws IOException {
    return Files.writeString(folder.resolve("learner.json"), json).toString();
  }

  private CommandRun decide(String drl, String json, String... more) throws IOException {
    String[] arguments = {
      "decide",
      "--pack",
      pack(drl),
      "--learner",
      learner(json),
      "--zone",
      "America/New_York",
      "--as-of",
      "2026-05-01"
    };
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return run(all);
  }

  @Test
  void a_credential_that_is_not_earned_is_explained_with_what_it_has_and_needs()
      throws IOException {
    CommandRun outcome = decide(PACK, RECORD);
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("Learner ada on 2026-05-01 (America/New_York), policy ")
        .contains("NOT EARNED  Level 1 (level-1): 0 of 1 requirement met")
        .contains("not met, has 79.99 percent, needs at least 80 percent")
        .contains("the score is 79.99 percent, should be at least 80 percent");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void a_credential_that_is_earned_names_its_evidence_and_who_vetted_it() throws IOException {
    CommandRun outcome = decide(PACK, RECORD.replace("79.99", "80"));
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("EARNED      Level 1 (level-1), since 2026-03-01")
        .contains("vetted by Dr. Fox (faculty) on March 2, 2026");
  }

  @Test
  void json_output_is_json() throws IOException {
    CommandRun outcome = decide(PACK, RECORD, "--json");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("{").contains("NOT_EARNED").contains("79.99");
  }

  @Test
  void a_bad_policy_ends_with_2_and_all_its_problems() throws IOException {
    CommandRun outcome =
        decide(
            PACK.replace("score", "scores").replace("\"quiz\" )\nthen", "\"quizz\" )\nthen"),
            RECORD);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_POLICY.number());
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .contains("quiz-pack/level-1.drl:4:43: error [unknown-field]")
        .contains("hint: maybe `score`")
        .contains("unknown-requirement")
        .contains("2 errors, 0 warnings");
  }

  @Test
  void a_bad_record_ends_with_3_and_all_its_problems() throws IOException {
    CommandRun outcome =
        decide(PACK, RECORD.replace("\"score\"", "\"scor\"").replace("FACULTY", "FACULTI"));
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_RECORD.number());
    assertThat(outcome.err()).contains("scor").contains("FACULTI").doesNotContain("Exception");
  }

  @Test
  void a_record_that_is_not_there_ends_with_3() throws IOException {
    CommandRun outcome =
        run(
            "decide",
            "--pack",
            pack(PACK),
            "--learner",
            "nowhere.json",
            "--zone",
            "America/New_York",
            "--as-of",
            "2026-05-01");
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_RECORD.number());
  }

  @Test
  void a_bad_option_ends_with_64() throws IOException {
    assertThat(decide(PACK, RECORD, "--credential", "level-2").code())
        .isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(run("decide", "--pack", "x").code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(
            run(
                    "decide",
                    "--pack",
                    pack(PACK),
                    "--learner",
                    learner(RECORD),
                    "--zone",
                    "America/New_York",
                    "--as-of",
                    "May 1")
                .code())
        .isEqualTo(ExitCode.BAD_OPTION.number());
  }

  @Test
  void check_marks_the_place_and_ends_with_1_for_errors_only() throws IOException {
    CommandRun good = run("check", pack(PACK));
    assertThat(good.code()).isZero();
    assertThat(good.out()).isEqualToIgnoringNewLines("0 errors, 0 warnings");
    CommandRun bad = run("check", pack(PACK.replace("score", "scores")));
    assertThat(bad.code()).isEqualTo(ExitCode.CHECK_FAILED.number());
    assertThat(bad.out())
        .contains("      AssessmentResult( assessment == \"quiz\", scores >= 80 )")
        .contains("                                             ^^^^^^\n");
  }
}
