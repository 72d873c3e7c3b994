package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.WorkExperience;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalOrderTest {

  private static CredentialRules asking(String constraint) {
    return CredentialRules.compile(
        PolicyPack.of(
            "p",
            Map.of(
                "a.drl",
                "package p\nimport io.credentialrules.vocabulary.*\n"
                    + "rule \"c\" @credential( \"c\" ) when WorkExperience( "
                    + constraint
                    + " ) then end\n")));
  }

  private static List<String> orderOfHours(CredentialRules rules, Fact... facts) {
    return rules.evaluate(Records.record(facts), Records.TODAY, Records.ZONE).counted().stream()
        .filter(WorkExperience.class::isInstance)
        .map(fact -> String.valueOf(((WorkExperience) fact).hours()))
        .toList();
  }

  @Test
  void a_text_that_no_rule_reads_orders_nothing_that_an_amount_tells_apart() {
    CredentialRules rules = asking("hours > 0");

    assertThat(orderOfHours(rules, Records.work("a", "2"), Records.work("b", "1")))
        .containsExactly("1", "2");
    assertThat(orderOfHours(rules, Records.work("b", "2"), Records.work("a", "1")))
        .containsExactly("1", "2");
  }

  @Test
  void a_text_that_a_rule_reads_stands_in_its_place() {
    CredentialRules rules = asking("experience != null");

    assertThat(orderOfHours(rules, Records.work("b", "1"), Records.work("a", "2")))
        .containsExactly("2", "1");
  }

  @Test
  void facts_that_only_an_unread_text_tells_apart_are_ordered_by_it() {
    CredentialRules rules = asking("hours > 0");
    Fact one = Records.work("a", "1");
    Fact other = Records.work("b", "1");

    assertThat(rules.evaluate(Records.record(other, one), Records.TODAY, Records.ZONE).counted())
        .isEqualTo(
            rules.evaluate(Records.record(one, other), Records.TODAY, Records.ZONE).counted())
        .containsSubsequence(one, other);
  }
}
