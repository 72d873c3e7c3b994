package io.credentialrules.json;

import com.fasterxml.jackson.core.io.SerializedString;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.Vetting;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Writes facts as objects, member by member. What is absent is left out, and so is the status of a
 * completed fact.
 */
final class FactWriting {
  static final String FACT_TYPE = "factType";

  private static final SerializedString TYPE = new SerializedString(FACT_TYPE);
  private static final SerializedString ID = new SerializedString("id");
  private static final SerializedString SOURCE = new SerializedString("source");
  private static final SerializedString STATUS = new SerializedString("status");
  private static final SerializedString VALID_FROM = new SerializedString("validFrom");
  private static final SerializedString VALID_UNTIL = new SerializedString("validUntil");
  private static final SerializedString VETTING = new SerializedString(FactForm.VETTING);
  private static final SerializedString REVIEWER = new SerializedString("reviewer");
  private static final SerializedString ROLE = new SerializedString("role");
  private static final SerializedString ON = new SerializedString("on");

  private FactWriting() {}

  /** The fact in the form in which a record holds it, among facts of its type. */
  static void write(Fact fact, JsonOutput out) throws IOException {
    out.startObject();
    members(FactForm.of(fact), fact, out);
    out.endObject();
  }

  /** The fact with its type, as a document of its own. */
  static void writeTyped(Fact fact, JsonOutput out) throws IOException {
    FactForm form = FactForm.of(fact);
    out.startObject();
    out.name(TYPE);
    out.text(form.name());
    members(form, fact, out);
    out.endObject();
  }

  private static void members(FactForm form, Fact fact, JsonOutput out) throws IOException {
    for (FactForm.Component component : form.components()) {
      if (component.field() != null) {
        member(component.written(), FactValues.of(form, component, fact), out);
      }
    }
    if (!form.provenance().isEmpty()) {
      provenance(form, FactValues.provenance(form, fact), out);
    }
  }

  private static void provenance(FactForm form, Provenance provenance, JsonOutput out)
      throws IOException {
    if (form.provenance().contains(ID.getValue())) {
      member(ID, provenance.id(), out);
    }
    member(SOURCE, provenance.source(), out);
    if (provenance.status() != FactStatus.COMPLETED) {
      member(STATUS, provenance.status(), out);
    }
    member(VALID_FROM, provenance.validFrom(), out);
    member(VALID_UNTIL, provenance.validUntil(), out);
    if (!provenance.vetting().equals(Vetting.NONE)) {
      out.name(VETTING);
      vetting(provenance.vetting(), out);
    }
  }

  private static void vetting(Vetting vetting, JsonOutput out) throws IOException {
    out.startObject();
    member(STATUS, vetting.status(), out);
    member(REVIEWER, vetting.reviewer(), out);
    member(ROLE, vetting.role(), out);
    member(ON, vetting.on(), out);
    out.endObject();
  }

  /** A value, with words, dates and instants as texts; nothing where it is absent. */
  private static void member(SerializedString name, @Nullable Object value, JsonOutput out)
      throws IOException {
    if (value == null) {
      return;
    }
    out.name(name);
    if (value instanceof Enum<?> word) {
      out.text(word.name());
    } else if (value instanceof LocalDate || value instanceof Instant) {
      out.text(value.toString());
    } else {
      out.value(value);
    }
  }
}
