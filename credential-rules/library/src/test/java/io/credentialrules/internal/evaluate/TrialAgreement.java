package io.credentialrules.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.Waiver;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Trial;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * What a plan's trial says of changes of a record is what an evaluation of the changed record says.
 */
public final class TrialAgreement {
  private static final int TRIALS = 4;

  private final Evaluator evaluator;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;
  private final Settled settled;
  private final Random random;

  /** Of one record. */
  public TrialAgreement(
      Evaluator evaluator, LearnerRecord record, ZonedDateTime asOf, Random random) {
    this.evaluator = evaluator;
    this.record = record;
    this.asOf = asOf;
    this.settled = evaluator.settled(record, asOf, asOf.toLocalDate(), budget());
    this.random = random;
  }

  /**
   * Tries some changes for each credential: facts that do not count go, and others come.
   *
   * @return how many trials told of parts that changed
   */
  public int check(List<Fact> others) {
    int changed = 0;
    for (Award award : evaluator.program().credentials()) {
      Support support = Support.of(evaluator.program(), award.number());
      PlanTrial trial = new PlanTrial(evaluator, settled, award.number());
      for (int i = 0; i < TRIALS; i++) {
        changed += agrees(support, trial, changes(trial, others)) ? 1 : 0;
      }
    }
    return changed;
  }

  private Trial.Changed changes(PlanTrial trial, List<Fact> others) {
    Set<Fact> gone = new HashSet<>();
    for (NotCounted not : settled.weighing().facts().notCounted()) {
      if (!(not.fact() instanceof HeldCredential) && random.nextInt(3) == 0) {
        gone.add(not.fact());
      }
    }
    List<Fact> come = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0 && !others.isEmpty(); i--) {
      Fact fact = others.get(random.nextInt(others.size()));
      if (!(fact instanceof HeldCredential) && trial.counts(fact)) {
        come.add(fact);
      }
    }
    List<Fact> then = new ArrayList<>(record.facts());
    then.removeAll(gone);
    then.addAll(come);
    LearnerRecord changed =
        LearnerRecord.builder(record.learner())
            .addAll(then)
            .waive(record.waivers().toArray(Waiver[]::new))
            .policyDate(record.policyDate())
            .build();
    List<Candidate> added =
        come.stream()
            .map(
                fact ->
                    new Candidate(
                        fact,
                        Objects.requireNonNull(evaluator.program().vocabulary().typeOf(fact)),
                        asOf,
                        budget()))
            .toList();
    return new Trial.Changed(gone, added, () -> changed);
  }

  /** Whether a part is other than before. */
  private boolean agrees(Support support, PlanTrial trial, Trial.Changed changes) {
    Trial.Answer answer = trial.answer(changes, budget());
    Settled whole = evaluator.settled(changes.record().get(), asOf, asOf.toLocalDate(), budget());
    boolean isOther = false;
    for (Support.Part part : support.parts()) {
      int number = part.number();
      boolean is =
          part.isCredential()
              ? whole.verdicts().earned(number)
              : whole.verdicts().satisfied(number);
      assertThat(part.isCredential() ? answer.earned(number) : answer.satisfied(number))
          .as("%s with %s", part, changes.record().get())
          .isEqualTo(is);
      isOther |=
          is
              != (part.isCredential()
                  ? settled.verdicts().earned(number)
                  : settled.verdicts().satisfied(number));
    }
    assertThat(trial.isConfirmed(changes, budget()))
        .isEqualTo(whole.verdicts().earned(support.goal()));
    for (Candidate one : changes.added()) {
      confirmsWithout(one, support, trial, changes);
    }
    assertThat(trial.eligibleFrom(changes, budget()))
        .isEqualTo(
            new Forecast(evaluator, whole.weighing(), budget())
                .next(support.goal(), asOf.toLocalDate(), true));
    return isOther;
  }

  /** What was said of all changes must not be said of others. */
  private void confirmsWithout(
      Candidate one, Support support, PlanTrial trial, Trial.Changed changes) {
    List<Candidate> added = changes.added().stream().filter(each -> each != one).toList();
    Set<Object> comes = new HashSet<>(added.stream().map(Candidate::fact).toList());
    List<Fact> facts = new ArrayList<>();
    for (Fact fact : record.facts()) {
      if (!changes.replaced().contains(fact) || comes.contains(fact)) {
        facts.add(fact);
      }
    }
    added.forEach(each -> facts.add((Fact) each.fact()));
    LearnerRecord less =
        LearnerRecord.builder(record.learner())
            .addAll(facts)
            .waive(record.waivers().toArray(Waiver[]::new))
            .policyDate(record.policyDate())
            .build();
    assertThat(
            trial.isConfirmed(new Trial.Changed(changes.replaced(), added, () -> less), budget()))
        .as("%s with %s", support.goal(), less)
        .isEqualTo(
            evaluator
                .settled(less, asOf, asOf.toLocalDate(), budget())
                .verdicts()
                .earned(support.goal()));
  }

  private Budget budget() {
    return new Budget(evaluator.limits());
  }
}
