package io.credentialrules.benchmarks.growth;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Counts what work costs in this process, in {@link Steps}. Code is counted from its first use on,
 * so this must be {@linkplain #start started} before the library is. The process has to allow it:
 * {@code -Djdk.attach.allowAttachSelf=true}.
 */
public final class StepCounter {
  /** Where lists, maps and their like go round. */
  private static final List<String> COLLECTIONS =
      List.of(
          "java.util.AbstractCollection",
          "java.util.AbstractList",
          "java.util.AbstractMap",
          "java.util.AbstractSet",
          "java.util.ArrayDeque",
          "java.util.ArrayList",
          "java.util.Arrays",
          "java.util.Collections",
          "java.util.HashMap",
          "java.util.ImmutableCollections",
          "java.util.LinkedHashMap",
          "java.util.LinkedList",
          "java.util.PriorityQueue",
          "java.util.TimSort",
          "java.util.TreeMap");

  private static boolean started;

  private StepCounter() {}

  /** Begins to count; once is enough. */
  public static synchronized void start() {
    if (started) {
      return;
    }
    try {
      Path agent = Files.createTempFile("steps", ".jar");
      agent.toFile().deleteOnExit();
      write(agent);
      VirtualMachine self = VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
      self.loadAgent(agent.toString(), agent.toString());
      self.detach();
    } catch (IOException
        | AttachNotSupportedException
        | AgentLoadException
        | AgentInitializationException e) {
      throw new IllegalStateException("steps cannot be counted in this process", e);
    }
    started = true;
  }

  /** What some work costs, in steps. */
  public static long of(Runnable work) {
    long before = Steps.taken();
    work.run();
    return Steps.taken() - before;
  }

  /** Called by the JVM. */
  public static void agentmain(String agent, Instrumentation instrumentation)
      throws IOException, ClassNotFoundException, UnmodifiableClassException {
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(agent));
    instrumentation.addTransformer(new CountedCode(), true);
    List<Class<?>> counted = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      String name = loaded.getName();
      int inner = name.indexOf('$');
      if (COLLECTIONS.contains(inner < 0 ? name : name.substring(0, inner))
          && instrumentation.isModifiableClass(loaded)) {
        counted.add(loaded);
      }
    }
    instrumentation.retransformClasses(counted.toArray(new Class<?>[0]));
  }

  private static void write(Path agent) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Agent-Class", StepCounter.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    String steps = CountedCode.STEPS + ".class";
    try (OutputStream file = Files.newOutputStream(agent);
        JarOutputStream jar = new JarOutputStream(file, manifest);
        InputStream code = StepCounter.class.getClassLoader().getResourceAsStream(steps)) {
      if (code == null) {
        throw new IllegalStateException("no " + steps);
      }
      jar.putNextEntry(new JarEntry(steps));
      code.transferTo(jar);
      jar.closeEntry();
    }
  }
}
