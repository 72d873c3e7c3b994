package io.credentialrules.vocabulary;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Set;

/** Required texts and sets of texts. */
final class Texts {
  private Texts() {}

  static void require(String field, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("`" + field + "` is empty; it identifies the fact");
    }
  }

  static Set<String> sorted(Set<String> values) {
    return ImmutableSortedSet.copyOf(values);
  }
}
