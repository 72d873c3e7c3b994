package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.syntax.Condition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Asks facts of a plan for names of their own where conditions compete for facts: names that no
 * other fact of the plan has, and that are not on record. The plan makes up such names; with any
 * others like these its facts take nothing from each other. So this is asked, of all facts that a
 * condition needs, before a name or an amount is held to what the plan was tried with.
 *
 * @param fields what is asked of each field; it is changed
 * @param together what facts on record and of the plan have
 */
record NamesApart(List<FieldDemands> fields, State plan, List<Together> together) {

  /** Asks more of some fields. */
  private interface Remedy {
    void apply();
  }

  /** Whether names of their own do; what is asked of them then stays asked. */
  boolean helps(BooleanSupplier does) {
    List<FieldDemands> before = List.copyOf(fields);
    List<String> names = names();
    List<Remedy> all = remedies(names);
    List<Remedy> alone = new ArrayList<>(all.subList(0, names.size()));
    for (String name : names) {
      conditions()
          .forEach(one -> alone.add(() -> areNew(name, field -> condition(field).equals(one))));
    }
    for (Remedy remedy : alone) {
      if (helps(before, List.of(remedy), does)) {
        return true;
      }
    }
    if (!helps(before, all, does)) {
      apply(before, List.of());
      return false;
    }
    List<Remedy> needed = new ArrayList<>(all);
    for (Remedy remedy : all) {
      needed.remove(remedy);
      if (!helps(before, needed, does)) {
        needed.add(remedy);
      }
    }
    apply(before, needed);
    return true;
  }

  /**
   * Asks all facts for names of their own, where there is no answer left to tell which need them.
   */
  void all() {
    remedies(names()).forEach(Remedy::apply);
  }

  private List<String> names() {
    return fields.stream()
        .filter(field -> field.field().kind() == FieldKind.TEXT || field.excludes())
        .map(field -> field.field().name())
        .distinct()
        .toList();
  }

  private List<Remedy> remedies(List<String> names) {
    List<Remedy> all = new ArrayList<>();
    names.forEach(name -> all.add(() -> differ(name)));
    names.forEach(name -> all.add(() -> areNew(name, field -> true)));
    return all;
  }

  private boolean helps(List<FieldDemands> before, List<Remedy> remedies, BooleanSupplier does) {
    apply(before, remedies);
    if (!before.equals(fields) && does.getAsBoolean()) {
      return true;
    }
    apply(before, List.of());
    return false;
  }

  private void apply(List<FieldDemands> before, List<Remedy> remedies) {
    for (int at = 0; at < before.size(); at++) {
      fields.set(at, before.get(at));
    }
    remedies.forEach(Remedy::apply);
  }

  private List<Condition> conditions() {
    return fields.stream().map(this::condition).distinct().toList();
  }

  private Condition condition(FieldDemands field) {
    return plan.drafts().get(field.number()).origin().condition();
  }

  /** Facts differ in a field in which they do in the plan. */
  private void differ(String name) {
    for (int at = 0; at < fields.size(); at++) {
      for (FieldDemands other : fields) {
        FieldDemands field = fields.get(at);
        if (field.field().name().equals(name)
            && other.number() < field.number()
            && TellingApart.areOfOneField(field, other, plan)
            && TellingApart.canDiffer(field, other)) {
          fields.set(at, field.differingFrom(other.number()));
        }
      }
    }
  }

  /** Facts have no name that is on record, unless the plan has. */
  private void areNew(String name, Predicate<FieldDemands> which) {
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      if (field.field().name().equals(name)
          && which.test(field)
          && field.allows(Domain.OTHER, Map.of())) {
        Set<Object> onRecord = onRecord(field);
        if (!onRecord.isEmpty() && !onRecord.contains(field.example().orElse(null))) {
          fields.set(at, without(field, onRecord));
        }
      }
    }
  }

  private Set<Object> onRecord(FieldDemands field) {
    Set<Object> names = new LinkedHashSet<>();
    for (Together one : together) {
      if (one.number() == field.number() && one.isOnRecord()) {
        one.values().getOrDefault(field.field().name(), Optional.empty()).ifPresent(names::add);
      }
    }
    return names;
  }

  private static FieldDemands without(FieldDemands field, Set<Object> names) {
    Set<Object> excluded = new LinkedHashSet<>();
    List<StatedDemand> all = new ArrayList<>();
    for (StatedDemand demand : field.demands()) {
      if (demand.relation() == Relation.NONE_OF) {
        excluded.addAll(demand.values());
      } else {
        all.add(demand);
      }
    }
    excluded.addAll(names);
    all.add(
        new StatedDemand(
            field.field().name(), Relation.NONE_OF, List.copyOf(excluded), List.of(), false));
    return field.with(all);
  }
}
