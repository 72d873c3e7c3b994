package io.credentialrules.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the script by which a shell completes commands, options and their values. */
@Command(
    name = "completion",
    description =
        "Prints the script by which bash and zsh complete commands, options and their values: source"
            + " <(credential-rules completion)",
    mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine root = spec.root().commandLine();
    Terminal.out(spec).print(AutoComplete.bash(root.getCommandName(), root));
    return ExitCode.DONE.number();
  }
}
