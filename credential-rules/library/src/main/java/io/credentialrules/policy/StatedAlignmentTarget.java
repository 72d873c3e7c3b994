package io.credentialrules.policy;

import org.jspecify.annotations.Nullable;

/** An {@link AlignmentTarget} as a rule states it. */
record StatedAlignmentTarget(
    String name, String url, @Nullable String framework, @Nullable String code)
    implements AlignmentTarget {

  /** As a report shows it. */
  @Override
  public String toString() {
    return written();
  }
}
