package io.credentialrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees what a policy does beside being read: whether it loads or runs the planted class, writes the
 * marker file, starts a thread or opens a connection. While it watches, class loaders and
 * connections of this JVM tell it what is asked of them.
 */
final class Watch implements AutoCloseable {
  private static final String PLANTED = "planted.";
  private static final String PROPERTY = "hostile.marker";
  private static final Path FILE = Path.of("hostile-marker");

  private final Queue<String> seen = new ConcurrentLinkedQueue<>();
  private final ClassLoader loaderBefore = Thread.currentThread().getContextClassLoader();
  private final @Nullable ProxySelector selectorBefore = ProxySelector.getDefault();
  private final Set<String> threadsBefore = threads();

  Watch() {
    Thread.currentThread().setContextClassLoader(new WatchedLoader(loaderBefore));
    ProxySelector.setDefault(new WatchedConnections());
  }

  /** Fails when anything was seen. */
  void sawNothing() {
    assertThat(seen).as("what the policy reached for").isEmpty();
    assertThat(System.getProperty(PROPERTY)).as("the marker property").isNull();
    assertThat(Files.exists(FILE)).as("the marker file").isFalse();
    assertThat(threads()).as("threads").isSubsetOf(threadsBefore);
  }

  @Override
  public void close() {
    ProxySelector.setDefault(selectorBefore);
    Thread.currentThread().setContextClassLoader(loaderBefore);
  }

  /** Threads of the JVM itself come and go. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> !thread.getThreadGroup().getName().equals("system"))
        .filter(thread -> !thread.getName().startsWith("junit-timeout"))
        .map(thread -> thread.getName() + " " + thread.getId())
        .collect(Collectors.toSet());
  }

  /** The class loader that is asked first by code which looks for classes by name. */
  private final class WatchedLoader extends ClassLoader {
    private WatchedLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith(PLANTED)) {
        seen.add("class " + name);
      }
      return super.loadClass(name, resolve);
    }
  }

  private final class WatchedConnections extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      seen.add("connection " + uri);
      return List.of(Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
      seen.add("failed connection " + uri);
    }
  }
}
