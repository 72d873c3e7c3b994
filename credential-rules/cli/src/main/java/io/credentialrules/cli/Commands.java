package io.credentialrules.cli;

import java.util.List;

/**
 * What can be done, in the order of the help. A command is made when it is needed: reading the
 * options of all of them takes longer than most commands work.
 */
final class Commands {
  /** Prints what a shell completes, which is all commands. */
  private static final String COMPLETION = "completion";

  /** The names of all commands. */
  static final List<String> NAMES =
      List.of(
          "decide",
          "explain",
          "plan",
          "diff",
          "impact",
          "upcoming",
          "graph",
          "template",
          "check",
          "test",
          "coverage",
          "mutate",
          "new",
          "docs",
          "import",
          "badge",
          "export",
          "endorse",
          "queue",
          "skills",
          "replay",
          COMPLETION);

  private Commands() {}

  /** The names of those that arguments may be about: one that is named needs no other. */
  static List<String> neededBy(String... arguments) {
    boolean isNamed =
        arguments.length > 0 && NAMES.contains(arguments[0]) && !arguments[0].equals(COMPLETION);
    return isNamed ? List.of(arguments[0]) : NAMES;
  }

  /** A new command. */
  static Object of(String name) {
    return switch (name) {
      case "decide" -> new DecideCommand();
      case "explain" -> new ExplainCommand();
      case "plan" -> new PlanCommand();
      case "diff" -> new DiffCommand();
      case "impact" -> new ImpactCommand();
      case "upcoming" -> new UpcomingCommand();
      case "graph" -> new GraphCommand();
      case "template" -> new TemplateCommand();
      case "check" -> new CheckCommand();
      case "test" -> new TestCommand();
      case "coverage" -> new CoverageCommand();
      case "mutate" -> new MutateCommand();
      case "new" -> new NewCommand();
      case "docs" -> new DocsCommand();
      case "import" -> new ImportCommand();
      case "badge" -> new BadgeCommand();
      case "export" -> new ExportCommand();
      case "endorse" -> new EndorseCommand();
      case "queue" -> new QueueCommand();
      case "skills" -> new SkillsCommand();
      case "replay" -> new ReplayCommand();
      case COMPLETION -> new CompletionCommand();
      default -> throw new IllegalArgumentException("there is no command `" + name + "`");
    };
  }
}
