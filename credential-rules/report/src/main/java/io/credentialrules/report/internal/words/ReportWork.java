package io.credentialrules.report.internal.words;

import io.credentialrules.LimitExceededException;
import io.credentialrules.internal.work.Interruption;
import java.util.Set;

/** The work of one report, counted and bounded; never the time. Used by one thread. */
public final class ReportWork {
  /** The square of the parts of a picture costs this much less than its parts. */
  private static final int SQUARE = 1_000;

  /** The second is what the arrows of a picture are found within. */
  private static final Set<String> OF_PICTURES = Set.of("maxPictureWork", "maxDependencies");

  private final int maxSentences;
  private final int maxPictureWork;
  private long sentences;
  private long pictures;

  /** Bounded by what a host allows. */
  public ReportWork(int maxSentences, int maxPictureWork) {
    this.maxSentences = maxSentences;
    this.maxPictureWork = maxPictureWork;
  }

  /** Without bounds, for a host that asks for one sentence after the other. */
  static ReportWork unbounded() {
    return new ReportWork(Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  /** A sentence or a part of one is said. */
  void sentence() {
    Interruption.check();
    if (++sentences > maxSentences) {
      throw new LimitExceededException(
          "maxSentences", maxSentences, "report fewer credentials, or raise it");
    }
  }

  /**
   * Boxes and arrows are laid out once. The layout costs more for each of them the more there are.
   *
   * @throws LimitExceededException before anything is laid out
   */
  public void layout(long parts) {
    pictures += parts + parts * parts / SQUARE;
    boundPictures();
  }

  /**
   * Arrows are looked at, to leave out those that say nothing new: cheap beside laying them out.
   */
  public void arrows(long looked) {
    Interruption.check();
    if (looked > (long) maxPictureWork * SQUARE) {
      pictures = Long.MAX_VALUE;
      boundPictures();
    }
  }

  /** Whether a limit ends a picture alone, and not the page that it is on. */
  public static boolean isOfPictures(LimitExceededException exceeded) {
    return OF_PICTURES.contains(exceeded.limit());
  }

  private void boundPictures() {
    if (pictures > maxPictureWork) {
      throw new LimitExceededException(
          "maxPictureWork", maxPictureWork, "draw fewer credentials, or raise it");
    }
  }

  /** How many sentences and parts of sentences were said. */
  public long sentences() {
    return sentences;
  }

  /** How much was spent on layouts. */
  public long pictures() {
    return pictures;
  }
}
