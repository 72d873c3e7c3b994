package io.credentialrules.internal.text;

import com.google.re2j.Pattern;
import java.util.Locale;

/** What is left of a text without the ways of writing that people take for the same. */
public final class PlainText {
  private static final Pattern SPACES_AND_DASHES = Pattern.compile("[\\s\\p{Z}\\p{Pd}_]+");

  private PlainText() {}

  /** The text without capitals, spaces, dashes and underscores. */
  public static String of(String text) {
    return SPACES_AND_DASHES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }
}
