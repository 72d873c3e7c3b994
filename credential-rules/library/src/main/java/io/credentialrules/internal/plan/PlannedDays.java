package io.credentialrules.internal.plan;

import io.credentialrules.Plan;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When the steps of a plan happen, and how long they take one after the other. */
public final class PlannedDays {
  private final Vocabulary vocabulary;
  private final PlanStart start;

  PlannedDays(Vocabulary vocabulary, PlanStart start) {
    this.vocabulary = vocabulary;
    this.start = start;
  }

  /**
   * Whether something new would have to have happened before the date of evaluation, so that a plan
   * for a later day says better what to do.
   */
  public boolean reachesBack(Plan.Steps plan) {
    return happensBefore(plan, start.today());
  }

  /**
   * The days by which all that is new can be done one after the other as it is in a plan, if it is
   * begun on the date of evaluation. Months differ in length, so there are several.
   *
   * @param last the last day of the plan
   */
  public NavigableSet<LocalDate> daysFor(Plan.Steps plan, LocalDate last) {
    LocalDate today = start.today();
    LocalDate first = begins(plan, last);
    LocalDate end = today.plus(Period.between(first, last));
    NavigableSet<LocalDate> days = new TreeSet<>(List.of(end, end.plusDays(Sooner.UNEVEN_DAYS)));
    days.add(today.plusDays(ChronoUnit.DAYS.between(first, last)));
    return days.tailSet(today, false);
  }

  /** The first date of what is new in a plan; its last day where nothing is earlier. */
  public LocalDate begins(Plan.Steps plan, LocalDate last) {
    LocalDate first = last;
    for (Plan.Step step : plan.steps()) {
      VocabularyType type = Objects.requireNonNull(vocabulary.typeOf(step.fact()));
      for (VocabularyField field : type.fields()) {
        if (step.replaces() == null
            && !field.ofProvenance()
            && field.value(step.fact(), start.asOf()) instanceof LocalDate date
            && date.isBefore(first)) {
          first = date;
        }
      }
    }
    return first;
  }

  /**
   * Whether all that is new happens from the day on which it is asked until the one planned for.
   */
  public boolean isSpread(Plan.Steps plan) {
    return !happensBefore(plan, start.since());
  }

  private boolean happensBefore(Plan.Steps plan, LocalDate day) {
    return plan.steps().stream()
        .anyMatch(
            step -> {
              Object happens = day(step.fact());
              Fact before = step.replaces();
              return happens instanceof LocalDate date
                  && date.isBefore(day)
                  && !(before != null && date.equals(day(before)));
            });
  }

  /** When a fact happens; null where it does not say. */
  private @Nullable Object day(Fact fact) {
    VocabularyType type = Objects.requireNonNull(vocabulary.typeOf(fact));
    String name = start.drafts().dayField(type);
    VocabularyField field = name == null ? null : type.field(name);
    return field == null ? null : field.value(fact, start.asOf());
  }
}
