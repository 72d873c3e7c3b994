package io.credentialrules.cli;

import com.google.common.base.Splitter;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A field of a fact to fill in: what the rules ask of it, as far as they say. */
final class TemplateField {
  /** Between the texts of a set, as in a cell of a spreadsheet. */
  static final String SEVERAL = " | ";

  /** Before the text that a value begins with. */
  static final String BEGINS = "begins with";

  private final FieldKind kind;
  private final Set<String> conditions = new LinkedHashSet<>();
  private List<String> choices = List.of();
  private @Nullable String value;
  private boolean isDifferent;
  private boolean isMadeUp;

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

  /** A name that no rule says, so that facts which belong together have one. */
  void isMadeUp(String name) {
    isMadeUp = true;
    is(name);
  }

  boolean isMadeUp() {
    return isMadeUp;
  }

  /** A set that has this text, beside what it has to have already. */
  void contains(String text) {
    Set<String> all = new LinkedHashSet<>(texts());
    all.add(text);
    is(String.join(SEVERAL, all));
  }

  /** The texts of a set. */
  List<String> texts() {
    return value == null ? List.of() : Splitter.on(SEVERAL).splitToList(value);
  }

  /** Any of these will do. */
  void isOneOf(List<String> words) {
    choices = choices.isEmpty() ? List.copyOf(words) : common(choices, words);
    value = choices.size() == 1 ? choices.get(0) : null;
  }

  void needs(String condition) {
    conditions.add(condition);
  }

  /** Another value than in the other facts of the total, where nothing says which. */
  void isDifferentInEach() {
    isDifferent = value == null;
  }

  /** Whether both ask for a text with one beginning, or one for a text that begins as the other. */
  boolean beginsAs(TemplateField other) {
    return hasBeginningOf(other) || other.hasBeginningOf(this);
  }

  private boolean hasBeginningOf(TemplateField other) {
    return conditions.stream()
        .filter(condition -> condition.startsWith(BEGINS))
        .anyMatch(
            condition ->
                other.conditions.contains(condition)
                    || (other.value != null
                        && other.value.startsWith(condition.substring(BEGINS.length() + 1))));
  }

  /** Whether one value can be both. */
  boolean agreesWith(TemplateField other) {
    return choices.isEmpty()
        || other.choices.isEmpty()
        || !common(choices, other.choices).isEmpty();
  }

  /** Whether nothing is asked of it. */
  boolean takesAnything() {
    return choices.isEmpty() && conditions.isEmpty();
  }

  /** Whether each value of this one is a value of the other. */
  boolean isWithin(TemplateField other) {
    boolean hasChoice =
        other.choices.isEmpty()
            || (kind == FieldKind.TEXTS
                ? texts().containsAll(other.texts())
                : !choices.isEmpty() && other.choices.containsAll(choices));
    return hasChoice && conditions.containsAll(other.conditions);
  }

  /** Asks for what the other asks for too. */
  void take(TemplateField other) {
    if (kind == FieldKind.TEXTS) {
      other.texts().forEach(this::contains);
    } else if (!other.choices.isEmpty()) {
      isOneOf(other.choices);
    }
    conditions.addAll(other.conditions);
    isDifferent |= other.isDifferent;
    isMadeUp |= other.isMadeUp;
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
    if (isDifferent) {
      parts.add("different in each");
    }
    return "<" + String.join("; ", parts) + ">";
  }

  private static List<String> common(List<String> one, List<String> other) {
    return one.stream().filter(other::contains).toList();
  }
}
