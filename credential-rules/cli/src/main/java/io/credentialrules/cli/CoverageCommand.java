package io.credentialrules.cli;

import io.credentialrules.testkit.coverage.CoverageReport;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what the scenarios of packs leave untested. */
@Command(
    name = "coverage",
    description = "Says which rules, conditions and bounds of packs no scenario decides.",
    mixinStandardHelpOptions = true)
final class CoverageCommand implements Callable<Integer> {
  @Mixin private ThresholdOptions threshold = new ThresholdOptions();

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
    return threshold.measure(limits.limits(), this::measure);
  }

  private int measure(PackScenarios packs) {
    CoverageRun run = new CoverageRun(packs, limits.limits());
    run.evaluate();
    int written = write(run);
    return written != ExitCode.DONE.number()
        ? written
        : threshold.code(
            run.reports().stream().map(CoverageReport::percent), ExitCode.COVERAGE_BELOW);
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
}
