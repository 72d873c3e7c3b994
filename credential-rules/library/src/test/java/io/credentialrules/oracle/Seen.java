package io.credentialrules.oracle;

import io.credentialrules.NotCounted.Reason;
import io.credentialrules.policy.syntax.Including;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.VettingStatus;
import java.util.EnumSet;
import java.util.Set;

/** Which facts that do not count a pattern sees that asks for them, from the guide. */
final class Seen {
  private static final Set<FactStatus> UNDER_WAY =
      EnumSet.of(FactStatus.ENROLLED, FactStatus.IN_PROGRESS, FactStatus.PROVISIONAL);

  private Seen() {}

  /** Whether a fact is of a kind, with all that speaks against it. */
  static boolean is(Including kind, Fact fact, Set<Reason> reasons) {
    boolean isAhead =
        reasons.contains(Reason.IN_THE_FUTURE) || reasons.contains(Reason.NOT_YET_VALID);
    return switch (kind) {
      case EXPIRED -> reasons.equals(EnumSet.of(Reason.EXPIRED));
      case IN_PROGRESS ->
          isUnderWay(fact)
              && noneOf(
                  reasons,
                  Reason.REJECTED,
                  Reason.EXPIRED,
                  Reason.NOT_YET_VALID,
                  Reason.FAILED,
                  Reason.REVOKED);
      case PLANNED ->
          isAhead && canBePlanned(fact) && noneOf(reasons, Reason.REJECTED, Reason.EXPIRED);
    };
  }

  static boolean isUnderWay(Fact fact) {
    return UNDER_WAY.contains(fact.provenance().status())
        && fact.provenance().vetting().status() != VettingStatus.REJECTED;
  }

  static boolean canBePlanned(Fact fact) {
    return (fact.provenance().status() == FactStatus.COMPLETED
            || fact.provenance().status() == FactStatus.ON_HOLD
            || UNDER_WAY.contains(fact.provenance().status()))
        && fact.provenance().vetting().status() != VettingStatus.REJECTED;
  }

  private static boolean noneOf(Set<Reason> reasons, Reason... excluded) {
    for (Reason reason : excluded) {
      if (reasons.contains(reason)) {
        return false;
      }
    }
    return true;
  }
}
