package io.credentialrules.cli;

import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of a fact to fill in: what the rules ask of it, as far as they say. */
final class TemplateField {
  private final FieldKind kind;
  private final Set<String> conditions = new LinkedHashSet<>();
  private List<String> choices = List.of();
  private @Nullable String value;

  TemplateField(FieldKind kind) {
    this.kind = kind;
  }

  FieldKind kind() {
    return kind;
  }

  @Nullable String value() {
    return value;
  }

  List<String> choices() {
    return choices;
  }

  void is(String only) {
    value = only;
    choices = List.of(only);
  }

  /** Any of these will do. */
  void isOneOf(List<String> words) {
    choices = choices.isEmpty() ? List.copyOf(words) : common(choices, words);
    value = choices.size() == 1 ? choices.get(0) : null;
  }

  void needs(String condition) {
    conditions.add(condition);
  }

  /** Whether one value can be both. */
  boolean agreesWith(TemplateField other) {
    return choices.isEmpty()
        || other.choices.isEmpty()
        || !common(choices, other.choices).isEmpty();
  }

  /** Asks for what the other asks for too. */
  void take(TemplateField other) {
    if (!other.choices.isEmpty()) {
      isOneOf(other.choices);
    }
    conditions.addAll(other.conditions);
  }

  /** The value; or, in angle brackets, what to write in its place. */
  String text() {
    if (value != null) {
      return value;
    }
    List<String> parts = new ArrayList<>();
    if (!choices.isEmpty()) {
      parts.add(String.join(" | ", choices));
    } else if (kind == FieldKind.DATE) {
      parts.add("YYYY-MM-DD");
    } else if (conditions.isEmpty()) {
      parts.add(kind == FieldKind.AMOUNT ? "number" : "text");
    }
    parts.addAll(conditions);
    return "<" + String.join("; ", parts) + ">";
  }

  private static List<String> common(List<String> one, List<String> other) {
    return one.stream().filter(other::contains).toList();
  }
}
