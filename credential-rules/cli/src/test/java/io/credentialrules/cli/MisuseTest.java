package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is said in the words of whoever wrote it. */
class MisuseTest {
  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "decid --pack p | there is no command `decid`; maybe `decide`",
        "frobnicate | there is no command `frobnicate`",
        "decide --pak p | there is no option `--pak`; maybe `--pack`",
        "decide --pak=p | there is no option `--pak`; maybe `--pack`",
        "decide --pack p --colour red | there is no option `--colour`",
        "decide extra --pack p | `extra` belongs to no option; leave it out, or quote a text that has spaces",
        "decide | name `--pack DIR`",
        "docs my-pack | name `--pack DIR`",
        "decide --pack | name `--pack DIR`",
        "decide --pack p --learner | name `--learner FILE`",
        "check | name `DIR`",
        "badge --pack p | name `--issuer FILE` and `--key FILE`",
        "decide --pack p --learner a --learner b | `--learner` is there twice; keep one",
        "decide --pack p --limit maxFacts | --limit: `maxFacts` is not `NAME=VALUE`",
        "plan --pack p --cost ADD | --cost: `ADD` is not `KIND=COST`",
        "plan --pack p --cost ADD=x | --cost: `x` is not a whole number",
        "plan --pack p --plans 1.5 | --plans: `1.5` is not a whole number",
        "upcoming --pack p --learners l --within 99999999999 | --within: `99999999999` is not a whole number",
        "coverage p --at-least most | --at-least: `most` is not a number",
        "explain --pack p --format pdf | --format: `pdf` is none of `text`, `markdown`, `html`, `json`",
        "explain --pack p --no-plan=5 | --no-plan: it takes no value; leave out `=5`",
        "impact --before p --learners l --set X | --set: `X` is not NAME=VALUE, such as MinimumHours=180",
        "decide --pack p --zone Mars/Base | --zone: `Mars/Base` is not a time zone; write one such as `America/New_York`"
      })
  void a_command_line_that_cannot_be_read_is_told_without_the_parser(
      String arguments, String message) {
    CommandRun outcome = run(arguments.split(" "));

    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().findFirst()).hasValue(message);
    assertThat(outcome.err().lines().skip(1).findFirst().orElse(""))
        .endsWith("--help` lists the options");
  }

  @Test
  void decisions_are_written_to_a_file_and_in_another_language() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Files.writeString(
        pack.resolve("a.drl"),
        "rule \"Quiz\" @credential( \"quiz\" ) when AssessmentResult( passed ) then end");
    Path record =
        Files.writeString(folder.resolve("ada.json"), "{ \"learner\": { \"id\": \"ada\" } }");
    Path written = folder.resolve("decisions.txt");
    String[] decide = {
      "decide",
      "--pack",
      pack + "",
      "--learner",
      record + "",
      "--zone",
      "UTC",
      "--as-of",
      "2026-05-01",
      "--lang",
      "fr-CA",
      "--out",
      written + ""
    };
    CommandRun outcome = run(decide);

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).isEmpty();
    assertThat(written).content().contains("NON OBTENU").endsWith("\n");
    decide[decide.length - 1] = folder.resolve("no-folder/decisions.txt").toString();
    assertThat(run(decide).code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(run(decide).err()).contains("check that its folder is there");
  }
}
