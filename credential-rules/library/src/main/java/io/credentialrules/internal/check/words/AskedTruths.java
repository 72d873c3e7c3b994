package io.credentialrules.internal.check.words;

import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.syntax.Constraint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The yes/no fields that a rule asks for. */
final class AskedTruths {
  /** A yes/no field of which a rule asks; whether it must be true. */
  record Truth(VocabularyField field, boolean value, Constraint source) {}

  private final Map<Object, Truth> all = new LinkedHashMap<>();

  void add(Value value, boolean expected, Test test) {
    VocabularyField field = value.field();
    if (field != null && field.kind() == FieldKind.TRUTH) {
      all.put(test.source().span(), new Truth(field, expected, test.source()));
    }
  }

  List<Truth> all() {
    return List.copyOf(all.values());
  }

  /** The first of which a word of a name speaks. */
  @Nullable Truth of(String word) {
    for (Truth truth : all.values()) {
      if (TruthWords.isOf(truth.field(), word)) {
        return truth;
      }
    }
    return null;
  }
}
