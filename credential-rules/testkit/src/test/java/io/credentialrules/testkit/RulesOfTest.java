package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@RulesOf("../../rules/ums-horticulture")
class RulesOfTest {
  private static @Nullable CredentialRules seen;

  @Test
  void the_rules_of_the_class_are_given(CredentialRules rules) {
    seeTheSame(rules);
  }

  @Test
  void the_rules_are_compiled_once(
      CredentialRules rules, @RulesOf("../../rules/ums-horticulture") CredentialRules again) {
    assertThat(again).isSameAs(rules);
    seeTheSame(rules);
  }

  @Test
  @RulesOf({"../../rules/eagle-scout", "../../rules/ums-horticulture"})
  void the_method_says_more_than_the_class(
      CredentialRules both,
      @RulesOf({"../../rules/ums-horticulture", "../../rules/eagle-scout"})
          CredentialRules otherOrder) {
    assertThat(both.catalogue()).extracting(Credential::id).contains("eagle-scout-merit-badges");
    assertThat(otherOrder).isSameAs(both);
  }

  @Nested
  class Within {
    @Test
    void the_rules_of_the_class_around_are_given(CredentialRules rules) {
      seeTheSame(rules);
    }
  }

  private static void seeTheSame(CredentialRules rules) {
    assertThat(rules.catalogue())
        .extracting(Credential::id)
        .doesNotContain("eagle-scout-merit-badges");
    assertThat(seen == null || seen == rules).isTrue();
    seen = rules;
  }
}
