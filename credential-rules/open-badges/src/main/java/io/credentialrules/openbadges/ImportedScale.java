package io.credentialrules.openbadges;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The levels or grades by which an achievement judges one result, for a policy's {@code @scale}.
 *
 * @param rubric the achievement, as the facts name it
 * @param criterion the result description, as the facts name it
 * @param levels the words; from low to high where they are ordered
 * @param isOrdered whether the issuer declared the order, with {@code allowedValue}. The position
 *     and the points of rubric levels say nothing: signatures do not cover the one, and several
 *     levels can have the same points
 * @param required the least that the issuer requires; null where it says none
 */
public record ImportedScale(
    String rubric,
    String criterion,
    List<String> levels,
    boolean isOrdered,
    @Nullable String required) {

  /** Copies the levels. */
  public ImportedScale {
    levels = List.copyOf(levels);
  }
}
