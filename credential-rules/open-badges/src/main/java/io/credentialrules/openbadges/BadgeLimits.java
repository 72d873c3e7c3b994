package io.credentialrules.openbadges;

/**
 * How much a badge of somebody else may cost. What is beyond a limit is refused with a problem that
 * names the limit. Immutable; all limits are positive.
 *
 * @param maxBytes bytes of one document: a credential, a status list, a badge class
 * @param maxImageBytes bytes of one image that carries a credential
 * @param maxDepth how deep objects and lists may be nested; at most 200, so that no stack overflows
 * @param maxValues values of one document
 * @param maxTextCharacters characters (UTF-16 units) of one text or name
 * @param maxCredentials credentials that one document may hold, itself included
 * @param maxCanonicalSteps steps of putting one document into its canonical form
 * @param maxStatusBytes bytes of one status list once it is decompressed
 */
public record BadgeLimits(
    int maxBytes,
    int maxImageBytes,
    int maxDepth,
    int maxValues,
    int maxTextCharacters,
    int maxCredentials,
    int maxCanonicalSteps,
    int maxStatusBytes) {

  private static final int DEEPEST = 200;

  /**
   * 5 MB a document, 20 MB an image, depth 50, 100,000 values, 2,000,000 characters a text, 500
   * credentials, 1,000,000 steps, 16 MB a status list.
   */
  public static final BadgeLimits DEFAULT =
      new BadgeLimits(
          5_000_000, 20_000_000, 50, 100_000, 2_000_000, 500, 1_000_000, 16 * 1024 * 1024);

  /** Checks that each limit is positive and that nesting stays within what a stack holds. */
  public BadgeLimits {
    positive("maxBytes", maxBytes);
    positive("maxImageBytes", maxImageBytes);
    positive("maxDepth", maxDepth);
    positive("maxValues", maxValues);
    positive("maxTextCharacters", maxTextCharacters);
    positive("maxCredentials", maxCredentials);
    positive("maxCanonicalSteps", maxCanonicalSteps);
    positive("maxStatusBytes", maxStatusBytes);
    if (maxDepth > DEEPEST) {
      throw new IllegalArgumentException(
          "`maxDepth` must be at most " + DEEPEST + ", but is " + maxDepth);
    }
  }

  private static void positive(String limit, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException("`" + limit + "` must be positive, but is " + value);
    }
  }
}
