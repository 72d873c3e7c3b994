package io.credentialrules.testkit.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Coverage in the format of LCOV's tracefiles (geninfo(1)): a line is hit when anything on it is
 * shown, and each point is a branch of its line, so that a host of code marks lines as covered,
 * partly covered, or not.
 */
final class CoverageLcov {
  private CoverageLcov() {}

  static String of(CoverageReport report, UnaryOperator<String> path) {
    StringBuilder text = new StringBuilder();
    for (String file : report.files().keySet()) {
      Map<Integer, List<CoveragePoint>> lines = new TreeMap<>();
      for (CoveragePoint point : report.points()) {
        if (point.place().file().equals(file)) {
          lines.computeIfAbsent(point.place().line(), line -> new ArrayList<>()).add(point);
        }
      }
      if (!lines.isEmpty()) {
        line(text, "TN:");
        line(text, "SF:" + path.apply(file));
        file(text, lines);
        line(text, "end_of_record");
      }
    }
    return text.toString();
  }

  private static void file(StringBuilder text, Map<Integer, List<CoveragePoint>> lines) {
    lines.forEach(
        (line, points) -> {
          for (int i = 0; i < points.size(); i++) {
            line(text, "BRDA:" + line + ",0," + i + "," + (points.get(i).isSeen() ? 1 : 0));
          }
        });
    List<CoveragePoint> all = lines.values().stream().flatMap(List::stream).toList();
    line(text, "BRF:" + all.size());
    line(text, "BRH:" + seen(all));
    lines.forEach((line, points) -> line(text, "DA:" + line + "," + (seen(points) > 0 ? 1 : 0)));
    line(text, "LF:" + lines.size());
    line(text, "LH:" + lines.values().stream().filter(points -> seen(points) > 0).count());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static long seen(List<CoveragePoint> points) {
    return points.stream().filter(CoveragePoint::isSeen).count();
  }
}
