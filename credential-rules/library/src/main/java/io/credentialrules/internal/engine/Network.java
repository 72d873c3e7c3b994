package io.credentialrules.internal.engine;

import org.drools.core.impl.InternalRuleBase;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.ReteooBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;

/** The engine's network, and those of its rules that look at one fact alone. Thread-safe. */
final class Network {
  static final String PACKAGE = "policy";

  /** One for all networks, because it is large and the same for all. */
  private static final KieSessionConfiguration OF_SESSIONS =
      EngineLoading.withOwnLoader(Network::ofSessions);

  private final KieBase base;
  private final LoneConditions lone;

  private Network(KieBase base, LoneConditions lone) {
    this.base = base;
    this.lone = lone;
  }

  private static KieSessionConfiguration ofSessions() {
    KieSessionConfiguration own = RuleBaseFactory.newKnowledgeSessionConfiguration();
    own.setOption(KeepReferenceOption.NO);
    return own;
  }

  /** The conditions for one fact alone. */
  LoneConditions lone() {
    return lone;
  }

  /** A session of which the network knows nothing. */
  KieSession newSession() {
    return base.newKieSession(OF_SESSIONS, null);
  }

  /**
   * A network that is built.
   *
   * @param rules how many numbers rules have
   * @param strata how many strata there can be
   */
  static Network of(KieBase base, int rules, int strata) {
    ReteooBuilder nodes = ((InternalRuleBase) base).getReteooBuilder();
    return new Network(
        base,
        new LoneConditions(
            LoneConditions.of(nodes, rules, Network::shape),
            LoneConditions.of(nodes, strata, Network::awards)));
  }

  /** The name of the rule of a shape. */
  static String shape(int number) {
    return "shape " + number;
  }

  /** The name of the rule of all ways of a stratum. */
  static String awards(int stratum) {
    return "awards of stratum " + stratum;
  }
}
