package io.credentialrules.cli;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.Plan;
import io.credentialrules.PolicyException;
import io.credentialrules.report.Sentences;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.ScenarioException;
import io.credentialrules.testkit.ScenarioFile;
import io.credentialrules.testkit.ScenarioOutcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** Tries scenarios; each set of packs is compiled once, and its problems are printed once. */
final class ScenarioRun {
  private final CommandSpec spec;
  private final Limits limits;
  private final Locale locale;
  private final Map<List<Path>, Optional<CredentialRules>> compiled = new HashMap<>();

  ScenarioRun(CommandSpec spec, Limits limits, Locale locale) {
    this.spec = spec;
    this.limits = limits;
    this.locale = locale;
  }

  /**
   * The results of all scenarios, in the order of the folders and of their names.
   *
   * @param folders packs, or folders that hold packs
   * @param credentials those whose scenarios are tried; all where there are none
   * @throws ScenarioException when there are no scenarios, or a file is at a place where none
   *     belongs
   */
  List<ScenarioResult> of(List<Path> folders, List<String> credentials) {
    List<ScenarioFile> files =
        folders.stream()
            .flatMap(folder -> files(folder).stream())
            .filter(file -> credentials.isEmpty() || credentials.contains(file.credential()))
            .toList();
    List<ScenarioResult> results = new ArrayList<>();
    try (LongWork work = LongWork.of(spec, "scenarios", files.size())) {
      for (ScenarioFile file : files) {
        results.add(tried(file));
        work.done();
      }
    }
    return results;
  }

  /** The scenarios of a pack, or of the packs in a folder. */
  static List<ScenarioFile> files(Path folder) {
    List<ScenarioFile> own = ScenarioFile.ofPack(folder);
    return own.isEmpty() ? ScenarioFile.in(folder) : own;
  }

  private ScenarioResult tried(ScenarioFile file) {
    long started = System.nanoTime();
    Scenario scenario;
    try {
      scenario = file.read();
    } catch (ScenarioException unreadable) {
      return error(file, "", String.valueOf(unreadable.getMessage()), started);
    }
    Optional<CredentialRules> rules = rules(file, scenario);
    if (rules.isEmpty()) {
      return error(file, scenario.story(), "its packs have errors", started);
    }
    try {
      ScenarioOutcome outcome = scenario.outcome(rules.get());
      return new ScenarioResult(
          file,
          scenario.story(),
          outcome.expected(),
          outcome.given(),
          outcome.passed() ? List.of() : outcome.reasons(),
          outcome.passed() || !scenario.earned() ? List.of() : plan(outcome),
          null,
          milliseconds(started));
    } catch (LimitExceededException exceeded) {
      return error(file, scenario.story(), String.valueOf(exceeded.getMessage()), started);
    }
  }

  private Optional<CredentialRules> rules(ScenarioFile file, Scenario scenario) {
    List<Path> folders = scenario.packs().stream().map(file::folderOf).sorted().distinct().toList();
    Optional<CredentialRules> known = compiled.get(folders);
    if (known == null) {
      known = compile(folders);
      compiled.put(folders, known);
    }
    return known;
  }

  private Optional<CredentialRules> compile(List<Path> folders) {
    PackFolders packs = PackFolders.read(folders, limits, spec);
    try {
      return Optional.of(packs.compile());
    } catch (PolicyException failure) {
      Terminal.err(spec).lines(new ProblemText(packs.packs()).of(failure.problems()));
      return Optional.empty();
    }
  }

  private List<String> plan(ScenarioOutcome outcome) {
    Evaluation evaluation = outcome.evaluation();
    String credential = outcome.scenario().credential();
    boolean isAwarded =
        evaluation.rules().catalogue().stream().anyMatch(each -> each.id().equals(credential));
    if (!isAwarded || evaluation.isEarned(credential)) {
      return List.of();
    }
    Plan plan = evaluation.plan(credential);
    Sentences sentences = Sentences.of(evaluation.rules(), evaluation.asOf(), locale);
    return sentences.plan(plan).stream().map(sentences::sentence).toList();
  }

  private static ScenarioResult error(ScenarioFile file, String story, String error, long started) {
    return new ScenarioResult(
        file, story, "", "", List.of(), List.of(), error, milliseconds(started));
  }

  private static long milliseconds(long started) {
    return (System.nanoTime() - started) / 1_000_000;
  }
}
