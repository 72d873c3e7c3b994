package io.credentialrules.report;

/**
 * How much a report may cost, counted in work and never in time: the same report is made, or
 * refused with a {@link io.credentialrules.LimitExceededException} that names the limit, on every
 * machine. Immutable. {@code docs/limits.md} tells what each one is for.
 */
public final class ReportLimits {
  /** 1,000,000 sentences and 10,000 units of layout. */
  public static final ReportLimits DEFAULT = new ReportLimits(1_000_000, 10_000);

  private final int maxSentences;
  private final int maxPictureWork;

  private ReportLimits(int maxSentences, int maxPictureWork) {
    positive("maxSentences", maxSentences);
    positive("maxPictureWork", maxPictureWork);
    this.maxSentences = maxSentences;
    this.maxPictureWork = maxPictureWork;
  }

  private static void positive(String limit, int value) {
    if (value < 1) {
      throw new IllegalArgumentException("`" + limit + "` must be positive, but is " + value);
    }
  }

  /** The greatest number of sentences and parts of sentences. */
  public int maxSentences() {
    return maxSentences;
  }

  /**
   * The greatest cost of laying out pictures. A layout of some boxes and arrows, each arrow once
   * for each column that it crosses, costs their number plus its square over 1,000; a picture that
   * has to fit on a page is laid out up to 15 times.
   */
  public int maxPictureWork() {
    return maxPictureWork;
  }

  /**
   * These limits with another number of sentences.
   *
   * @param sentences positive
   */
  public ReportLimits withMaxSentences(int sentences) {
    return new ReportLimits(sentences, maxPictureWork);
  }

  /**
   * These limits with another cost of pictures.
   *
   * @param work positive
   */
  public ReportLimits withMaxPictureWork(int work) {
    return new ReportLimits(maxSentences, work);
  }

  /** Both limits with their values. */
  @Override
  public String toString() {
    return "ReportLimits[maxSentences=" + maxSentences + ", maxPictureWork=" + maxPictureWork + "]";
  }
}
