package io.credentialrules.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A command that watches files in a thread of its own, and what it prints, line by line. */
final class WatchedCommand implements AutoCloseable {
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> code = new CompletableFuture<>();
  private final Thread thread;

  WatchedCommand(String... arguments) {
    thread =
        new Thread(
            () ->
                code.complete(
                    Main.run(
                        new PrintWriter(new Lines(lines), true),
                        new PrintWriter(new StringWriter()),
                        arguments)));
    thread.start();
  }

  /** The next line, once it is there. */
  String answer() throws InterruptedException {
    return Objects.requireNonNull(lines.poll(120, TimeUnit.SECONDS), "no answer");
  }

  /** What was not asked for would be an answer too many. */
  @Override
  public void close() {
    assertThat(lines).isEmpty();
    thread.interrupt();
    assertThat(code.orTimeout(120, TimeUnit.SECONDS).join()).isIn(0, 1);
  }

  /** Hands over each line when it is complete. */
  private static final class Lines extends Writer {
    private final BlockingQueue<String> lines;
    private final StringBuilder line = new StringBuilder();

    private Lines(BlockingQueue<String> lines) {
      this.lines = lines;
    }

    @Override
    public void write(char[] characters, int from, int length) {
      for (int i = from; i < from + length; i++) {
        if (characters[i] == '\n') {
          lines.add(line.toString());
          line.setLength(0);
        } else {
          line.append(characters[i]);
        }
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
