package io.credentialrules.internal.plan;

import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether the day on which something can still come about passes a test: what is new or renewed
 * happens today, and what waits for a review or is in progress keeps its day. Whatever is compared
 * with something else that is new may come earlier, and passes.
 */
final class Coming {
  private final PlanStart start;
  private final List<Step.Match> patterns;
  private final Map<Step.Match, List<Draft>> known = new HashMap<>();

  /**
   * Among patterns.
   *
   * @param patterns those of a branch, or of a total
   */
  Coming(PlanStart start, List<Step.Match> patterns) {
    this.start = start;
    this.patterns = patterns;
  }

  /** Whether a fact that can still come passes the tests of a pattern that look at its day. */
  boolean canCome(Step.Match match, Slots row) {
    return match.tests().stream().allMatch(test -> canPass(test, match, row));
  }

  /** Whether a test passes with what can still come for those patterns that nothing is in yet. */
  boolean canPass(Test test, Slots row) {
    return patterns.stream()
        .filter(match -> row.at(match.slot()) == null && test.slots().contains(match.slot()))
        .allMatch(match -> canPass(test, match, row));
  }

  private boolean canPass(Test test, Step.Match match, Slots row) {
    String day = start.drafts().dayField(match.type());
    if (day == null || !isOfDay(test, match, day, row) || isTied(test, match, day, row)) {
      return true;
    }
    List<Draft> coming = known.computeIfAbsent(match, this::coming);
    return coming.isEmpty()
        || coming.stream()
            .anyMatch(draft -> Passing.passes(test, row.with(match.slot(), draft.candidate())));
  }

  /** Nothing where it is not known what something new would be like. */
  private List<Draft> coming(Step.Match match) {
    Origin origin = new Origin(0, 0, match.source(), match, null);
    Draft fresh = start.drafts().draft(match.type(), Map.of(), origin);
    return fresh == null
        ? List.of()
        : Stream.concat(
                Stream.of(fresh),
                start.drafts().upgrades(match.type(), start.empty(), origin).stream())
            .toList();
  }

  /** Whether it looks at the day of the pattern, and beside it only at what is there. */
  private boolean isOfDay(Test test, Step.Match match, String day, Slots row) {
    boolean looksAtDay = false;
    for (Operands.Read read : start.operands(test).reads()) {
      if (read.slot() != match.slot()) {
        if (row.at(read.slot()) == null) {
          return false;
        }
      } else if (!day.equals(read.field())) {
        return false;
      } else {
        looksAtDay = true;
      }
    }
    return looksAtDay;
  }

  /** Whether another test compares the day with that of something else that can be new. */
  private boolean isTied(Test test, Step.Match match, String day, Slots row) {
    return patterns.stream()
        .flatMap(other -> other.tests().stream())
        .filter(other -> other != test)
        .anyMatch(other -> isTied(start.operands(other).reads(), match, day, row));
  }

  private boolean isTied(Set<Operands.Read> reads, Step.Match match, String day, Slots row) {
    return reads.contains(new Operands.Read(match.slot(), day))
        && reads.stream()
            .anyMatch(read -> row.at(read.slot()) == null && isOther(read.slot(), match));
  }

  private boolean isOther(int slot, Step.Match match) {
    Step.Match other = patternOf(slot);
    return other != null
        && other.slot() != match.slot()
        && !other.type().name().equals(Vocabulary.TODAY);
  }

  private Step.@Nullable Match patternOf(int slot) {
    return patterns.stream().filter(match -> match.slot() == slot).findFirst().orElse(null);
  }
}
