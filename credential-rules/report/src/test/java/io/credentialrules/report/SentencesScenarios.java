package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.testkit.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every sentence of every scenario of all packs, in each language. */
class SentencesScenarios {
  private static final Pattern WORD_IN_CAPITALS = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b");
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”|«[^»]*»");
  private static final Pattern MIXED_CASE = Pattern.compile("\\b[a-z]+[A-Z][a-z]\\w*");

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr"})
  void no_sentence_shows_a_name_of_the_program_or_a_gap(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Set<String> sentences = new HashSet<>();
    Set<String> typeNames = new HashSet<>();
    for (Scenario scenario : Stories.all()) {
      CredentialRules rules = Stories.rules(scenario);
      rules.vocabulary().types().stream()
          .map(VocabularyType::name)
          .filter(name -> MIXED_CASE.matcher("x" + name).find() && name.matches("\\w+[A-Z]\\w+"))
          .forEach(typeNames::add);
      sentences.addAll(sentences(scenario, rules, locale));
    }
    assertThat(sentences).hasSizeGreaterThan(1000);
    List<String> wrong = new ArrayList<>();
    for (String said : sentences) {
      // What authors and records wrote is quoted as they wrote it.
      String sentence = QUOTED.matcher(said).replaceAll("“”");
      if (sentence.contains("null")
          || sentence.contains("{")
          || sentence.contains("}")
          || sentence.contains("$")
          || sentence.contains("==")
          || sentence.contains("  ")
          || sentence.isBlank()
          || WORD_IN_CAPITALS.matcher(sentence).find()
          || MIXED_CASE.matcher(sentence).find()
          || typeNames.stream().anyMatch(sentence::contains)) {
        wrong.add(sentence);
      }
    }
    assertThat(wrong).isEmpty();
  }

  private static List<String> sentences(Scenario scenario, CredentialRules rules, Locale locale) {
    Evaluation evaluation = Stories.evaluation(scenario);
    Sentences words = Sentences.of(rules, evaluation.asOf(), locale);
    List<String> said = new ArrayList<>();
    for (PolicyRule rule : rules.policy().rules()) {
      for (Condition condition : rule.when().parts()) {
        said.add(words.condition(condition));
      }
    }
    for (Decision decision : evaluation.decisions()) {
      said.add(words.decision(decision));
      for (Route route : routes(decision)) {
        said.addAll(words.settings(route));
        route.requirements().forEach(result -> said.addAll(of(result, words)));
        route.recommendations().forEach(result -> said.addAll(of(result, words)));
      }
    }
    evaluation.notCounted().forEach(one -> said.add(words.notCounted(one)));
    return said;
  }

  private static List<Route> routes(Decision decision) {
    if (decision instanceof Decision.Earned earned) {
      return earned.route() == null ? List.of() : List.of(earned.route());
    }
    return ((Decision.NotEarned) decision).routes();
  }

  private static List<String> of(RequirementResult result, Sentences words) {
    List<String> said = new ArrayList<>();
    said.add(words.requirement(result));
    said.add(words.state(result.state()));
    said.add(words.why(result));
    if (result.measure() != null) {
      said.add(words.measure(result.measure()));
    }
    result.evidence().forEach(fact -> said.add(words.fact(fact) + "; " + words.vetting(fact)));
    result.notCounted().forEach(one -> said.add(words.notCounted(one)));
    for (RequirementResult.Alternative alternative : result.alternatives()) {
      for (Shortfall shortfall : alternative.shortfalls()) {
        said.add(words.shortfall(shortfall));
        if (shortfall instanceof Shortfall.MissingFact missing) {
          said.addAll(words.nearest(missing));
        }
      }
    }
    return said;
  }
}
