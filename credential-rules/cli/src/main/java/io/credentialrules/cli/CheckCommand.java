package io.credentialrules.cli;

import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with policy packs. */
@Command(
    name = "check",
    description = "Says everything that is wrong with policy packs; exit code 1 for errors.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "DIR", description = "the folders of the packs")
  private List<Path> folders = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Packs packs = new Packs(folders);
    List<Problem> problems = packs.problems();
    spec.commandLine().getOut().println(new ProblemText(packs.packs()).of(problems));
    boolean hasErrors = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    return hasErrors ? Main.CHECK_FAILED : 0;
  }
}
