package io.credentialrules.internal.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What patterns can match, wherever it comes from. */
public interface Matchable {

  /**
   * The facts that a pattern can match. Those that rules derive may be among them before it is
   * known whether they hold; {@link #holds} decides.
   */
  List<Candidate> candidates(Step.Match match);

  /** Whether one of the candidates is there after all. */
  default boolean holds(Candidate candidate) {
    return true;
  }

  /**
   * The results of a total that are known without looking at all of its facts; null where they are
   * not.
   */
  default @Nullable Totals followed(Step.Total total) {
    return null;
  }

  /** What looking at combinations of facts may cost. */
  Budget budget();
}
