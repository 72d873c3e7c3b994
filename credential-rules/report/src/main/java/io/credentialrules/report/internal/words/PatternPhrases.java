package io.credentialrules.report.internal.words;

import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Patterns as nouns with what is asked of them: an apprenticeship at an approved site. */
final class PatternPhrases {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ValuePhrases values;
  private final ComparisonPhrases comparisons;

  PatternPhrases(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ValuePhrases values,
      ComparisonPhrases comparisons) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.values = values;
    this.comparisons = comparisons;
  }

  /** The noun of a pattern with all that it asks for. */
  Noun noun(Condition.Pattern pattern, VariableMeanings scope) {
    VocabularyType type = scope.type(pattern);
    if (type == null) {
      String name = Terms.split(pattern.type());
      return new Noun(name, name, name, name, name);
    }
    Constraint kind = kind(type, pattern);
    List<String> said = new ArrayList<>();
    for (Constraint constraint : pattern.constraints()) {
      String phrase = constraint == kind ? null : phrase(constraint, type, scope);
      if (phrase != null && !said.contains(phrase)) {
        said.add(phrase);
      }
    }
    Noun noun = kind == null ? lexicon.noun(type) : nounOf(type, (Constraint.Compare) kind);
    return noun.followedBy(said.isEmpty() ? "" : writing.and(said)).followedBy(including(pattern));
  }

  /** Which facts it sees that do not count; empty where there are none. */
  private String including(Condition.Pattern pattern) {
    return pattern.including().isEmpty()
        ? ""
        : messages.say(
            "condition.including",
            "kinds",
            writing.or(
                pattern.including().stream()
                    .map(kind -> messages.say("including." + kind.name()))
                    .toList()));
  }

  /** What constraints ask of a fact; empty where they ask nothing. */
  String asked(List<Constraint> constraints, VocabularyType type, VariableMeanings scope) {
    List<String> said = new ArrayList<>();
    for (Constraint constraint : constraints) {
      String phrase = phrase(constraint, type, scope);
      if (phrase != null) {
        said.add(phrase);
      }
    }
    return said.isEmpty() ? "" : writing.and(said);
  }

  /** The constraint that names kinds which all have a noun; null where there is none. */
  private @Nullable Constraint kind(VocabularyType type, Condition.Pattern pattern) {
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Compare compare
          && compare.left() instanceof Expression.Field field
          && field.name().equals(Terms.KIND)
          && (compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN)
          && kinds(compare).stream().allMatch(kind -> lexicon.noun(type, kind) != null)
          && !kinds(compare).isEmpty()) {
        return constraint;
      }
    }
    return null;
  }

  private static List<String> kinds(Constraint.Compare compare) {
    List<Expression> values =
        compare.right() instanceof Expression.Listing listing
            ? listing.values()
            : List.of(compare.right());
    List<String> kinds = new ArrayList<>();
    for (Expression value : values) {
      kinds.add(value instanceof Expression.Text text ? text.value() : "");
    }
    return kinds;
  }

  private Noun nounOf(VocabularyType type, Constraint.Compare kind) {
    List<Noun> nouns = new ArrayList<>();
    for (String word : kinds(kind)) {
      Noun noun = lexicon.noun(type, word);
      if (noun != null) {
        nouns.add(noun);
      }
    }
    return Noun.anyOf(nouns, writing::or);
  }

  /** What one constraint says, after a noun; null where it only names a value. */
  @Nullable String phrase(Constraint constraint, VocabularyType type, VariableMeanings scope) {
    Boolean isAnother = ComparisonPhrases.isAnother(constraint);
    if (isAnother != null) {
      return isAnother ? messages.say("condition.another") : null;
    }
    if (constraint instanceof Constraint.Compare compare) {
      return compare(ComparisonPhrases.turned(compare), type, scope);
    }
    if (constraint instanceof Constraint.IsTrue isTrue) {
      return truth(isTrue.value(), type, scope, true);
    }
    if (constraint instanceof Constraint.Opposite opposite) {
      if (opposite.part() instanceof Constraint.IsTrue isTrue) {
        return truth(isTrue.value(), type, scope, false);
      }
      String phrase = phrase(opposite.part(), type, scope);
      return phrase == null ? null : messages.say("condition.opposite-kind", "c", phrase);
    }
    if (constraint instanceof Constraint.Bind) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    for (Constraint part : ConditionParts.of(constraint)) {
      String phrase = phrase(part, type, scope);
      if (phrase != null) {
        parts.add(phrase);
      }
    }
    if (parts.isEmpty()) {
      return null;
    }
    return constraint instanceof Constraint.Either ? writing.or(parts) : writing.and(parts);
  }

  private String compare(Constraint.Compare compare, VocabularyType type, VariableMeanings scope) {
    VocabularyField field = ComparisonPhrases.field(type, compare.left());
    if (field != null && compare.right() instanceof Expression.Truth truth) {
      boolean isPositive = compare.operator() == Operator.EQUAL;
      return lexicon.truth(type, field, truth.value() == isPositive);
    }
    if (field != null) {
      ComparisonPhrases.Wording asked =
          comparisons.asked(type, field, compare.operator(), compare.right(), scope);
      return comparisons.phrase(type, field, compare.operator(), asked);
    }
    ComparisonPhrases.Sides dates = comparisons.dates(compare, type, scope);
    if (dates != null) {
      return messages.say("condition.test", "left", dates.left(), "c", dates.c());
    }
    ValuePhrases.Said right = values.ofRule(compare.right(), type, null, "", scope);
    return messages.say(
        "condition.test",
        "left",
        values.computed(compare.left(), type, scope),
        "c",
        messages.say(test(compare.operator()), "v", right.plain()));
  }

  private String test(Operator operator) {
    String key = "c." + operator;
    return messages.has(key) ? key : "c.amount." + operator;
  }

  private String truth(
      Expression value, VocabularyType type, VariableMeanings scope, boolean isTrue) {
    VocabularyField field = ComparisonPhrases.field(type, value);
    if (field != null) {
      return lexicon.truth(type, field, isTrue);
    }
    String computed = values.computed(value, type, scope);
    return isTrue ? computed : messages.say("condition.opposite", "c", computed);
  }
}
