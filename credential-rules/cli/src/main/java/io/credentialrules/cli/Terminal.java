package io.credentialrules.cli;

import java.util.regex.Pattern;

/** Text for a terminal. */
final class Terminal {
  private static final Pattern HARMFUL =
      Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069&&[^\\n]]");

  private Terminal() {}

  /**
   * Without control characters, which could move the cursor, and without those that turn the
   * direction of writing around.
   */
  static String plain(String text) {
    return HARMFUL.matcher(text).replaceAll("\uFFFD");
  }
}
