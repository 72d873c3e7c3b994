package io.credentialrules.report.internal.words;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.PolicyRule;
import io.credentialrules.policy.syntax.RuleHeader;
import io.credentialrules.policy.syntax.Scale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the variables of one rule stand for. */
final class VariableMeanings {
  private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
  private static final Pattern WHEN_EARNED = Pattern.compile("\\b(?:since|until)\\b");

  private final Vocabulary vocabulary;
  private final RuleHeader rule;
  private final String when;
  private final Map<String, Meaning> meanings;
  private final List<Condition.Pattern> single;
  private final boolean isBrief;

  /** What a variable stands for. */
  sealed interface Meaning {}

  /** A fact, and the pattern that finds it. */
  record OfFact(VocabularyType type, SourceSpan pattern) implements Meaning {}

  /** A value of a fact, and the pattern that finds the fact. */
  record OfValue(Expression value, VocabularyType type, SourceSpan pattern) implements Meaning {}

  /** A total. */
  record OfTotal(Condition.Aggregate total, Condition.Accumulate of) implements Meaning {}

  VariableMeanings(Vocabulary vocabulary, PolicyRule rule) {
    this.vocabulary = vocabulary;
    this.rule = rule.header();
    this.when = withoutTexts(rule.when().text());
    this.meanings = new HashMap<>();
    this.single = new ArrayList<>();
    this.isBrief = false;
    condition(rule.when());
    single(rule.when());
  }

  private VariableMeanings(VariableMeanings detailed) {
    this.vocabulary = detailed.vocabulary;
    this.rule = detailed.rule;
    this.when = detailed.when;
    this.meanings = detailed.meanings;
    this.single = detailed.single;
    this.isBrief = true;
  }

  /**
   * The same, for what is said of a total itself: totals within it are told without what they are
   * totals of, which would be told again and again where each total rests on the one before.
   */
  VariableMeanings brief() {
    return new VariableMeanings(this);
  }

  /** Whether totals are told without what they are totals of. */
  boolean isBrief() {
    return isBrief;
  }

  /** The patterns of which each finds one fact, rather than none, each or many. */
  private void single(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      single.add(pattern);
    } else if (condition instanceof Condition.All
        || condition instanceof Condition.Any
        || condition instanceof Condition.Exists) {
      ConditionParts.of(condition).forEach(this::single);
    }
  }

  /** Whether a fact is told from another of its type, in the pattern of which it is named. */
  boolean isOfOther(SourceSpan variable, VocabularyType type, SourceSpan declared) {
    return !isWithin(variable, declared)
        && single.stream()
            .anyMatch(pattern -> isWithin(variable, pattern.span()) && type.equals(type(pattern)));
  }

  private static boolean isWithin(SourceSpan inner, SourceSpan outer) {
    return outer.file().equals(inner.file())
        && outer.compareTo(inner) <= 0
        && (inner.endLine() < outer.endLine()
            || (inner.endLine() == outer.endLine() && inner.endColumn() <= outer.endColumn()));
  }

  /** Whether the rule asks since or until when a credential is earned that a pattern finds. */
  boolean asksWhenEarned(Condition.Pattern pattern) {
    return WHEN_EARNED.matcher(withoutTexts(pattern.text())).find()
        || (pattern.variable() != null
            && Pattern.compile(Pattern.quote(pattern.variable()) + "\\s*\\.\\s*" + WHEN_EARNED)
                .matcher(when)
                .find());
  }

  private static String withoutTexts(String condition) {
    return TEXT.matcher(condition).replaceAll("\"\"");
  }

  /** The levels of the scale that a level is on, from low to high; empty where it is on none. */
  List<String> levels(String level) {
    Scale scale = rule.scaleOf(level);
    return scale == null ? List.of() : scale.levels();
  }

  /** What a variable stands for; null where the rule does not bind it. */
  @Nullable Meaning meaning(String variable) {
    return meanings.get(variable);
  }

  /** The type of a pattern; null where it is not registered. */
  @Nullable VocabularyType type(Condition.Pattern pattern) {
    return vocabulary.type(pattern.type());
  }

  private void condition(Condition condition) {
    if (condition instanceof Condition.Pattern pattern) {
      pattern(pattern);
    } else if (condition instanceof Condition.GroupBy groups) {
      condition(groups.each());
      Meaning key =
          groups.key() instanceof Expression.Variable named ? meaning(named.name()) : null;
      if (key != null) {
        bind(groups.variable(), key);
      }
      return;
    } else if (condition instanceof Condition.Accumulate accumulate) {
      condition(accumulate.source());
      for (Condition.Aggregate total : accumulate.functions()) {
        bind(total.variable(), new OfTotal(total, accumulate));
      }
    }
    ConditionParts.of(condition).forEach(this::condition);
  }

  private void pattern(Condition.Pattern pattern) {
    VocabularyType type = type(pattern);
    if (type == null) {
      return;
    }
    bind(pattern.variable(), new OfFact(type, pattern.span()));
    for (Constraint constraint : pattern.constraints()) {
      if (constraint instanceof Constraint.Bind bound) {
        bind(bound.variable(), new OfValue(bound.value(), type, pattern.span()));
      }
    }
  }

  private void bind(@Nullable String variable, Meaning meaning) {
    if (variable != null) {
      meanings.putIfAbsent(variable, meaning);
    }
  }
}
