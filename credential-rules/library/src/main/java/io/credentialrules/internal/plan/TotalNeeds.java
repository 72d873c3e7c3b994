package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Totals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts that a total over one pattern needs at the least: what it lacks with all that is on
 * record, and, where evidence serves once, what it needs for itself alone. What a mean lacks is not
 * for itself alone: another requirement can have the facts that raise it.
 *
 * @param slots how many slots its branch has
 */
record TotalNeeds(
    PlanStart start, Step.Total total, Step.Match match, int slots, Need.@Nullable Owner owner) {

  /** With the results on record filled in. */
  List<Need> of(Slots filled) {
    List<Need> needs = new ArrayList<>();
    if (!Test.all(total.tests(), filled)) {
      int left = GroupShort.together(start, total, filled, slots);
      needs.add(Need.of(null, match, Math.max(left, 1), start));
      for (Shortage.OfMean mean : means(filled)) {
        Need need = Need.of(null, match, mean.facts(), start);
        needs.add(need.within(mean.field(), mean.range()));
      }
      int own = owner == null ? 0 : Shortage.ofGrowing(total, filled);
      if (own > 0) {
        needs.add(Need.of(owner, match, own, start));
      }
    }
    Slots nothing = nothing();
    if (owner != null && PlanStart.canBeAdded(match.type()) && !Test.all(total.tests(), nothing)) {
      int all = total.grouping() == null ? Math.max(Shortage.of(total, nothing), 1) : 1;
      needs.add(Need.of(owner, match, all, start).or(There.onRecord(match, start)));
    }
    return needs;
  }

  private List<Shortage.OfMean> means(Slots filled) {
    return total.grouping() == null
        ? Shortage.ofMeans(
            total, start.matcher(start.empty()).rows(total.steps(), Slots.empty(slots)), filled)
        : List.of();
  }

  private Slots nothing() {
    Slots nothing = Slots.empty(slots);
    Totals totals = Totals.of(total.functions(), List.of());
    total.functions().forEach(each -> nothing.put(each.slot(), totals.at(each.slot())));
    return nothing;
  }
}
