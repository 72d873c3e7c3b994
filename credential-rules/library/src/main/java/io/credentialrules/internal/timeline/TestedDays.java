package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyField;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a test of one branch changes although no fact comes or goes: those that compare
 * with the date of evaluation or with the learner's age. A date moves forward with the day, however
 * it is shifted, so there is one day on which it reaches another and one on which it passes it.
 */
final class TestedDays {
  private static final int MOST_YEARS = 150;

  private final Timeline timeline;
  private final Function<Step.Match, List<Candidate>> dated;
  private final Function<Step.Match, List<TimedFact>> facts;
  private final Set<Long> days;
  private final Map<Integer, Step.Match> patterns = new HashMap<>();
  private final Map<Integer, List<Value>> arguments = new HashMap<>();

  /**
   * The days of a branch.
   *
   * @param steps all of its steps, wherever they are
   * @param dated the credentials that a pattern on {@code Earned} can match, with their dates
   * @param days where they are added
   */
  TestedDays(
      Timeline timeline,
      List<Step> steps,
      Function<Step.Match, List<Candidate>> dated,
      Set<Long> days) {
    this(timeline, steps, dated, match -> facts(timeline, match), days);
  }

  private TestedDays(
      Timeline timeline,
      List<Step> steps,
      Function<Step.Match, List<Candidate>> dated,
      Function<Step.Match, List<TimedFact>> facts,
      Set<Long> days) {
    this.timeline = timeline;
    this.dated = dated;
    this.facts = facts;
    this.days = days;
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        patterns.put(match.slot(), match);
      } else if (step instanceof Step.Total total) {
        total
            .functions()
            .forEach(function -> arguments.put(function.slot(), of(total.functions())));
        if (total.grouping() != null) {
          GroupedBy grouping = total.grouping();
          arguments.put(grouping.slot(), List.of(grouping.key()));
          grouping
              .functions()
              .forEach(function -> arguments.put(function.slot(), of(grouping.functions())));
        }
      }
    }
  }

  /** The days of one fact of a pattern, as if there were no other. */
  static TestedDays ofFact(Timeline timeline, Step.Match of, TimedFact fact, Set<Long> days) {
    List<TimedFact> only = List.of(fact);
    return new TestedDays(timeline, List.of(of), match -> List.of(), match -> only, days);
  }

  /** The facts that a pattern can match; what passes a test of age depends on the day. */
  static List<TimedFact> facts(Timeline timeline, Step.Match match) {
    return match.type().record() == Learner.class
        ? timeline.patternFacts().ofType(match.type())
        : timeline.patternFacts().of(match);
  }

  void add(Test test) {
    List<Test> leaves = new ArrayList<>();
    RequirementDays.leaves(test, leaves);
    for (Test leaf : leaves) {
      Comparison comparison = leaf.comparison();
      if (comparison != null) {
        reach(comparison.left(), comparison.right());
        reach(comparison.right(), comparison.left());
        addBirthdays(comparison.left());
        addBirthdays(comparison.right());
      }
    }
  }

  private void reach(Value moving, Value other) {
    if (moving instanceof Value.Listing list) {
      list.values().forEach(value -> reach(value, other));
      return;
    }
    DateChain chain = DateChain.of(moving);
    if (chain != null && chain.isOfToday()) {
      for (LocalDate date : dates(other)) {
        days.add(chain.firstAtLeast(date).toEpochDay());
        days.add(chain.firstAtLeast(date.plusDays(1)).toEpochDay());
      }
    }
  }

  /** Whether a slot has the date of evaluation. */
  static boolean isToday(Value.Slot slot) {
    return slot.type() instanceof ValueType.OfFact fact
        && fact.type().name().equals(Vocabulary.TODAY);
  }

  /** What a value may be, whatever it is computed from. */
  private List<LocalDate> dates(Value value) {
    List<LocalDate> dates = new ArrayList<>();
    if (value instanceof Value.Listing list) {
      list.values().forEach(element -> dates.addAll(dates(element)));
      return dates;
    }
    if (value.slots().isEmpty()) {
      addDates(value.in(Row.of(null)), dates);
    }
    for (int slot : value.slots()) {
      Step.Match match = patterns.get(slot);
      if (match != null && match.type().name().equals(Vocabulary.EARNED)) {
        for (Candidate candidate : dated.apply(match)) {
          addDates(value.in(Row.of(candidate)), dates);
        }
      } else if (match != null && !match.type().isDerived()) {
        for (TimedFact fact : facts.apply(match)) {
          addDates(value.in(Row.of(fact.candidate())), dates);
        }
      } else {
        for (Value argument : arguments.getOrDefault(slot, List.of())) {
          for (LocalDate date : dates(argument)) {
            addDates(value.in(Row.of(date)), dates);
          }
        }
      }
    }
    return dates;
  }

  private static void addDates(@Nullable Object value, List<LocalDate> dates) {
    if (value instanceof LocalDate date) {
      dates.add(date);
    } else if (value instanceof Collection<?> all) {
      all.forEach(one -> addDates(one, dates));
    }
  }

  /** What functions are given: the dates that one of them can choose among. */
  private static List<Value> of(List<Step.Function> functions) {
    return functions.stream().map(Step.Function::argument).flatMap(Stream::ofNullable).toList();
  }

  /** Where a value is the age of the learner, the days on which it grows. */
  void addBirthdays(Value value) {
    for (int slot : value.slots()) {
      Step.Match match = patterns.get(slot);
      if (match != null
          && match.type().record() == Learner.class
          && value.type().is(FieldKind.AMOUNT)) {
        facts(timeline, match).forEach(fact -> addBirthdays((Learner) fact.fact(), match.type()));
      }
    }
  }

  private void addBirthdays(Learner learner, VocabularyType type) {
    VocabularyField age = type.field("age");
    LocalDate birth = learner.birthDate();
    if (age == null || birth == null) {
      return;
    }
    days.add(birth.toEpochDay());
    for (int year = 1; year <= MOST_YEARS; year++) {
      long birthday = birth.plusYears(year).toEpochDay();
      Object before = timeline.candidate(learner, type, birthday - 1).value(age);
      Object then = timeline.candidate(learner, type, birthday).value(age);
      days.add(java.util.Objects.equals(before, then) ? birthday + 1 : birthday);
    }
  }
}
