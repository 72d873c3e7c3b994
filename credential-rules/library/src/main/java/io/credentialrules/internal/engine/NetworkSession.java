package io.credentialrules.internal.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * A session of the engine, which is opened when the first fact enters: every rule begins with one,
 * so where none enters there is nothing to find. Used by one thread.
 */
final class NetworkSession implements Firing.Memory, AutoCloseable {
  private final Supplier<KieBase> base;
  private @Nullable KieSession session;

  NetworkSession(Supplier<KieBase> base) {
    this.base = base;
  }

  @Override
  public void insert(Object fact) {
    opened().insert(fact);
  }

  @Override
  public void delete(Object fact) {
    KieSession own = opened();
    own.delete(own.getFactHandle(fact));
  }

  void fireAllRules() {
    if (session != null) {
      session.fireAllRules();
    }
  }

  private KieSession opened() {
    KieSession own = session;
    if (own == null) {
      own = base.get().newKieSession();
      session = own;
    }
    return own;
  }

  @Override
  public void close() {
    if (session != null) {
      session.dispose();
    }
  }
}
