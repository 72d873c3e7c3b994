package io.credentialrules.json;

import java.util.concurrent.CancellationException;

/** Ends reading and writing soon after their thread is interrupted. */
final class Interruption {
  private Interruption() {}

  /** Throws where the thread is interrupted, which it stays. Cheap enough for each value. */
  static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while JSON was read or written");
    }
  }
}
