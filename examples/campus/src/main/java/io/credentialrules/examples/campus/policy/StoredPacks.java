package io.credentialrules.examples.campus.policy;

import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.spring.PackSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The packs of the policy that is to be in force. The starter reads them again and again, so that
 * every server has them soon after they are put in force. An empty database begins with the packs
 * that the properties name.
 */
@Component
class StoredPacks implements PackSource {
  private final PolicyStore policies;
  private final CampusProperties properties;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StoredPacks(
      PolicyStore policies,
      CampusProperties properties,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.policies = policies;
    this.properties = properties;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public Collection<PolicyPack> read() {
    return policies.packs(policies.digestInForce().orElseGet(this::first));
  }

  private String first() {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              jdbc.sql("select id from filling for update").query(Integer.class).single();
              return policies.digestInForce().orElseGet(this::fill);
            }));
  }

  private String fill() {
    List<PolicyPack> packs = new ArrayList<>();
    ClassLoader loader = Objects.requireNonNull(getClass().getClassLoader());
    properties.packs().forEach(pack -> packs.add(PolicyPack.fromClassPath(loader, pack)));
    String digest = policies.builder(packs).compile().digest();
    policies.keep(digest, "As published", "campus", packs);
    policies.putInForce(digest, "campus");
    return digest;
  }
}
