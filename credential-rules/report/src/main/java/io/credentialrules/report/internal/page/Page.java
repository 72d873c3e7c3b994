package io.credentialrules.report.internal.page;

import io.credentialrules.report.internal.picture.Picture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is on a page, in the order in which it is read; every text is a finished sentence or name,
 * not escaped.
 *
 * @param lang the language, as HTML names it
 * @param title what the page is
 * @param line learner, date, zone and policy in one line, with the dates as records write them
 * @param learner the learner's id
 * @param date the date of evaluation, with its zone
 * @param digest the digest of the policy
 * @param policyDate the learner's own policy date; null where there is none
 * @param glance how many credentials are earned
 * @param held what is earned, for the view at a glance
 * @param sections the pathways
 * @param notes what is to be known beside
 * @param notCounted all facts that do not count
 * @param legend the states that appear
 */
public record Page(
    String lang,
    String title,
    String line,
    String learner,
    String date,
    String digest,
    @Nullable String policyDate,
    String glance,
    List<Held> held,
    List<Section> sections,
    List<String> notes,
    List<String> notCounted,
    List<Sign> legend) {

  /** A credential that is earned. */
  public record Held(
      String anchor,
      String name,
      String since,
      String until,
      List<String> who,
      List<String> what) {}

  /**
   * A pathway, or the credentials of a pack that belong to none.
   *
   * @param narrow the picture for a narrow screen; null where none is shown
   * @param wide the picture for a wide screen; null where none is shown
   * @param pictureNote why there is no picture, where one was asked for; empty otherwise
   */
  public record Section(
      String anchor,
      String title,
      @Nullable Picture narrow,
      @Nullable Picture wide,
      String pictureNote,
      List<Entry> credentials) {}

  /**
   * A credential.
   *
   * @param span since when and until when, as records write dates; empty where nothing is known
   * @param held the credential as it is held, where no route is complete; null otherwise
   * @param lapsed the credential as it was held before
   * @param plan what to do next, or why nothing helps; empty where it is earned
   */
  public record Entry(
      String anchor,
      String id,
      String name,
      @Nullable String level,
      boolean isEarned,
      String word,
      String since,
      String until,
      String span,
      String progress,
      int percent,
      @Nullable String held,
      List<String> lapsed,
      List<Way> ways,
      List<String> plan) {}

  /**
   * A route.
   *
   * @param name the rule's name, where there are several; null for the only one
   */
  public record Way(
      @Nullable String name,
      String progress,
      List<Item> requirements,
      List<Item> recommendations,
      List<String> settings,
      List<String> sources,
      List<String> alignments,
      String place) {}

  /**
   * A requirement.
   *
   * @param state the name of its state
   * @param word its state in words
   * @param measure what there is and what is asked for; empty where it is no amount
   * @param why why it has that state
   * @param parts what it is made of, each with its state
   * @param moreEvidence how much evidence is left out; empty for none
   * @param missing what each way to meet it lacks
   */
  public record Item(
      String id,
      String name,
      String state,
      String word,
      boolean isSatisfied,
      String measure,
      String why,
      List<Part> parts,
      List<Proof> evidence,
      String moreEvidence,
      List<Lack> missing,
      List<String> notCounted) {}

  /** What a requirement is made of, and what comes nearest to it. */
  public record Part(String text, List<String> nearest) {}

  /** A fact and who vetted it. */
  public record Proof(String fact, String vetting) {}

  /**
   * What one way to meet a requirement lacks.
   *
   * @param heading which way, where there are several; empty for the only one
   */
  public record Lack(String heading, List<Line> lines) {}

  /** One thing that is missing, its place in the policy, and what comes nearest. */
  public record Line(String text, String place, List<String> nearest) {}

  /** A state and its word. */
  public record Sign(String state, String word) {}
}
