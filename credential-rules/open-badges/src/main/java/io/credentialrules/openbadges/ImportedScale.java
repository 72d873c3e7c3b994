package io.credentialrules.openbadges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels or grades by which an achievement judges one result, for a policy's {@code @scale}.
 */
public sealed interface ImportedScale permits StatedScale {

  /** The achievement, as the facts name it. */
  String rubric();

  /** The result description, as the facts name it. */
  String criterion();

  /** The words; from low to high where they are ordered. */
  List<String> levels();

  /**
   * Whether the issuer declared the order, with {@code allowedValue}. The position and the points
   * of rubric levels say nothing: signatures do not cover the one, and several levels can have the
   * same points.
   */
  boolean isOrdered();

  /** The least that the issuer requires; null where it says none. */
  @Nullable String required();
}
