package io.credentialrules.internal.work;

import java.util.concurrent.CancellationException;

/**
 * Ends work soon after its thread is interrupted. Whatever a stranger can make long looks here once
 * for each unit that it counts: a token, a rule, a combination of facts, a fact, a sentence. The
 * look is a read of one field of the thread, so it is made at each unit and never by the clock.
 */
public final class Interruption {
  /** Of a text that is matched, so many characters are one unit. */
  private static final int CHARACTERS = 256;

  private Interruption() {}

  /**
   * Goes on unless the thread is interrupted.
   *
   * @throws CancellationException when it is; the flag of the thread stays set
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("the thread was interrupted");
    }
  }

  /**
   * The text, for whoever reads all of it more than once: reading it ends as {@link #check} does.
   */
  public static CharSequence heeding(String text) {
    return text.length() <= CHARACTERS ? text : new Heeding(text);
  }

  private static final class Heeding implements CharSequence {
    private final String text;
    private int read;

    private Heeding(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++read % CHARACTERS == 0) {
        check();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
