package io.credentialrules.cli;

import io.credentialrules.testkit.coverage.CoveragePoint;
import io.credentialrules.testkit.coverage.SuggestedScenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Scenarios that are missing as text: each with the file that it belongs in, ready to paste. */
final class SuggestionText {
  private SuggestionText() {}

  /** What is missing for bounds, and for which of it no scenario was found. */
  static List<String> of(CoverageRun run) {
    List<SuggestedScenario> suggestions = run.suggestions();
    List<String> lines = new ArrayList<>(List.of(""));
    if (!suggestions.isEmpty()) {
      lines.add(
          suggestions.size() == 1
              ? "1 scenario is missing at a bound; this is what the rules answer today:"
              : suggestions.size()
                  + " scenarios are missing at bounds; this is what the rules answer today:");
    }
    Set<CoveragePoint> found = new HashSet<>();
    for (SuggestedScenario suggestion : suggestions) {
      found.add(suggestion.point());
      lines.add("");
      lines.add("# " + free(run.path(suggestion.path())));
      suggestion.text().lines().forEach(lines::add);
    }
    List<CoveragePoint> open =
        run.all().missing().stream()
            .filter(point -> isBound(point) && !found.contains(point))
            .toList();
    if (!open.isEmpty()) {
      if (!suggestions.isEmpty()) {
        lines.add("");
      }
      lines.add("no scenario was found where");
      open.forEach(point -> lines.add("  " + point.place() + ": " + point.missing()));
    } else if (suggestions.isEmpty()) {
      lines.add("each bound has a scenario at it and one beside it");
    }
    return lines;
  }

  private static boolean isBound(CoveragePoint point) {
    return point.kind() == CoveragePoint.Kind.AT_BOUND
        || point.kind() == CoveragePoint.Kind.BESIDE_BOUND;
  }

  /** A path that no file has yet. */
  private static String free(String path) {
    String free = path;
    for (int i = 2; Files.exists(Path.of(free)); i++) {
      free = path.replaceFirst("\\.yaml$", "-" + i + ".yaml");
    }
    return free;
  }
}
