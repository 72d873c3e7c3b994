package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyType;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a value is, for the comparison of values. */
public sealed interface ValueType {

  /** In the words of messages, such as {@code a number}. */
  String described();

  /** A value of a field's kind; words are listed for {@link FieldKind#WORD}. */
  record Plain(FieldKind kind, List<String> words) implements ValueType {
    private static final ImmutableMap<FieldKind, Plain> WITHOUT_WORDS =
        Maps.toMap(EnumSet.allOf(FieldKind.class), kind -> new Plain(kind, List.of()));

    @Override
    public String described() {
      return kind.described();
    }
  }

  /** A fact itself. */
  record OfFact(VocabularyType type) implements ValueType {
    @Override
    public String described() {
      return "a fact of type " + type.name();
    }
  }

  /** What {@code collectList} and {@code collectSet} return. */
  record Collected(ValueType element) implements ValueType {
    @Override
    public String described() {
      return "a collection";
    }
  }

  /** {@code null}. */
  record Absent() implements ValueType {
    @Override
    public String described() {
      return "null";
    }
  }

  /** A plain value without a list of words. */
  static ValueType of(FieldKind kind) {
    return Objects.requireNonNull(Plain.WITHOUT_WORDS.get(kind));
  }

  /** The kind of a plain value, otherwise null. */
  default @Nullable FieldKind kind() {
    return this instanceof Plain plain ? plain.kind() : null;
  }

  /** Whether it is a plain value of this kind. */
  default boolean is(FieldKind wanted) {
    return kind() == wanted;
  }
}
