package io.credentialrules.internal.check;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Learner;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Which amounts of a vocabulary are whole numbers: those that a record keeps as such, and ages. */
public final class WholeNumbers {
  private static final Set<Class<?>> TYPES =
      Set.of(int.class, Integer.class, long.class, Long.class);

  private final Set<VocabularyField> fields = Collections.newSetFromMap(new IdentityHashMap<>());

  public WholeNumbers(Vocabulary vocabulary) {
    for (VocabularyType type : vocabulary.types()) {
      for (RecordComponent component : type.record().getRecordComponents()) {
        add(TYPES.contains(component.getType()) ? type.field(component.getName()) : null);
      }
      add(type.record() == Learner.class ? type.field("age") : null);
    }
  }

  private void add(@org.jspecify.annotations.Nullable VocabularyField field) {
    if (field != null) {
      fields.add(field);
    }
  }

  /** Whether a function says how many there are. */
  public static boolean isCount(Aggregation kind) {
    return kind == Aggregation.COUNT || kind == Aggregation.COUNT_DISTINCT;
  }

  public boolean contains(VocabularyField field) {
    return fields.contains(field);
  }
}
