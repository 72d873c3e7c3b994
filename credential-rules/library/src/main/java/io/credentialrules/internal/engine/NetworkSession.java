package io.credentialrules.internal.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.KieSession;

/**
 * A session of the engine, which is opened when the first fact enters: every rule begins with one,
 * so where none enters there is nothing to find. Used by one thread.
 */
final class NetworkSession implements Memory, AutoCloseable {
  private final Supplier<Network> network;
  private @Nullable KieSession session;
  private @Nullable LoneConditions lone;

  NetworkSession(Supplier<Network> network) {
    this.network = network;
  }

  @Override
  public boolean passes(Pair pair) {
    return lone().pass(pair);
  }

  @Override
  public boolean passes(Candidacy way) {
    return lone().pass(way);
  }

  private LoneConditions lone() {
    LoneConditions own = lone;
    if (own == null) {
      own = network.get().lone();
      lone = own;
    }
    return own;
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
      own = network.get().newSession();
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
