package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.Laws;
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
