package io.credentialrules.internal.listen;

import io.credentialrules.CredentialRules;
import io.credentialrules.LimitExceededException;
import io.credentialrules.RulesListener;
import io.credentialrules.RulesListener.Question;
import io.credentialrules.RulesListener.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** The listeners of one policy, in the order in which they came. Immutable. */
public final class Listeners {
  /** Nobody listens. */
  public static final Listeners NONE = new Listeners(List.of());

  private final List<RulesListener> all;

  private Listeners(List<RulesListener> all) {
    this.all = List.copyOf(all);
  }

  /** These and one more. */
  public Listeners and(RulesListener listener) {
    List<RulesListener> more = new ArrayList<>(all);
    more.add(listener);
    return new Listeners(more);
  }

  /** When work begins; 0 where nobody listens, so that no time is taken. */
  public long begin() {
    return all.isEmpty() ? 0 : System.nanoTime();
  }

  /** A policy was compiled. */
  public void compiled(CredentialRules rules, long begun) {
    tell(
        listener ->
            listener.compiled(
                new ToldCompiled(
                    rules.digest(),
                    since(begun),
                    rules.policy().rules().size(),
                    rules.catalogue().size(),
                    rules.warnings().size())));
  }

  /** A policy has errors. */
  public void refused(String digest, long begun) {
    tell(
        listener ->
            listener.refused(new ToldRefused(digest, since(begun), Stage.COMPILE, "problems")));
  }

  /** Evaluates, and tells how it went. */
  public <T> T evaluating(String digest, int facts, ToIntFunction<T> earned, Supplier<T> work) {
    if (all.isEmpty()) {
      return work.get();
    }
    long begun = begin();
    T evaluation = refusing(digest, begun, Stage.EVALUATE, work);
    int count = earned.applyAsInt(evaluation);
    tell(listener -> listener.evaluated(new ToldEvaluated(digest, since(begun), facts, count)));
    return evaluation;
  }

  /** Answers a question, and tells how it went. */
  public <T> T explaining(String digest, Question question, Supplier<T> work) {
    if (all.isEmpty()) {
      return work.get();
    }
    long begun = begin();
    T answer = refusing(digest, begun, Stage.EXPLAIN, work);
    tell(listener -> listener.explained(new ToldExplained(digest, since(begun), question)));
    return answer;
  }

  private <T> T refusing(String digest, long begun, Stage stage, Supplier<T> work) {
    try {
      return work.get();
    } catch (LimitExceededException exceeded) {
      tellRefused(digest, begun, stage, exceeded.limit());
      throw exceeded;
    } catch (IllegalArgumentException unknown) {
      tellRefused(digest, begun, stage, stage == Stage.EVALUATE ? "record" : "id");
      throw unknown;
    }
  }

  private void tellRefused(String digest, long begun, Stage stage, String reason) {
    tell(listener -> listener.refused(new ToldRefused(digest, since(begun), stage, reason)));
  }

  private void tell(Consumer<RulesListener> event) {
    all.forEach(event);
  }

  private static Duration since(long begun) {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
