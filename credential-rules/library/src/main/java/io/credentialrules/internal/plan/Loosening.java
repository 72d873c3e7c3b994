package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks less of names once all is settled: what was held first may need it no more because of what
 * was asked of others later. A name that the plan made up need only be given, or differ from those
 * of facts before it; a name on record need not be excluded where others beside it are what
 * matters.
 *
 * @param fields what is asked of each field; it is changed
 */
record Loosening(List<FieldDemands> fields, State plan, Domain domain) {
  /**
   * Asks for less.
   *
   * @param does whether whatever the demands allow does
   */
  void loosen(BooleanSupplier does) {
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      if (field.field().kind() == FieldKind.TEXT && isMadeUp(field)) {
        FieldDemands given = field.with(List.of()).given();
        if (!helps(at, given, does)) {
          helps(at, apart(given), does);
        }
      } else if (field.field().kind() == FieldKind.TEXT) {
        excludeLess(at, does);
      }
    }
  }

  /** Whether it is held to a name that is in no policy and no record. */
  private boolean isMadeUp(FieldDemands field) {
    Object name = field.example().orElse(null);
    return name != null
        && field.isExact()
        && field.demands().stream().allMatch(demand -> demand.steps().isEmpty())
        && domain.isMadeUp(plan.drafts().get(field.number()), field.field(), name);
  }

  private FieldDemands apart(FieldDemands given) {
    FieldDemands apart = given;
    for (FieldDemands other : fields) {
      if (other.number() < given.number()
          && TellingApart.areOfOneField(given, other, plan)
          && TellingApart.canDiffer(given, other)) {
        apart = apart.differingFrom(other.number());
      }
    }
    return apart;
  }

  private boolean helps(int at, FieldDemands less, BooleanSupplier does) {
    FieldDemands before = fields.get(at);
    fields.set(at, less);
    if (!less.equals(before) && does.getAsBoolean()) {
      return true;
    }
    fields.set(at, before);
    return false;
  }

  private void excludeLess(int at, BooleanSupplier does) {
    for (StatedDemand demand : List.copyOf(fields.get(at).demands())) {
      if (demand.relation() == Relation.NONE_OF && demand.values().size() > 1) {
        List<Object> names = new ArrayList<>(demand.values());
        for (Object name : demand.values()) {
          List<Object> fewer = new ArrayList<>(names);
          fewer.remove(name);
          if (!fewer.isEmpty() && helps(at, excluding(fields.get(at), fewer), does)) {
            names = fewer;
          }
        }
      }
    }
  }

  private static FieldDemands excluding(FieldDemands field, List<Object> names) {
    List<StatedDemand> all = new ArrayList<>();
    for (StatedDemand demand : field.demands()) {
      all.add(
          demand.relation() == Relation.NONE_OF
              ? new StatedDemand(
                  field.field().name(), Relation.NONE_OF, List.copyOf(names), List.of(), false)
              : demand);
    }
    return field.with(all);
  }
}
