package io.credentialrules.policy.syntax;

import io.credentialrules.policy.SourceSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an institution asks of each of its pathways, declared once: {@code declare Framework
 * @levels( 3 ) @requires( 3, "PerformanceFeedback" ) end}. It decides nothing; {@code check} says
 * what of it a pathway misses.
 *
 * @param pack the name of the pack that declares it
 * @param name begins with a capital letter
 * @param source where it was published, from {@code @source}; null where none is given
 * @param packs how the names of the packs begin that it holds, from {@code @packs}; empty for all
 *     packs that it is compiled with
 * @param levels how many levels each pathway has, 1 to 99
 * @param vetting by whom the evidence for a level is vetted, from {@code @vettedBy}; at most one
 *     for each level
 * @param demands the fact types that a level asks for, from {@code @requires}
 * @param nameSpan the place of the name
 */
public record Framework(
    String pack,
    String name,
    @Nullable String source,
    List<String> packs,
    int levels,
    List<OfLevel> vetting,
    List<OfLevel> demands,
    SourceSpan nameSpan) {
  /** Copies the lists. */
  public Framework {
    packs = List.copyOf(packs);
    vetting = List.copyOf(vetting);
    demands = List.copyOf(demands);
  }

  /**
   * What is said of one level.
   *
   * @param level from 1 to the number of levels
   * @param anyOf roles of reviewers, or fact types, any one of which is enough; at least one
   */
  public record OfLevel(int level, List<Reference> anyOf) {
    /** Copies the list. */
    public OfLevel {
      anyOf = List.copyOf(anyOf);
    }
  }

  /** Whether it holds the rules of a pack. */
  public boolean holds(String packName) {
    return packs.isEmpty() || packs.stream().anyMatch(packName::startsWith);
  }
}
