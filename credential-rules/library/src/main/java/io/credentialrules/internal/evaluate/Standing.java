package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.internal.program.Program;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The credentials of the catalogue that were suspended or revoked after they were issued. No rule
 * awards such a credential again from the facts that the record has: that would undo what the
 * issuer decided. It is reinstated when the credential counts again, or when one that was awarded
 * later counts; where the credential does not say when it was issued, nothing is known to be later.
 * What is awarded after the date of evaluation was not issued yet.
 *
 * @param withdrawn the credential as it was issued last, by its number in the catalogue
 */
record Standing(ImmutableMap<Integer, NotCounted> withdrawn) {

  static Standing of(
      Program program,
      CanonicalOrder order,
      Collection<Fact> counted,
      Collection<NotCounted> notCounted,
      LocalDate today) {
    Map<Integer, NotCounted> withdrawn = new TreeMap<>();
    for (NotCounted not : notCounted) {
      if (not.fact() instanceof HeldCredential held
          && (not.reason() == Reason.REVOKED || not.reason() == Reason.SUSPENDED)
          && (held.awardedOn() == null || !held.awardedOn().isAfter(today))) {
        Integer number = program.credentialNumbers().get(held.credential());
        if (number != null) {
          withdrawn.merge(number, not, (one, other) -> later(one, other, order));
        }
      }
    }
    if (withdrawn.isEmpty()) {
      return new Standing(ImmutableMap.of());
    }
    Map<String, LocalDate> reinstated = new HashMap<>();
    for (Fact fact : counted) {
      if (fact instanceof HeldCredential held && held.awardedOn() != null) {
        reinstated.merge(held.credential(), held.awardedOn(), Standing::laterDay);
      }
    }
    withdrawn
        .values()
        .removeIf(
            not -> {
              HeldCredential held = (HeldCredential) not.fact();
              LocalDate again = reinstated.get(held.credential());
              return again != null && again.isAfter(day(held));
            });
    return new Standing(ImmutableMap.copyOf(withdrawn));
  }

  /** Whether the issuer suspended or revoked a credential. */
  static boolean isTakenBack(HeldCredential held) {
    FactStatus status = held.provenance().status();
    return status == FactStatus.REVOKED || status == FactStatus.SUSPENDED;
  }

  private static NotCounted later(NotCounted one, NotCounted other, CanonicalOrder order) {
    int byDay = day((HeldCredential) one.fact()).compareTo(day((HeldCredential) other.fact()));
    int later = byDay != 0 ? byDay : order.compare(other.fact(), one.fact());
    return later >= 0 ? one : other;
  }

  private static LocalDate laterDay(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate day(HeldCredential held) {
    return held.awardedOn() == null ? LocalDate.MAX : held.awardedOn();
  }
}
