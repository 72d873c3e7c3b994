package io.credentialrules.internal.plan;

import io.credentialrules.Plan.Relation;
import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Asks facts of a plan to differ in a field, where it is that they are alike that spoils it: two of
 * them, all that have a name in it, or one of them and what is on record.
 *
 * @param fields what is asked of each field; it is changed
 */
record TellingApart(List<FieldDemands> fields, State plan, Domain domain, List<Together> together) {
  private static final int MOST_EXCLUDED = 6;

  /**
   * Whether facts that differ do; what is asked of them then stays asked.
   *
   * @param alike the values that spoil it, for each field
   * @param does whether values that are drawn anew do
   */
  boolean helps(List<@Nullable Optional<Object>> alike, BooleanSupplier does) {
    return twoHelp(alike, does) || allHelp(does) || otherNameHelps(alike, does);
  }

  /** Whether one name less does, in a field that takes any other. */
  private boolean otherNameHelps(List<@Nullable Optional<Object>> drawn, BooleanSupplier does) {
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      Object name = drawn(drawn, at).orElse(null);
      if (field.field().kind() == FieldKind.TEXT
          && name != null
          && !name.equals(field.example().orElse(null))
          && isOnRecord(field, name)
          && !domain.isMadeUp(plan.drafts().get(field.number()), field.field(), name)
          && takesAnyOther(field)) {
        fields.set(at, without(field, name));
        if (does.getAsBoolean()) {
          return true;
        }
        fields.set(at, field);
      }
    }
    return false;
  }

  /**
   * Whether days that differ within one week, month or year do, or days that are also held to it.
   */
  boolean daysHelp(BooleanSupplier does) {
    List<FieldDemands> before = List.copyOf(fields);
    for (boolean isHeld : new boolean[] {false, true}) {
      boolean areApart = false;
      for (int at = 0; at < before.size(); at++) {
        FieldDemands field = before.get(at);
        List<StatedDemand> days = isHeld ? domain.sameSpans(field) : null;
        FieldDemands apart = days == null ? field : field.with(days);
        for (FieldDemands other : before) {
          if (other.number() < field.number()
              && areOfOneField(field, other, plan)
              && Stretches.areOne(domain.spans(field), field, other)) {
            apart = apart.differingFrom(other.number());
            areApart = true;
          }
        }
        fields.set(at, apart);
      }
      if (areApart && !before.equals(fields) && does.getAsBoolean()) {
        return true;
      }
    }
    IntStream.range(0, before.size()).forEach(at -> fields.set(at, before.get(at)));
    return false;
  }

  private boolean twoHelp(List<@Nullable Optional<Object>> alike, BooleanSupplier does) {
    for (int at = 0; at < fields.size(); at++) {
      FieldDemands field = fields.get(at);
      Optional<Object> drawn = drawn(alike, at);
      for (int before = 0; before < fields.size(); before++) {
        FieldDemands other = fields.get(before);
        if (drawn.isPresent()
            && other.number() < field.number()
            && areOfOneField(field, other, plan)
            && canDiffer(field, other)
            && drawn.equals(drawn(alike, before))) {
          fields.set(at, field.differingFrom(other.number()));
          if (does.getAsBoolean()) {
            return true;
          }
          fields.set(at, field);
        }
      }
    }
    return false;
  }

  private boolean allHelp(BooleanSupplier does) {
    List<FieldDemands> before = List.copyOf(fields);
    List<String> names =
        before.stream()
            .filter(field -> field.field().kind() == FieldKind.TEXT || field.excludes())
            .map(field -> field.field().name())
            .distinct()
            .toList();
    for (String name : names) {
      for (int at = 0; at < before.size(); at++) {
        for (FieldDemands other : before) {
          FieldDemands field = fields.get(at);
          if (field.field().name().equals(name)
              && other.number() < field.number()
              && areOfOneField(field, other, plan)
              && canDiffer(field, other)) {
            fields.set(at, field.differingFrom(other.number()));
          }
        }
      }
      if (!before.equals(fields) && does.getAsBoolean()) {
        return true;
      }
      IntStream.range(0, before.size()).forEach(at -> fields.set(at, before.get(at)));
    }
    return false;
  }

  /**
   * Whether the plan was tried with values that are not alike, as two days left out are not. Of two
   * amounts it is not that they are alike, unless some are excluded.
   */
  static boolean canDiffer(FieldDemands one, FieldDemands other) {
    if (one.field().kind() == FieldKind.AMOUNT && !one.excludes()) {
      return false;
    }
    return !one.example().equals(other.example())
        || (one.field().kind() == FieldKind.DATE && one.example().isEmpty());
  }

  private boolean isOnRecord(FieldDemands field, Object name) {
    return together.stream()
        .filter(one -> one.number() == field.number())
        .anyMatch(one -> Optional.of(name).equals(one.values().get(field.field().name())));
  }

  /** Whether a field takes names that nobody has, and excludes few. */
  private static boolean takesAnyOther(FieldDemands field) {
    return field.allows(Domain.OTHER, Map.of())
        && field.demands().stream()
            .filter(demand -> demand.relation() == Relation.NONE_OF)
            .allMatch(demand -> demand.values().size() < MOST_EXCLUDED);
  }

  private static FieldDemands without(FieldDemands field, Object name) {
    List<Object> names = new ArrayList<>();
    List<StatedDemand> all = new ArrayList<>();
    for (StatedDemand demand : field.demands()) {
      if (demand.relation() == Relation.NONE_OF) {
        names.addAll(demand.values());
      } else {
        all.add(demand);
      }
    }
    names.add(name);
    all.add(new StatedDemand(field.field().name(), Relation.NONE_OF, names, List.of(), false));
    return field.with(all);
  }

  private static Optional<Object> drawn(List<@Nullable Optional<Object>> values, int at) {
    return Objects.requireNonNull(values.get(at), "each field is drawn");
  }

  /** Whether two facts of a plan have the same field. */
  static boolean areOfOneField(FieldDemands one, FieldDemands other, State plan) {
    return one.number() != other.number()
        && one.field().name().equals(other.field().name())
        && plan.drafts().get(one.number()).type().record()
            == plan.drafts().get(other.number()).type().record();
  }
}
