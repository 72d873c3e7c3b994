package io.credentialrules.cli;

import io.credentialrules.PolicyException;
import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.ScenarioException;
import io.credentialrules.testkit.mutation.MutationReport;
import io.credentialrules.testkit.mutation.PolicyMutation;
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

/** Changes the rules of packs, and says which changes no scenario notices. */
@Command(
    name = "mutate",
    description = "Changes the rules of packs one by one, and says which changes nobody notices.",
    mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "DIR",
      description = "the folders of packs, or a folder that holds them")
  private List<Path> folders = List.of();

  @Option(
      names = "--at-least",
      paramLabel = "PERCENT",
      description = "end with exit code 1 where less of the changes of a pack is noticed")
  private @Nullable BigDecimal least;

  @Option(
      names = "--json",
      description = "print the mutants as JSON, in the format of the Stryker mutation report")
  private boolean json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page on the author's source into this file")
  private @Nullable Path html;

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
    PackScenarios packs = new PackScenarios(folders, limits.limits(), spec);
    List<PackScenarios.OfPack> read;
    try {
      read = packs.read();
    } catch (ScenarioException unreadable) {
      Terminal.err(spec).line(String.valueOf(unreadable.getMessage()));
      return ExitCode.BAD_SCENARIO.number();
    } catch (PolicyException failure) {
      Terminal.err(spec).lines(new ProblemText(packs.packs()).of(failure.problems()));
      return ExitCode.BAD_POLICY.number();
    }
    List<Scenario> untrue =
        read.stream()
            .flatMap(
                pack ->
                    pack.scenarios().stream()
                        .filter(scenario -> !scenario.outcome(pack.rules()).passed()))
            .toList();
    if (!untrue.isEmpty()) {
      untrue.forEach(
          scenario ->
              Terminal.err(spec)
                  .line(scenario.name() + " is not true; `credential-rules test` says why"));
      return ExitCode.SCENARIO_FAILED.number();
    }
    List<MutationReport> reports = read.stream().map(this::report).toList();
    MutationReport all = reports.stream().reduce(MutationReport::and).orElseThrow();
    int written = json ? output.json(spec, all.json()) : output.lines(spec, all.text());
    if (written == ExitCode.DONE.number() && html != null) {
      written = OutputOptions.save(spec, "--html", html, all.html());
    }
    return written != ExitCode.DONE.number() ? written : code(reports);
  }

  private MutationReport report(PackScenarios.OfPack pack) {
    return PolicyMutation.of(
            pack.pack(), pack.further(), builder -> builder.limits(limits.limits()))
        .run(pack.scenarios());
  }

  private int code(List<MutationReport> reports) {
    boolean isBelow =
        least != null && reports.stream().anyMatch(each -> each.percent().compareTo(least) < 0);
    return isBelow ? ExitCode.TOO_FEW_NOTICED.number() : ExitCode.DONE.number();
  }
}
