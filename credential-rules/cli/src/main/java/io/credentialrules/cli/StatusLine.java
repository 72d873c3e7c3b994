package io.credentialrules.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The line on standard error that says how far long work is. It is there only while somebody
 * watches a terminal, is written over by the next one, and is gone before anything else is printed:
 * pipes and files have nothing of it. Thread-safe.
 */
final class StatusLine {
  /** Work that is over sooner says nothing, and nobody reads faster than it changes. */
  static final long FIRST = TimeUnit.SECONDS.toNanos(2);

  static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(500);

  private final PrintWriter target;
  private final BooleanSupplier isTerminal;
  private final LongSupplier nanos;
  private boolean isAsked;
  private boolean isWatched;
  private int shown;

  /**
   * A line on a writer.
   *
   * @param isTerminal whether the writer is of a terminal; asked once, and not before work is long
   * @param nanos the time that has passed since some moment
   */
  StatusLine(PrintWriter target, BooleanSupplier isTerminal, LongSupplier nanos) {
    this.target = target;
    this.isTerminal = isTerminal;
    this.nanos = nanos;
  }

  /** One that nobody watches. */
  static StatusLine silent(PrintWriter target) {
    return new StatusLine(target, () -> false, System::nanoTime);
  }

  /** One on the standard error of this process. */
  static StatusLine ofStandardError(PrintWriter target) {
    return new StatusLine(target, StatusLine::isStandardErrorATerminal, System::nanoTime);
  }

  /**
   * Java tells only whether both other streams are of a terminal, so the command that tells it of
   * each is asked; where there is none, as on Windows, nobody is taken to watch.
   */
  private static boolean isStandardErrorATerminal() {
    if ("dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      return new ProcessBuilder("test", "-t", "2")
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchCommand) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  long now() {
    return nanos.getAsLong();
  }

  /** Another text in the place of that which is there. */
  synchronized void show(String text) {
    if (!isAsked) {
      isAsked = true;
      isWatched = isTerminal.getAsBoolean();
    }
    if (isWatched) {
      target.print("\r" + text + " ".repeat(Math.max(0, shown - text.length())));
      target.flush();
      shown = text.length();
    }
  }

  /** Takes away what is there. */
  synchronized void clear() {
    if (shown > 0) {
      target.print("\r" + " ".repeat(shown) + "\r");
      target.flush();
      shown = 0;
    }
  }
}
