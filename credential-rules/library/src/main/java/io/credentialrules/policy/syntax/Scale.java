package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import java.util.List;

/**
 * The order of rubric levels: {@code @scale( "NOT_YET < PROFICIENT" )}. The declared order decides,
 * never points or position (Open Badges 3.0: rubric criterion levels, ordered low to high).
 *
 * @param levels from low to high, at least two, each once
 */
public record Scale(List<String> levels, SourceSpan span) {
  /** Copies the levels. */
  public Scale {
    levels = List.copyOf(levels);
  }
}
