package io.credentialrules.report.internal.words;

/** How a text differs from another where that is only how it is written. */
final class SpellingDifference {
  private SpellingDifference() {}

  /** The end of a key of messages; empty where more is different, or nothing. */
  static String of(String has, String asked) {
    if (has.equals(asked)) {
      return "";
    }
    if (has.equalsIgnoreCase(asked)) {
      return "capitals";
    }
    String hasUnspaced = unspaced(has);
    String askedUnspaced = unspaced(asked);
    return hasUnspaced.equals(askedUnspaced)
        ? "spaces"
        : hasUnspaced.equalsIgnoreCase(askedUnspaced) ? "both" : "";
  }

  private static String unspaced(String text) {
    return text.replaceAll("[\\s\\p{Z}\\p{Pd}_]", "");
  }
}
