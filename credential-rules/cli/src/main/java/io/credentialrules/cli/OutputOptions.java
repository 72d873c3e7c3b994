package io.credentialrules.cli;

import io.credentialrules.report.Sentences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of commands that write for people: in which language, and where to. */
final class OutputOptions {
  @Option(
      names = "--lang",
      paramLabel = "LANGUAGES",
      defaultValue = "en",
      description =
          "the language: en or fr, also with a region, such as en-GB, or several as browsers send"
              + " them; English where none fits")
  private String language = "en";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write to this file, in UTF-8, instead of standard output")
  private @Nullable Path file;

  /** The best of the languages there are; a note where it is none of those that were asked for. */
  Locale locale(CommandSpec spec) {
    Locale locale = Sentences.language(language);
    if (!language.toLowerCase(Locale.ROOT).contains(locale.getLanguage())) {
      Terminal.err(spec)
          .line(
              "--lang: there are no sentences in `"
                  + language
                  + "`, so this is in English; there are in "
                  + Sentences.languages().stream()
                      .map(Locale::toLanguageTag)
                      .collect(Collectors.joining(", ")));
    }
    return locale;
  }

  /** Writes a text that is harmless already; the exit code says whether that was possible. */
  int text(CommandSpec spec, String text) {
    return file == null
        ? done(() -> Terminal.out(spec).print(text.strip() + "\n"))
        : save(spec, "--out", file, text);
  }

  /** Writes lines. */
  int lines(CommandSpec spec, List<String> lines) {
    return file == null
        ? done(() -> Terminal.out(spec).lines(lines))
        : save(spec, "--out", file, String.join("\n", lines));
  }

  /** Writes a JSON document. */
  int json(CommandSpec spec, String document) {
    return file == null
        ? done(() -> Terminal.out(spec).json(document.strip()))
        : save(spec, "--out", file, document);
  }

  private static int done(Runnable printed) {
    printed.run();
    return ExitCode.DONE.number();
  }

  /** Writes a file that an option names; the exit code says whether that was possible. */
  static int save(CommandSpec spec, String option, Path file, String text) {
    try {
      Files.writeString(file, text.strip() + "\n");
      return ExitCode.DONE.number();
    } catch (IOException failure) {
      Terminal.err(spec)
          .line(option + ": `" + file + "` cannot be written: check that its folder is there");
      return ExitCode.BAD_OPTION.number();
    }
  }

  /** Refuses {@code --json} beside another {@code --format}: one of the two would be ignored. */
  static void refuseTwoFormats(CommandSpec spec, boolean isJson, Enum<?> format) {
    if (isJson
        && spec.commandLine().getParseResult().hasMatchedOption("--format")
        && !format.name().equals("JSON")) {
      throw new ParameterException(
          spec.commandLine(),
          "`--json` and `--format "
              + format.name().toLowerCase(Locale.ROOT)
              + "` are two formats; keep one");
    }
  }
}
