package io.credentialrules.oracle;

import io.credentialrules.CredentialRules;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Upcoming;
import io.credentialrules.report.Said;
import io.credentialrules.report.Sentences;
import io.credentialrules.report.internal.words.Messages;
import io.credentialrules.report.internal.words.Speech;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;

/**
 * What learners read of generated policies in one language: explanations, plans, differences and
 * the next change, each sentence once, with a capital letter and a full stop. What authors and
 * records wrote is quoted, and one word takes its place.
 */
final class SpokenSentences {
  private static final Pattern QUOTED = Pattern.compile("“[^“”«»]*”|«\\h[^“”«»]*\\h»");
  private static final String HIDDEN = "\u0000";
  private static final Pattern REVIEWER = Pattern.compile("\\ba(?= \\()");

  private final Locale language;
  private final Set<String> said = new LinkedHashSet<>();

  SpokenSentences(Locale language) {
    this.language = language;
  }

  static Set<String> of(Locale language, int policies, Random random) {
    SpokenSentences spoken = new SpokenSentences(language);
    Arbitrary<Learners> learners = Learners.any();
    Policy.of(PolicyWriter.Form.ANY).generator(1000, false).stream(random)
        .limit(policies)
        .forEach(
            policy ->
                spoken.add(policy.value(), learners.generator(1000, false).next(random).value()));
    return spoken.said;
  }

  private void add(Policy policy, Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    List<Learners.Case> cases = learners.of(rules.policy());
    Evaluation before = null;
    for (Learners.Case learner : cases.subList(0, 3)) {
      Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
      Sentences words = Sentences.of(evaluation, language);
      Said.of(evaluation, language).forEach(one -> add(words, one));
      if (before != null) {
        changes(Difference.between(before, evaluation), words);
      } else {
        ahead(evaluation, words);
      }
      before = evaluation;
    }
  }

  private void ahead(Evaluation evaluation, Sentences words) {
    try {
      Upcoming next = evaluation.nextChange();
      if (next != null) {
        new Speech(evaluation, Messages.in(language))
            .nextChange(next)
            .forEach(one -> add(words, one));
      }
      evaluation.rules().catalogue().stream()
          .flatMap(credential -> words.plan(evaluation.plan(credential.id())).stream())
          .forEach(one -> add(words, one));
    } catch (LimitExceededException tooCostly) {
      // Nothing is said of it.
    }
  }

  private void changes(Difference difference, Sentences words) {
    difference
        .changes()
        .forEach(
            change -> {
              add(words, words.change(change));
              words.reasons(change).forEach(one -> add(words, one));
            });
  }

  private void add(Sentences words, String sentence) {
    String read = words.sentence(REVIEWER.matcher(withoutQuotes(sentence)).replaceAll("Alpha"));
    said.add(read.endsWith(".") || read.endsWith(":") ? read : read + ".");
  }

  /** With one word in place of what is quoted; quotations may be within quotations. */
  private String withoutQuotes(String sentence) {
    String before = "";
    String text = sentence;
    while (!text.equals(before)) {
      before = text;
      text = QUOTED.matcher(text).replaceAll(HIDDEN);
    }
    return text.replace(HIDDEN, language.equals(Locale.FRENCH) ? "«\u00a0Alpha\u00a0»" : "“Alpha”");
  }
}
