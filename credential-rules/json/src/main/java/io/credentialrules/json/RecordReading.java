package io.credentialrules.json;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.internal.text.NearestWord;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.ReviewerRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the values of one document into a learner record. */
final class RecordReading {
  private static final String LEARNER = "Learner";
  private static final Map<String, String> DERIVED =
      Map.of(
          Vocabulary.EARNED, "write a `HeldCredential` for a credential that the learner holds",
          Vocabulary.MET, "write a waiver for a requirement that need not be met",
          Vocabulary.TODAY, "give the date of evaluation when you evaluate");

  private final Map<String, FactForm> forms;
  private final Scalars scalars;
  private final FactReading factReading;
  private final DocumentProblems problems;

  RecordReading(Map<String, FactForm> forms, Scalars scalars, DocumentProblems problems) {
    this.forms = forms;
    this.scalars = scalars;
    this.factReading = new FactReading(scalars, problems);
    this.problems = problems;
  }

  LearnerRecord record(JsonValue document) {
    if (!(document instanceof JsonValue.Members members)) {
      problems.add(
          document.place(),
          "the learner record is " + document.described() + ", not an object",
          "start with `{ \"learner\": …`");
      throw problems.exception();
    }
    ObjectReading object = new ObjectReading(members, "the learner record", problems);
    JsonValue learnerValue = object.required("learner");
    JsonValue policyDateValue = object.optional("policyDate");
    JsonValue factsValue = object.optional("facts");
    JsonValue waiversValue = object.optional("waivers");
    object.refuseUnknown();

    Learner learner =
        learnerValue == null ? null : (Learner) factReading.fact(learnerForm(), learnerValue);
    LocalDate policyDate =
        policyDateValue == null ? null : scalars.date("policyDate", policyDateValue);
    List<Fact> facts = factsValue == null ? List.of() : facts(factsValue);
    List<Waiver> waivers = waiversValue == null ? List.of() : waivers(waiversValue);
    if (!problems.isEmpty() || learner == null) {
      throw problems.exception();
    }
    return LearnerRecord.builder(learner)
        .addAll(facts)
        .waive(waivers.toArray(new Waiver[0]))
        .policyDate(policyDate)
        .build();
  }

  private FactForm learnerForm() {
    return Objects.requireNonNull(forms.get(LEARNER));
  }

  private List<Fact> facts(JsonValue value) {
    List<Fact> facts = new ArrayList<>();
    if (!(value instanceof JsonValue.Members groups)) {
      problems.add(
          value.place(),
          "`facts` is " + value.described() + ", not an object",
          "group the facts by their type, such as `{ \"WorkExperience\": [ … ] }`");
      return facts;
    }
    groups.byName().forEach((name, group) -> factsOfType(name, group, facts));
    return facts;
  }

  private void factsOfType(String name, JsonValue.Member group, List<Fact> facts) {
    FactForm form = forms.get(name);
    String derived = DERIVED.get(name);
    if (name.equals(LEARNER)) {
      problems.add(group.name(), "the learner is not among the facts", "move it to `learner`");
    } else if (derived != null) {
      problems.add(group.name(), "`" + name + "` is derived by the rules, never recorded", derived);
    } else if (form == null) {
      List<String> names = forms.keySet().stream().filter(other -> !other.equals(LEARNER)).toList();
      problems.add(
          group.name(),
          "unknown fact type " + Quoted.of(name),
          NearestWord.maybeOrAll(name, names));
    } else {
      each(
          name,
          group.value(),
          item -> {
            Fact fact = factReading.fact(form, item);
            if (fact != null) {
              facts.add(fact);
            }
          });
    }
  }

  private List<Waiver> waivers(JsonValue value) {
    List<Waiver> waivers = new ArrayList<>();
    each(
        "waivers",
        value,
        item -> {
          Waiver waiver = waiver(item);
          if (waiver != null) {
            waivers.add(waiver);
          }
        });
    return waivers;
  }

  private @Nullable Waiver waiver(JsonValue value) {
    if (!(value instanceof JsonValue.Members members)) {
      problems.add(
          value.place(),
          "a waiver is " + value.described() + ", not an object",
          "write its fields in `{` and `}`");
      return null;
    }
    ObjectReading object = new ObjectReading(members, "the waiver", problems);
    String requirement = name("requirement", object);
    String by = name("by", object);
    JsonValue roleValue = object.required("role");
    ReviewerRole role =
        roleValue == null ? null : scalars.word("role", roleValue, ReviewerRole.class);
    String why = name("why", object);
    JsonValue onValue = object.required("on");
    LocalDate on = onValue == null ? null : scalars.date("on", onValue);
    object.refuseUnknown();
    return requirement == null || by == null || role == null || why == null || on == null
        ? null
        : Waiver.of(requirement, by, role, why, on);
  }

  private @Nullable String name(String field, ObjectReading object) {
    JsonValue value = object.required(field);
    return value == null ? null : scalars.name(field, value);
  }

  private void each(String name, JsonValue value, Consumer<JsonValue> reader) {
    if (value instanceof JsonValue.Items items) {
      items.values().forEach(reader);
    } else {
      problems.add(
          value.place(),
          "`" + name + "` is " + value.described() + ", not a list",
          "write the entries in `[` and `]`");
    }
  }
}
