package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableList;
import io.credentialrules.NotCounted;
import io.credentialrules.internal.result.StatedNotCounted;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a live learner had after a step, written out by whoever asks for them.
 *
 * <p>The idea: what the learner had some steps ago, shared by all evaluations since, and the
 * changes since then, each of which knows the one before. So a step costs one change, and an
 * evaluation that is kept says the same for ever.
 *
 * <p>The bound: {@link #isFarFromBefore} tells when there are so many changes that the facts are
 * better taken anew. A record is copied once for a part of its facts, so the copy costs a step
 * nothing that grows with it. Rejected: the latest evaluation as the only one that has the facts,
 * with changes back to older ones, because an evaluation may be asked by any thread. Immutable.
 */
final class StepFacts {
  /** Changes that are always followed. */
  private static final int FEW = 4;

  /** Of the facts, as many changes as this part has are followed. */
  private static final int PART = 8;

  private final ImmutableList<Times> before;
  private final @Nullable Change last;

  /** A fact, and how often the record has it. */
  private record Times(KnownFact known, int times) {}

  /**
   * A fact that came, went or is repeated.
   *
   * @param number how many changes there are, with this one
   */
  private record Change(Times now, @Nullable Change earlier, int number) {}

  private StepFacts(ImmutableList<Times> before, @Nullable Change last) {
    this.before = before;
    this.last = last;
  }

  /** All facts as they are. */
  static StepFacts of(Collection<KnownFact> all) {
    return new StepFacts(
        all.stream()
            .map(known -> new Times(known, known.times()))
            .collect(ImmutableList.toImmutableList()),
        null);
  }

  /** These, after one fact changed; it is there as often as it says now. */
  StepFacts changed(KnownFact known) {
    return new StepFacts(before, new Change(new Times(known, known.times()), last, changes() + 1));
  }

  private int changes() {
    return last == null ? 0 : last.number();
  }

  /** Whether the facts are better taken anew than with one change more. */
  boolean isFarFromBefore() {
    return changes() >= Math.max(FEW, before.size() / PART);
  }

  /** The facts of the record, one that is repeated as often as it is; the learner is none of it. */
  List<Fact> facts(Learner learner) {
    List<Fact> facts = new ArrayList<>(before.size() + changes());
    now()
        .forEach(
            (known, times) -> {
              for (int i = known.fact().equals(learner) ? 1 : 0; i < times; i++) {
                facts.add(known.fact());
              }
            });
    return facts;
  }

  /** The same as an evaluation has weighed them. */
  WeighedFacts weighed() {
    List<Fact> counted = new ArrayList<>(before.size() + changes());
    List<NotCounted> notCounted = new ArrayList<>();
    List<Fact> duplicates = new ArrayList<>();
    now()
        .forEach(
            (known, times) -> {
              if (known.reason() == null) {
                counted.add(known.fact());
              } else {
                notCounted.add(new StatedNotCounted(known.fact(), known.reason()));
              }
              for (int i = 1; i < times; i++) {
                duplicates.add(known.fact());
              }
            });
    return new WeighedFacts(counted, notCounted, duplicates);
  }

  /** How often each fact is there, in the order in which they came. */
  private Map<KnownFact, Integer> now() {
    Map<KnownFact, Integer> now = new LinkedHashMap<>();
    before.forEach(each -> now.put(each.known(), each.times()));
    Deque<Times> since = new ArrayDeque<>();
    for (Change change = last; change != null; change = change.earlier()) {
      since.push(change.now());
    }
    for (Times each : since) {
      if (each.times() == 0) {
        now.remove(each.known());
      } else {
        now.put(each.known(), each.times());
      }
    }
    return now;
  }
}
