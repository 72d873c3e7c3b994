package io.credentialrules.internal.plan;

import io.credentialrules.internal.result.StatedDemand;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Holds fields of a plan nearer to the values that it was tried with. Used by one thread. */
final class Holding {
  private final List<FieldDemands> fields;
  private final State plan;
  private final Domain domain;
  private final boolean isContested;
  private final Set<Integer> tightened = new TreeSet<>();

  /**
   * Of fields that have nothing held yet.
   *
   * @param fields what is asked of each field; it is changed
   * @param isContested whether conditions compete for facts
   */
  Holding(List<FieldDemands> fields, State plan, Domain domain, boolean isContested) {
    this.fields = fields;
    this.plan = plan;
    this.domain = domain;
    this.isContested = isContested;
  }

  /** Names in fields of this name that are in no policy and no record, with the facts. */
  Map<Object, List<Integer>> madeUp(FieldDemands field) {
    Map<Object, List<Integer>> madeUp = new HashMap<>();
    for (FieldDemands one : fields) {
      Object value = one.example().orElse(null);
      boolean isName = one.field().kind() == FieldKind.TEXT;
      if (isName
          && value != null
          && one.field().name().equals(field.field().name())
          && domain.isMadeUp(plan.drafts().get(one.number()), one.field(), value)) {
        madeUp.computeIfAbsent(value, none -> new ArrayList<>()).add(one.number());
      }
    }
    return madeUp;
  }

  /** Holds a field to its value, or away from what was drawn first; an amount as often as it is. */
  void hold(int at, Optional<Object> drawn) {
    FieldDemands field = fields.get(at);
    boolean isFirst = tightened.add(at);
    List<StatedDemand> days = isFirst ? domain.sameSpans(field) : null;
    FieldDemands beyond =
        days != null
            ? field.with(days)
            : isFirst || isAmount(field) ? beyond(field, drawn.orElse(null)) : null;
    fields.set(
        at,
        beyond != null && !beyond.equals(field)
            ? beyond
            : field.exact(isFirst ? madeUp(field) : Map.of()));
  }

  /** Away from what was drawn: on one side of an amount or a date, and nothing left out. */
  private @Nullable FieldDemands beyond(FieldDemands field, @Nullable Object drawn) {
    if (drawn == null && !field.isGiven() && (isAnyName(field) || isAmount(field))) {
      return field.given();
    }
    return isContested || isAmount(field) ? field.beyond(drawn) : null;
  }

  /** Whether it is an amount that only has to be large or small enough, if anything. */
  private static boolean isAmount(FieldDemands field) {
    return field.field().kind() == FieldKind.AMOUNT
        && field.example().isPresent()
        && field.isBounded();
  }

  /** Whether it has a name that the plan made up, in place of which any other may do. */
  private boolean isAnyName(FieldDemands field) {
    Object own = field.example().orElse(null);
    return field.field().kind() == FieldKind.TEXT
        && own != null
        && field.allows(Domain.OTHER, Map.of())
        && domain.isMadeUp(plan.drafts().get(field.number()), field.field(), own);
  }
}
