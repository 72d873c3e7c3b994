package io.credentialrules.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Results of scenarios as text: what is not true, then a line for each pack and one for all. */
final class ScenarioResultText {
  private static final String INDENT = "    ";

  private ScenarioResultText() {}

  static List<String> of(List<ScenarioResult> results) {
    List<String> lines = new ArrayList<>();
    Map<String, List<ScenarioResult>> byPack = new LinkedHashMap<>();
    for (ScenarioResult result : results) {
      byPack.computeIfAbsent(result.file().pack(), pack -> new ArrayList<>()).add(result);
      if (!result.passed()) {
        lines.addAll(failure(result));
        lines.add("");
      }
    }
    byPack.forEach((pack, own) -> lines.add(pack + ": " + counts(own)));
    if (byPack.size() > 1) {
      lines.add("all " + byPack.size() + " packs: " + counts(results));
    }
    return lines;
  }

  private static List<String> failure(ScenarioResult result) {
    List<String> lines = new ArrayList<>();
    lines.add((result.error() == null ? "FAILED " : "ERROR ") + result.file().name());
    lines.add(INDENT + result.file().path());
    if (!result.story().isEmpty()) {
      lines.add(INDENT + result.story());
    }
    if (result.error() != null) {
      result.error().lines().forEach(line -> lines.add(INDENT + line));
      return lines;
    }
    block(lines, "expected:", result.expected().lines().toList());
    block(lines, "but was:", result.given().lines().toList());
    block(lines, "because:", result.why());
    block(lines, "it would be earned with:", result.whatToDo());
    return lines;
  }

  private static void block(List<String> lines, String heading, List<String> block) {
    if (!block.isEmpty()) {
      lines.add(INDENT + heading);
      block.forEach(line -> lines.add(INDENT + INDENT + line));
    }
  }

  private static String counts(List<ScenarioResult> results) {
    long errors = results.stream().filter(result -> result.error() != null).count();
    long failed = results.stream().filter(result -> !result.passed()).count() - errors;
    String counts = results.size() + (results.size() == 1 ? " scenario, " : " scenarios, ");
    return counts
        + (results.size() - failed - errors)
        + " passed"
        + (failed == 0 ? "" : ", " + failed + " failed")
        + (errors == 0 ? "" : ", " + errors + " could not be tried");
  }
}
