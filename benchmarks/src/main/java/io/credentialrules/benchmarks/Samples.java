package io.credentialrules.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** What single calls of one contender took: processor time of the thread, and bytes. */
final class Samples {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<Long> nanoseconds = new ArrayList<>();
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
  }

  /** Nanoseconds a call: the median of the rounds, which one disturbance does not move. */
  double middle() {
    return of(rounds, 0.5);
  }

  /** The lowest and the highest of the rounds, as parts of the middle. */
  double spread() {
    return (of(rounds, 1) - of(rounds, 0)) / 2 / middle();
  }

  double quantile(double part) {
    return of(nanoseconds.stream().map(Long::doubleValue).toList(), part);
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
