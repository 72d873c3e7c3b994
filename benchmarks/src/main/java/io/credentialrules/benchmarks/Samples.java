package io.credentialrules.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What single calls of one contender took: processor time of the thread, and bytes. */
final class Samples {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Long> nanoseconds = new ArrayList<>();
  private final Map<Integer, Long> fastest = new HashMap<>();
  private final List<Double> rounds = new ArrayList<>();
  private long bytes;

  /**
   * Calls a contender with one input after the other.
   *
   * @param most nanoseconds of processor time after which the round ends
   */
  <T> void round(Consumer<? super T> contender, List<T> inputs, long most) {
    long thread = Thread.currentThread().getId();
    long allocated = THREADS.getThreadAllocatedBytes(thread);
    long started = THREADS.getCurrentThreadCpuTime();
    long before = started;
    int done = 0;
    while (before - started < most) {
      contender.accept(inputs.get(done++ % inputs.size()));
      long now = THREADS.getCurrentThreadCpuTime();
      nanoseconds.add(now - before);
      before = now;
    }
    rounds.add((double) (before - started) / done);
    bytes += THREADS.getThreadAllocatedBytes(thread) - allocated;
    keepFastest(nanoseconds.subList(nanoseconds.size() - done, nanoseconds.size()), inputs.size());
  }

  /** Of the calls of one round, which began with the first input. */
  private void keepFastest(List<Long> calls, int inputs) {
    for (int i = 0; i < calls.size(); i++) {
      fastest.merge(i % inputs, calls.get(i), Math::min);
    }
  }

  /** Nanoseconds a call: the median of the rounds, which one disturbance does not move. */
  double middle() {
    return of(rounds, 0.5);
  }

  /** The lowest and the highest of the rounds, as parts of the middle. */
  double spread() {
    return (of(rounds, 1) - of(rounds, 0)) / 2 / middle();
  }

  /** Of all calls. */
  double quantile(double part) {
    return of(doubles(nanoseconds), part);
  }

  /**
   * Of the fastest call of each input: what the inputs themselves differ by. A machine that does
   * other work, and memory that is touched for the first time, slow down other calls each time.
   */
  double quantileOfFastest(double part) {
    return of(doubles(fastest.values()), part);
  }

  private static List<Double> doubles(Collection<Long> values) {
    return values.stream().map(Long::doubleValue).toList();
  }

  /** Whether the contender took no part. */
  boolean isEmpty() {
    return nanoseconds.isEmpty();
  }

  double kilobytes() {
    return isEmpty() ? Double.NaN : bytes / 1024.0 / nanoseconds.size();
  }

  private static double of(List<Double> values, double part) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.round(part * (sorted.size() - 1)));
  }
}
