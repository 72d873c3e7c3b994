package io.credentialrules.json;

import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.VettingStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Describes the JSON form of fact types. */
final class FactSchema {
  private FactSchema() {}

  /** An object with the fields of a type, all others refused. */
  static Map<String, Object> of(FactForm form) {
    return of(form, Map.of());
  }

  /** The same with {@code factType}, as a fact is written that is a document of its own. */
  static Map<String, Object> typed(FactForm form) {
    return of(form, Schema.of(FactWriting.FACT_TYPE, Schema.of("const", form.name())));
  }

  private static Map<String, Object> of(FactForm form, Map<String, Object> first) {
    Map<String, Object> members = new LinkedHashMap<>(first);
    List<String> optional = new ArrayList<>();
    for (FactForm.Component component : form.components()) {
      VocabularyField field = component.field();
      if (field != null) {
        members.put(component.name(), field(component, field));
        if (component.mayBeAbsent()) {
          optional.add(component.name());
        }
      }
    }
    for (String name : form.provenance()) {
      members.put(name, provenance(name));
      optional.add(name);
    }
    Map<String, Object> schema =
        Schema.of(
            "title",
            form.type().noun(),
            "description",
            form.type().needsVetting()
                ? "Counts only once a reviewer has accepted it."
                : "Needs no review.");
    schema.putAll(Schema.object(members, optional.toArray(String[]::new)));
    return schema;
  }

  private static Map<String, Object> field(FactForm.Component component, VocabularyField field) {
    return switch (field.kind()) {
      case TEXT, LEVEL -> field.required() ? Schema.name() : Schema.text();
      case WORD -> Schema.of("enum", field.words());
      case AMOUNT -> amount(component, field);
      case TRUTH -> Schema.of("type", "boolean");
      case DATE -> Schema.ref("date");
      case TEXTS -> Schema.list(Schema.text());
    };
  }

  private static Map<String, Object> amount(FactForm.Component component, VocabularyField field) {
    boolean isPositive = field.min() != null && field.min().signum() >= 0;
    Map<String, Object> number = Schema.of("type", component.isWhole() ? "integer" : "number");
    if (field.min() != null) {
      number.put("minimum", field.min());
    }
    if (field.max() != null) {
      number.put("maximum", field.max());
    }
    String digits = component.isWhole() ? "-?[0-9]+(\\.0+)?" : Scalars.DECIMAL;
    Map<String, Object> text =
        Schema.of(
            "type",
            "string",
            "pattern",
            "^" + (isPositive ? digits.substring("-?".length()) : digits) + "$");
    return Schema.of("description", field.unit(), "anyOf", List.of(number, text));
  }

  private static Map<String, Object> provenance(String name) {
    return switch (name) {
      case "status" -> Schema.word(FactStatus.values());
      case "validFrom", "validUntil" -> Schema.ref("dateOrTime");
      case FactForm.VETTING -> Schema.ref(FactForm.VETTING);
      default -> Schema.text();
    };
  }

  /** The definitions that facts refer to. */
  static Map<String, Object> definitions() {
    Map<String, Object> vetting =
        Schema.object(
            Schema.of(
                "status", Schema.word(VettingStatus.values()),
                "reviewer", Schema.text(),
                "role", Schema.word(ReviewerRole.values()),
                "on", Schema.ref("date")),
            "status",
            "reviewer",
            "role",
            "on");
    vetting.put(
        "anyOf",
        List.of(
            Schema.of("required", List.of("role")),
            Schema.of(
                "properties",
                Schema.of("status", Schema.of("const", VettingStatus.UNVETTED.name())),
                "required",
                List.of("status"))));
    return Schema.of(
        "date",
        Schema.date(),
        "dateOrTime",
        Schema.of("anyOf", List.of(Schema.date(), Schema.time())),
        FactForm.VETTING,
        vetting);
  }
}
