package io.credentialrules.cli;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a learner record to fill in. */
@Command(
    name = "template",
    description =
        "Prints a learner record to fill in: what the rules ask for, with the choices beside each"
            + " field.",
    mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
  /** How a template is written. */
  enum TemplateFormat {
    JSON,
    YAML,
    CSV
  }

  @Parameters(arity = "1..*", paramLabel = "DIR", description = "the folders of the packs")
  private List<Path> folders = List.of();

  @Option(
      names = "--credential",
      paramLabel = "ID",
      description = "only for this credential and what it requires; can be repeated")
  private List<String> credentials = List.of();

  @Option(
      names = "--format",
      defaultValue = "yaml",
      paramLabel = "FORMAT",
      description = "yaml, json or csv; csv needs --to")
  private TemplateFormat format = TemplateFormat.YAML;

  @Option(names = "--json", description = "the same as --format json")
  private boolean json;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      description = "the folder, new or empty, for the files of --format csv")
  private @Nullable Path to;

  @Mixin private LimitOptions limits = new LimitOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    OutputOptions.refuseTwoFormats(spec, json, format);
    if (json) {
      format = TemplateFormat.JSON;
    }
    if ((format == TemplateFormat.CSV) != (to != null)) {
      throw new ParameterException(
          spec.commandLine(), "--format csv and --to DIR are written together");
    }
    CredentialRules rules = new CommandInputs(spec, limits.limits()).rules(folders);
    if (rules == null) {
      return ExitCode.BAD_POLICY.number();
    }
    DecisionOptions.check(spec, "--credential", rules, credentials);
    RecordTemplate template =
        RecordTemplate.of(
            rules,
            credentials.isEmpty()
                ? rules.catalogue().stream().map(Credential::id).toList()
                : credentials);
    if (template.isTooLarge()) {
      Terminal.err(spec)
          .line(
              "the template would have more than "
                  + String.format(Locale.ROOT, "%,d", RecordTemplate.MOST_FACTS)
                  + " facts; name fewer credentials, with --credential ID");
      return ExitCode.LIMIT_EXCEEDED.number();
    }
    TemplateText text = new TemplateText(template);
    if (to != null) {
      return save(to, text.csv());
    }
    if (format == TemplateFormat.JSON) {
      Terminal.out(spec).json(text.json());
    } else {
      Terminal.out(spec).print(text.yaml());
    }
    return ExitCode.DONE.number();
  }

  /** Nothing is written over: what was filled in would be lost. */
  private int save(Path folder, Map<String, String> files) {
    try {
      Files.createDirectories(folder);
      for (String name : files.keySet()) {
        if (Files.exists(folder.resolve(name))) {
          Terminal.err(spec).line("--to: `" + folder.resolve(name) + "` is there already");
          return ExitCode.BAD_OPTION.number();
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), file.getValue());
      }
      return ExitCode.DONE.number();
    } catch (IOException failure) {
      Terminal.err(spec).line("--to: `" + folder + "` cannot be written");
      return ExitCode.BAD_OPTION.number();
    }
  }
}
