package io.credentialrules.report.internal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A credential as a box: its name, what it is, and a row for each requirement.
 *
 * @param id the credential
 * @param name its name
 * @param caption what is above the name, such as its level; empty for nothing
 * @param isMacro whether it crowns a pathway
 * @param state {@code EARNED}, {@code NOT_EARNED}, or null where nothing was decided
 * @param summary what is below the name, such as its progress; empty for nothing
 * @param rows its requirements
 */
public record Box(
    String id,
    String name,
    String caption,
    boolean isMacro,
    @Nullable String state,
    String summary,
    List<Row> rows) {

  /** Copies the rows. */
  public Box {
    rows = List.copyOf(rows);
  }

  /**
   * A requirement.
   *
   * @param state the name of its state, or null where nothing was decided or it is a heading
   * @param text what it asks for
   * @param word the state in words; empty where there is none
   * @param isHeading whether it heads the rows below it
   */
  public record Row(@Nullable String state, String text, String word, boolean isHeading) {}

  /**
   * An arrow from what comes first.
   *
   * @param isNeeded whether it is needed; otherwise it is one of several
   */
  public record Link(String from, String to, boolean isNeeded) {}
}
