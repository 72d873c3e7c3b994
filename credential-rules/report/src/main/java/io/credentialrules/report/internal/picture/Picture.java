package io.credentialrules.report.internal.picture;

import java.util.List;

/**
 * A picture with every place known, in pixels from the upper left corner.
 *
 * @param id unique among the pictures of a page
 * @param title what it shows
 * @param description the same at more length
 */
public record Picture(
    String id,
    String title,
    String description,
    int width,
    int height,
    List<PlacedBox> boxes,
    List<Arrow> arrows) {

  /** Copies the lists. */
  public Picture {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A box.
   *
   * @param kind {@code EARNED}, {@code NOT_EARNED} or {@code PLAIN}
   * @param label all of it in one line, for those who do not see it
   */
  public record PlacedBox(
      int x,
      int y,
      int width,
      int height,
      String kind,
      boolean isMacro,
      String label,
      List<PlacedText> lines,
      List<Icon> icons) {
    /** Copies the lists. */
    public PlacedBox {
      lines = List.copyOf(lines);
      icons = List.copyOf(icons);
    }
  }

  /** A line of text, by the start of its baseline; its style is a class of the style sheet. */
  public record PlacedText(int x, int y, String style, String text) {}

  /** A sign of a state. */
  public record Icon(int x, int y, String state) {}

  /** An arrow along a path; one that is not needed is one of several. */
  public record Arrow(String path, boolean isNeeded) {}
}
