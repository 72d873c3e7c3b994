package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.CredentialRules;
import io.credentialrules.pathways.PathwayException;
import io.credentialrules.pathways.PathwayImport;
import io.credentialrules.pathways.PathwayReader;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a pack: one to write on, or what a published pathway says. */
@Command(
    name = "new",
    description =
        "Begins a pack in a new folder: a small one that passes check and test, or what a published"
            + " pathway or framework says.",
    mixinStandardHelpOptions = true)
final class NewCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "the folder of the pack, which must not exist yet")
  private Path folder = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "FILE",
      description =
          "a pathway: CTDL in JSON-LD, or exported from Badgr; or a framework with rubrics: a"
              + " package of CASE")
  private @Nullable Path pathway;

  @Option(
      names = "--best-level-first",
      description =
          "in the rubrics of CASE the best level has the first position; without it, the last")
  private boolean isBestFirst;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "the time zone of the pack; for a small one America/New_York by default")
  private @Nullable ZoneId zone;

  @Option(names = "--json", description = "say as JSON what was written and what was left out")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    String pack = name == null ? "" : name.toString();
    if (!pack.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new ParameterException(
          spec.commandLine(),
          "`"
              + pack
              + "` is no name of a pack; write lower-case letters, digits and hyphens, such as"
              + " `field-work`");
    }
    if (isTaken()) {
      throw new ParameterException(
          spec.commandLine(), "`" + folder + "` is there already; name a folder that is not");
    }
    return pathway == null
        ? write(
            new Scaffold(pack, zone == null ? ZoneId.of("America/New_York") : zone).files(),
            List.of())
        : from(pathway, pack);
  }

  private boolean isTaken() {
    if (!Files.exists(folder)) {
      return false;
    }
    if (!Files.isDirectory(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isPresent();
    } catch (IOException unreadable) {
      return true;
    }
  }

  private int from(Path file, String pack) {
    Terminal err = Terminal.err(spec);
    PathwayImport read;
    try {
      PathwayReader reader = PathwayReader.of(pack);
      reader = zone == null ? reader : reader.withZone(zone);
      read =
          (isBestFirst ? reader.withBestLevelFirst() : reader)
              .read(String.valueOf(file.getFileName()), InputFile.text(file));
    } catch (PathwayException failure) {
      err.line(String.valueOf(failure.getMessage()));
      return ExitCode.BAD_PATHWAY.number();
    } catch (IOException failure) {
      err.line(InputFile.sentence(file, failure));
      return ExitCode.BAD_PATHWAY.number();
    }
    List<Problem> problems = CredentialRules.builder().add(read.pack()).check();
    SortedMap<String, String> files = new TreeMap<>(read.pack().files());
    files.put("README.md", read.readme());
    int written = write(files, read.leftOut());
    err.lines(new ProblemText(List.of(read.pack())).of(problems));
    boolean isWrong = problems.stream().anyMatch(one -> one.severity() == Severity.ERROR);
    return written == ExitCode.DONE.number() && isWrong ? ExitCode.BAD_POLICY.number() : written;
  }

  private int write(SortedMap<String, String> files, List<String> leftOut) {
    try {
      for (var file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.toAbsolutePath().getParent());
        Files.writeString(path, file.getValue());
      }
    } catch (IOException failure) {
      Terminal.err(spec).line("`" + folder + "` cannot be written: check that you may write there");
      return ExitCode.BAD_OPTION.number();
    }
    Terminal out = Terminal.out(spec);
    if (json) {
      out.json(document(files, leftOut));
      return ExitCode.DONE.number();
    }
    files.keySet().forEach(file -> out.line("wrote " + folder.resolve(file)));
    leftOut.forEach(sentence -> out.line("left out: " + sentence));
    out.line("`credential-rules check " + folder + "` says what is wrong with it");
    return ExitCode.DONE.number();
  }

  private String document(SortedMap<String, String> files, List<String> leftOut) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = new JsonFactory().createGenerator(text)) {
      generator.useDefaultPrettyPrinter();
      generator.writeStartObject();
      list(generator, "files", files.keySet());
      list(generator, "leftOut", leftOut);
      generator.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private static void list(JsonGenerator json, String name, Iterable<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
