package io.credentialrules.cli;

import io.credentialrules.LimitExceededException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command {@code credential-rules}. Results go to standard output, messages to standard error,
 * both in UTF-8, both through a {@link Terminal}. It ends with an {@link ExitCode}.
 */
@Command(
    name = "credential-rules",
    description = "Decides who has earned a credential, and says why.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
public final class Main {
  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = run(out, err, StatusLine.ofStandardError(err), arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /** Runs the command while nobody watches, for tests too. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    return run(out, err, StatusLine.silent(err), arguments);
  }

  /** Runs the command. */
  static int run(PrintWriter out, PrintWriter err, StatusLine status, String... arguments) {
    CommandLine line = line(arguments);
    line.setOut(new Terminal(out, status));
    line.setErr(new Terminal(err, status));
    line.setExecutionExceptionHandler(Main::failed);
    line.setParameterExceptionHandler(Main::misused);
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitCode.BAD_OPTION.number();
    }
    return line.execute(arguments);
  }

  /** The commands that arguments may be about. */
  static CommandLine line(String... arguments) {
    CommandLine line = new CommandLine(new Main());
    for (String name : Commands.neededBy(arguments)) {
      CommandLine command = new CommandLine(Commands.of(name));
      command
          .getCommandSpec()
          .usageMessage()
          .exitCodeListHeading("Exit codes:%n")
          .exitCodeList(ExitCode.of(name));
      line.addSubcommand(name, command);
    }
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUnmatchedOptionsAllowedAsOptionParameters(false);
    line.registerConverter(ZoneId.class, Main::zone);
    return line;
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    Terminal err = Terminal.err(command.getCommandSpec());
    if (failure instanceof LimitExceededException) {
      err.line(String.valueOf(failure.getMessage()));
      return ExitCode.LIMIT_EXCEEDED.number();
    }
    err.line("this is an error of the program itself; please report it: " + failure);
    return ExitCode.PROGRAM_ERROR.number();
  }

  private static int misused(CommandLine.ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    Terminal err = Terminal.err(command.getCommandSpec());
    err.line(Misuse.sentence(failure, arguments));
    err.line("`" + command.getCommandSpec().qualifiedName() + " --help` lists the options");
    return ExitCode.BAD_OPTION.number();
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new CommandLine.TypeConversionException(
          "`" + text + "` is not a time zone; write one such as `America/New_York`");
    }
  }
}
