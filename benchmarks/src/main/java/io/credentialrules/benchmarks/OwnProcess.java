package io.credentialrules.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * A program of this class path in a Java process of its own, which writes what it measured to the
 * file that its last argument names.
 *
 * @param measured what it wrote
 * @param failure why there is nothing, for a table; empty where there is something
 */
record OwnProcess(Properties measured, String failure) {
  /** With which a JVM ends that was told to end when memory is exhausted. */
  private static final int OUT_OF_MEMORY = 3;

  /**
   * Runs a program to its end.
   *
   * @param heap megabytes that it may use
   * @param most after which it is ended
   * @throws IllegalStateException when it ends with an error, which it prints
   */
  static OwnProcess run(
      Class<?> program, int heap, Duration most, List<String> options, List<String> arguments) {
    try {
      Path file = Files.createTempFile("measured", ".properties");
      try {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-Xmx" + heap + "m");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(arguments);
        command.add(file.toString());
        Process process =
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return ended(process, heap, most, program.getSimpleName() + " " + arguments, file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static OwnProcess ended(Process process, int heap, Duration most, String what, Path file)
      throws IOException {
    Properties measured = new Properties();
    try {
      if (!process.waitFor(most.toSeconds(), TimeUnit.SECONDS)) {
        return new OwnProcess(measured, "not finished in " + most.toSeconds() + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + " was interrupted", interrupted);
    } finally {
      process.destroyForcibly();
    }
    if (process.exitValue() == OUT_OF_MEMORY) {
      return new OwnProcess(measured, "needs more than " + heap + " MB");
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(what + " ended with " + process.exitValue());
    }
    try (Reader reader = Files.newBufferedReader(file)) {
      measured.load(reader);
    }
    return new OwnProcess(measured, measured.getProperty("failure", ""));
  }

  /** The Java that runs this. */
  static String java() {
    return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
  }

  /** A number that was measured; none where it was not. */
  double number(String key) {
    return Double.parseDouble(measured.getProperty(key, "NaN"));
  }
}
