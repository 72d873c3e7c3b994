package io.credentialrules.testkit.coverage;

import io.credentialrules.testkit.coverage.CoveragePoint.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Coverage as a page: each file as its author wrote it, with what is missing below its line. */
final class CoveragePage {
  private static final String STYLE =
      """
      body { margin: 0 auto; max-width: 75rem; padding: 1rem 2rem; color: #1b1b1b;
        font: 1rem/1.5 system-ui, sans-serif; }
      table.counts td, table.counts th { padding: .15rem 1.5rem .15rem 0; text-align: left; }
      table.counts td.number { text-align: right; font-variant-numeric: tabular-nums; }
      table.source { border-collapse: collapse; width: 100%; margin-bottom: 2rem;
        font: .875rem/1.45 ui-monospace, Consolas, monospace; }
      table.source td { padding: 0 .75rem; vertical-align: top; white-space: pre-wrap; }
      table.source td.line { width: 3rem; text-align: right; color: #595959; user-select: none; }
      table.source td.mark { width: 4rem; text-align: right; white-space: nowrap; }
      tr.all td { background: #e9f6ec; }
      tr.some td { background: #fff4d6; }
      tr.none td { background: #fde7e7; }
      ul.missing { margin: .1rem 0 .4rem; padding-left: 1.2rem; white-space: normal;
        font: .875rem/1.4 system-ui, sans-serif; color: #7a1f1f; }
      """;

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private CoveragePage() {}

  static String of(CoverageReport report) {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>Coverage of policies</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>Coverage of policies: ")
        .append(report.percent())
        .append(" %</h1>\n");
    counts(page, report);
    report.files().forEach((file, text) -> file(page, report, file, text));
    return page.append("</body>\n</html>\n").toString();
  }

  private static void counts(StringBuilder page, CoverageReport report) {
    page.append("<table class=\"counts\">\n");
    for (Map.Entry<String, List<CoveragePoint>> pack : CoverageText.byPack(report).entrySet()) {
      row(page, pack.getKey(), pack.getValue());
    }
    page.append("</table>\n<table class=\"counts\">\n");
    for (Kind kind : Kind.values()) {
      List<CoveragePoint> points = CoverageText.of(report.points(), kind);
      if (!points.isEmpty()) {
        row(page, CoverageText.name(kind), points);
      }
    }
    page.append("</table>\n");
  }

  private static void row(StringBuilder page, String name, List<CoveragePoint> points) {
    page.append("<tr><th scope=\"row\">")
        .append(escaped(name))
        .append("</th><td class=\"number\">")
        .append(escaped(CoverageText.counts(points)))
        .append("</td></tr>\n");
  }

  private static void file(StringBuilder page, CoverageReport report, String file, String text) {
    List<List<CoveragePoint>> lines = new ArrayList<>();
    List<String> written = text.lines().toList();
    written.forEach(line -> lines.add(new ArrayList<>()));
    for (CoveragePoint point : report.points()) {
      if (point.place().file().equals(file)) {
        lines.get(point.place().line() - 1).add(point);
      }
    }
    page.append("<h2>").append(escaped(file)).append("</h2>\n<table class=\"source\">\n");
    for (int i = 0; i < written.size(); i++) {
      line(page, i + 1, written.get(i), lines.get(i));
    }
    page.append("</table>\n");
  }

  private static void line(
      StringBuilder page, int number, String text, List<CoveragePoint> points) {
    List<CoveragePoint> missing = points.stream().filter(point -> !point.isSeen()).toList();
    String how =
        points.isEmpty()
            ? ""
            : missing.isEmpty() ? "all" : missing.size() < points.size() ? "some" : "none";
    page.append("<tr").append(how.isEmpty() ? "" : " class=\"" + how + "\"");
    page.append("><td class=\"line\">").append(number).append("</td><td class=\"mark\">");
    if (!points.isEmpty()) {
      page.append(points.size() - missing.size()).append(" of ").append(points.size());
    }
    page.append("</td><td>").append(escaped(text));
    if (!missing.isEmpty()) {
      page.append("<ul class=\"missing\">");
      missing.forEach(
          point -> page.append("<li>").append(sentence(point.missing())).append("</li>"));
      page.append("</ul>");
    }
    page.append("</td></tr>\n");
  }

  /** What is between backticks as code. */
  private static String sentence(String text) {
    return QUOTED.matcher(escaped(text)).replaceAll("<code>$1</code>");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }
}
