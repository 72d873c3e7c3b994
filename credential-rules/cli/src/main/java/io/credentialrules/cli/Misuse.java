package io.credentialrules.cli;

import io.credentialrules.internal.text.NearestWord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with a command line, in the words of whoever wrote it. The parser's own sentences
 * name types of the program, and call a mistyped option another one that is missing.
 */
final class Misuse {
  private Misuse() {}

  /** One sentence. */
  static String sentence(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    List<String> unknown = unknown(failure, arguments);
    if (!unknown.isEmpty()) {
      return unknown(command, unknown.get(0));
    }
    if (failure instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
      return missing(missing.getMissing());
    }
    if (failure instanceof OverwrittenOptionException twice) {
      return "`" + name(twice.getOverwritten()) + "` is there twice; keep one";
    }
    ArgSpec argument = failure.getArgSpec();
    String value = failure.getValue();
    return argument == null || value == null
        ? String.valueOf(failure.getMessage())
        : name(argument) + ": " + value(failure, argument, value);
  }

  /** What no option and no parameter takes; options first, since they are what was meant. */
  private static List<String> unknown(ParameterException failure, String... arguments) {
    CommandLine command = failure.getCommandLine();
    List<String> all = List.of();
    if (failure instanceof UnmatchedArgumentException unmatched) {
      // the parser keeps to itself what it found where the value of an option should be
      all = unmatched.getUnmatched().isEmpty() ? List.of(arguments) : unmatched.getUnmatched();
    } else if (failure instanceof MissingParameterException) {
      all = command.getUnmatchedArguments();
    }
    List<String> options =
        all.stream()
            .filter(argument -> isOption(argument) && !options(command).contains(option(argument)))
            .toList();
    if (!command.getSubcommands().isEmpty()) {
      return List.copyOf(all);
    }
    // what is missing is told before what may only lack the name of the missing option
    return !options.isEmpty() || failure instanceof MissingParameterException
        ? options
        : List.copyOf(all);
  }

  private static String option(String argument) {
    int equals = argument.indexOf('=');
    return equals < 0 ? argument : argument.substring(0, equals);
  }

  private static boolean isOption(String argument) {
    return argument.startsWith("-");
  }

  private static String unknown(CommandLine command, String argument) {
    if (isOption(argument)) {
      String option = option(argument);
      return "there is no option `" + option + "`" + maybe(option, options(command));
    }
    return command.getSubcommands().isEmpty()
        ? "`" + argument + "` belongs to no option; leave it out, or quote a text that has spaces"
        : "there is no command `" + argument + "`" + maybe(argument, Commands.NAMES);
  }

  private static List<String> options(CommandLine command) {
    List<String> names = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  private static String missing(List<ArgSpec> missing) {
    return missing.stream()
        .map(
            argument ->
                argument.isOption()
                    ? "`" + name(argument) + " " + argument.paramLabel() + "`"
                    : "`" + argument.paramLabel() + "`")
        .distinct()
        .collect(Collectors.joining(" and ", "name ", ""));
  }

  private static String value(ParameterException failure, ArgSpec argument, String value) {
    Class<?>[] types = argument.auxiliaryTypes();
    Class<?> type = types[types.length - 1];
    if (argument.typeInfo().isMap() && failure.getCause() == null) {
      return quoted(value) + " is not `" + argument.paramLabel() + "`";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "it takes no value; leave out " + quoted("=" + value);
    }
    if (type == int.class || type == Integer.class) {
      return quoted(value) + " is not a whole number";
    }
    if (Number.class.isAssignableFrom(type)) {
      return quoted(value) + " is not a number";
    }
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(constant -> quoted(constant.toString().toLowerCase(Locale.ROOT)))
          .collect(Collectors.joining(", ", quoted(value) + " is none of ", ""));
    }
    Throwable cause = failure.getCause();
    return cause instanceof CommandLine.TypeConversionException
        ? String.valueOf(cause.getMessage())
        : quoted(value) + " cannot be read";
  }

  private static String quoted(String value) {
    return "`" + value + "`";
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String maybe(String word, Collection<String> candidates) {
    String maybe = NearestWord.maybe(word, candidates);
    return maybe.isEmpty() ? "" : "; " + maybe;
  }
}
