package io.credentialrules.report;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All that is said of an evaluation in one language, and what has no place in it. */
public final class Said {
  private static final Pattern WORD_IN_CAPITALS = Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b");
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”|«[^»]*»");
  private static final Pattern MIXED_CASE = Pattern.compile("\\b[a-z]+[A-Z][a-z]\\w*");
  private static final Pattern RULE =
      Pattern.compile("[${}]|==|[<>!]=|&&|\\|\\||\\w\\(|\\bnull\\b|  ");

  private Said() {}

  /** What is left of a sentence without what authors and records wrote, which is quoted. */
  public static String unquoted(String sentence) {
    return QUOTED.matcher(sentence).replaceAll("“”");
  }

  /** The names of types that are no words. */
  public static Set<String> typeNames(CredentialRules rules) {
    return rules.vocabulary().types().stream()
        .map(VocabularyType::name)
        .filter(name -> name.matches("\\w+[A-Z]\\w+"))
        .collect(Collectors.toSet());
  }

  /** Whether a sentence shows the language of rules, a name of the program, or a gap. */
  public static boolean isOfRules(String said, Set<String> typeNames) {
    String sentence = unquoted(said);
    return sentence.isBlank()
        || RULE.matcher(sentence).find()
        || WORD_IN_CAPITALS.matcher(sentence).find()
        || MIXED_CASE.matcher(sentence).find()
        || typeNames.stream().anyMatch(sentence::contains);
  }

  /** Of the policy, of all decisions with their reasons, and of the facts. */
  public static Set<String> of(Evaluation evaluation, Locale locale) {
    Sentences words = Sentences.of(evaluation, locale);
    Set<String> said = new LinkedHashSet<>();
    for (PolicyRule rule : evaluation.rules().policy().rules()) {
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
    for (Fact fact : result.evidence()) {
      said.add(words.fact(fact));
      said.add(words.vetting(fact));
    }
    result.notCounted().forEach(one -> said.add(words.notCounted(one)));
    for (RequirementResult.Alternative alternative : result.alternatives()) {
      for (Shortfall shortfall : alternative.shortfalls()) {
        said.add(words.shortfall(shortfall));
        if (shortfall instanceof Shortfall.MissingFact missing) {
          said.addAll(words.nearest(missing));
        } else if (shortfall instanceof Shortfall.Amount amount) {
          said.addAll(words.nearest(amount));
        }
      }
    }
    return said;
  }
}
