package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final String RULE =
      """
      package p
      import io.credentialrules.vocabulary.*
      rule "c" @credential( "%s" ) when WorkExperience( hours > 1 ) then end
      """;
  private static final PolicyPack ONE = PolicyPack.of("one", Map.of("a.drl", RULE.formatted("x")));
  private static final PolicyPack TWO = PolicyPack.of("two", Map.of("a.drl", RULE.formatted("y")));

  @Test
  void the_digest_of_a_pack_changes_with_its_name_its_paths_and_its_texts() {
    assertThat(ONE.digest())
        .matches("[0-9a-f]{64}")
        .isEqualTo(PolicyPack.of("one", Map.of("a.drl", RULE.formatted("x"))).digest())
        .isNotEqualTo(PolicyPack.of("uno", ONE.files()).digest())
        .isNotEqualTo(PolicyPack.of("one", Map.of("b.drl", RULE.formatted("x"))).digest())
        .isNotEqualTo(PolicyPack.of("one", Map.of("a.drl", RULE.formatted("x") + " ")).digest());
  }

  @Test
  void rules_tell_the_digest_of_each_pack_and_of_all_in_their_order() {
    CredentialRules rules = CredentialRules.compile(TWO, ONE);

    assertThat(rules.packs())
        .containsExactly(Map.entry("two", TWO.digest()), Map.entry("one", ONE.digest()));
    assertThat(rules.digest()).isNotEqualTo(CredentialRules.compile(ONE, TWO).digest());
    assertThat(CredentialRules.compile(ONE).digest()).isEqualTo(ONE.digest());
  }
}
