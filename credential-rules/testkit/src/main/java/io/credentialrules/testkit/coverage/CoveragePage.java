package io.credentialrules.testkit.coverage;

import io.credentialrules.testkit.coverage.CoveragePoint.Kind;
import io.credentialrules.testkit.internal.page.SourcePage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Coverage as a page: each file as its author wrote it, with what is missing below its line. */
final class CoveragePage {
  private CoveragePage() {}

  static String of(CoverageReport report) {
    SourcePage page =
        new SourcePage("Coverage of policies", "Coverage of policies: " + report.percent() + " %");
    Map<String, String> packs = new LinkedHashMap<>();
    CoverageText.byPack(report)
        .forEach((pack, points) -> packs.put(pack, CoverageText.counts(points)));
    page.counts(packs);
    Map<String, String> kinds = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      List<CoveragePoint> points = CoverageText.of(report.points(), kind);
      if (!points.isEmpty()) {
        kinds.put(CoverageText.name(kind), CoverageText.counts(points));
      }
    }
    page.counts(kinds);
    report.files().forEach((file, text) -> page.file(file, text, ofFile(report, file)::get));
    return page.html();
  }

  private static Lines ofFile(CoverageReport report, String file) {
    Lines lines = new Lines();
    for (CoveragePoint point : report.points()) {
      if (point.place().file().equals(file)) {
        lines.add(point);
      }
    }
    return lines;
  }

  /** The points of a file by their lines. */
  private static final class Lines {
    private final Map<Integer, List<CoveragePoint>> points = new HashMap<>();

    void add(CoveragePoint point) {
      points.computeIfAbsent(point.place().line(), line -> new ArrayList<>()).add(point);
    }

    SourcePage.Line get(int line) {
      List<CoveragePoint> all = points.getOrDefault(line, List.of());
      List<SourcePage.Note> missing =
          all.stream()
              .filter(point -> !point.isSeen())
              .map(point -> new SourcePage.Note(point.missing(), ""))
              .toList();
      return new SourcePage.Line(all.size() - missing.size(), all.size(), missing);
    }
  }
}
