package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Laws;
import io.credentialrules.Plan;
import io.credentialrules.report.OneLanguage;
import io.credentialrules.report.Said;
import io.credentialrules.report.Sentences;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What learners read of generated policies. */
class SentenceProperties {
  private static final int LEARNERS = 2;

  @Property(seed = Laws.SEED)
  void no_sentence_shows_a_learner_the_language_of_rules(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Set<String> typeNames = Said.typeNames(rules);
    for (Learners.Case learner : learners.of(rules.policy()).subList(0, LEARNERS)) {
      Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
      for (Locale language : Sentences.languages()) {
        List<String> ofRules =
            Said.of(evaluation, language).stream()
                .filter(said -> Said.isOfRules(said, typeNames))
                .toList();
        assertThat(ofRules).as("%s of %s", language, learner).isEmpty();
      }
    }
  }

  @Property(seed = Laws.SEED, tries = 20)
  void no_plan_shows_a_learner_the_language_of_rules(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Set<String> typeNames = Said.typeNames(rules);
    Learners.Case learner = learners.of(rules.policy()).get(0);
    Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
    for (Locale language : Sentences.languages()) {
      Sentences words = Sentences.of(evaluation, language);
      List<String> ofRules =
          rules.catalogue().stream()
              .flatMap(credential -> words.plan(evaluation.plan(credential.id())).stream())
              .filter(said -> Said.isOfRules(said, typeNames))
              .toList();
      assertThat(ofRules).as("%s of %s", language, learner).isEmpty();
    }
  }

  @Property(seed = Laws.SEED, tries = 20)
  void each_step_of_a_plan_is_told_on_one_line(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Learners.Case learner = learners.of(rules.policy()).get(0);
    Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
    Sentences words = Sentences.of(evaluation, Locale.ENGLISH);
    for (Credential credential : rules.catalogue()) {
      Plan plan = evaluation.plan(credential.id());
      List<List<Plan.Step>> lines = words.steps(plan);
      assertThat(lines).as("%s", learner).hasSameSizeAs(words.plan(plan));
      assertThat(lines.stream().flatMap(List::stream))
          .as("%s", learner)
          .containsExactlyInAnyOrderElementsOf(
              plan instanceof Plan.Steps found ? found.steps() : List.of());
      for (int number = 0; number < lines.size(); number++) {
        List<Plan.Step> said = lines.get(number);
        // A line by itself says a step as the plan does, but for the numbers of other lines.
        if (said.size() == 1
            && said.get(0).demands().stream().allMatch(demand -> demand.steps().isEmpty())) {
          assertThat(words.plan(plan).get(number)).startsWith(words.step(said.get(0)));
        }
      }
    }
  }

  @Property(seed = Laws.SEED)
  void what_is_said_in_french_has_no_word_of_the_english_sentences(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    for (Learners.Case learner : learners.of(rules.policy()).subList(0, LEARNERS)) {
      Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
      isFrench(Said.of(evaluation, Locale.FRENCH), evaluation);
    }
  }

  @Property(seed = Laws.SEED, tries = 20)
  void a_plan_that_is_told_in_french_has_no_word_of_the_english_sentences(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Learners.Case learner = learners.of(rules.policy()).get(0);
    Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
    Sentences words = Sentences.of(evaluation, Locale.FRENCH);
    for (Credential credential : rules.catalogue()) {
      isFrench(words.plan(evaluation.plan(credential.id())), evaluation);
    }
  }

  private static void isFrench(Collection<String> said, Evaluation evaluation) {
    List<String> authored = OneLanguage.authored(evaluation);
    assertThat(said)
        .allSatisfy(one -> assertThat(OneLanguage.englishIn(one, authored)).as(one).isEmpty());
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Policy.of(PolicyWriter.Form.ANY);
  }

  @Provide
  Arbitrary<Learners> learners() {
    return Learners.any();
  }
}
