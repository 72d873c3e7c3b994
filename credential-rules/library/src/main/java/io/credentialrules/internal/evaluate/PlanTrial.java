package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LearnerRecord;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Trial;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Weighs the records that a plan would lead to. */
final class PlanTrial implements Trial {
  private final Evaluator evaluator;
  private final Counting counting;

  PlanTrial(Evaluator evaluator, Counting counting) {
    this.evaluator = evaluator;
    this.counting = counting;
  }

  @Override
  public Answer answer(LearnerRecord record, Budget budget) {
    Settled settled = evaluator.settled(record, counting.asOf(), counting.knownOn(), budget);
    Weighing weighing = settled.weighing();
    return new Answer(
        settled.verdicts(),
        ImmutableSet.copyOf(weighing.once().keySet()),
        ImmutableSet.copyOf(weighing.standing().withdrawn().keySet()),
        evaluator.dated(weighing, budget.again()));
  }

  @Override
  public @Nullable LocalDate eligibleFrom(LearnerRecord record, int credential, Budget budget) {
    Weighing weighing =
        evaluator.settled(record, counting.asOf(), counting.knownOn(), budget).weighing();
    return new Forecast(evaluator, weighing, budget.again())
        .next(credential, counting.asOf().toLocalDate(), true);
  }

  @Override
  public boolean sees(Fact fact, VocabularyType view) {
    return new Seeing(counting).sees(fact, view, ImmutableSet.of());
  }

  @Override
  public boolean counts(Fact fact) {
    VocabularyType type =
        Objects.requireNonNull(evaluator.program().vocabulary().typeOf(fact), "a registered type");
    return counting.against(fact, type) == null;
  }
}
