package io.credentialrules.internal.timeline;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which contested facts each demand is given; nothing where it is not served. Immutable. */
final class Allotment {
  private final @Nullable BitSet[] given;

  /** Of demands in their order; the sets are not changed afterwards. */
  Allotment(@Nullable BitSet[] given) {
    this.given = given.clone();
  }

  /** What one is given; null where it is not served. */
  @Nullable BitSet given(int demand) {
    return given[demand];
  }

  /** All that is given. */
  BitSet taken() {
    BitSet taken = new BitSet();
    for (BitSet one : given) {
      if (one != null) {
        taken.or(one);
      }
    }
    return taken;
  }

  int served() {
    int served = 0;
    for (BitSet one : given) {
      served += one == null ? 0 : 1;
    }
    return served;
  }

  boolean isComplete() {
    return served() == given.length;
  }

  /** The same with another set for one demand. */
  Allotment with(int demand, @Nullable BitSet set) {
    @Nullable BitSet[] with = given.clone();
    with[demand] = set;
    return new Allotment(with);
  }
}
