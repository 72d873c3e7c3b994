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
 * both in UTF-8. Exit codes: 0 when it did what was asked, 1 when a check found errors, 2 for a bad
 * policy, 3 for a bad record, 4 when an audit record is not confirmed, 64 for a bad option, 70 for
 * an error of the program itself.
 */
@Command(
    name = "credential-rules",
    description = "Decides who has earned a credential, and says why.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      DecideCommand.class,
      ExplainCommand.class,
      PlanCommand.class,
      DiffCommand.class,
      ImpactCommand.class,
      GraphCommand.class,
      CheckCommand.class,
      ReplayCommand.class
    })
public final class Main {
  static final int CHECK_FAILED = 1;
  static final int BAD_POLICY = 2;
  static final int BAD_RECORD = 3;
  static final int NOT_CONFIRMED = 4;
  static final int BAD_OPTION = 64;
  static final int PROGRAM_ERROR = 70;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = utf8(FileDescriptor.out);
    PrintWriter err = utf8(FileDescriptor.err);
    int code = run(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(code);
  }

  private static PrintWriter utf8(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
  }

  /** Runs the command, for tests too. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Main());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(ZoneId.class, Main::zone);
    line.getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().exitCodeOnInvalidInput(BAD_OPTION));
    line.getCommandSpec().exitCodeOnInvalidInput(BAD_OPTION);
    line.setExecutionExceptionHandler(Main::failed);
    if (arguments.length == 0) {
      line.usage(err);
      return BAD_OPTION;
    }
    return line.execute(arguments);
  }

  private static int failed(
      Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
    PrintWriter err = command.getErr();
    if (failure instanceof LimitExceededException) {
      err.println(failure.getMessage());
      return BAD_RECORD;
    }
    err.println("this is an error of the program itself, please report it: " + failure);
    return PROGRAM_ERROR;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException unknown) {
      throw new CommandLine.TypeConversionException(
          "`" + text + "` is no time zone; write one such as `America/New_York`");
    }
  }
}
