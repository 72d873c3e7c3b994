package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Running;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.internal.program.ValueType;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When each fact begins and ceases to be part of a total.
 *
 * <p><b>The idea.</b> A total over one pattern changes by the facts that come and go, and from one
 * day to the next these are few. So it is not added up anew on each day: {@link RunningTotal} takes
 * up and drops what changes, in the order of days. The invariant: on each day the total is over
 * those facts that count on it and pass the tests of the pattern on it.
 *
 * <p><b>Cost.</b> For each fact, the days on which it begins or ceases to count or a date reaches
 * one of its own; all facts together are sorted once. Adding up on each day all facts of that day,
 * as is done for what is not of this kind, costs the product of days and facts.
 *
 * <p><b>Which totals.</b> Those over one pattern on facts of the record, of which each test reads
 * the fact, or compares a date of the fact with one of the day, and whose functions follow from
 * what changed ({@link Running}). Of joins, groups, caps and best attempts each day is worked out
 * by itself, within {@code maxJoinRows}.
 */
final class TotalDays {
  private final Step.Total total;
  private final @Nullable VocabularyType today;
  private final List<Change> changes = new ArrayList<>();
  private final List<Change> undated = new ArrayList<>();

  /**
   * A fact begins or ceases to be part of the total.
   *
   * @param day from which day of the epoch on; {@link Long#MIN_VALUE} for since ever
   * @param values what it gives to each function; null for nothing
   */
  record Change(long day, boolean isThere, TimedFact fact, List<@Nullable Object> values) {}

  TotalDays(Timeline timeline, Step.Total total) {
    this.total = total;
    Step.Match match = (Step.Match) total.steps().get(0);
    this.today = today(match);
    for (TimedFact fact : timeline.patternFacts().of(match)) {
      add(timeline, match, fact);
    }
    changes.sort(Comparator.comparingLong(Change::day));
    changes.stream().filter(change -> change.fact().isAfter(Long.MAX_VALUE)).forEach(undated::add);
  }

  /** Whether a total is of the kind that can be followed. */
  static boolean follow(Step.Total total) {
    return total.grouping() == null
        && total.steps().size() == 1
        && total.steps().get(0) instanceof Step.Match match
        && !match.type().isDerived()
        && !match.type().name().equals(Vocabulary.TODAY)
        && match.type().record() != Learner.class
        && match.tests().stream().allMatch(test -> isOfOne(test, match.slot()))
        && total.functions().stream().allMatch(function -> follows(function, match.slot()));
  }

  private static boolean follows(Step.Function function, int slot) {
    return Running.follows(function)
        && (function.argument() == null || isOf(function.argument(), slot));
  }

  /** Whether a test changes for each fact by itself. */
  private static boolean isOfOne(Test test, int slot) {
    List<Test> leaves = new ArrayList<>();
    RequirementDays.leaves(test, leaves);
    return leaves.stream().allMatch(leaf -> leaf.readsOnly(slot) || comparesWithToday(leaf, slot));
  }

  private static boolean comparesWithToday(Test leaf, int slot) {
    Comparison comparison = leaf.comparison();
    return comparison != null
        && (isOf(comparison.left(), slot) || isDateOfToday(comparison.left()))
        && (isOf(comparison.right(), slot) || isDateOfToday(comparison.right()));
  }

  private static boolean isOf(Value value, int slot) {
    return value.slots().stream().allMatch(read -> read == slot);
  }

  private static boolean isDateOfToday(Value value) {
    boolean[] isOfToday = {value.type().is(FieldKind.DATE)};
    value.visit(
        part -> isOfToday[0] &= !(part instanceof Value.Slot read) || TestedDays.isToday(read));
    return isOfToday[0];
  }

  private static @Nullable VocabularyType today(Step.Match match) {
    VocabularyType[] found = new VocabularyType[1];
    for (Test test : match.tests()) {
      test.formula()
          .visit(
              part -> {
                if (part instanceof Value.Slot read && TestedDays.isToday(read)) {
                  found[0] = ((ValueType.OfFact) read.type()).type();
                }
              });
    }
    return found[0];
  }

  private void add(Timeline timeline, Step.Match match, TimedFact fact) {
    TreeSet<Long> days = new TreeSet<>();
    RequirementDays.add(fact, days);
    TestedDays tested = TestedDays.ofFact(timeline, match, fact, days);
    match.tests().forEach(tested::add);
    boolean isThere = false;
    List<@Nullable Object> values = null;
    long before = days.isEmpty() ? timeline.today() : days.first() - 1;
    for (long day : days.isEmpty() ? List.of(before) : withFirst(before, days)) {
      timeline.budget().spendRow(match.tests());
      if (isPart(timeline, match, fact, day) != isThere) {
        isThere = !isThere;
        values = values == null ? values(fact) : values;
        changes.add(new Change(day == before ? Long.MIN_VALUE : day, isThere, fact, values));
      }
    }
  }

  private static List<Long> withFirst(long first, SortedSet<Long> days) {
    List<Long> all = new ArrayList<>(days.size() + 1);
    all.add(first);
    all.addAll(days);
    return all;
  }

  private boolean isPart(Timeline timeline, Step.Match match, TimedFact fact, long day) {
    if (!fact.countsOn(day)) {
      return false;
    }
    return Test.all(
        match.tests(),
        slot ->
            slot == match.slot()
                ? fact.candidate()
                : timeline.todayOn(day, Objects.requireNonNull(today)));
  }

  private List<@Nullable Object> values(TimedFact fact) {
    Row row = Row.of(fact.candidate());
    List<@Nullable Object> values = new ArrayList<>();
    for (Step.Function function : total.functions()) {
      values.add(function.argument() == null ? row : function.argument().in(row));
    }
    return values;
  }

  List<Step.Function> functions() {
    return total.functions();
  }

  /** All changes, in the order of days. */
  List<Change> changes() {
    return changes;
  }

  /** Those of facts that no time brought about. */
  List<Change> undated() {
    return undated;
  }
}
