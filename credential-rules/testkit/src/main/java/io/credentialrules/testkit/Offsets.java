package io.credentialrules.testkit;

/**
 * Where the characters of a text are that the YAML parser counts: it counts a character beyond the
 * first 65,536 once, and Java twice. Places are asked for in their order, so that each character is
 * looked at once.
 */
final class Offsets {
  private final String text;
  private int characters;
  private int offset;

  Offsets(String text) {
    this.text = text;
  }

  /** The offset, in UTF-16 units, of a character, from 0. */
  int of(long character) {
    int wanted = (int) Math.max(0, Math.min(character, text.length()));
    if (wanted < characters) {
      characters = 0;
      offset = 0;
    }
    for (; characters < wanted && offset < text.length(); characters++) {
      offset += Character.charCount(text.codePointAt(offset));
    }
    return offset;
  }
}
