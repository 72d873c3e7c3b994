package io.credentialrules.internal.check.words;

import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Formula;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Constraint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The texts and words that the patterns of a rule ask fields to be. */
final class ChosenValues {
  /**
   * What a field of a pattern must be.
   *
   * @param values of which one is enough
   * @param condition which condition of the rule it is in; alternatives of one condition share it
   * @param branch which alternative of the condition
   * @param pattern the place of the pattern
   * @param isCounted whether the facts are summed up or counted
   */
  record Chosen(
      VocabularyField field,
      Set<String> values,
      int condition,
      int branch,
      Object pattern,
      boolean isCounted,
      Constraint source) {}

  private final List<Chosen> all = new ArrayList<>();
  private int conditions;
  private boolean hasAlternatives;
  private int patterns;
  private boolean asksTwiceOfOneType;
  private final Set<String> types = new LinkedHashSet<>();

  void add(Proof proof) {
    conditions++;
    hasAlternatives |= proof.branches().size() > 1;
    for (int branch = 0; branch < proof.branches().size(); branch++) {
      add(proof.branches().get(branch), branch);
    }
  }

  /** Adds a credential that is required, or notes that a requirement is. */
  void refers(Requirement required) {
    if (required.kind() == Kind.PREREQUISITE) {
      required.proofs().forEach(this::add);
    } else {
      patterns++;
      asksTwiceOfOneType |= !types.add(Vocabulary.MET);
    }
  }

  private void add(Branch branch, int number) {
    for (Step step : branch.steps()) {
      if (step instanceof Step.Match match) {
        patterns++;
        asksTwiceOfOneType |= !types.add(match.type().name());
        add(match, number, false);
      } else if (step instanceof Step.Some some) {
        some.visit(
            each -> {
              if (each instanceof Step.Match match) {
                add(match, number, false);
              }
            });
      } else if (step instanceof Step.Total total) {
        hasAlternatives = true;
        total.patterns().forEach(match -> add(match, number, true));
      } else {
        hasAlternatives = true;
      }
    }
  }

  private void add(Step.Match match, int branch, boolean isCounted) {
    hasAlternatives |= match.referents().size() > 1;
    for (Test test : match.tests()) {
      Set<String> values = new LinkedHashSet<>();
      VocabularyField field = values(test, values);
      hasAlternatives |= values.size() > 1 || test.formula() instanceof Formula.Or;
      hasAlternatives |= field == null && test.comparison() != null && isVague(test.comparison());
      if (field != null) {
        all.add(
            new Chosen(
                field,
                values,
                conditions,
                branch,
                match.source().span(),
                isCounted,
                test.source()));
      }
    }
  }

  /** A comparison that several texts pass. */
  private static boolean isVague(Comparison comparison) {
    return comparison.left().type().is(FieldKind.TEXT)
        || comparison.left().type().is(FieldKind.WORD);
  }

  /** The field of which a test asks to be one of the values; null where it asks something else. */
  private static @Nullable VocabularyField values(Test test, Set<String> values) {
    Comparison comparison = test.comparison();
    if (comparison != null) {
      VocabularyField field = comparison.left().field();
      Object literal = comparison.right().literal();
      if (field != null
          && comparison.operator() == Operator.EQUAL
          && literal instanceof String text) {
        values.add(text);
        return field;
      }
      if (field != null && comparison.operator() == Operator.IN && literal instanceof List<?> all) {
        all.forEach(each -> values.add(String.valueOf(each)));
        return field;
      }
      return null;
    }
    if (!(test.formula() instanceof Formula.Or either)) {
      return null;
    }
    VocabularyField field = null;
    for (Test part : either.parts()) {
      VocabularyField own = values(part, values);
      if (own == null || (field != null && !own.equals(field))) {
        return null;
      }
      field = own;
    }
    return field;
  }

  List<Chosen> all() {
    return all;
  }

  /** Whether some condition can be met in more than one way. */
  boolean hasAlternatives() {
    return hasAlternatives;
  }

  /** Whether two patterns are on facts of the same type, both of which are required. */
  boolean asksTwiceOfOneType() {
    return asksTwiceOfOneType && patterns > 1;
  }
}
