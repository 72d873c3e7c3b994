package io.credentialrules.openbadges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link ImportedScale} as it is stated. */
record StatedScale(
    String rubric,
    String criterion,
    List<String> levels,
    boolean isOrdered,
    @Nullable String required)
    implements ImportedScale {

  /** Copies the levels. */
  StatedScale {
    levels = List.copyOf(levels);
  }

  /** Such as {@code urn:rubric 1, criterion: [LOW, HIGH]}. */
  @Override
  public String toString() {
    return rubric + ", " + criterion + ": " + levels;
  }
}
