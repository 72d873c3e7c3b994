package io.credentialrules.hostile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the corpus is watched with sees each of the things that it is there to see. */
class WatchTest {

  @Test
  void it_sees_nothing_where_nothing_happens() {
    try (Watch watch = new Watch()) {
      watch.sawNothing();
    }
  }

  @Test
  void it_sees_a_class_that_is_looked_for() throws ClassNotFoundException {
    try (Watch watch = new Watch()) {
      Thread.currentThread().getContextClassLoader().loadClass("planted.Marker");
      assertThatThrownBy(watch::sawNothing).hasMessageContaining("class planted.Marker");
    }
  }

  @Test
  void it_sees_a_class_that_is_initialised_by_another_loader() throws ClassNotFoundException {
    try (Watch watch = new Watch()) {
      Class.forName("planted.Marker", true, Watch.class.getClassLoader());
      System.setProperty("hostile.marker", "loaded");
      assertThatThrownBy(watch::sawNothing).hasMessageContaining("the marker property");
    } finally {
      System.clearProperty("hostile.marker");
    }
  }

  @Test
  void it_sees_a_file() throws IOException {
    Path file = Path.of("hostile-marker");
    try (Watch watch = new Watch()) {
      Files.createFile(file);
      assertThatThrownBy(watch::sawNothing).hasMessageContaining("the marker file");
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Test
  void it_sees_a_thread() throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Thread thread =
        new Thread(
            () -> {
              try {
                end.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
            });
    try (Watch watch = new Watch()) {
      thread.start();
      assertThatThrownBy(watch::sawNothing).hasMessageContaining("threads");
    } finally {
      end.countDown();
      thread.join();
    }
  }

  @Test
  void it_sees_a_connection() {
    try (Watch watch = new Watch()) {
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), 9).close())
          .isInstanceOf(IOException.class);
      assertThatThrownBy(watch::sawNothing).hasMessageContaining("connection");
    }
  }
}
