package io.credentialrules.json;

import io.credentialrules.internal.work.Interruption;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns objects into facts, of any type of the vocabulary; each null goes with a problem. */
final class FactReading {
  private static final Pattern FIELD = Pattern.compile("`(\\w+)`.*", Pattern.DOTALL);

  private final Scalars scalars;
  private final DocumentProblems problems;

  FactReading(Scalars scalars, DocumentProblems problems) {
    this.scalars = scalars;
    this.problems = problems;
  }

  @Nullable Fact fact(FactForm form, JsonValue value) {
    Interruption.check();
    if (!(value instanceof JsonValue.Members members)) {
      problems.add(
          value.place(),
          "a " + form.name() + " is " + value.described() + ", not an object",
          "write its fields in `{` and `}`");
      return null;
    }
    ObjectReading object = new ObjectReading(members, form.name(), problems);
    List<@Nullable Object> components = new ArrayList<>();
    Set<String> malformed = new HashSet<>();
    boolean isComplete = true;
    for (FactForm.Component component : form.components()) {
      int before = problems.count();
      @Nullable Object read =
          component.field() == null
              ? provenance(form, object)
              : component(component, component.field(), object);
      components.add(read);
      if (problems.count() > before) {
        malformed.add(component.name());
        isComplete &= read != null || (component.field() != null && component.mayBeAbsent());
      }
    }
    object.refuseUnknown();
    return isComplete ? make(form, components, object, malformed) : null;
  }

  /**
   * Lets the record check what concerns several of its fields, even where one that may be absent is
   * malformed.
   */
  private @Nullable Fact make(
      FactForm form,
      List<@Nullable Object> components,
      ObjectReading object,
      Set<String> malformed) {
    try {
      Fact fact = form.make(components);
      return malformed.isEmpty() ? fact : null;
    } catch (IllegalArgumentException refused) {
      String message = Objects.requireNonNullElse(refused.getMessage(), "").strip();
      Matcher matcher = FIELD.matcher(message);
      String field = matcher.matches() ? matcher.group(1) : "";
      JsonValue culprit = object.has(field) ? object.optional(field) : null;
      if (malformed.isEmpty() || (culprit != null && !malformed.contains(field))) {
        problems.add(
            culprit == null ? object.place() : culprit.place(),
            message.isEmpty() ? form.name() + " is not valid" : message,
            "");
      }
    } catch (RuntimeException refused) {
      if (malformed.isEmpty()) {
        problems.add(object.place(), "the fact type " + form.name() + " refuses these values", "");
      }
    }
    return null;
  }

  private @Nullable Object component(
      FactForm.Component component, VocabularyField field, ObjectReading object) {
    String name = component.name();
    JsonValue value = component.mayBeAbsent() ? object.optional(name) : object.required(name);
    if (value == null) {
      return absent(component, field);
    }
    return switch (field.kind()) {
      case TEXT, LEVEL -> field.required() ? scalars.name(name, value) : scalars.text(name, value);
      case WORD -> constant(component.type(), scalars.word(name, value, field.words()));
      case AMOUNT ->
          component.isWhole()
              ? whole(component, scalars.whole(name, value, field, component.type()))
              : scalars.amount(name, value, field);
      case TRUTH -> orAbsent(scalars.truth(name, value), component, field);
      case DATE -> scalars.date(name, value);
      case TEXTS -> orAbsent(texts(component, scalars.texts(name, value)), component, field);
    };
  }

  private static @Nullable Object orAbsent(
      @Nullable Object read, FactForm.Component component, VocabularyField field) {
    return read == null ? absent(component, field) : read;
  }

  private static @Nullable Object absent(FactForm.Component component, VocabularyField field) {
    if (field.required() && field.kind() == FieldKind.TRUTH) {
      return false;
    }
    if (field.required() && field.kind() == FieldKind.TEXTS) {
      return component.type() == List.class ? List.of() : Set.of();
    }
    return null;
  }

  private static @Nullable Object constant(Class<?> type, @Nullable String word) {
    if (word != null) {
      for (Object constant : type.getEnumConstants()) {
        if (((Enum<?>) constant).name().equals(word)) {
          return constant;
        }
      }
      throw new IllegalStateException(type + " has no constant " + word);
    }
    return null;
  }

  private static @Nullable Object whole(FactForm.Component component, @Nullable Long amount) {
    return amount != null && (component.type() == int.class || component.type() == Integer.class)
        ? (Object) Math.toIntExact(amount)
        : amount;
  }

  private static @Nullable Object texts(
      FactForm.Component component, @Nullable List<String> texts) {
    return texts == null || component.type() == List.class
        ? texts
        : Collections.unmodifiableSet(new TreeSet<>(texts));
  }

  private @Nullable Provenance provenance(FactForm form, ObjectReading object) {
    int before = problems.count();
    JsonValue id = provenanceValue(form, object, "id");
    JsonValue source = provenanceValue(form, object, "source");
    JsonValue status = provenanceValue(form, object, "status");
    JsonValue from = provenanceValue(form, object, "validFrom");
    JsonValue until = provenanceValue(form, object, "validUntil");
    JsonValue vetting = provenanceValue(form, object, FactForm.VETTING);
    String idText = id == null ? null : scalars.text("id", id);
    String sourceText = source == null ? null : scalars.text("source", source);
    FactStatus statusWord =
        status == null ? FactStatus.COMPLETED : scalars.word("status", status, FactStatus.class);
    Instant validFrom = from == null ? null : scalars.instant("validFrom", from, false);
    Instant validUntil = until == null ? null : scalars.instant("validUntil", until, true);
    Vetting vetted = vetting == null ? Vetting.NONE : vetting(vetting);
    if (until != null
        && validFrom != null
        && validUntil != null
        && validUntil.isBefore(validFrom)) {
      problems.add(until.place(), "`validUntil` is before `validFrom`", "maybe they are swapped");
    }
    return problems.count() > before || statusWord == null || vetted == null
        ? null
        : new Provenance(idText, sourceText, statusWord, vetted, validFrom, validUntil);
  }

  private static @Nullable JsonValue provenanceValue(
      FactForm form, ObjectReading object, String name) {
    return form.provenance().contains(name) ? object.optional(name) : null;
  }

  private @Nullable Vetting vetting(JsonValue value) {
    if (!(value instanceof JsonValue.Members members)) {
      problems.add(
          value.place(),
          "`vetting` is " + value.described() + ", not an object",
          "write `reviewer`, `role` and `on` in `{` and `}`, or leave the field out");
      return null;
    }
    int before = problems.count();
    ObjectReading object = new ObjectReading(members, "`vetting`", problems);
    JsonValue status = object.optional("status");
    VettingStatus statusWord =
        status == null ? VettingStatus.VETTED : scalars.word("status", status, VettingStatus.class);
    JsonValue reviewer = object.optional("reviewer");
    String reviewerText = reviewer == null ? null : scalars.text("reviewer", reviewer);
    JsonValue role = object.optional("role");
    if (role == null && statusWord != null && statusWord != VettingStatus.UNVETTED) {
      problems.add(
          object.place(),
          "`role` of `vetting` is missing",
          "say in which role the fact was reviewed, or leave `vetting` out");
    }
    ReviewerRole roleWord = role == null ? null : scalars.word("role", role, ReviewerRole.class);
    JsonValue on = object.optional("on");
    LocalDate onDate = on == null ? null : scalars.date("on", on);
    object.refuseUnknown();
    return problems.count() > before || statusWord == null
        ? null
        : new Vetting(statusWord, reviewerText, roleWord, onDate);
  }
}
