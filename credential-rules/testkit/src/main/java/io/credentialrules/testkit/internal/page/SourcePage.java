package io.credentialrules.testkit.internal.page;

import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * A page without scripts: counts, then each file as its author wrote it, with what there is to say
 * of a line below it.
 */
public final class SourcePage {
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
      ul.missing pre { margin: .2rem 0 .6rem; color: #1b1b1b; overflow-x: auto;
        font: .8125rem/1.4 ui-monospace, Consolas, monospace; }
      """;

  private static final Pattern QUOTED = Pattern.compile("`([^`]*)`");

  private final StringBuilder page = new StringBuilder();

  /**
   * What there is to say of a line.
   *
   * @param good how many of the things on it are as they should be
   * @param all how many there are; 0 for a line without
   * @param notes what is missing
   */
  public record Line(int good, int all, List<Note> notes) {
    /** Copies the notes. */
    public Line {
      notes = List.copyOf(notes);
    }

    private String shade() {
      return all == 0 ? "" : good == all ? "all" : good == 0 ? "none" : "some";
    }
  }

  /**
   * What is missing.
   *
   * @param sentence in which code is between backticks
   * @param block to paste; empty for none
   */
  public record Note(String sentence, String block) {}

  /** A page with a title and no content yet. */
  public SourcePage(String title, String heading) {
    page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<h1>")
        .append(escaped(heading))
        .append("</h1>\n");
  }

  /** Adds a table of names and counts. */
  public void counts(Map<String, String> rows) {
    page.append("<table class=\"counts\">\n");
    rows.forEach(
        (name, count) ->
            page.append("<tr><th scope=\"row\">")
                .append(escaped(name))
                .append("</th><td class=\"number\">")
                .append(escaped(count))
                .append("</td></tr>\n"));
    page.append("</table>\n");
  }

  /**
   * Adds a file.
   *
   * @param lines what there is to say of a line, by its number from 1
   */
  public void file(String name, String text, IntFunction<Line> lines) {
    page.append("<h2>").append(escaped(name)).append("</h2>\n<table class=\"source\">\n");
    List<String> written = text.lines().toList();
    for (int i = 0; i < written.size(); i++) {
      line(i + 1, written.get(i), lines.apply(i + 1));
    }
    page.append("</table>\n");
  }

  private void line(int number, String text, Line line) {
    String shade = line.shade();
    page.append("<tr").append(shade.isEmpty() ? "" : " class=\"" + shade + "\"");
    page.append("><td class=\"line\">").append(number).append("</td><td class=\"mark\">");
    if (line.all() > 0) {
      page.append(line.good()).append(" of ").append(line.all());
    }
    page.append("</td><td>").append(escaped(text));
    if (!line.notes().isEmpty()) {
      page.append("<ul class=\"missing\">");
      line.notes().forEach(this::note);
      page.append("</ul>");
    }
    page.append("</td></tr>\n");
  }

  private void note(Note note) {
    page.append("<li>")
        .append(QUOTED.matcher(escaped(note.sentence())).replaceAll("<code>$1</code>"));
    if (!note.block().isEmpty()) {
      page.append("<pre>").append(escaped(note.block().strip())).append("</pre>");
    }
    page.append("</li>");
  }

  /** The page as HTML. */
  public String html() {
    return page + "</body>\n</html>\n";
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
