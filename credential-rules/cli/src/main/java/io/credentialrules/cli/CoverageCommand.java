package io.credentialrules.cli;

import io.credentialrules.PolicyException;
import io.credentialrules.testkit.ScenarioException;
import io.credentialrules.testkit.coverage.CoverageReport;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what the scenarios of packs leave untested. */
@Command(
    name = "coverage",
    description = "Says which rules, conditions and bounds of packs no scenario decides.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of packs, or a folder that holds them")
  private List<Path> folders = List.of();

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "end with exit code 1 where less of a pack is covered, such as 80 or 97.5")
  private @Nullable BigDecimal least;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "write a page to this file too: the source, with what is missing below its line")
  private @Nullable Path html;

  @Option(
      names = "--lcov",
      paramLabel = "FILE",
      description = "write the coverage to this file too, in the format of LCOV")
  private @Nullable Path lcov;

  @Option(names = "--json", description = "print the coverage as JSON")
  private boolean json;

  @Mixin private OutputOptions output = new OutputOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    output.locale(spec);
    if (least != null && (least.signum() < 0 || least.compareTo(BigDecimal.valueOf(100)) > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--at-least: `" + least + "` is not a percentage from 0 to 100");
    }
    CoverageRun run = new CoverageRun(folders, limits.limits(), spec);
    try {
      run.evaluate();
    } catch (ScenarioException unreadable) {
      Terminal.err(spec).line(String.valueOf(unreadable.getMessage()));
      return ExitCode.BAD_SCENARIO.number();
    } catch (PolicyException failure) {
      Terminal.err(spec).lines(new ProblemText(run.packs()).of(failure.problems()));
      return ExitCode.BAD_POLICY.number();
    }
    int written = write(run);
    return written != ExitCode.DONE.number() ? written : code(run.reports());
  }

  private int write(CoverageRun run) {
    CoverageReport all = run.all();
    int code = json ? output.json(spec, all.json()) : output.lines(spec, all.text());
    if (code == ExitCode.DONE.number() && html != null) {
      code = OutputOptions.save(spec, "--html", html, all.html());
    }
    if (code == ExitCode.DONE.number() && lcov != null) {
      code = OutputOptions.save(spec, "--lcov", lcov, all.lcov(run::path));
    }
    return code;
  }

  private int code(List<CoverageReport> reports) {
    boolean isBelow =
        least != null && reports.stream().anyMatch(each -> each.percent().compareTo(least) < 0);
    return isBelow ? ExitCode.COVERAGE_BELOW.number() : ExitCode.DONE.number();
  }
}
