package io.credentialrules.internal.evaluate;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program;
import io.credentialrules.policy.PolicyRule;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which credentials the record earned before: asked only for rules that do not lapse with their
 * components. What is earned can only have begun when something began, so the record is weighed
 * anew at each such instant: the start of a day on which a fact happened or was vetted, on which
 * something was waived or a rule came into force, and the first and the last instant at which a
 * fact is valid.
 */
final class History {
  private final Program program;
  private final LearnerRecord record;
  private final ZonedDateTime asOf;

  History(Program program, LearnerRecord record, ZonedDateTime asOf) {
    this.program = program;
    this.record = record;
    this.asOf = asOf;
  }

  /**
   * The day on which each credential is first found earned, by its number; no further than until
   * all that are wanted were found.
   */
  ImmutableSortedMap<Integer, LocalDate> earnedBefore(
      Evaluator evaluator, Collection<Integer> wanted, Budget budget) {
    SortedMap<Integer, LocalDate> once = new TreeMap<>();
    for (Instant instant : instants()) {
      if (once.keySet().containsAll(wanted)) {
        break;
      }
      ZonedDateTime then = instant.atZone(asOf.getZone());
      Weighing weighing = evaluator.weighing(record, then).with(once);
      Verdicts verdicts = evaluator.settle(weighing, budget.again());
      for (Program.Award award : program.credentials()) {
        if (verdicts.earned(award.number())) {
          once.putIfAbsent(award.number(), then.toLocalDate());
        }
      }
    }
    return ImmutableSortedMap.copyOf(once);
  }

  private SortedSet<Instant> instants() {
    TreeSet<Instant> instants = new TreeSet<>();
    add(instants, record.learner());
    record.facts().forEach(fact -> add(instants, fact));
    for (Waiver waiver : record.waivers()) {
      add(instants, waiver.on());
    }
    for (PolicyRule rule : program.model().rules()) {
      add(instants, rule.header().window().from());
    }
    return new TreeSet<>(instants.headSet(asOf.toInstant(), false));
  }

  private void add(Set<Instant> instants, Fact fact) {
    Provenance provenance = fact.provenance();
    add(instants, fact.occurredOn());
    add(instants, provenance.vetting().on());
    if (provenance.validFrom() != null) {
      instants.add(provenance.validFrom());
    }
    if (provenance.validUntil() != null) {
      instants.add(provenance.validUntil());
    }
  }

  private void add(Set<Instant> instants, @Nullable LocalDate day) {
    if (day != null) {
      ZoneId zone = asOf.getZone();
      instants.add(day.atStartOfDay(zone).toInstant());
    }
  }
}
