package io.credentialrules.json;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.Vetting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns facts into values to print. What is absent is left out, and so is the status of a completed
 * fact.
 */
final class FactWriting {
  static final String FACT_TYPE = "factType";

  private FactWriting() {}

  /** The fact in the form in which a record holds it, among facts of its type. */
  static Map<String, Object> fact(Fact fact) {
    Map<String, Object> object = new LinkedHashMap<>();
    FactForm form = FactForm.of(fact);
    for (FactForm.Component component : form.components()) {
      if (component.field() != null) {
        put(object, component.name(), FactValues.of(form, component, fact));
      }
    }
    if (!form.provenance().isEmpty()) {
      putProvenance(object, form, FactValues.provenance(form, fact));
    }
    return object;
  }

  private static void putProvenance(
      Map<String, Object> object, FactForm form, Provenance provenance) {
    if (form.provenance().contains("id")) {
      put(object, "id", provenance.id());
    }
    put(object, "source", provenance.source());
    if (provenance.status() != FactStatus.COMPLETED) {
      put(object, "status", provenance.status());
    }
    put(object, "validFrom", provenance.validFrom());
    put(object, "validUntil", provenance.validUntil());
    if (!provenance.vetting().equals(Vetting.NONE)) {
      object.put(FactForm.VETTING, vetting(provenance.vetting()));
    }
  }

  /** The fact with its type, as a document of its own. */
  static Map<String, Object> typed(Fact fact) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(FACT_TYPE, FactForm.of(fact).name());
    object.putAll(fact(fact));
    return object;
  }

  private static Map<String, Object> vetting(Vetting vetting) {
    Map<String, Object> object = new LinkedHashMap<>();
    put(object, "status", vetting.status());
    put(object, "reviewer", vetting.reviewer());
    put(object, "role", vetting.role());
    put(object, "on", vetting.on());
    return object;
  }

  /** Puts a value, with words, dates and instants as texts; nothing where it is absent. */
  static void put(Map<String, Object> object, String name, @Nullable Object value) {
    if (value instanceof Enum<?> word) {
      object.put(name, word.name());
    } else if (value instanceof LocalDate || value instanceof Instant) {
      object.put(name, value.toString());
    } else if (value != null) {
      object.put(name, value);
    }
  }
}
