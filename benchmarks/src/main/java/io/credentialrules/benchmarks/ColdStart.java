package io.credentialrules.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Milliseconds on the wall of whole processes, from their start: each run once before it counts, so
 * that the launcher of the command line has its archive of classes.
 *
 * @param inJava to the first decision in Java, without an archive
 * @param decide of the command line, to its end; nothing where it is not built
 * @param check of a pack of about 100 rules, to its end; nothing where it is not built
 */
record ColdStart(List<Double> inJava, List<Double> decide, List<Double> check) {
  /** Nothing was measured. */
  static final ColdStart NONE = new ColdStart(List.of(), List.of(), List.of());

  /** Of thirteen rules each. */
  private static final int PATHWAYS = 8;

  /**
   * Measures.
   *
   * @param root the folder of the project
   */
  static ColdStart measured(Path root, int runs) throws IOException {
    Path scratch = Files.createTempDirectory("cold-start");
    try {
      List<Double> inJava = new ArrayList<>();
      for (int run = -1; run < runs; run++) {
        double took = inJava(scratch);
        if (run >= 0) {
          inJava.add(took);
        }
      }
      Path command = root.resolve("credential-rules/cli/bin/credential-rules");
      if (!Files.exists(root.resolve("credential-rules/cli/target/credential-rules.jar"))) {
        return new ColdStart(inJava, List.of(), List.of());
      }
      Path pack = Files.createDirectory(scratch.resolve("pack"));
      for (Map.Entry<String, String> file : new Catalogue(PATHWAYS).pack().files().entrySet()) {
        Files.writeString(pack.resolve(file.getKey()), file.getValue());
      }
      List<String> decide =
          List.of(
              command.toString(),
              "decide",
              "--pack",
              root.resolve("rules/ums-horticulture").toString(),
              "--learner",
              root.resolve("examples/learners/maria.json").toString(),
              "--zone",
              "America/New_York",
              "--as-of",
              "2025-05-01");
      List<String> check = List.of(command.toString(), "check", pack.toString());
      return new ColdStart(inJava, wall(scratch, runs, decide), wall(scratch, runs, check));
    } finally {
      try (Stream<Path> files = Files.walk(scratch)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double inJava(Path scratch) throws IOException {
    Process process =
        started(
            scratch,
            List.of(
                OwnProcess.java(),
                "-cp",
                System.getProperty("java.class.path"),
                FirstDecision.class.getName()));
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      end(process);
      if (line == null) {
        throw new IllegalStateException("no first decision");
      }
      return Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
    }
  }

  private static List<Double> wall(Path scratch, int runs, List<String> command)
      throws IOException {
    List<Double> wall = new ArrayList<>();
    for (int run = -1; run < runs; run++) {
      long begun = System.nanoTime();
      Process process = started(scratch, command);
      process.getInputStream().readAllBytes();
      end(process);
      if (run >= 0) {
        wall.add((System.nanoTime() - begun) / 1e6);
      }
    }
    return wall;
  }

  private static Process started(Path scratch, List<String> command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("XDG_CACHE_HOME", scratch.resolve("cache").toString());
    return builder.start();
  }

  private static void end(Process process) {
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("a cold start ended with " + process.exitValue());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("a cold start was interrupted", interrupted);
    }
  }

  /** The median and the range in seconds; that nothing was measured where nothing was. */
  static String seconds(List<Double> milliseconds) {
    if (milliseconds.isEmpty()) {
      return "not measured: the command line is not built";
    }
    List<Double> sorted = new ArrayList<>(milliseconds);
    Collections.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.2f s (%.2f to %.2f)",
        sorted.get(sorted.size() / 2) / 1e3,
        sorted.get(0) / 1e3,
        sorted.get(sorted.size() - 1) / 1e3);
  }
}
