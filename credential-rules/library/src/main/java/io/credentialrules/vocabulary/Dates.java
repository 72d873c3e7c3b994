package io.credentialrules.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Dates that must be in order. */
final class Dates {
  private Dates() {}

  static void inOrder(
      String first, @Nullable LocalDate earlier, String second, @Nullable LocalDate later) {
    if (earlier != null && later != null && later.isBefore(earlier)) {
      throw new IllegalArgumentException(
          "`" + second + "` " + later + " is before `" + first + "` " + earlier);
    }
  }
}
