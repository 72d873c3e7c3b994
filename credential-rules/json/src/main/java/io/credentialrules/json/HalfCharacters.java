package io.credentialrules.json;

/**
 * Halves of characters beyond the first 65,536 that lack their other half: Java has texts with
 * them, no encoding does.
 */
final class HalfCharacters {
  private HalfCharacters() {}

  static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints().anyMatch(HalfCharacters::isHalf);
      }
    }
    return false;
  }

  /** The text as a JSON string, with halves as escapes. */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            point -> {
              if (isHalf(point)) {
                escaped.append("\\u").append(Integer.toHexString(point));
              } else {
                CanonicalJson.escape(point, escaped);
              }
            });
    return escaped.append('"').toString();
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
