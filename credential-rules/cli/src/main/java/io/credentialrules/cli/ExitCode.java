package io.credentialrules.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a command ends. */
enum ExitCode {
  DONE(0, "it did what was asked"),
  CHECK_FAILED(1, "the packs have errors"),
  BAD_POLICY(2, "the packs have errors, so nothing was decided"),
  BAD_RECORD(3, "a learner record or an audit record cannot be read"),
  NOT_CONFIRMED(4, "the audit record is not confirmed"),
  SCENARIO_FAILED(1, "a scenario is not true, or could not be tried"),
  COVERAGE_BELOW(1, "less of a pack is covered than --at-least requires"),
  TOO_FEW_NOTICED(1, "less of the changes of a pack is noticed than --at-least requires"),
  BAD_SCENARIO(3, "there are no scenarios, or one is at a wrong place"),
  BAD_BADGE(3, "a badge, a record, or a file that says whom to trust cannot be read"),
  BAD_PATHWAY(3, "the file is no pathway that can be read"),
  NOT_VERIFIED(4, "a badge is invalid or not checked, so it does not count"),
  NOT_EARNED(4, "the credential is not earned, so nothing was issued"),
  LIMIT_EXCEEDED(5, "a limit was exceeded; the message names it, and --limit raises it"),
  BAD_OPTION(64, "an option or a parameter is wrong, or a file cannot be written"),
  PROGRAM_ERROR(70, "an error of the program itself");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  int number() {
    return number;
  }

  /** What it means, as the help says it. */
  String meaning() {
    return meaning;
  }

  /** The codes that a command ends with, for its help. */
  static Map<String, String> of(String command) {
    List<ExitCode> own =
        switch (command) {
          case "check" -> List.of(CHECK_FAILED);
          case "test" -> List.of(SCENARIO_FAILED, BAD_SCENARIO);
          case "import" -> List.of(BAD_POLICY, BAD_BADGE, NOT_VERIFIED, LIMIT_EXCEEDED);
          case "new" -> List.of(BAD_POLICY, BAD_PATHWAY);
          case "endorse" -> List.of();
          case "badge", "export" -> List.of(BAD_POLICY, BAD_RECORD, NOT_EARNED, LIMIT_EXCEEDED);
          case "coverage" -> List.of(COVERAGE_BELOW, BAD_POLICY, BAD_SCENARIO, LIMIT_EXCEEDED);
          case "mutate" ->
              List.of(SCENARIO_FAILED, TOO_FEW_NOTICED, BAD_POLICY, BAD_SCENARIO, LIMIT_EXCEEDED);
          case "template" -> List.of(BAD_POLICY, LIMIT_EXCEEDED);
          case "graph" -> List.of(BAD_POLICY, BAD_RECORD, LIMIT_EXCEEDED);
          case "replay" -> List.of(BAD_POLICY, BAD_RECORD, NOT_CONFIRMED, LIMIT_EXCEEDED);
          default -> List.of(BAD_POLICY, BAD_RECORD, LIMIT_EXCEEDED);
        };
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      if (own.contains(code) || code == DONE || code == BAD_OPTION || code == PROGRAM_ERROR) {
        codes.put((code.number < 10 ? " " : "") + code.number, code.meaning);
      }
    }
    return codes;
  }
}
