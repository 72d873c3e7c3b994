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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {
  private static final String RULE =
      """
      rule "A quiz of at least 80 percent" @credential( "level-1" )
      when
        AssessmentResult( assessment == "quiz", score >= 80 )
      then
      end
      """;
  private static final String RECORD =
      """
      { "learner": { "id": "ada", "birthDate": "2001-02-03" },
        "facts": { "AssessmentResult": [
          { "type": "QUIZ", "assessment": "quiz", "score": 79.99, "takenOn": "2026-03-01",
            "vetting": { "reviewer": "Dr. Fox", "role": "FACULTY", "on": "2026-03-02" } } ] } }
      """;

  @TempDir private Path folder = Path.of("");

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private CommandRun decide(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "decide",
                "--pack",
                path("quiz-pack"),
                "--learner",
                path("ada.json"),
                "--zone",
                "America/New_York",
                "--as-of",
                "2026-05-01"));
    arguments.addAll(List.of(more));
    return run(arguments);
  }

  private CommandRun replay() {
    return run(List.of("replay", path("audit.json"), "--pack", path("quiz-pack")));
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(folder.resolve(file), text.replace(from, to));
  }

  @BeforeEach
  void writePackAndRecord() throws IOException {
    Files.createDirectories(folder.resolve("quiz-pack"));
    Files.writeString(folder.resolve("quiz-pack/level-1.drl"), RULE);
    Files.writeString(folder.resolve("ada.json"), RECORD);
  }

  @Test
  void an_audit_record_is_written_beside_the_decisions_and_confirmed() throws IOException {
    CommandRun decided = decide("--audit", path("audit.json"));
    assertThat(decided.code()).isZero();
    assertThat(decided.out()).contains("NOT EARNED");

    CommandRun confirmed = replay();
    assertThat(confirmed.code()).isZero();
    assertThat(confirmed.out())
        .startsWith("confirmed: learner ada on 2026-05-01 (America/New_York), policy ");
    assertThat(confirmed.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("audit.json"))).contains("Dr. Fox");
  }

  @Test
  void an_audit_record_can_be_printed_instead_of_the_decisions() throws IOException {
    CommandRun decided = decide("--audit", "-");
    assertThat(decided.code()).isZero();
    assertThat(decided.out()).startsWith("{\"asOf\":").doesNotContain("NOT EARNED");

    Files.writeString(folder.resolve("audit.json"), decided.out());
    assertThat(replay().code()).isZero();
  }

  @Test
  void another_policy_is_not_confirmed_and_named() throws IOException {
    decide("--audit", path("audit.json"));
    change("quiz-pack/level-1.drl", "80", "79");

    CommandRun outcome = replay();
    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_CONFIRMED.number());
    assertThat(outcome.out())
        .startsWith("policy changed: ")
        .contains("the pack `quiz-pack` is another than the one that decided")
        .contains("/evaluation/decisions/0/decision: the document says `NOT_EARNED`");
  }

  @Test
  void what_was_found_is_json_for_scripts() throws IOException {
    decide("--audit", path("audit.json"));
    List<String> replay =
        List.of("replay", path("audit.json"), "--json", "--pack", path("quiz-pack"));
    JsonNode confirmed = new ObjectMapper().readTree(run(replay).out());
    assertThat(confirmed.at("/outcome").textValue()).isEqualTo("confirmed");
    assertThat(confirmed.at("/learner").textValue()).isEqualTo("ada");
    assertThat(confirmed.at("/asOf").textValue()).isEqualTo("2026-05-01");
    assertThat(confirmed.at("/findings")).isEmpty();

    change("quiz-pack/level-1.drl", "80", "79");
    CommandRun changed = run(replay);
    JsonNode other = new ObjectMapper().readTree(changed.out());
    assertThat(changed.code()).isEqualTo(ExitCode.NOT_CONFIRMED.number());
    assertThat(other.at("/outcome").textValue()).isEqualTo("policy-changed");
    assertThat(other.at("/findings").findValuesAsText("pointer"))
        .contains("/evaluation/decisions/0/decision");
  }

  @Test
  void a_changed_record_is_not_confirmed() throws IOException {
    decide("--audit", path("audit.json"));
    change("audit.json", "\"score\":\"79.99\"", "\"score\":\"80\"");

    CommandRun outcome = replay();
    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_CONFIRMED.number());
    assertThat(outcome.out()).startsWith("record changed: ");
  }

  @Test
  void a_changed_decision_is_not_confirmed() throws IOException {
    decide("--audit", path("audit.json"));
    change("audit.json", "\"decision\":\"NOT_EARNED\"", "\"decision\":\"EARNED\"");

    CommandRun outcome = replay();
    assertThat(outcome.code()).isEqualTo(ExitCode.NOT_CONFIRMED.number());
    assertThat(outcome.out()).startsWith("document changed: ");
  }

  @Test
  void personal_data_is_taken_out_with_a_key_and_the_record_is_still_confirmed()
      throws IOException {
    Files.write(folder.resolve("key"), new byte[32]);
    CommandRun decided = decide("--audit", path("audit.json"), "--pseudonym-key", path("key"));
    assertThat(decided.code()).isZero();

    assertThat(Files.readString(folder.resolve("audit.json")))
        .doesNotContain("\"ada\"", "Dr. Fox", "2001-02-03")
        .contains("79.99");
    assertThat(replay().code()).isZero();
    assertThat(replay().out()).startsWith("confirmed: learner p-");
  }

  @Test
  void a_bad_key_and_a_key_without_an_audit_record_are_bad_options() throws IOException {
    Files.write(folder.resolve("key"), new byte[31]);

    CommandRun tooShort = decide("--audit", path("audit.json"), "--pseudonym-key", path("key"));
    assertThat(tooShort.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(tooShort.err()).contains("the key has 31 bytes; it needs at least 32");
    assertThat(folder.resolve("audit.json")).doesNotExist();
    CommandRun missing = decide("--audit", path("audit.json"), "--pseudonym-key", path("no-key"));
    assertThat(missing.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    CommandRun alone = decide("--pseudonym-key", path("key"));
    assertThat(alone.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(alone.err()).contains("there is no audit record to write; add `--audit`");
  }

  @Test
  void a_file_that_cannot_be_written_is_a_bad_option() {
    CommandRun outcome = decide("--audit", path("no-folder/audit.json"));
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).contains("cannot be written; look at its folder");
  }

  @Test
  void what_is_no_audit_record_ends_with_3_and_a_bad_policy_with_2() throws IOException {
    Files.writeString(folder.resolve("audit.json"), "{}");
    CommandRun outcome = replay();
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_RECORD.number());
    assertThat(outcome.err()).contains("`record` of the audit record is missing");

    change("quiz-pack/level-1.drl", "score", "scores");
    assertThat(replay().code()).isEqualTo(ExitCode.BAD_POLICY.number());
  }

  @Test
  void the_help_of_replay_tells_the_exit_codes() {
    assertThat(run(List.of("replay", "--help")).out()).contains("Exit codes:", "not confirmed");
  }
}
