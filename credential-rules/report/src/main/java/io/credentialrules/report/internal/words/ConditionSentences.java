package io.credentialrules.report.internal.words;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule asks for, in words. */
final class ConditionSentences {
  private final Messages messages;
  private final Writing writing;
  private final PatternPhrases phrases;
  private final TotalSentences totals;
  private final PolicyIndex policy;

  ConditionSentences(
      Messages messages,
      Writing writing,
      PatternPhrases phrases,
      TotalSentences totals,
      PolicyIndex policy) {
    this.messages = messages;
    this.writing = writing;
    this.phrases = phrases;
    this.totals = totals;
    this.policy = policy;
  }

  /** A condition in the middle of a sentence. */
  String of(Condition condition, VariableMeanings scope) {
    if (condition instanceof Condition.Pattern pattern) {
      return pattern(pattern, scope);
    }
    if (condition instanceof Condition.Accumulate accumulate) {
      return accumulate(accumulate, scope);
    }
    if (condition instanceof Condition.Not not) {
      return none(not.part(), scope);
    }
    if (condition instanceof Condition.Exists exists) {
      return of(exists.part(), scope);
    }
    if (condition instanceof Condition.ForAll all) {
      return each(all, scope);
    }
    List<String> parts = new ArrayList<>();
    for (Condition part : ConditionParts.of(condition)) {
      if (!asksForNothing(part)) {
        parts.add(of(part, scope));
      }
    }
    if (parts.isEmpty()) {
      return messages.say("condition.nothing");
    }
    return condition instanceof Condition.Any ? either(parts) : writing.and(parts);
  }

  /**
   * What a condition of a credential rule asks for, by the id of its requirement and the text of
   * the policy that the result carries.
   */
  String ofRequirement(String id, String text) {
    List<PolicyIndex.PlacedCondition> placed =
        policy.conditionsOf(id.substring(0, id.lastIndexOf('#')), text);
    List<String> said =
        placed.stream()
            .filter(one -> placed.size() == 1 || !asksForNothing(one.condition()))
            .map(one -> of(one.condition(), one.scope()))
            .toList();
    return said.isEmpty() ? messages.say("condition.of-rule") : writing.and(said);
  }

  /**
   * What a requirement is called, by its id and the name that a result carries: a condition of a
   * credential rule by what it asks for.
   */
  String called(String id, String name) {
    return id.matches(".*#[0-9]+") ? ofRequirement(id, name) : policy.name(id);
  }

  private String either(List<String> parts) {
    String said = parts.get(0);
    for (String part : parts.subList(1, parts.size())) {
      said = messages.say("condition.or", "left", said, "right", part);
    }
    return said;
  }

  /** Whether it only gives a name to what other conditions ask about. */
  static boolean asksForNothing(Condition condition) {
    return isOnlyToday(condition)
        || (condition instanceof Condition.Accumulate accumulate
            && accumulate.constraints().isEmpty());
  }

  private static boolean isOnlyToday(Condition condition) {
    return condition instanceof Condition.Pattern pattern
        && pattern.type().equals(Vocabulary.TODAY)
        && pattern.constraints().stream().allMatch(Constraint.Bind.class::isInstance);
  }

  private String pattern(Condition.Pattern pattern, VariableMeanings scope) {
    String named = named(pattern);
    return named != null
        ? named
        : messages.say("condition.any-fact", "a", phrases.noun(pattern, scope).a());
  }

  /** A credential or requirement by its name, where the pattern names nothing else. */
  private @Nullable String named(Condition.Pattern pattern) {
    String names = names(pattern);
    boolean isCredential = pattern.type().equals(Vocabulary.EARNED);
    return names.isEmpty()
        ? null
        : messages.say(
            isCredential ? "condition.credential" : "condition.requirement", "names", names);
  }

