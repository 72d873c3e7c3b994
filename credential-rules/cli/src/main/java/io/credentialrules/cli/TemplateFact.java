package io.credentialrules.cli;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.ReviewerRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A fact to fill in, with the fields that rules read and those that no fact is without. */
final class TemplateFact {
  private static final List<String> REVIEWERS =
      EnumSet.range(ReviewerRole.FACULTY, ReviewerRole.REGISTRAR).stream().map(Enum::name).toList();

  private final VocabularyType type;
  private final boolean isSeveral;
  private final Map<String, TemplateField> fields = new LinkedHashMap<>();
  private final TemplateField reviewer = new TemplateField(FieldKind.WORD);
  private final Set<String> purposes = new LinkedHashSet<>();

  /**
   * Nothing but its type is asked for yet.
   *
   * @param isSeveral whether it represents as many facts as a total takes
   */
  TemplateFact(VocabularyType type, String purpose, boolean isSeveral) {
    this.type = type;
    this.isSeveral = isSeveral;
    purposes.add(purpose);
    reviewer.isOneOf(REVIEWERS);
  }

  VocabularyType type() {
    return type;
  }

  /** The names of the rules that it is for. */
  Set<String> purposes() {
    return Collections.unmodifiableSet(purposes);
  }

  /** A rule looks at it too. */
  void isFor(String purpose) {
    purposes.add(purpose);
  }

  TemplateField reviewer() {
    return reviewer;
  }

  /** A field, which the template then shows. */
  TemplateField field(String name) {
    VocabularyField field = Objects.requireNonNull(type.field(name));
    return fields.computeIfAbsent(name, absent -> new TemplateField(field.kind()));
  }

  /**
   * Whether one fact can be both, and is meant to be: they agree, and have a value in common or are
   * the same total. One particular course is no other that a rule asks for without its name.
   */
  boolean isOneWith(TemplateFact other) {
    if (isSeveral && other.isSeveral) {
      return countsAs(other) && other.countsAs(this);
    }
    boolean beginsAlike = false;
    boolean hasCommon = false;
    for (Map.Entry<String, TemplateField> entry : fields.entrySet()) {
      TemplateField others = other.fields.get(entry.getKey());
      if (others != null) {
        if (!entry.getValue().agreesWith(others)) {
          return false;
        }
        String value = entry.getValue().value();
        hasCommon |= value != null && value.equals(others.value()) && !value.equals("true");
        beginsAlike |= entry.getValue().beginsAs(others);
      }
    }
    return (beginsAlike || (hasCommon && isParticular() == other.isParticular()))
        && type.name().equals(other.type.name())
        && reviewer.agreesWith(other.reviewer);
  }

  /** Whether the rule says by name which one it is, in the first field that has room for a text. */
  private boolean isParticular() {
    return type.fields().stream()
        .filter(field -> field.kind() == FieldKind.TEXT)
        .findFirst()
        .map(field -> fields.get(field.name()))
        .filter(name -> name.value() != null && !name.isMadeUp())
        .isPresent();
  }

  /** Whether whatever is filled in here is all that the other asks for. */
  boolean countsAs(TemplateFact other) {
    return type.name().equals(other.type.name())
        && reviewer.isWithin(other.reviewer)
        && other.fields.entrySet().stream()
            .allMatch(
                entry -> {
                  TemplateField own = fields.get(entry.getKey());
                  return own == null
                      ? entry.getValue().takesAnything()
                      : own.isWithin(entry.getValue());
                });
  }

  /** Asks for what the other asks for too. */
  void take(TemplateFact other) {
    other.fields.forEach((name, field) -> field(name).take(field));
    reviewer.take(other.reviewer);
    purposes.addAll(other.purposes);
  }

  /**
   * Its type, and what identifies it where something does: {@code TrainingCompletion first-aid}.
   */
  String called() {
    return fields.values().stream()
        .filter(field -> field.kind() == FieldKind.TEXT && field.value() != null)
        .findFirst()
        .map(field -> type.name() + " " + field.value())
        .orElse(type.name());
  }

  /** Its type, and what the rule asks of its fields: {@code WorkExperience with type JOB}. */
  String described() {
    List<String> asked = new ArrayList<>();
    fields.forEach((name, field) -> asked.add(name + " " + field.text()));
    return asked.isEmpty() ? type.name() : type.name() + " with " + String.join(", ", asked);
  }

  /** What to write for each field; those of the review have the names of their columns. */
  Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    for (VocabularyField field : type.fields()) {
      TemplateField asked = fields.get(field.name());
      if (asked != null) {
        texts.put(field.name(), asked.text());
      } else if (field.required() && field.kind() == FieldKind.WORD) {
        texts.put(field.name(), "<" + String.join(" | ", field.words()) + ">");
      } else if (field.required() && field.kind() == FieldKind.TEXT) {
        texts.put(field.name(), "<text>");
      }
    }
    if (type.needsVetting()) {
      texts.put("vetting.reviewer", "<who reviewed it>");
      texts.put("vetting.role", reviewer.text());
      texts.put("vetting.on", "<YYYY-MM-DD>");
    }
    return texts;
  }

  /** Of which kind a field is. */
  FieldKind kind(String name) {
    VocabularyField field = type.field(name);
    return field == null ? FieldKind.TEXT : field.kind();
  }

  /** The types of facts, in their order. */
  static List<String> types(List<TemplateFact> facts) {
    return new ArrayList<>(
        new LinkedHashSet<>(facts.stream().map(fact -> fact.type().name()).toList()));
  }
}
