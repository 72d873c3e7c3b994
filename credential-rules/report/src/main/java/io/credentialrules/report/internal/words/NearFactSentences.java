package io.credentialrules.report.internal.words;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.vocabulary.Fact;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fact misses that nearly fits, in words. */
final class NearFactSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final PatternPhrases phrases;
  private final ComparisonPhrases comparisons;
  private final FactSentences facts;
  private final PolicyIndex policy;

  NearFactSentences(
      Messages messages,
      Terms lexicon,
      PatternPhrases phrases,
      ComparisonPhrases comparisons,
      FactSentences facts,
      PolicyIndex policy) {
    this.messages = messages;
    this.writing = new Writing(messages);
    this.lexicon = lexicon;
    this.phrases = phrases;
    this.comparisons = comparisons;
    this.facts = facts;
    this.policy = policy;
  }

  /** What the fact misses, joined. */
  String of(Shortfall.NearFact near, Writing writing) {
    List<String> misses =
        near.misses().stream().map(miss -> of(miss, near.fact())).distinct().toList();
    return writing.and(misses);
  }

  /** Whether a level is compared that the scale of the rule does not have. */
  private boolean isOffScale(
      Constraint.Compare compare, VocabularyField field, Fact fact, VariableMeanings scope) {
    List<String> levels = levels(compare, scope);
    return compare.operator().isOrdering()
        && !levels.isEmpty()
        && field.kind() == FieldKind.LEVEL
        && field.value(fact, facts.asOf()) instanceof String level
        && !levels.contains(level);
  }

  private static List<String> levels(Constraint.Compare compare, VariableMeanings scope) {
    Expression level =
        compare.right() instanceof Expression.Text ? compare.right() : compare.left();
    return level instanceof Expression.Text text ? scope.levels(text.value()) : List.of();
  }

  /** Whether a fact shares with what is asked for at least one thing that tells facts apart. */
  boolean isWorthTelling(Shortfall.NearFact near, SourceSpan place) {
    PolicyIndex.PlacedCondition placed = policy.condition(place);
    if (placed == null || !(placed.condition() instanceof Condition.Pattern pattern)) {
      return true;
    }
    VocabularyType type = placed.scope().type(pattern);
    Set<SourceSpan> identities = new HashSet<>();
    for (Constraint constraint : pattern.constraints()) {
      if (type != null && isIdentity(constraint, type)) {
        identities.add(constraint.span());
      }
    }
    long missed =
        near.misses().stream()
            .filter(miss -> identities.contains(miss.place()))
            .filter(miss -> !isAlmostWritten(miss, type, near.fact()))
            .count();
    return identities.isEmpty() || missed < identities.size();
  }

  /** The same of a fact whose pattern is known only by what the fact misses. */
  boolean isWorthTelling(Shortfall.NearFact near) {
    PolicyIndex.PlacedConstraint placed = policy.constraint(near.misses().get(0).place());
    return placed == null || placed.pattern() == null || isWorthTelling(near, placed.pattern());
  }

  private boolean isAlmostWritten(Shortfall.Miss miss, @Nullable VocabularyType type, Fact fact) {
    PolicyIndex.PlacedConstraint placed = policy.constraint(miss.place());
    if (placed == null
        || type == null
        || !(placed.constraint() instanceof Constraint.Compare written)) {
      return false;
    }
    Constraint.Compare compare = ComparisonPhrases.turned(written);
    VocabularyField field = ComparisonPhrases.field(type, compare.left());
    return field != null && !spelling(compare, field, fact).isEmpty();
  }

  /**
   * How a text differs from one that is asked for, where that is only how it is written: the end of
   * a key of messages. Empty where more is different, or nothing.
   */
  private String spelling(Constraint.Compare compare, VocabularyField field, Fact fact) {
    boolean isChoice = compare.operator() == Operator.EQUAL || compare.operator() == Operator.IN;
    if (!isChoice || !(field.value(fact, facts.asOf()) instanceof String has)) {
      return "";
    }
    List<Expression> asked =
        compare.right() instanceof Expression.Listing list
            ? list.values()
            : List.of(compare.right());
    return asked.stream()
        .filter(Expression.Text.class::isInstance)
        .map(text -> SpellingDifference.of(has, ((Expression.Text) text).value()))
        .filter(difference -> !difference.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static boolean isIdentity(Constraint constraint, VocabularyType type) {
    if (!(constraint instanceof Constraint.Compare compare)
        || (compare.operator() != Operator.EQUAL && compare.operator() != Operator.IN)
        || ValuePhrases.isComputed(compare.right())) {
      return false;
    }
    VocabularyField field = ComparisonPhrases.field(type, compare.left());
    return field != null && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.WORD);
  }

  private String of(Shortfall.Miss miss, Fact fact) {
    PolicyIndex.PlacedConstraint placed = policy.constraint(miss.place());
    VocabularyType type = placed == null ? null : placed.type();
    if (placed == null || type == null) {
      return messages.say("miss.unknown");
    }
    Constraint constraint = placed.constraint();
    Boolean isAnother = ComparisonPhrases.isAnother(constraint);
    if (isAnother != null) {
      return messages.say(isAnother ? "miss.taken" : "miss.not-same");
    }
    if (constraint instanceof Constraint.IsTrue isTrue) {
      VocabularyField field = ComparisonPhrases.field(type, isTrue.value());
      if (field != null) {
        return messages.say("miss.truth", "c", lexicon.truth(type, field, false));
      }
    }
    if (constraint instanceof Constraint.Compare written) {
      Constraint.Compare compare = ComparisonPhrases.turned(written);
      VocabularyField field = ComparisonPhrases.field(type, compare.left());
      if (field != null) {
        return compared(compare, type, field, fact, placed.scope());
      }
    }
    String phrase = phrases.phrase(constraint, type, placed.scope());
    return phrase == null ? messages.say("miss.unknown") : messages.say("miss.other", "c", phrase);
  }

  private String compared(
      Constraint.Compare compare,
      VocabularyType type,
      VocabularyField field,
      Fact fact,
      VariableMeanings scope) {
    if (field.kind() == FieldKind.TRUTH && field.value(fact, facts.asOf()) instanceof Boolean is) {
      return messages.say("miss.truth", "c", lexicon.truth(type, field, is));
    }
    ComparisonPhrases.Wording asked =
        comparisons.asked(type, field, compare.operator(), compare.right(), scope);
    if (compare.right() instanceof Expression.Null || asked.form().endsWith("Not")) {
      return messages.say(
          "miss.other", "c", comparisons.phrase(type, field, compare.operator(), asked));
    }
    String has = facts.value(type, field, fact);
    boolean isAmount = field.kind() == FieldKind.AMOUNT;
    String key =
        has == null
            ? isAmount ? "miss.absent-amount" : "miss.absent"
            : isAmount
                ? "miss.amount"
                : asked.form().isEmpty() ? "miss.value" : "miss" + asked.form();
    String said =
        messages.say(
            key,
            "the",
            lexicon.label(type, field).the(),
            "has",
            has == null ? "" : has,
            "hasOf",
            has == null ? "" : messages.say("value.has", "v", has),
            "c",
            asked.c(),
            "of",
            asked.of());
    if (isOffScale(compare, field, fact, scope)) {
      return messages.say(
          "miss.off-scale",
          "said",
          said,
          "levels",
          levels(compare, scope).stream().map(writing::quote).collect(Collectors.joining(" < ")));
    }
    String spelling = spelling(compare, field, fact);
    return spelling.isEmpty() ? said : messages.say("miss.spelled." + spelling, "said", said);
  }
}