  /** The names that the pattern names, one of them; empty where it names something else. */
  private String names(Condition.Pattern pattern) {
    boolean isCredential = pattern.type().equals(Vocabulary.EARNED);
    if (!isCredential && !pattern.type().equals(Vocabulary.MET)) {
      return "";
    }
    List<String> names = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Bind) {
        continue;
      }
      if (!(constraint instanceof Constraint.Compare compare)
          || !(compare.left() instanceof Expression.Field field)
          || !field.name().equals(isCredential ? "credential" : "requirement")
          || (compare.operator() != Operator.EQUAL && compare.operator() != Operator.IN)) {
        return "";
      }
      List<Expression> values =
          compare.right() instanceof Expression.Listing listing
              ? listing.values()
              : List.of(compare.right());
      for (Expression value : values) {
        if (!(value instanceof Expression.Text text)) {
          return "";
        }
        names.add(
            writing.quote(isCredential ? credential(text.value()) : requirement(text.value())));
      }
    }
    return names.isEmpty() ? "" : writing.or(names);
  }

  private String credential(String id) {
    String name = policy.credentialName(id);
    return name == null ? id : name;
  }

  private String requirement(String id) {
    String name = policy.requirementName(id);
    return name == null ? id : name;
  }

  private String none(Condition part, VariableMeanings scope) {
    if (part instanceof Condition.Exists exists) {
      return none(exists.part(), scope);
    }
    if (part instanceof Condition.Pattern pattern) {
      if (named(pattern) == null) {
        Noun noun = phrases.noun(pattern, scope);
        return messages.say("condition.not", "one", noun.one(), "of", noun.of());
      }
      boolean isCredential = pattern.type().equals(Vocabulary.EARNED);
      return messages.say(
          isCredential ? "condition.not-credential" : "condition.not-requirement",
          "names",
          names(pattern));
    }
    String key =
        part instanceof Condition.All
            ? "condition.not-all"
            : part instanceof Condition.Any ? "condition.not-any" : "condition.not-so";
    return messages.say(key, "c", of(part, scope));
  }

  private String each(Condition.ForAll all, VariableMeanings scope) {
    Noun each = phrases.noun(all.each(), scope);
    List<String> fits = new ArrayList<>();
    List<String> has = new ArrayList<>();
    for (Condition.Pattern fit : all.fits()) {
      VocabularyType type = scope.type(fit);
      if (fit.type().equals(all.each().type()) && type != null) {
        fits.add(phrases.asked(fit.constraints(), type, scope));
      } else {
        has.add(phrases.noun(fit, scope).a());
      }
    }
    List<String> said = new ArrayList<>();
    fits.removeIf(String::isEmpty);
    if (!fits.isEmpty()) {
      said.add(messages.say("condition.each", "one", each.one(), "fits", writing.and(fits)));
    }
    if (!has.isEmpty()) {
      said.add(messages.say("condition.each-has", "one", each.one(), "fits", writing.and(has)));
    }
    return said.isEmpty() ? each.a() : writing.and(said);
  }

  private String accumulate(Condition.Accumulate accumulate, VariableMeanings scope) {
    List<String> said = new ArrayList<>();
    for (Constraint constraint : accumulate.constraints()) {
      said.add(totals.of(constraint, accumulate, one -> things(one, scope), scope));
    }
    return said.isEmpty() ? things(accumulate, scope).a() : writing.and(said);
  }

  /** What is summed up: the first pattern, and beside it what else is asked. */
  Noun things(Condition.Accumulate accumulate, VariableMeanings scope) {
    Condition source = accumulate.source();
    if (source instanceof Condition.GroupBy groups) {
      return things(groups.each(), scope);
    }
    Condition.Pattern first = ConditionParts.firstPattern(source);
    if (first == null) {
      return new Noun("", "", "", "", "");
    }
    Noun noun = phrases.noun(first, scope);
    List<String> others = new ArrayList<>();
    for (Condition part : ConditionParts.of(source)) {
      if (part != first && !isOnlyToday(part)) {
        others.add(of(part, scope));
      }
    }
    if (others.isEmpty()) {
      return noun;
    }
    String also = writing.and(others);
    return noun.map(form -> messages.say("condition.where", "things", form, "c", also));
  }
}
