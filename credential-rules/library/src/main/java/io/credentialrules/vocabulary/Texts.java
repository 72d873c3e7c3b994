package io.credentialrules.vocabulary;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Required texts and sets of texts. */
final class Texts {
  private Texts() {}

  static void require(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("`" + field + "` is empty; it identifies the fact");
    }
  }

  /** None where nothing is given, as by a generated builder that was not told any. */
  static Set<String> sorted(@Nullable Set<String> values) {
    return values == null ? ImmutableSortedSet.of() : ImmutableSortedSet.copyOf(values);
  }
}
