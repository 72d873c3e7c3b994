package io.credentialrules.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.SampleRecord;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.vocabulary.WorkExperience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A text in quotes is data, whatever it holds: it is compared with the facts character by
 * character, stands in the answer as it was written, and does nothing else.
 */
class HarmlessDataTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 1);

  @TestFactory
  Stream<DynamicTest> each_text_is_compared_and_told_as_it_is() {
    return HostileFile.children(HostileFile.DATA).stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file)));
  }

  private static void compare(Path file) throws IOException {
    try (Watch watch = new Watch()) {
      CredentialRules rules =
          CredentialRules.compile(
              PolicyPack.of("pack", Map.of("file.drl", Files.readString(file))));
      PolicyRule rule = rules.policy().rules().get(0);
      String text = asked(rule);

      Decision earned = decide(rules, text).decision("c");
      assertThat(earned.isEarned()).isTrue();
      assertThat(((WorkExperience) earned.requirements().get(0).evidence().get(0)).experience())
          .isEqualTo(text);

      Decision.NotEarned other = (Decision.NotEarned) decide(rules, text + "x").decision("c");
      assertThat(other.routes().get(0).rule()).isEqualTo(rule.header().name());
      Shortfall shortfall = other.missing().get(0).alternatives().get(0).shortfalls().get(0);
      assertThat(shortfall.condition()).isEqualTo(rule.when().parts().get(0).text());
      assertThat(((Shortfall.MissingFact) shortfall).nearest().get(0).misses().get(0).has())
          .isEqualTo(text + "x");
      watch.sawNothing();
    }
  }

  private static String asked(PolicyRule rule) {
    Condition.Pattern pattern = (Condition.Pattern) rule.when().parts().get(0);
    Constraint.Compare compare = (Constraint.Compare) pattern.constraints().get(0);
    return ((Expression.Text) compare.right()).value();
  }

  private static Evaluation decide(CredentialRules rules, String experience) {
    LearnerRecord sample = SampleRecord.record();
    WorkExperience work =
        sample.facts().stream()
            .filter(WorkExperience.class::isInstance)
            .map(WorkExperience.class::cast)
            .findFirst()
            .orElseThrow()
            .toBuilder()
            .experience(experience)
            .build();
    return rules.evaluate(
        LearnerRecord.builder(sample.learner()).addAll(List.of(work)).build(),
        TODAY,
        ZoneOffset.UTC);
  }
}
