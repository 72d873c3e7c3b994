package io.credentialrules.internal.check.words;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Constraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The words of fields, such as kinds of work, that a rule asks for or excludes. */
final class AskedWords {
  /** Words of a field of which a rule asks for one, or excludes all. */
  record Worded(VocabularyField field, List<String> words, boolean isExcluded, Constraint source) {}

  /** A level or a grade that something is compared with by its order, on a scale. */
  record Graded(Operator operator, String level, List<String> scale, Constraint source) {}

  private final Map<Object, Worded> all = new LinkedHashMap<>();
  private final Map<Object, Graded> grades = new LinkedHashMap<>();

  void add(Value left, Operator operator, List<String> values, Test test, boolean inverted) {
    VocabularyField field = left.field();
    if (operator.isOrdering() && !inverted) {
      grades.put(
          test.source().span(), new Graded(operator, values.get(0), scale(test), test.source()));
    }
    boolean isExcluded = operator == Operator.NOT_EQUAL || operator == Operator.NOT_IN;
    boolean isAsked = operator == Operator.EQUAL || operator == Operator.IN;
    if (field != null && field.kind() == FieldKind.WORD && !inverted && (isAsked || isExcluded)) {
      all.put(test.source().span(), new Worded(field, values, isExcluded, test.source()));
    }
  }

  private static List<String> scale(Test test) {
    Comparison comparison = test.comparison();
    List<String> levels = comparison == null ? null : comparison.levels();
    return levels == null ? List.of() : levels;
  }

  List<Worded> all() {
    return List.copyOf(all.values());
  }

  List<Graded> grades() {
    return List.copyOf(grades.values());
  }

  /** Whether something else than these words is asked to be this one. */
  boolean asksFor(String word, Worded other) {
    return all.values().stream()
        .anyMatch(each -> !each.equals(other) && !each.isExcluded() && each.words().contains(word));
  }
}
