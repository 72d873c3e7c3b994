package io.credentialrules.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/** A command that was run in this process: its exit code and what it printed. */
record CommandRun(int code, String out, String err) {

  static CommandRun run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new CommandRun(code, out.toString(), err.toString());
  }

  static CommandRun run(Object... arguments) {
    return run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
  }

  static CommandRun run(List<String> arguments) {
    return run(arguments.toArray(String[]::new));
  }
}
