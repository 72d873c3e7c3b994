package io.credentialrules.internal.check.words;

import io.credentialrules.policy.VocabularyField;
import java.util.Locale;

/** Which yes/no field a word of a name speaks of. */
final class TruthWords {
  private TruthWords() {}

  /** Whether a field such as {@code siteApproved} is of a word such as {@code approved}. */
  static boolean isOf(VocabularyField field, String word) {
    return field.name().toLowerCase(Locale.ROOT).endsWith(word.replace("-", ""));
  }
}
