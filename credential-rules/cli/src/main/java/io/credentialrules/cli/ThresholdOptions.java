package io.credentialrules.cli;

import io.credentialrules.Limits;
import io.credentialrules.PolicyException;
import io.credentialrules.testkit.ScenarioException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The packs whose scenarios are measured, and how much each pack has to reach. */
final class ThresholdOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of packs, or a folder that holds them")
  private List<Path> folders = List.of();

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "end with exit code 1 where a pack reaches less, such as 80 or 97.5")
  private @Nullable BigDecimal least;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** Measures the packs; what is wrong with them or their scenarios is printed. */
  int measure(Limits limits, ToIntFunction<PackScenarios> work) {
    if (least != null && (least.signum() < 0 || least.compareTo(BigDecimal.valueOf(100)) > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--at-least: `" + least + "` is not a percentage from 0 to 100");
    }
    PackScenarios packs = new PackScenarios(folders, limits, spec);
    try {
      return work.applyAsInt(packs);
    } catch (ScenarioException unreadable) {
      Terminal.err(spec).line(String.valueOf(unreadable.getMessage()));
      return ExitCode.BAD_SCENARIO.number();
    } catch (PolicyException failure) {
      Terminal.err(spec).lines(new ProblemText(packs.packs()).of(failure.problems()));
      return ExitCode.BAD_POLICY.number();
    }
  }

  /** The code to end with, by how much each pack reaches. */
  int code(Stream<BigDecimal> percents, ExitCode below) {
    BigDecimal wanted = least;
    boolean isBelow = wanted != null && percents.anyMatch(percent -> percent.compareTo(wanted) < 0);
    return isBelow ? below.number() : ExitCode.DONE.number();
  }
}
