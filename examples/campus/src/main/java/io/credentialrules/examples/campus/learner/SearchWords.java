package io.credentialrules.examples.campus.learner;

import java.util.Locale;

/** What somebody searches for, as a pattern of SQL. */
public final class SearchWords {
  private SearchWords() {}

  /** For {@code lower( column ) like ? escape '!'}: whatever has these words in it. */
  public static String pattern(String words) {
    String escaped =
        words
            .strip()
            .toLowerCase(Locale.ROOT)
            .replace("!", "!!")
            .replace("%", "!%")
            .replace("_", "!_");
    return "%" + escaped + "%";
  }
}
