package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever packs, records, file names and options hold, nothing of it acts on a terminal. */
class TerminalTest {
  private static final Pattern ACTING =
      Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");

  /** Moves the cursor, turns the writing around, rings the bell, and starts a line of its own. */
  private static final String EVIL = "x\u001B[2J\u009B1m\u202Egnp\u2066\u0007\nerror: forged";

  @TempDir private Path folder = Path.of("");

  private static String written(Consumer<Terminal> use) {
    StringWriter text = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(text));
    use.accept(terminal);
    terminal.flush();
    return text.toString();
  }

  @Property
  void a_line_is_one_line_and_acts_on_nothing(@ForAll String text) {
    String line = written(terminal -> terminal.line(text));
    assertThat(line).endsWith("\n");
    assertThat(line.substring(0, line.length() - 1)).doesNotContain("\n");
    assertThat(ACTING.matcher(line).find()).isFalse();
  }

  @Property
  void no_way_of_printing_lets_a_character_act(@ForAll String text) {
    assertThat(ACTING.matcher(written(terminal -> terminal.print(text))).find()).isFalse();
    assertThat(ACTING.matcher(written(terminal -> terminal.append(text))).find()).isFalse();
    assertThat(ACTING.matcher(written(terminal -> terminal.printf("%s", text))).find()).isFalse();
    assertThat(ACTING.matcher(written(terminal -> terminal.write(text.toCharArray()))).find())
        .isFalse();
    assertThat(ACTING.matcher(written(terminal -> text.chars().forEach(terminal::write))).find())
        .isFalse();
  }

  @Property
  void json_keeps_its_values(@ForAll String text) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String document = mapper.writeValueAsString(List.of(text.replaceAll("\\p{Cs}", "")));
    String shown = written(terminal -> terminal.json(document));
    assertThat(ACTING.matcher(shown).find()).isFalse();
    assertThat(mapper.readTree(shown)).isEqualTo(mapper.readTree(document));
  }

  private String pack() throws IOException {
    Path pack = Files.createDirectories(folder.resolve("pack"));
    Files.writeString(
        pack.resolve("a.drl"),
        "rule \"Quiz\" @credential( \"quiz\" ) when AssessmentResult( assessment == \"q\" ) then"
            + " end\n");
    return pack.toString();
  }

  private record Outcome(int code, String out, String err) {
    void isHarmless() {
      assertThat(ACTING.matcher(out + err).find()).isFalse();
      assertThat((out + err).lines()).noneMatch(line -> line.startsWith("error: forged"));
    }
  }

  private static Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private static String quoted(String text) throws IOException {
    return new ObjectMapper().writeValueAsString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"decide", "explain", "plan", "graph", "diff"})
  void texts_and_names_of_a_record_do_not_act(String command) throws IOException {
    Path record = folder.resolve("record.json");
    Files.writeString(
        record,
        "{ \"learner\": { \"id\": %1$s }, \"facts\": { \"AssessmentResult\": [ { \"type\": \"QUIZ\","
                .formatted(quoted(EVIL))
            + " \"assessment\": %1$s, \"subject\": %1$s } ] }, \"waivers\": [ { \"requirement\":"
                .formatted(quoted(EVIL))
            + " %1$s, \"by\": %1$s, \"role\": \"STAFF\", \"why\": %1$s, \"on\": \"2026-01-01\" } ] }"
                .formatted(quoted(EVIL)));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                command,
                "--pack",
                pack(),
                "--learner",
                record.toString(),
                "--as-of",
                "2026-05-01",
                "--zone",
                "UTC"));
    if (command.equals("diff")) {
      arguments.addAll(List.of("--to-as-of", "2026-04-01"));
    }
    Outcome outcome = run(arguments.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    outcome.isHarmless();
  }

  @Test
  void names_of_fields_and_of_files_do_not_act() throws IOException {
    Path record = folder.resolve("r\u001B[2J\u202E\nerror: forged.json");
    Files.writeString(record, "{ %s: 1 }".formatted(quoted(EVIL)), StandardCharsets.UTF_8);
    Outcome outcome =
        run(
            "decide",
            "--pack",
            pack(),
            "--learner",
            record.toString(),
            "--as-of",
            "2026-05-01",
            "--zone",
            "UTC");
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_RECORD.number());
    assertThat(outcome.err()).contains("forged");
    outcome.isHarmless();
  }

  @Test
  void names_of_files_of_a_pack_do_not_act() throws IOException {
    Path pack = Path.of(pack());
    Files.writeString(pack.resolve("b\u001B[2J\u202E\nerror: forged.drl"), "rule nonsense");
    Outcome outcome = run("check", pack.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.CHECK_FAILED.number());
    outcome.isHarmless();
    for (String format : List.of("--json", "--sarif")) {
      Outcome json = run("check", format, pack.toString());
      json.isHarmless();
      new ObjectMapper().readTree(json.out());
    }
  }

  @Test
  void options_do_not_act() {
    run("decide", "--" + EVIL).isHarmless();
    run(EVIL).isHarmless();
    run("check", EVIL).isHarmless();
    run("decide", "--pack", "p", "--learner", "l", "--zone", EVIL).isHarmless();
    run("decide", "--pack", "p", "--learner", "l", "--limit", EVIL + "=1").isHarmless();
  }
}
