package io.credentialrules.json;

import io.credentialrules.json.Redaction.Action;
import io.credentialrules.json.Redaction.Treatment;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.Vetting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Replaces the texts of one fact that no rule reads. */
final class FactRedaction {
  /** Texts that people write for people: nothing refers to them. */
  private static final Set<String> FREE = Set.of("title", "comment", "url");

  private static final String BUILT_IN = "io.credentialrules.vocabulary";

  private final Pseudonyms pseudonyms;
  private final BiFunction<String, String, @Nullable SourceSpan> places;
  private final Set<String> catalogue;
  private final boolean mayDrop;
  private final Set<Treatment> treatments;

  FactRedaction(
      Pseudonyms pseudonyms,
      BiFunction<String, String, @Nullable SourceSpan> places,
      Set<String> catalogue,
      boolean mayDrop,
      Set<Treatment> treatments) {
    this.pseudonyms = pseudonyms;
    this.places = places;
    this.catalogue = catalogue;
    this.mayDrop = mayDrop;
    this.treatments = treatments;
  }

  Fact redact(Fact fact) {
    FactForm form = FactForm.of(fact);
    List<@Nullable Object> values = new ArrayList<>();
    for (FactForm.Component component : form.components()) {
      VocabularyField field = component.field();
      values.add(
          field == null
              ? provenance(form, FactValues.provenance(form, fact))
              : value(fact, form, component, field));
    }
    try {
      return form.make(values);
    } catch (RuntimeException refused) {
      throw new IllegalArgumentException(
          "the fact type "
              + form.name()
              + " refuses a pseudonym; let a rule read the text, or let the type take any text",
          refused);
    }
  }

  private @Nullable Object value(
      Fact fact, FactForm form, FactForm.Component component, VocabularyField field) {
    Object value = FactValues.of(form, component, fact);
    if (value == null) {
      return null;
    }
    if (field.kind() == FieldKind.TEXTS) {
      return ((Collection<?>) value).isEmpty() || treat(form, field.name(), false) == Action.KEPT
          ? value
          : replaced(component, (Collection<?>) value);
    }
    if (field.kind() != FieldKind.TEXT && field.kind() != FieldKind.LEVEL) {
      return value;
    }
    if (fact instanceof HeldCredential held
        && field.name().equals("credential")
        && catalogue.contains(held.credential())) {
      note(form, field.name(), Action.KEPT, "it names a credential of the catalogue");
      return value;
    }
    boolean isFree =
        !field.required()
            && FREE.contains(field.name())
            && fact.getClass().getPackageName().equals(BUILT_IN);
    return text(form, field.name(), (String) value, isFree);
  }

  private Object replaced(FactForm.Component component, Collection<?> texts) {
    List<String> pseudonymous = texts.stream().map(text -> pseudonyms.of((String) text)).toList();
    return component.type() == List.class ? pseudonymous : new TreeSet<>(pseudonymous);
  }

  private Provenance provenance(FactForm form, Provenance provenance) {
    Vetting vetting = provenance.vetting();
    return new Provenance(
        text(form, "id", provenance.id(), false),
        text(form, "source", provenance.source(), false),
        provenance.status(),
        new Vetting(
            vetting.status(),
            text(form, "reviewer", vetting.reviewer(), false),
            vetting.role(),
            vetting.on()),
        provenance.validFrom(),
        provenance.validUntil());
  }

  private @Nullable String text(
      FactForm form, String field, @Nullable String text, boolean isFree) {
    if (text == null) {
      return null;
    }
    return switch (treat(form, field, isFree)) {
      case KEPT, COARSENED -> text;
      case PSEUDONYM -> pseudonyms.of(text);
      case DROPPED -> null;
    };
  }

  private Action treat(FactForm form, String field, boolean isFree) {
    SourceSpan place = places.apply(form.name(), field);
    if (place != null) {
      note(form, field, Action.KEPT, "a rule reads it at " + place);
      return Action.KEPT;
    } else if (isFree && mayDrop) {
      note(form, field, Action.DROPPED, "no rule reads it");
      return Action.DROPPED;
    }
    note(
        form,
        field,
        Action.PSEUDONYM,
        isFree ? "no rule reads it, and it tells facts apart" : "no rule reads it");
    return Action.PSEUDONYM;
  }

  private void note(FactForm form, String field, Action action, String why) {
    treatments.add(new StatedTreatment(form.name(), field, action, why));
  }
}
