package io.credentialrules.testkit.coverage;

import io.credentialrules.testkit.coverage.CoveragePoint.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage as text. */
final class CoverageText {
  private CoverageText() {}

  static List<String> of(CoverageReport report) {
    List<String> lines = new ArrayList<>();
    for (CoveragePoint point : report.missing()) {
      lines.add(point.place() + ": " + point.missing());
    }
    if (!lines.isEmpty()) {
      lines.add("");
    }
    byPack(report).forEach((pack, points) -> lines.add(pack + ": " + counts(points)));
    for (Kind kind : Kind.values()) {
      List<CoveragePoint> points = of(report.points(), kind);
      if (!points.isEmpty()) {
        lines.add("  " + name(kind) + ": " + counts(points));
      }
    }
    return lines;
  }

  static Map<String, List<CoveragePoint>> byPack(CoverageReport report) {
    Map<String, List<CoveragePoint>> packs = new LinkedHashMap<>();
    for (CoveragePoint point : report.points()) {
      String file = point.place().file();
      packs
          .computeIfAbsent(file.substring(0, file.indexOf('/')), pack -> new ArrayList<>())
          .add(point);
    }
    return packs;
  }

  static List<CoveragePoint> of(List<CoveragePoint> points, Kind kind) {
    return points.stream().filter(point -> point.kind() == kind).toList();
  }

  static String counts(List<CoveragePoint> points) {
    long seen = points.stream().filter(CoveragePoint::isSeen).count();
    return seen + " of " + points.size() + " (" + CoverageReport.percent(points) + " %)";
  }

  static String name(Kind kind) {
    return switch (kind) {
      case RULE -> "rules that a record satisfies";
      case CONDITION -> "conditions that decide alone";
      case ALTERNATIVE -> "alternatives that satisfy alone";
      case AT_BOUND -> "bounds with a record at them";
      case BESIDE_BOUND -> "bounds with a record beside them";
    };
  }
}
