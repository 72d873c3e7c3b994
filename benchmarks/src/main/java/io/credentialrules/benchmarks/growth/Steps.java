package io.credentialrules.benchmarks.growth;

/**
 * How many steps the code that is {@linkplain CountedCode counted} has taken: each method that is
 * entered and each time that a loop goes round. Loaded by the boot loader, so that the JDK's
 * collections can count too.
 */
public final class Steps {
  private static long taken;

  private Steps() {}

  /** Takes one. */
  public static void one() {
    taken++;
  }

  /** All that were taken. */
  public static long taken() {
    return taken;
  }
}
