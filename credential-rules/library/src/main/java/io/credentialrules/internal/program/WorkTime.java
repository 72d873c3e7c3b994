package io.credentialrules.internal.program;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long something is worked on: the time of the processor, so that a busy machine says the same
 * as an idle one. Reading it costs more than a short evaluation, so the clock is read instead for
 * as long as it cannot matter. Where the processor's time is not known (virtual threads), the clock
 * counts. Used by one thread at a time; when another thread goes on, its own time counts from then.
 */
final class WorkTime {
  private static final long SHORT = Duration.ofMillis(10).toNanos();
  private static final long BETWEEN_READINGS = Duration.ofMillis(50).toNanos();

  private long started = System.nanoTime();
  private long nextReading;
  private long spent;
  private @Nullable Reading from;

  /** What the processor's time of a thread was. */
  private record Reading(Thread thread, long nanos) {
    static Reading now() {
      return new Reading(Thread.currentThread(), Processor.nanos());
    }
  }

  /** Loaded only by work that takes longer. */
  private static final class Processor {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final boolean IS_KNOWN =
        THREADS.isCurrentThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

    static long nanos() {
      if (!IS_KNOWN) {
        return System.nanoTime();
      }
      try {
        long nanos = THREADS.getCurrentThreadCpuTime();
        return nanos < 0 ? System.nanoTime() : nanos;
      } catch (UnsupportedOperationException virtualThread) {
        return System.nanoTime();
      }
    }
  }

  /** Whether the work has taken longer. */
  boolean isBeyond(Duration limit) {
    long now = System.nanoTime();
    long onTheClock = now - started;
    if (onTheClock <= Math.min(SHORT, limit.toNanos())) {
      return false;
    }
    if (from == null || from.thread() != Thread.currentThread()) {
      from = Reading.now();
      nextReading = now;
    }
    if (onTheClock <= limit.toNanos() || now < nextReading) {
      return false;
    }
    nextReading = now + BETWEEN_READINGS;
    return spent + Processor.nanos() - from.nanos() > limit.toNanos();
  }

  /** Counts from now. */
  void restart() {
    started = System.nanoTime();
    spent = 0;
    from = null;
  }

  /** Counts nothing until {@link #resume}. */
  void pause() {
    if (from != null && from.thread() == Thread.currentThread()) {
      spent += Processor.nanos() - from.nanos();
    }
    from = null;
    started = System.nanoTime() - started;
  }

  /** Counts on after {@link #pause}. */
  void resume() {
    started = System.nanoTime() - started;
  }
}
