package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The library works whatever loader the threads of its host carry. Each test loads the library and
 * its engine anew, as a host with plug-ins does.
 */
@Timeout(300)
class ClassLoadersTest {

  /** What a plug-in does; it is loaded in the plug-in's loader. */
  public static final class Plugin implements Callable<Boolean> {
    private static final String POLICY =
        """
        package p
        import io.credentialrules.vocabulary.*
        rule "A" @credential( "a" ) when TrainingCompletion( training == "t" ) then end
        """;

    /** Compiles a policy and evaluates a record. */
    @Override
    public Boolean call() {
      CredentialRules rules =
          CredentialRules.compile(PolicyPack.of("p", java.util.Map.of("p.drl", POLICY)));
      return rules
          .evaluate(Records.record(), java.time.LocalDate.of(2025, 1, 1), java.time.ZoneOffset.UTC)
          .isEarned("a");
    }
  }

  @Test
  void the_first_thread_may_have_no_context_class_loader() throws Exception {
    try (URLClassLoader loader = isolated()) {
      assertThat(used(loader, null)).isFalse();
      assertThat(used(loader, loader)).isFalse();
    }
  }

  @Test
  void the_first_thread_may_have_a_context_class_loader_that_does_not_know_the_engine()
      throws Exception {
    try (URLClassLoader loader = isolated()) {
      assertThat(used(loader, ClassLoader.getPlatformClassLoader())).isFalse();
      assertThat(used(loader, loader)).isFalse();
    }
  }

  /** Also one that gives back what it is asked for, in a version of its own. */
  @Test
  void no_context_class_loader_is_asked_for_anything_of_the_engine() throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    ClassLoader context =
        new ClassLoader(ClassLoader.getPlatformClassLoader()) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            asked.add(name);
            throw new ClassNotFoundException(name);
          }

          @Override
          protected @Nullable URL findResource(String name) {
            asked.add(name);
            return null;
          }

          @Override
          protected Enumeration<URL> findResources(String name) {
            asked.add(name);
            return Collections.emptyEnumeration();
          }
        };
    try (URLClassLoader loader = isolated()) {
      assertThat(used(loader, context)).isFalse();
    }
    assertThat(asked).noneMatch(name -> name.contains("kie") || name.contains("drools"));
  }

  /**
   * The JDK itself holds on to what was linked last, such as the equality of a record ({@code
   * java.lang.runtime.ObjectMethods}), so that a third loader takes the place of the second.
   */
  @Test
  void loaders_that_were_used_are_collected_once_they_are_dropped() throws Exception {
    List<WeakReference<ClassLoader>> dropped = List.of(usedAndDropped(), usedAndDropped());
    try (URLClassLoader loader = isolated()) {
      assertThat(used(loader, loader)).isFalse();
      for (int i = 0; i < 50 && dropped.stream().anyMatch(each -> each.get() != null); i++) {
        System.gc();
        Thread.sleep(20);
      }
      assertThat(dropped).allMatch(each -> each.get() == null);
    }
  }

  private static WeakReference<ClassLoader> usedAndDropped() throws Exception {
    try (URLClassLoader loader = isolated()) {
      assertThat(used(loader, loader)).isFalse();
      return new WeakReference<>(loader);
    }
  }

  /** Runs the plug-in on a thread of its own with a context class loader. */
  private static boolean used(ClassLoader loader, @Nullable ClassLoader context) throws Exception {
    FutureTask<Boolean> task =
        new FutureTask<>(
            () -> {
              Object plugin =
                  loader.loadClass(Plugin.class.getName()).getDeclaredConstructor().newInstance();
              Method call = plugin.getClass().getMethod("call");
              return (Boolean) call.invoke(plugin);
            });
    Thread thread = new Thread(task, "plug-in");
    thread.setContextClassLoader(context);
    thread.start();
    thread.join();
    return task.get();
  }

  private static URLClassLoader isolated() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry :
        com.google.common.base.Splitter.on(File.pathSeparatorChar)
            .split(System.getProperty("java.class.path", ""))) {
      URI uri = Path.of(entry).toUri();
      urls.add(uri.toURL());
    }
    return new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }
}
