package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;
import java.util.Map;
import java.util.function.Supplier;

/** The definitions of one JSON Schema, each there once. */
final class Definitions {
  private final Map<String, Object> byName = FactSchema.definitions();
  private final Map<String, Object> amount;
  private final Map<String, FactForm> facts;

  private Definitions(Map<String, Object> amount, Map<String, FactForm> facts) {
    this.amount = amount;
    this.facts = facts;
  }

  /** Definitions for documents in which amounts are numbers. */
  static Definitions of(Vocabulary vocabulary) {
    return new Definitions(Schema.of("type", "number"), FactForm.byName(vocabulary));
  }

  /** Definitions for canonical documents, in which amounts are texts. */
  static Definitions canonical(Vocabulary vocabulary) {
    return new Definitions(
        Schema.of("type", "string", "pattern", "^" + Scalars.DECIMAL + "$"),
        FactForm.byName(vocabulary));
  }

  /** A reference to a definition, which is made when it is first referred to. */
  Map<String, Object> reference(String name, Supplier<Map<String, Object>> definition) {
    if (!byName.containsKey(name)) {
      byName.put(name, Map.of());
      byName.put(name, definition.get());
    }
    return Schema.ref(name);
  }

  /** An amount that was worked out, such as a total. */
  Map<String, Object> amount() {
    return amount;
  }

  /** The fact types that a document can hold, by name. */
  Map<String, FactForm> facts() {
    return facts;
  }

  /** A fact with its type. */
  Map<String, Object> fact() {
    return reference(
        "fact",
        () ->
            Schema.of(
                "oneOf",
                facts.values().stream()
                    .map(form -> reference(form.name(), () -> FactSchema.typed(form)))
                    .toList()));
  }

  /** The schema of a document of this form, as JSON. */
  <T> String document(String name, String title, Form<T> form) {
    Map<String, Object> root = form.schema(this);
    return JsonPrinter.print(Schema.document(name, title, root, Schema.reachable(root, byName)));
  }
}
