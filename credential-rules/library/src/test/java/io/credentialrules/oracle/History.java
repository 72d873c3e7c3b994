package io.credentialrules.oracle;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a record earned before an instant: found by weighing it at every instant at which something
 * began, or was for the last time.
 */
record History(Oracle oracle, LearnerRecord record, ZonedDateTime asOf) {

  Map<String, LocalDate> earnedBefore() {
    Map<String, LocalDate> once = new LinkedHashMap<>();
    for (Instant instant : instants()) {
      ZonedDateTime then = instant.atZone(asOf.getZone());
      Judgement judgement =
          new Judgement(oracle, record, then, Set.of(), new LinkedHashMap<>(once));
      for (String credential : oracle.credentials()) {
        if (judgement.isEarned(credential)) {
          once.putIfAbsent(credential, then.toLocalDate());
        }
      }
    }
    return once;
  }

  private Set<Instant> instants() {
    List<@Nullable LocalDate> days = new ArrayList<>();
    TreeSet<Instant> instants = new TreeSet<>();
    List<Fact> facts = new ArrayList<>(record.facts());
    facts.add(record.learner());
    for (Fact fact : facts) {
      Provenance provenance = fact.provenance();
      days.add(fact.occurredOn());
      days.add(provenance.vetting().on());
      if (provenance.validFrom() != null) {
        instants.add(provenance.validFrom());
      }
      if (provenance.validUntil() != null) {
        instants.add(provenance.validUntil());
      }
    }
    record.waivers().forEach(waiver -> days.add(waiver.on()));
    days.addAll(oracle.beginnings());
    days.stream()
        .filter(Objects::nonNull)
        .forEach(day -> instants.add(day.atStartOfDay(asOf.getZone()).toInstant()));
    return instants.headSet(asOf.toInstant());
  }
}
