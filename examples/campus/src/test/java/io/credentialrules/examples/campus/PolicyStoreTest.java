package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LiveRules;
import io.credentialrules.examples.campus.policy.PolicyStore;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A policy is found again by its digest. */
@Tag("once")
class PolicyStoreTest {

  @Test
  void a_policy_is_found_by_the_digest_of_the_rules_in_whatever_order_its_packs_are_named() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    try (Server server =
        Server.start(
            Server.memory(),
            List.of(
                "--campus.packs=ums-maple-sugaring,campus-first-aid,ums-framework",
                "--campus.demo.learners=0"))) {
      PolicyStore policies = server.bean(PolicyStore.class);
      String digest = server.bean(LiveRules.class).current().digest();
      assertThat(policies.digestInForce()).contains(digest);
      assertThat(policies.rules(digest).digest()).isEqualTo(digest);
    }
  }
}
