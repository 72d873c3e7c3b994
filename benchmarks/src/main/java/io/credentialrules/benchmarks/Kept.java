package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.openjdk.jol.info.GraphStats;

/**
 * What compiled rules keep in memory: all objects that can be reached from them, counted by JOL, in
 * a process with 2 GB in which they were compiled. What the JVM keeps for reading records is in it.
 *
 * @param bytes of all objects
 * @param failure why nothing was measured; empty where something was
 */
record Kept(int pathways, double bytes, String failure) {
  /** Of the heap in which a catalogue is compiled. */
  static final int MEGABYTES = 2048;

  /** JOL reads records, and asks the JVM for the size of an object through an agent. */
  private static final List<String> FOR_JOL =
      List.of(
          "-Djol.magicFieldOffset=true",
          "-Djdk.attach.allowAttachSelf=true",
          "-XX:+EnableDynamicAgentLoading");

  /** Measures in another process. */
  static Kept measured(int pathways) {
    OwnProcess process =
        OwnProcess.run(
            Kept.class, MEGABYTES, Duration.ofMinutes(10), FOR_JOL, List.of("" + pathways));
    return new Kept(pathways, process.number("bytes"), process.failure());
  }

  /**
   * Compiles and counts in this process.
   *
   * @param arguments the number of pathways, and the file to write to
   */
  public static void main(String[] arguments) throws IOException {
    CredentialRules rules =
        CredentialRules.compile(new Catalogue(Integer.parseInt(arguments[0])).pack());
    Properties measured = new Properties();
    measured.setProperty("bytes", "" + GraphStats.parseInstance(rules).totalSize());
    try (Writer writer = Files.newBufferedWriter(Path.of(arguments[1]))) {
      measured.store(writer, null);
    }
  }
}
