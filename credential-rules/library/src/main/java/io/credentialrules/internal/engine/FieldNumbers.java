package io.credentialrules.internal.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.util.HashMap;
import java.util.Map;
import org.drools.model.AlphaIndex;
import org.drools.model.Index.ConstraintType;
import org.jspecify.annotations.Nullable;

/**
 * Numbers fields, by which the engine recognises that two tests look at the same field. Field 0 is
 * the type of a fact.
 */
final class FieldNumbers {
  static final int TYPE = 0;

  private final Map<VocabularyField, Integer> numbers = new HashMap<>();

  int of(VocabularyField field) {
    return numbers.computeIfAbsent(field, unseen -> numbers.size() + 1);
  }

  /** How the engine hashes a test: where a field must equal one word or text; otherwise null. */
  @Nullable AlphaIndex<Object, String> index(Test test) {
    Comparison comparison = test.comparison();
    if (comparison == null
        || comparison.operator() != Operator.EQUAL
        || !(comparison.right().literal() instanceof String literal)
        || comparison.left().field() == null) {
      return null;
    }
    VocabularyField field = comparison.left().field();
    if (field.kind() != FieldKind.TEXT && field.kind() != FieldKind.WORD) {
      return null;
    }
    return alphaIndexedBy(
        String.class,
        ConstraintType.EQUAL,
        of(field),
        new IndexedBy<>(fact -> (String) ((Candidate) fact).value(field)),
        literal);
  }
}
