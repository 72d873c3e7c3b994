package io.credentialrules.internal.explain;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Since when each fact holds, as a day of the epoch; {@link Long#MIN_VALUE} where it has no date.
 */
final class FactDays implements ToLongFunction<Candidate> {
  private final Program program;
  private final Situation situation;
  private final Timeline timeline;

  FactDays(Program program, Situation situation, Timeline timeline) {
    this.program = program;
    this.situation = situation;
    this.timeline = timeline;
  }

  @Override
  public long applyAsLong(Candidate candidate) {
    LocalDate day = day(candidate);
    return day == null ? Long.MIN_VALUE : day.toEpochDay();
  }

  private @Nullable LocalDate day(Candidate candidate) {
    if (candidate.fact() instanceof Fact fact) {
      return fact.occurredOn();
    }
    if (candidate.fact() instanceof Earned earned) {
      int number = program.number(earned);
      return candidate.hasLapsed()
          ? situation.earnedBefore(number)
          : timeline.earned(number).since();
    }
    return candidate.fact() instanceof Met met
        ? timeline.satisfied(program.number(met)).since()
        : null;
  }
}
