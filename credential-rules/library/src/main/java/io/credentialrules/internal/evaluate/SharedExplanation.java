package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.work.Interruption;
import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of one evaluation, which its questions share: whoever asks for one decision after
 * the other has what they have in common worked out once. Thread-safe.
 *
 * <p>An explanation remembers and is used by one thread, so a question takes it and puts it back; a
 * second thread that asks meanwhile has one of its own. One whose question failed is not put back.
 * The next collection of garbage lets it go, so that an evaluation that is kept costs no more than
 * its record; then it is made again.
 */
final class SharedExplanation {

  /** An explanation with what it may spend, which each question has anew. */
  private record Kept(Explanation explanation, Budget budget) {}

  private final Function<Budget, Explanation> maker;
  private final Evaluator evaluator;
  private final AtomicReference<@Nullable WeakReference<Kept>> idle = new AtomicReference<>();

  SharedExplanation(Evaluator evaluator, Function<Budget, Explanation> maker) {
    this.evaluator = evaluator;
    this.maker = maker;
  }

  /** What the explanation says to a question. */
  <T> T ask(Function<Explanation, T> question) {
    Interruption.check();
    WeakReference<Kept> known = idle.getAndSet(null);
    Kept kept = known == null ? null : known.get();
    if (known == null || kept == null) {
      Budget budget = new Budget(evaluator.limits());
      kept = new Kept(maker.apply(budget), budget);
      known = new WeakReference<>(kept);
    } else {
      kept.budget().beginQuestion();
    }
    T answer = question.apply(kept.explanation());
    idle.set(known);
    return answer;
  }
}
