package io.credentialrules.cli;

import static io.credentialrules.cli.CommandRun.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.credentialrules.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;

/** Options, exit codes and limits are what the documents and the help say. */
class OptionsTest {
  private static final Path DOCUMENTS = Path.of("../../docs");

  @TempDir private Path folder = Path.of("");

  private String pack() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Files.writeString(
        pack.resolve("a.drl"),
        """
        rule "Quiz" @requirement( "quiz" ) when AssessmentResult( assessment == "q" ) then end
        rule "Level 1" @credential( "level-1" ) when Met( requirement == "quiz" ) then end
        """);
    return pack.toString();
  }

  private String record() throws IOException {
    return Files.writeString(
            folder.resolve("ada.json"),
            "{ \"learner\": { \"id\": \"ada\" }, \"facts\": { \"AssessmentResult\": ["
                + " { \"type\": \"QUIZ\", \"assessment\": \"a\" },"
                + " { \"type\": \"QUIZ\", \"assessment\": \"b\" } ] } }")
        .toString();
  }

  private CommandRun decide(String... further) throws IOException {
    String[] common = {"decide", "--pack", pack(), "--learner", record(), "--as-of", "2026-05-01"};
    String[] all = java.util.Arrays.copyOf(common, common.length + further.length);
    System.arraycopy(further, 0, all, common.length, further.length);
    return run(all);
  }

  /** What {@code badge} and {@code export} write is JSON already, and a script is no data. */
  private static final Set<String> WITHOUT_JSON =
      Set.of("badge", "completion", "endorse", "export");

  @Test
  void every_command_that_tells_something_tells_it_as_json_too() throws IOException {
    String document = Files.readString(DOCUMENTS.resolve("command-line.md"));
    Main.line()
        .getSubcommands()
        .forEach(
            (name, command) -> {
              boolean hasJson = command.getCommandSpec().findOption("--json") != null;
              assertThat(hasJson).as(name).isNotEqualTo(WITHOUT_JSON.contains(name));
              if (!hasJson) {
                assertThat(document).contains("`" + name + "`");
              }
            });
  }

  @Test
  void a_graph_as_json_has_what_comes_first_and_with_a_learner_how_far_each_is()
      throws IOException {
    Path pack = Path.of(pack());
    Files.writeString(
        pack.resolve("b.drl"),
        """
        rule "Level 2" @credential( "level-2" ) @pathway( "p" ) @level( 2 )
        when Earned( credential == "level-1" ) then end
        """);
    ObjectMapper mapper = new ObjectMapper();
    JsonNode graph =
        mapper.readTree(run("graph", "--pack", pack.toString(), "--json").out()).get("credentials");
    assertThat(graph.findValuesAsText("id")).containsExactly("level-1", "level-2");
    assertThat(graph.at("/0/after")).isEmpty();
    assertThat(graph.at("/0/pathway").isNull()).isTrue();
    assertThat(graph.get(0).has("level") || graph.get(0).has("earned")).isFalse();
    assertThat(graph.at("/1/level").intValue()).isEqualTo(2);
    assertThat(graph.at("/1/after").toString())
        .isEqualTo("[{\"credential\":\"level-1\",\"needed\":true}]");

    CommandRun learner =
        run(
            "graph",
            "--json",
            "--credential",
            "level-1",
            "--pack",
            pack.toString(),
            "--learner",
            record(),
            "--as-of",
            "2026-05-01",
            "--zone",
            "UTC");
    JsonNode only = mapper.readTree(learner.out()).get("credentials");
    assertThat(only.findValuesAsText("id")).containsExactly("level-1");
    assertThat(only.at("/0/earned").booleanValue()).isFalse();
    assertThat(only.at("/0/done").intValue()).isZero();
    assertThat(only.at("/0/total").intValue()).isEqualTo(1);
  }

  @Test
  void explain_and_template_write_as_json_what_their_format_does() throws IOException {
    String[] explain = {
      "explain", "--pack", pack(), "--learner", record(), "--as-of", "2026-05-01", "--zone", "UTC"
    };
    assertThat(with(explain, "--json").out())
        .isEqualTo(with(explain, "--format", "json").out())
        .startsWith("{");
    String[] template = {"template", pack()};
    assertThat(with(template, "--json").out())
        .isEqualTo(with(template, "--format", "json").out())
        .startsWith("{");
    assertThat(with(template).out()).doesNotStartWith("{");
  }

  private static CommandRun with(String[] common, String... further) {
    String[] all = java.util.Arrays.copyOf(common, common.length + further.length);
    System.arraycopy(further, 0, all, common.length, further.length);
    return run(all);
  }

  @Test
  void every_limit_of_the_documents_can_be_set_and_no_other() throws IOException {
    String text = Files.readString(DOCUMENTS.resolve("limits.md"));
    assertThat(Limits.names().stream().filter(name -> !name.equals("evaluationTime")))
        .containsExactlyElementsOf(
            limits(text.substring(0, text.indexOf("## Learner records as JSON"))));
    assertThat(LimitOptions.REPORTED.keySet())
        .containsExactlyElementsOf(limits(text.substring(text.indexOf("## Reports"))));
  }

  private static Set<String> limits(String tables) {
    Set<String> documented = new TreeSet<>();
    Matcher row = Pattern.compile("(?m)^\\| `(max\\w+)`").matcher(tables);
    while (row.find()) {
      documented.add(row.group(1));
    }
    return documented;
  }

  @Test
  void a_limit_of_reports_is_kept_at_its_value_and_exceeded_beyond_it() throws IOException {
    assertThat(decide("--zone", "UTC", "--limit", "maxSentences=1000").code()).isZero();
    CommandRun beyond = decide("--zone", "UTC", "--limit", "maxSentences=1");
    assertThat(beyond.code()).isEqualTo(ExitCode.LIMIT_EXCEEDED.number());
    assertThat(beyond.err()).contains("maxSentences");
    String several = "../../rules/ums-horticulture";
    CommandRun drawn =
        run("graph", "--pack", several, "--format", "svg", "--limit", "maxPictureWork=1");
    assertThat(drawn.code()).isEqualTo(ExitCode.LIMIT_EXCEEDED.number());
    assertThat(drawn.err()).contains("maxPictureWork");
  }

  @Test
  void a_limit_is_kept_at_its_value_and_exceeded_beyond_it() throws IOException {
    assertThat(decide("--zone", "UTC", "--limit", "maxFacts=3").code()).isZero();
    CommandRun beyond = decide("--zone", "UTC", "--limit", "maxFacts=1");
    assertThat(beyond.code()).isEqualTo(ExitCode.LIMIT_EXCEEDED.number());
    assertThat(beyond.err()).contains("maxFacts");
    assertThat(run("check", "--limit", "maxRules=2", pack()).code()).isZero();
    assertThat(run("check", "--limit", "maxRules=1", pack()).out()).contains("limit-rules");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maxFact=1 | there is no limit `maxFact`",
        "maxFacts=many | `many` is not a value for `maxFacts`",
        "maxFacts=0 | `maxFacts` must be positive",
        "maxSentences=0 | `maxSentences` must be positive",
        "maxPictureWork=much | `much` is not a value for `maxPictureWork`",
        "evaluationTime=soon | `soon` is not a value for `evaluationTime`"
      })
  void a_limit_that_cannot_be_is_a_bad_option(String limit, String message) throws IOException {
    CommandRun outcome = decide("--zone", "UTC", "--limit", limit);
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).contains("--limit: " + message);
  }

  @Test
  void the_time_of_an_evaluation_can_be_set() throws IOException {
    assertThat(decide("--zone", "UTC", "--limit", "evaluationTime=30s").code()).isZero();
  }

  @Test
  void without_a_zone_nothing_is_decided() throws IOException {
    CommandRun outcome = decide();
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_OPTION.number());
    assertThat(outcome.err()).startsWith("--zone: name the time zone of the policy");
    assertThat(decide("--zone", "Nowhere/Land").err()).contains("is not a time zone");
  }

  @Test
  void the_zone_of_a_pack_counts_unless_another_is_named() throws IOException {
    Path pack = Path.of(pack());
    String rules = Files.readString(pack.resolve("a.drl"));
    Files.writeString(
        pack.resolve("a.drl"),
        rules.replaceFirst("@requirement", "@zone( \"Asia/Tokyo\" ) @requirement"));
    String[] decide = {
      "decide", "--pack", pack.toString(), "--learner", record(), "--as-of", "2026-05-01"
    };
    assertThat(run(decide).out()).contains("(Asia/Tokyo)");
    String[] named = java.util.Arrays.copyOf(decide, decide.length + 2);
    named[decide.length] = "--zone";
    named[decide.length + 1] = "UTC";
    assertThat(run(named).out()).contains("(UTC)");
  }

  @Test
  void the_page_of_the_command_line_names_every_command_option_and_exit_code() throws IOException {
    String page = Files.readString(DOCUMENTS.resolve("command-line.md"));
    for (var command : Main.line().getSubcommands().entrySet()) {
      assertThat(page).contains("### " + command.getKey() + "\n");
      for (OptionSpec option : command.getValue().getCommandSpec().options()) {
        assertThat(page).as(command.getKey()).contains("`" + option.longestName());
      }
    }
    for (ExitCode code : ExitCode.values()) {
      assertThat(page).contains("| " + code.number() + " | " + code.meaning() + " |");
    }
  }

  @Test
  void each_command_is_called_what_it_says_and_one_that_is_named_needs_no_other() {
    assertThat(Main.line().getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
    for (String name : Commands.NAMES) {
      assertThat(Commands.of(name).getClass().getAnnotation(Command.class).name()).isEqualTo(name);
    }
    assertThat(Main.line("check", "decide").getSubcommands()).containsOnlyKeys("check");
    for (String other : List.of("--help", "chek", "Check", "@options", "completion")) {
      assertThat(Main.line(other, "check").getSubcommands()).hasSize(Commands.NAMES.size());
    }
  }

  @Test
  void the_help_of_a_command_tells_its_exit_codes() {
    assertThat(run("check", "--help").out())
        .contains("Exit codes:")
        .contains("1   the packs have errors")
        .doesNotContain("audit record");
    assertThat(run("replay", "--help").out()).contains("4   the audit record is not confirmed");
  }

  @Test
  void json_beside_another_format_is_a_bad_option() throws IOException {
    for (String command : List.of("explain --format html", "graph --format svg")) {
      List<String> words = new ArrayList<>(List.of(command.split(" ")));
      words.addAll(
          List.of(
              "--pack", pack(), "--learner", record(), "--as-of", "2026-05-01", "--zone", "UTC"));
      assertThat(run(words.toArray(String[]::new)).code()).isZero();
      words.add("--json");
      CommandRun outcome = run(words.toArray(String[]::new));
      assertThat(outcome.code()).isEqualTo(64);
      assertThat(outcome.err())
          .contains("`--json` and `--format " + words.get(2) + "` are two formats; keep one");
    }
    String to = folder.resolve("filled").toString();
    assertThat(run("template", pack(), "--format", "csv", "--to", to, "--json").err())
        .contains("`--json` and `--format csv` are two formats; keep one");
    assertThat(run("template", pack(), "--format", "json", "--json").code()).isZero();
    for (String format : List.of("html", "ctdl")) {
      assertThat(run("docs", "--pack", pack(), "--format", format, "--json").err())
          .contains("`--json` and `--format " + format + "` are two formats; keep one");
    }
  }
}
