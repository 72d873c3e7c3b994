package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.timeline.DayDependence;
import io.credentialrules.internal.timeline.KnownRecord;
import io.credentialrules.internal.timeline.TimedFact;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Makes timelines of records, with the days on which each fact counts. Thread-safe. */
final class Timelines {
  private final Program program;
  private final DayDependence byDay;

  Timelines(Program program) {
    this.program = program;
    this.byDay = new DayDependence(program);
  }

  /** What the record earns on other days, as it is known on one. */
  Timeline of(Weighing weighing, LocalDate knownOn, Budget budget) {
    Counting counting = new Counting(weighing.asOf(), knownOn);
    List<TimedFact> timed = new ArrayList<>();
    List<HeldCredential> withdrawn = new ArrayList<>();
    List<Fact> all = new ArrayList<>(weighing.facts().counted());
    weighing.facts().notCounted().forEach(not -> all.add(not.fact()));
    Seeing seeing = new Seeing(counting);
    for (Fact fact : all) {
      for (VocabularyType view : program.views()) {
        timed.addAll(seeing.timed(fact, view, weighing.overlooked(), budget));
      }
      VocabularyType type =
          Objects.requireNonNull(program.vocabulary().typeOf(fact), "it was weighed");
      TimedFact known = counting.timed(fact, type, weighing.overlooked(), budget);
      if (known != null) {
        timed.add(known);
      } else if (fact instanceof HeldCredential held && Standing.isTakenBack(held)) {
        withdrawn.add(held);
      }
    }
    return new Timeline(
        program,
        byDay,
        new KnownRecord(
            timed, withdrawn, weighing.waived().days(), weighing.policyDate(), weighing.asOf()),
        budget);
  }
}
