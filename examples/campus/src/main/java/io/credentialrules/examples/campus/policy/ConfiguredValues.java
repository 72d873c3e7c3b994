package io.credentialrules.examples.campus.policy;

import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import java.util.List;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever starts a server with other configured values puts another policy into force: the same
 * packs with these values, which have a digest of their own. It is kept as any other, so that every
 * decision finds the policy that made it.
 */
@Component
class ConfiguredValues implements SmartInitializingSingleton {
  private final PolicyStore policies;
  private final PolicyActs acts;
  private final LiveRules live;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  ConfiguredValues(
      PolicyStore policies,
      PolicyActs acts,
      LiveRules live,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.policies = policies;
    this.acts = acts;
    this.live = live;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id from filling for update").query(Integer.class).single();
          String before = policies.digestInForce().orElseThrow();
          List<PolicyPack> packs = policies.packs(before);
          String now = live.current().digest();
          if (!now.equals(before) && policies.builder(packs).compile().digest().equals(now)) {
            policies.keep(now, "As configured", "campus", packs);
            policies.putInForce(now, "campus");
            acts.add(
                now,
                PolicyActs.Kind.PUT_IN_FORCE,
                "campus",
                before,
                "The values that are configured are others.");
          }
        });
  }
}
