package io.credentialrules.cli;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Work on many things: how many are done, how many that is in a second, and how long the others
 * take if they take as long. Closing it takes the line away. Thread-safe.
 */
final class LongWork implements AutoCloseable {
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long MINUTE = TimeUnit.MINUTES.toSeconds(1);
  private static final long HOUR = TimeUnit.HOURS.toSeconds(1);

  private final StatusLine line;
  private final String noun;
  private final long total;
  private final long started;
  private long done;
  private long next;

  /**
   * Begins.
   *
   * @param noun what the things are called, such as {@code records}
   * @param total how many there are
   */
  LongWork(StatusLine line, String noun, long total) {
    this.line = line;
    this.noun = noun;
    this.total = total;
    this.started = line.now();
    this.next = started + StatusLine.FIRST;
  }

  /** Begins work of a command. */
  static LongWork of(CommandSpec spec, String noun, long total) {
    return new LongWork(Terminal.err(spec).status(), noun, total);
  }

  /** One more is done. */
  synchronized void done() {
    done++;
    long now = line.now();
    if (now - next >= 0) {
      next = now + StatusLine.BETWEEN;
      line.show(text(done, total, noun, now - started));
    }
  }

  @Override
  public void close() {
    line.clear();
  }

  /** Such as {@code 1200 of 5000 records, 350 a second, 11 s left}. */
  static String text(long done, long total, String noun, long nanos) {
    double rate = done * SECOND / Math.max(1, nanos);
    long left = (long) Math.ceil((total - done) / rate);
    return String.format(
        Locale.ROOT,
        rate < 10 ? "%d of %d %s, %.1f a second, %s left" : "%d of %d %s, %.0f a second, %s left",
        done,
        total,
        noun,
        rate,
        time(left));
  }

  private static String time(long seconds) {
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? seconds / MINUTE + " min " + seconds % MINUTE + " s"
        : seconds / HOUR + " h " + seconds % HOUR / MINUTE + " min";
  }
}
