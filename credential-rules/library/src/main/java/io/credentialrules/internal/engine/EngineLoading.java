package io.credentialrules.internal.engine;

import java.util.function.Supplier;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;

/**
 * Loads the engine's services through the loader of the engine's own classes. The engine looks them
 * up by the context class loader of whichever thread happens to come first, once, and keeps what it
 * found: from a thread of the host without a context class loader, or with that of another plug-in,
 * it would find nothing and stay broken.
 */
final class EngineLoading {
  static {
    withOwnLoader(
        () -> {
          KieSession session =
              KieBaseBuilder.createKieBaseFromModel(new ModelImpl("loading")).newKieSession();
          session.insert("loading");
          session.fireAllRules();
          session.dispose();
          return true;
        });
  }

  private EngineLoading() {}

  /** Does work of the engine, as any thread may, with the loader that knows the engine. */
  static <T> T withOwnLoader(Supplier<T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(EngineLoading.class.getClassLoader());
    try {
      return work.get();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
