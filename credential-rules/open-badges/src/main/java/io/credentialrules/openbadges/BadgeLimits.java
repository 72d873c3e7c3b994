package io.credentialrules.openbadges;

/**
 * How much a badge of somebody else may cost. What is beyond a limit is refused with a problem that
 * names the limit. Immutable; all limits are positive.
 */
public final class BadgeLimits {

  private static final int DEEPEST = 200;

  /**
   * 5 MB a document, 20 MB an image, depth 50, 100,000 values, 2,000,000 characters a text, 500
   * credentials, 1,000,000 steps, 16 MB a status list.
   */
  public static final BadgeLimits DEFAULT =
      new BadgeLimits(
          5_000_000, 20_000_000, 50, 100_000, 2_000_000, 500, 1_000_000, 16 * 1024 * 1024);

  private final int maxBytes;
  private final int maxImageBytes;
  private final int maxDepth;
  private final int maxValues;
  private final int maxTextCharacters;
  private final int maxCredentials;
  private final int maxCanonicalSteps;
  private final int maxStatusBytes;

  private BadgeLimits(
      int maxBytes,
      int maxImageBytes,
      int maxDepth,
      int maxValues,
      int maxTextCharacters,
      int maxCredentials,
      int maxCanonicalSteps,
      int maxStatusBytes) {
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
    this.maxBytes = maxBytes;
    this.maxImageBytes = maxImageBytes;
    this.maxDepth = maxDepth;
    this.maxValues = maxValues;
    this.maxTextCharacters = maxTextCharacters;
    this.maxCredentials = maxCredentials;
    this.maxCanonicalSteps = maxCanonicalSteps;
    this.maxStatusBytes = maxStatusBytes;
  }

  private static void positive(String limit, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException("`" + limit + "` must be positive, but is " + value);
    }
  }

  /** Bytes of one document: a credential, a status list, a badge class. */
  public int maxBytes() {
    return maxBytes;
  }

  /** These limits with another {@link #maxBytes}. */
  public BadgeLimits withMaxBytes(int most) {
    return new BadgeLimits(
        most,
        maxImageBytes,
        maxDepth,
        maxValues,
        maxTextCharacters,
        maxCredentials,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** Bytes of one image that carries a credential. */
  public int maxImageBytes() {
    return maxImageBytes;
  }

  /** These limits with another {@link #maxImageBytes}. */
  public BadgeLimits withMaxImageBytes(int most) {
    return new BadgeLimits(
        maxBytes,
        most,
        maxDepth,
        maxValues,
        maxTextCharacters,
        maxCredentials,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** How deep objects and lists may be nested; at most 200, so that no stack overflows. */
  public int maxDepth() {
    return maxDepth;
  }

  /** These limits with another {@link #maxDepth}. */
  public BadgeLimits withMaxDepth(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        most,
        maxValues,
        maxTextCharacters,
        maxCredentials,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** Values of one document. */
  public int maxValues() {
    return maxValues;
  }

  /** These limits with another {@link #maxValues}. */
  public BadgeLimits withMaxValues(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        maxDepth,
        most,
        maxTextCharacters,
        maxCredentials,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** Characters (UTF-16 units) of one text or name. */
  public int maxTextCharacters() {
    return maxTextCharacters;
  }

  /** These limits with another {@link #maxTextCharacters}. */
  public BadgeLimits withMaxTextCharacters(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        maxDepth,
        maxValues,
        most,
        maxCredentials,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** Credentials that one document may hold, itself included. */
  public int maxCredentials() {
    return maxCredentials;
  }

  /** These limits with another {@link #maxCredentials}. */
  public BadgeLimits withMaxCredentials(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        maxDepth,
        maxValues,
        maxTextCharacters,
        most,
        maxCanonicalSteps,
        maxStatusBytes);
  }

  /** Steps of putting one document into its canonical form. */
  public int maxCanonicalSteps() {
    return maxCanonicalSteps;
  }

  /** These limits with another {@link #maxCanonicalSteps}. */
  public BadgeLimits withMaxCanonicalSteps(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        maxDepth,
        maxValues,
        maxTextCharacters,
        maxCredentials,
        most,
        maxStatusBytes);
  }

  /** Bytes of one status list once it is decompressed. */
  public int maxStatusBytes() {
    return maxStatusBytes;
  }

  /** These limits with another {@link #maxStatusBytes}. */
  public BadgeLimits withMaxStatusBytes(int most) {
    return new BadgeLimits(
        maxBytes,
        maxImageBytes,
        maxDepth,
        maxValues,
        maxTextCharacters,
        maxCredentials,
        maxCanonicalSteps,
        most);
  }

  /** All limits with their values. */
  @Override
  public String toString() {
    return "BadgeLimits[maxBytes="
        + maxBytes
        + ", maxImageBytes="
        + maxImageBytes
        + ", maxDepth="
        + maxDepth
        + ", maxValues="
        + maxValues
        + ", maxTextCharacters="
        + maxTextCharacters
        + ", maxCredentials="
        + maxCredentials
        + ", maxCanonicalSteps="
        + maxCanonicalSteps
        + ", maxStatusBytes="
        + maxStatusBytes
        + "]";
  }
}
