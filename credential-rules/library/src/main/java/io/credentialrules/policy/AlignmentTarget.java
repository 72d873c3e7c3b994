package io.credentialrules.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a rule is aligned to, from {@code @alignment}: a competency, a course or a credential of a
 * published framework (Open Badges 3.0: {@code Alignment}). It decides nothing.
 */
public sealed interface AlignmentTarget permits StatedAlignmentTarget {

  /** What the framework calls it, never blank. */
  String name();

  /** Its address, which begins with {@code https://} or {@code http://}. */
  String url();

  /** The name of the framework; null where the rule gives none. */
  @Nullable String framework();

  /** Its code in the framework; null where the rule gives none. */
  @Nullable String code();

  /** As a report shows it: {@code Speaking (Competencies, C-2), https://example.org/c-2}. */
  default String written() {
    String where =
        framework() == null ? "" : " (" + framework() + (code() == null ? "" : ", " + code()) + ")";
    return name() + where + ", " + url();
  }

  /** A target; two that say the same are equal. */
  static AlignmentTarget of(
      String name, String url, @Nullable String framework, @Nullable String code) {
    return new StatedAlignmentTarget(name, url, framework, code);
  }
}
