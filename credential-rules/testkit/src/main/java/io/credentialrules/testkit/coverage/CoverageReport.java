package io.credentialrules.testkit.coverage;

import io.credentialrules.PolicyPack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What records show of the rules of packs, and what is missing; as text, JSON, a page, or in the
 * format of LCOV. Immutable.
 */
public final class CoverageReport {
  private final Map<String, String> files;
  private final List<CoveragePoint> points;

  private CoverageReport(Map<String, String> files, List<CoveragePoint> points) {
    this.files = new TreeMap<>(files);
    this.points =
        points.stream()
            .sorted(Comparator.comparing(CoveragePoint::place).thenComparing(CoveragePoint::kind))
            .toList();
  }

  static CoverageReport of(PolicyPack pack, List<CoveragePoint> points) {
    Map<String, String> files = new LinkedHashMap<>();
    pack.files().forEach((file, text) -> files.put(pack.name() + "/" + file, text));
    return new CoverageReport(files, points);
  }

  /** This report and that of another pack as one. */
  public CoverageReport and(CoverageReport other) {
    Map<String, String> all = new LinkedHashMap<>(files);
    all.putAll(other.files);
    List<CoveragePoint> both = new ArrayList<>(points);
    both.addAll(other.points);
    return new CoverageReport(all, both);
  }

  /** Everything that a record should decide, in the order of places. */
  public List<CoveragePoint> points() {
    return points;
  }

  /** What no record shows, in the order of places. */
  public List<CoveragePoint> missing() {
    return points.stream().filter(point -> !point.isSeen()).toList();
  }

  /**
   * How many hundredths of the points are shown, with one digit, rounded down: 100 only if all are;
   * 100 for a pack without rules.
   */
  public BigDecimal percent() {
    return percent(points);
  }

  static BigDecimal percent(List<CoveragePoint> points) {
    if (points.isEmpty()) {
      return BigDecimal.valueOf(100);
    }
    long seen = points.stream().filter(CoveragePoint::isSeen).count();
    return BigDecimal.valueOf(100 * seen)
        .divide(BigDecimal.valueOf(points.size()), 1, RoundingMode.DOWN);
  }

  /** The text of each file by its name in places, in the order of the names. */
  Map<String, String> files() {
    return files;
  }

  /** For a terminal: what is missing, each on a line with its place, then the counts. */
  public List<String> text() {
    return CoverageText.of(this);
  }

  /** As a JSON document, with the counts and all points. */
  public String json() {
    return CoverageJson.of(this);
  }

  /**
   * As an HTML page that needs nothing else: the author's source, with what is missing beside the
   * lines.
   */
  public String html() {
    return CoveragePage.of(this);
  }

  /**
   * In the format of LCOV, for hosts of code: each line with points, and each point as a branch.
   *
   * @param path gives the path of a file in the repository from its name in places, such as {@code
   *     garden/rules.drl}
   */
  public String lcov(UnaryOperator<String> path) {
    return CoverageLcov.of(this, path);
  }

  /** Such as {@code 118 of 121 (97.5 %)}. */
  @Override
  public String toString() {
    return CoverageText.counts(points);
  }
}
