package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to come if nothing is added: a review that is dated ahead is known from its day on. */
final class Ahead {
  private final LocalDate today;
  private final TreeMap<LocalDate, Calendar> byKnowledge = new TreeMap<>();
  private final Map<LocalDate, Judgement> ahead = new LinkedHashMap<>();

  Ahead(Oracle oracle, LearnerRecord record, ZonedDateTime asOf) {
    this.today = asOf.toLocalDate();
    TreeSet<LocalDate> days = new TreeSet<>();
    know(today, oracle, record, asOf, days);
    for (Fact fact : record.facts()) {
      LocalDate reviewed = fact.provenance().vetting().on();
      if (reviewed != null && reviewed.isAfter(today)) {
        know(reviewed, oracle, record, asOf, days);
      }
    }
    for (LocalDate day : days.tailSet(today, false)) {
      ahead.put(day, byKnowledge.floorEntry(day).getValue().at(day, null));
    }
  }

  private void know(
      LocalDate on, Oracle oracle, LearnerRecord record, ZonedDateTime asOf, Set<LocalDate> days) {
    Calendar calendar =
        byKnowledge.computeIfAbsent(on, day -> new Calendar(oracle, record, asOf, day, Set.of()));
    days.addAll(calendar.days());
    days.add(on);
  }

  /** The first day after this one on which a credential is earned; null where none is. */
  @Nullable LocalDate eligibleFrom(String credential) {
    for (Map.Entry<LocalDate, Judgement> day : ahead.entrySet()) {
      if (day.getValue().isEarned(credential)) {
        return day.getKey();
      }
    }
    return null;
  }
}
