package io.credentialrules.spark;

import io.credentialrules.LearnerRecord;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The field of the learner by which learners are grouped, as rules know it. */
record LearnerField(String name, ZonedDateTime asOf) implements Serializable {

  /** Refuses a field that learners do not have. */
  LearnerField {
    if (type().field(name) == null) {
      throw new IllegalArgumentException(
          "learners have no field `"
              + name
              + "`; they have "
              + type().fields().stream()
                  .map(VocabularyField::name)
                  .collect(Collectors.joining(", ")));
    }
  }

  private static VocabularyType type() {
    VocabularyType learner = Vocabulary.standard().type("Learner");
    if (learner == null) {
      throw new IllegalStateException("the standard vocabulary has no learner");
    }
    return learner;
  }

  /** Its value as text; null where the learner has none. */
  @Nullable String of(LearnerRecord record) {
    VocabularyField field = type().field(name);
    Object value = field == null ? null : field.value(record.learner(), asOf);
    if (value instanceof Collection<?> texts) {
      return texts.isEmpty()
          ? null
          : texts.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    return value instanceof BigDecimal amount
        ? amount.toPlainString()
        : value == null ? null : value.toString();
  }
}
