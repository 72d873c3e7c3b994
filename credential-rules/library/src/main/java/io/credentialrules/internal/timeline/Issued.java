package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Program;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The credentials of the catalogue as they were issued: held by the learner, or taken back. */
final class Issued {
  private final Program program;
  private final Map<Integer, List<TimedFact>> held = new HashMap<>();
  private final Map<Integer, List<HeldCredential>> withdrawn = new HashMap<>();

  Issued(Program program, KnownRecord known) {
    this.program = program;
    for (TimedFact fact : known.facts()) {
      if (fact.fact() instanceof HeldCredential credential && !fact.isOfView()) {
        add(credential, fact, held);
      }
    }
    known.withdrawn().forEach(credential -> add(credential, credential, withdrawn));
  }

  private <T> void add(HeldCredential credential, T element, Map<Integer, List<T>> byNumber) {
    Integer number = program.credentialNumbers().get(credential.credential());
    if (number != null) {
      byNumber.computeIfAbsent(number, first -> new ArrayList<>()).add(element);
    }
  }

  /** Whether the issuer took a credential back, and issued it no later than a day since. */
  boolean isWithdrawn(int credential, long day) {
    LocalDate last = null;
    for (HeldCredential taken : withdrawn(credential)) {
      LocalDate awarded = taken.awardedOn();
      if (awarded == null) {
        return true;
      }
      if (awarded.toEpochDay() <= day && (last == null || awarded.isAfter(last))) {
        last = awarded;
      }
    }
    if (last == null) {
      return false;
    }
    for (TimedFact again : held(credential)) {
      LocalDate awarded = ((HeldCredential) again.fact()).awardedOn();
      if (again.countsOn(day) && awarded != null && awarded.isAfter(last)) {
        return false;
      }
    }
    return true;
  }

  List<TimedFact> held(int credential) {
    return held.getOrDefault(credential, List.of());
  }

  List<HeldCredential> withdrawn(int credential) {
    return withdrawn.getOrDefault(credential, List.of());
  }
}
