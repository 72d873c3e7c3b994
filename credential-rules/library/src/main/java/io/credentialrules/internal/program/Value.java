package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.policy.VocabularyField;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A typed value of an expression.
 *
 * @param type what it is
 * @param unit the unit of an amount, otherwise empty
 * @param slots the slots that it reads
 * @param key text that two values share only when they are computed alike
 * @param literal the value of a literal, otherwise null
 * @param field the field that it reads directly from a fact, otherwise null
 * @param get computes it; null where it is absent
 */
public record Value(
    ValueType type,
    String unit,
    ImmutableSet<Integer> slots,
    String key,
    @Nullable Object literal,
    @Nullable VocabularyField field,
    Function<Row, @Nullable Object> get) {

  /** A literal. */
  public static Value literal(ValueType type, @Nullable Object literal, String key) {
    return new Value(type, "", ImmutableSet.of(), key, literal, null, row -> literal);
  }

  /** Whether it stands in the policy as it is. */
  public boolean isLiteral() {
    return slots.isEmpty();
  }

  /** The value in a row; null where it is absent. */
  public @Nullable Object in(Row row) {
    return get.apply(row);
  }
}
