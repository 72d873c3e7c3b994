package io.credentialrules.cli;

import io.credentialrules.testkit.Scenario;
import io.credentialrules.testkit.mutation.MutationReport;
import io.credentialrules.testkit.mutation.PolicyMutation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Changes the rules of packs, and says which changes no scenario notices. */
@Command(
    name = "mutate",
    description = "Changes the rules of packs one by one, and says which changes nobody notices.",
    mixinStandardHelpOptions = true)
final class MutateCommand implements Callable<Integer> {
  @Mixin private ThresholdOptions threshold = new ThresholdOptions();

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
    return threshold.measure(limits.limits(), packs -> measure(packs.read()));
  }

  private int measure(List<PackScenarios.OfPack> read) {
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
    List<MutationReport> reports = reports(read);
    MutationReport all = reports.stream().reduce(MutationReport::and).orElseThrow();
    int written = json ? output.json(spec, all.json()) : output.lines(spec, all.text());
    if (written == ExitCode.DONE.number() && html != null) {
      written = OutputOptions.save(spec, "--html", html, all.html());
    }
    return written != ExitCode.DONE.number()
        ? written
        : threshold.code(reports.stream().map(MutationReport::percent), ExitCode.TOO_FEW_NOTICED);
  }

  private List<MutationReport> reports(List<PackScenarios.OfPack> read) {
    List<PolicyMutation> mutations =
        read.stream()
            .map(
                pack ->
                    PolicyMutation.of(
                        pack.pack(), pack.further(), builder -> builder.limits(limits.limits())))
            .toList();
    int changes = mutations.stream().mapToInt(PolicyMutation::size).sum();
    List<MutationReport> reports = new ArrayList<>();
    try (LongWork work = LongWork.of(spec, "changes", changes)) {
      for (int i = 0; i < read.size(); i++) {
        reports.add(mutations.get(i).run(read.get(i).scenarios(), work::done));
      }
    }
    return reports;
  }
}
