package io.credentialrules.internal.plan;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/**
 * How far totals are from where they must be: first what they lack themselves, then the facts that
 * the groups need that come next, and what those lack.
 */
record Gap(BigDecimal tests, int facts, BigDecimal groups) implements Comparable<Gap> {
  static final Gap NONE = new Gap(BigDecimal.ZERO, 0, BigDecimal.ZERO);

  private static final int MOST_GROUPS = 100;
  private static final Comparator<Gap> ORDER =
      Comparator.comparing(Gap::tests).thenComparingInt(Gap::facts).thenComparing(Gap::groups);

  /** With so many groups that are to come, of these and of new ones. */
  Gap plus(List<GroupShort> groupsShort, GroupShort fresh, int missing) {
    Gap gap = this;
    for (GroupShort one : GroupShort.nearest(groupsShort, fresh, Math.min(missing, MOST_GROUPS))) {
      gap = new Gap(gap.tests, gap.facts + one.facts(), gap.groups.add(one.gap()));
    }
    return gap;
  }

  @Override
  public int compareTo(Gap other) {
    return ORDER.compare(this, other);
  }
}
