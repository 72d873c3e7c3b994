package io.credentialrules.report.internal.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sets the text of a box. */
final class BoxDrawing {
  private static final int PADDING = 12;
  private static final int ICON = 16;
  private static final int ICON_GAP = 8;

  /** Bold letters are about an eighth wider than others, so that a title is measured as larger. */
  private static final double BOLD = 1.15;

  private static final int TITLE_SIZE = 15;
  private static final int TEXT_SIZE = 13;
  private static final int TITLE_LINE = 19;
  private static final int TEXT_LINE = 17;
  private static final int ROW_GAP = 6;
  private static final int LONGEST_TEXT = 400;

  private final List<Picture.PlacedText> lines = new ArrayList<>();
  private final List<Picture.Icon> icons = new ArrayList<>();
  private final int width;
  private final Locale locale;
  private int y = PADDING;

  private BoxDrawing(int width, Locale locale) {
    this.width = width;
    this.locale = locale;
  }

  /** A box of a width, as high as its text, with its corner at the origin. */
  static Picture.PlacedBox of(Box box, int width, Locale locale) {
    BoxDrawing drawing = new BoxDrawing(width, locale);
    drawing.head(box);
    box.rows().forEach(drawing::row);
    return new Picture.PlacedBox(
        0,
        0,
        width,
        drawing.y + PADDING - ROW_GAP / 2,
        box.state() == null ? "PLAIN" : box.state(),
        box.isMacro(),
        label(box),
        drawing.lines,
        drawing.icons);
  }

  private void head(Box box) {
    if (!box.caption().isEmpty()) {
      text(box.caption(), "caption", PADDING, TEXT_SIZE, TEXT_LINE);
    }
    int left = PADDING;
    if (box.state() != null) {
      icons.add(new Picture.Icon(PADDING, y + 1, box.state()));
      left += ICON + ICON_GAP;
    }
    text(box.name(), "name", left, TITLE_SIZE, TITLE_LINE);
    if (!box.summary().isEmpty()) {
      text(box.summary(), "summary", left, TEXT_SIZE, TEXT_LINE);
    }
    y += ROW_GAP;
  }

  private void row(Box.Row row) {
    int left = PADDING;
    if (row.state() != null) {
      icons.add(new Picture.Icon(PADDING, y, row.state()));
      left += ICON + ICON_GAP;
    }
    text(row.text(), row.isHeading() ? "heading" : "row", left, TEXT_SIZE, TEXT_LINE);
    if (!row.word().isEmpty()) {
      text(row.word(), "word", left, TEXT_SIZE, TEXT_LINE);
    }
    y += ROW_GAP;
  }

  private void text(String text, String style, int left, int size, int lineHeight) {
    double measured = size == TITLE_SIZE ? size * BOLD : size;
    for (String line :
        TextLines.of(shortened(text), measured, width - left - (double) PADDING, locale)) {
      lines.add(new Picture.PlacedText(left, y + size, style, line));
      y += lineHeight;
    }
  }

  /** A box is no place for a text of pages. */
  private static String shortened(String text) {
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, LONGEST_TEXT))) + "…";
  }

  private static String label(Box box) {
    StringBuilder label = new StringBuilder(box.name());
    if (!box.summary().isEmpty()) {
      label.append(": ").append(box.summary());
    }
    return label.toString();
  }
}
