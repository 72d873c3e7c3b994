package io.credentialrules.report.internal.page;

import io.credentialrules.report.internal.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policy packs ask for, in the order in which it is read; every text is a finished sentence or
 * name, not escaped.
 *
 * @param lang the language, as HTML names it
 * @param packs the names of the packs
 * @param date the day on which the named values hold that are shown
 * @param picture the graph; null where it would cost too much, of which the note tells
 */
public record RulesPage(
    String lang,
    String title,
    List<String> packs,
    String date,
    String digest,
    @Nullable Picture picture,
    String pictureNote,
    List<GraphText> graph,
    List<Entry> credentials,
    List<Row> requirements) {

  /** A credential with its ways. */
  public record Entry(String anchor, String id, String name, String caption, List<Way> ways) {}

  /**
   * A rule.
   *
   * @param name the rule's name, where there are several; null for the only one
   */
  public record Way(
      @Nullable String name,
      List<String> conditions,
      List<String> recommended,
      List<String> settings,
      @Nullable String source,
      List<String> alignments,
      String place) {}

  /** A requirement with the ways to meet it, and the credentials and requirements that need it. */
  public record Row(String id, String name, List<Way> ways, List<String> neededBy) {}
}
