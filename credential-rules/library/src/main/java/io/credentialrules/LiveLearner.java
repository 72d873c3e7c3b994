package io.credentialrules;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.LiveEvaluation;
import io.credentialrules.internal.evaluate.RecordEvaluation;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.result.StatedLiveChange;
import io.credentialrules.vocabulary.Fact;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One learner whose record changes while it is looked at, such as in an open page or an event
 * stream: facts come, go and are corrected, requirements are waived, time passes. Each step says
 * what it changed, and afterwards the evaluation is what {@link CredentialRules#evaluate} gives for
 * the record. A step costs what evaluating those facts would at which the same requirements look as
 * at the changed ones; moving the clock costs an evaluation.
 *
 * <p>What a step throws leaves the learner as it was: {@link LimitExceededException} where it would
 * cost more than the limits allow, {@link CancellationException} when the thread is interrupted,
 * which it stays, and {@link IllegalStateException} after {@link #close}. A step may stay within
 * limits that an evaluation of the whole record exceeds, because it looks at less.
 *
 * <p>Thread-safe: steps take turns. It holds memory and nothing else, no thread and no session of
 * the engine; {@link #close} frees it. The rules are those that it was opened with, also where
 * {@link LiveRules} have others by now.
 */
public final class LiveLearner implements AutoCloseable {
  private @Nullable LiveEvaluation live;

  /** What a step changed: only whether something holds, not by how much. Immutable. */
  public interface Change {

    /** The instant for which the learner is evaluated after the step. */
    ZonedDateTime asOf();

    /**
     * The credentials that are earned after the step and were not before, in the order of the
     * catalogue.
     */
    List<String> gained();

    /**
     * The credentials that were earned before the step and are not after, in the order of the
     * catalogue.
     */
    List<String> lost();

    /**
     * The requirements that are satisfied after the step and were not before, by id, in the order
     * of the policy; those that have no rule of their own are among them.
     */
    List<String> satisfied();

    /** The requirements that were satisfied before the step and are not after, likewise. */
    List<String> noLongerSatisfied();

    /** Whether all credentials and requirements are as they were. */
    boolean isEmpty();
  }

  LiveLearner(LiveEvaluation live) {
    this.live = live;
  }

  /** Adds facts. A fact that the record has already is there once more, which changes nothing. */
  @CanIgnoreReturnValue
  public synchronized Change add(Fact... facts) {
    return step(open -> open.change(List.of(), given(facts)));
  }

  /**
   * Withdraws facts, each once where the record has it several times.
   *
   * @throws IllegalArgumentException when the record has no fact that equals one of them
   */
  @CanIgnoreReturnValue
  public synchronized Change withdraw(Fact... facts) {
    return step(open -> open.change(given(facts), List.of()));
  }

  /**
   * Puts a fact in the place of another in one step: what has another date, score or review.
   *
   * @throws IllegalArgumentException when the record has no fact that equals the one before
   */
  @CanIgnoreReturnValue
  public synchronized Change replace(Fact before, Fact after) {
    return step(open -> open.change(given(before), given(after)));
  }

  private static List<Fact> given(Fact... facts) {
    for (int at = 0; at < facts.length; at++) {
      int index = at;
      Objects.requireNonNull(
          facts[at], () -> "fact " + index + " of this step is null, counted from 0; leave it out");
    }
    return Arrays.asList(facts);
  }

  /** Adds waivers, with who gave them, why and when. */
  @CanIgnoreReturnValue
  public synchronized Change waive(Waiver... waivers) {
    return step(
        open ->
            open.waive(
                ImmutableList.<Waiver>builder()
                    .addAll(open.current().record().waivers())
                    .add(waivers)
                    .build()));
  }

  /**
   * Withdraws a waiver; all of them where the record has it several times.
   *
   * @throws IllegalArgumentException when the record has no waiver that equals it
   */
  @CanIgnoreReturnValue
  public synchronized Change withdraw(Waiver waiver) {
    return step(
        open -> {
          LearnerRecord record = open.current().record();
          if (!record.waivers().contains(waiver)) {
            throw new IllegalArgumentException(
                "the record of `" + record.learner().id() + "` has no such waiver: " + waiver);
          }
          open.waive(record.waivers().stream().filter(other -> !other.equals(waiver)).toList());
        });
  }

  /**
   * Moves the clock, back too. Reviews are known up to the new date.
   *
   * @param asOf the instant to evaluate for; its date in its zone is "today" for the rules
   */
  @CanIgnoreReturnValue
  public synchronized Change moveTo(ZonedDateTime asOf) {
    return step(open -> open.moveTo(asOf));
  }

  /**
   * What the rules say now, with decisions, reasons and plans on demand. It stays as it is when
   * further steps follow, and may be used by any thread.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public synchronized Evaluation evaluation() {
    return open().current();
  }

  /** Lets go of all that is known of the learner. What was returned stays usable. */
  @Override
  public synchronized void close() {
    live = null;
  }

  private LiveEvaluation open() {
    if (live == null) {
      throw new IllegalStateException("this learner is closed; open the record again");
    }
    return live;
  }

  /** What changes a learner. */
  private interface Step {
    void take(LiveEvaluation open);
  }

  private Change step(Step step) {
    LiveEvaluation open = open();
    Verdicts before = open.current().verdicts();
    step.take(open);
    RecordEvaluation after = open.current();
    Verdicts verdicts = after.verdicts();
    Program program = after.program();
    BitSet credentials = verdicts.credentialsOtherThanIn(before);
    BitSet requirements = verdicts.requirementsOtherThanIn(before);
    IntFunction<@Nullable String> credential =
        number -> {
          Program.Award award = program.credentials().get(number);
          return award.isExternal() ? null : award.credential().id();
        };
    IntFunction<@Nullable String> requirement = number -> program.requirements().get(number).id();
    return new StatedLiveChange(
        after.asOf(),
        ids(credentials, verdicts::earned, credential),
        ids(credentials, before::earned, credential),
        ids(requirements, verdicts::satisfied, requirement),
        ids(requirements, before::satisfied, requirement));
  }

  private static List<String> ids(
      BitSet changed, IntPredicate which, IntFunction<@Nullable String> id) {
    return changed.stream().filter(which).mapToObj(id).filter(Objects::nonNull).distinct().toList();
  }

  /**
   * The learner, the date and what is earned, such as {@code maria as of 2025-05-01T12:00Z: []}.
   */
  @Override
  public synchronized String toString() {
    return live == null ? "closed" : live.current().toString();
  }
}
