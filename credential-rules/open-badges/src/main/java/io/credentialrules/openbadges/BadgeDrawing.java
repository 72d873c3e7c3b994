package io.credentialrules.openbadges;

import com.google.common.xml.XmlEscapers;
import io.credentialrules.Credential;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A drawing of a credential as SVG, for a badge without a picture of its own: a hexagon with the
 * name, a dot for each level up to the credential's, and the pathway. The same on every machine; no
 * script, no font of its own, nothing from elsewhere.
 */
public final class BadgeDrawing {
  private static final int LINE = 20;
  private static final int MOST_LINES = 5;
  private static final int MOST_DOTS = 10;
  private static final String HEXAGON = "200,20 356,110 356,290 200,380 44,290 44,110";

  private BadgeDrawing() {}

  /** The drawing of a credential. */
  public static String of(Credential credential) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" role=\"img\">");
    svg.append("<title>").append(text(credential.name())).append("</title>");
    svg.append("<polygon points=\"").append(HEXAGON);
    svg.append("\" fill=\"#f4f7fb\" stroke=\"#1f4e79\" stroke-width=\"10\"/>");
    List<String> lines = lines(credential.name());
    int y = 205 - 13 * (lines.size() - 1);
    for (String line : lines) {
      line(svg, y, 24, "#12263a", line);
      y += 28;
    }
    if (credential.pathway() != null) {
      line(svg, 322, 15, "#1f4e79", cut(credential.pathway()));
    }
    if (credential.level() != null) {
      dots(svg, credential.level());
    }
    return svg.append("</svg>").toString();
  }

  private static void dots(StringBuilder svg, int level) {
    int shown = Math.min(level, MOST_DOTS);
    int x = 200 - 11 * (shown - 1);
    for (int i = 0; i < shown; i++) {
      svg.append(String.format(Locale.ROOT, "<circle cx=\"%d\" cy=\"80\" r=\"7\"", x + 22 * i));
      svg.append(" fill=\"#1f4e79\"/>");
    }
  }

  private static void line(StringBuilder svg, int y, int size, String colour, String line) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"200\" y=\"%d\" font-family=\"sans-serif\" font-size=\"%d\" fill=\"%s\""
                + " text-anchor=\"middle\">%s</text>",
            y,
            size,
            colour,
            text(line)));
  }

  /** The name in lines between words. */
  private static List<String> lines(String name) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : name.strip().split("\\s+", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > LINE) {
        lines.add(cut(line.toString()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(cut(line.toString()));
    if (lines.size() > MOST_LINES) {
      lines.subList(MOST_LINES - 1, lines.size()).clear();
      lines.add("…");
    }
    return lines;
  }

  private static String cut(String line) {
    int characters = line.codePointCount(0, line.length());
    return characters <= LINE + 4
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LINE + 3)) + "…";
  }

  private static String text(String text) {
    return XmlEscapers.xmlContentEscaper().escape(text);
  }
}
