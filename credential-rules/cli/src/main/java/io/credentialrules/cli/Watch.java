package io.credentialrules.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Waits until something in some folders changes. Editors write a file in several steps, or write
 * another one and rename it; all that follows within a moment is one change.
 */
final class Watch implements AutoCloseable {
  private static final int DEEPEST = 16;
  private static final long MOMENT = 60;
  private static final long SETTLING = 100;
  private static final long LOOK_AGAIN = 1_000;

  private final List<Path> folders;
  private final WatchService service;
  private final Map<Path, WatchKey> keys = new HashMap<>();

  Watch(List<Path> folders) throws IOException {
    this.folders = List.copyOf(folders);
    this.service = FileSystems.getDefault().newWatchService();
    register();
  }

  /**
   * Does work whenever what the folders hold has changed, until the thread is interrupted, as by
   * Ctrl-C. What changed before the folders were watched is found too.
   *
   * @param before what they held when the work was done first
   * @param read reads what they hold
   * @param same whether that is the same
   */
  static <T> void whileItChanges(
      List<Path> folders, T before, Supplier<T> read, BiPredicate<T, T> same, Consumer<T> work)
      throws IOException {
    T last = before;
    try (Watch changes = new Watch(folders)) {
      while (!Thread.currentThread().isInterrupted()) {
        T now = settled(last, read, same);
        if (!same.test(now, last)) {
          work.accept(now);
          last = now;
        }
        changes.await();
      }
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
  }

  /** What there is now; where it differs, once nobody is writing any more. */
  private static <T> T settled(T last, Supplier<T> read, BiPredicate<T, T> same)
      throws InterruptedException {
    T now = read.get();
    while (!same.test(now, last)) {
      Thread.sleep(SETTLING);
      T next = read.get();
      if (same.test(next, now)) {
        return now;
      }
      now = next;
    }
    return now;
  }

  /**
   * Returns when something may have changed, or a second has passed: a folder that was replaced
   * tells nothing.
   *
   * @throws InterruptedException when the thread is asked to end
   */
  void await() throws IOException, InterruptedException {
    WatchKey key = service.poll(LOOK_AGAIN, TimeUnit.MILLISECONDS);
    while (key != null) {
      key.pollEvents();
      if (!key.reset()) {
        keys.values().remove(key);
      }
      key = service.poll(MOMENT, TimeUnit.MILLISECONDS);
    }
    register();
  }

  /** Folders within folders are watched too, also those that were not there before. */
  private void register() throws IOException {
    keys.entrySet().removeIf(entry -> !entry.getValue().isValid() || !isFolder(entry.getKey()));
    for (Path folder : folders) {
      if (isFolder(folder)) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
          for (Path each : all.filter(Watch::isFolder).toList()) {
            if (!keys.containsKey(each)) {
              keys.put(
                  each,
                  each.register(
                      service,
                      StandardWatchEventKinds.ENTRY_CREATE,
                      StandardWatchEventKinds.ENTRY_MODIFY,
                      StandardWatchEventKinds.ENTRY_DELETE));
            }
          }
        } catch (java.nio.file.NoSuchFileException
            | java.io.UncheckedIOException changedMeanwhile) {
          // The next look finds what is there then.
        }
      }
    }
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
