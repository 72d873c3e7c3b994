package io.credentialrules.cli;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.testkit.ScenarioException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the scenarios of packs and says which of them are no longer true, and why. */
@Command(
    name = "test",
    description = "Runs the scenarios of packs, and says which are not true and why.",
    mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
  private static final int DEEPEST = 16;

  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of packs, or a folder that holds them")
  private List<Path> folders = List.of();

  @Option(
      names = "--credential",
      paramLabel = "ID",
      description = "only the scenarios of this credential; can be repeated")
  private List<String> credentials = List.of();

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "write the results to this file too, as JUnit XML")
  private @Nullable Path junit;

  @Option(names = "--json", description = "print the results as JSON")
  private boolean json;

  @Option(
      names = "--suggest",
      description =
          "print the scenarios that are missing at bounds too, ready to paste; not with --json or"
              + " --credential")
  private boolean suggest;

  @Option(
      names = "--watch",
      description = "test again whenever a file changes, until Ctrl-C; not with --out")
  private boolean watch;

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    if (suggest && (json || !credentials.isEmpty())) {
      throw new ParameterException(
          spec.commandLine(), "--suggest cannot be combined with --json or --credential");
    }
    Locale locale = output.locale(spec);
    Map<Path, String> before = files();
    AtomicInteger code = new AtomicInteger(test(locale));
    if (watch) {
      Watch.whileItChanges(
          folders, before, this::files, Map::equals, now -> code.set(test(locale)));
    }
    return code.get();
  }

  private int test(Locale locale) {
    List<ScenarioResult> results;
    try {
      results = new ScenarioRun(spec, limits.limits(), locale).of(folders, credentials);
    } catch (ScenarioException misplaced) {
      Terminal.err(spec).line(String.valueOf(misplaced.getMessage()));
      return ExitCode.BAD_SCENARIO.number();
    }
    if (results.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--credential: these folders hold no scenarios of `"
              + String.join("`, `", credentials)
              + "`; a scenario is a file `<pack>/scenarios/<credential>/<verdict>/<story>.yaml`");
    }
    if (junit != null) {
      int saved = OutputOptions.save(spec, "--junit", junit, ScenarioJunit.of(results));
      if (saved != ExitCode.DONE.number()) {
        return saved;
      }
    }
    int written =
        json ? output.json(spec, ScenarioJson.of(results)) : output.lines(spec, text(results));
    if (written != ExitCode.DONE.number()) {
      return written;
    }
    return results.stream().allMatch(ScenarioResult::passed)
        ? ExitCode.DONE.number()
        : ExitCode.SCENARIO_FAILED.number();
  }

  /** The results, and what is missing where all of them could be tried. */
  private List<String> text(List<ScenarioResult> results) {
    List<String> lines = new ArrayList<>(ScenarioResultText.of(results));
    if (suggest && results.stream().allMatch(result -> result.error() == null)) {
      CoverageRun run =
          new CoverageRun(new PackScenarios(folders, limits.limits(), spec), limits.limits());
      run.evaluate();
      lines.addAll(SuggestionText.of(run));
    }
    return lines;
  }

  /** All files of the folders, with what changes when one is written. */
  private Map<Path, String> files() {
    ImmutableMap.Builder<Path, String> files = ImmutableMap.builder();
    for (Path folder : folders) {
      try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
          files.put(file, attributes.lastModifiedTime() + " " + attributes.size());
        }
      } catch (IOException | UncheckedIOException changedMeanwhile) {
        // The next look finds what is there then; a folder that is missing is told by the test.
      }
    }
    return files.buildKeepingLast();
  }
}
