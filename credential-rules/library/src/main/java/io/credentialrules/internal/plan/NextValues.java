package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.GroupedBy;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which values of one more fact bring a total nearer to where it must be: what is missing from a
 * sum, what moves a mean, the bounds of an extreme, and values that are not collected yet.
 */
final class NextValues {
  private static final int DAYS = 20;
  private static final int NAMES = 40;

  private final PlanStart start;
  private final FieldValues fieldValues;

  NextValues(PlanStart start, FieldValues fieldValues) {
    this.start = start;
    this.fieldValues = fieldValues;
  }

  /** Which values of one more fact to try, the best first. */
  List<Map<String, Optional<Object>>> values(Summand summand) {
    List<Map<String, Optional<Object>>> all = List.of(Map.of());
    if (summand.total().grouping() != null) {
      return groups(summand.total(), summand.total().grouping()).values(summand);
    }
    for (Step.Function function : summand.total().functions()) {
      KeyedValues keyed = KeyedValues.of(function, summand.match());
      if (keyed != null) {
        all = KeyedValues.together(all, keyed.values(this, summand));
        continue;
      }
      String field = TotalGap.field(function, summand.match());
      if (field == null || summand.match().type().field(field) == null) {
        continue;
      }
      Set<Object> wanted = wanted(summand, function, field);
      all = Combined.with(all, field, wanted, areEnough(summand, function));
    }
    List<Map<String, Optional<Object>>> calculated = CalculatedNeeds.values(summand, start);
    return calculated.isEmpty() ? new ExtremeDates(start, summand).closingFirst(all) : calculated;
  }

  /** Whether there are different values enough, so that another one need not be new. */
  private static boolean areEnough(Summand summand, Step.Function function) {
    return function.kind() == Aggregation.COUNT_DISTINCT
        && summand.bounds(function).stream().allMatch(TotalGap.Bound::passes);
  }

  private Set<Object> wanted(Summand summand, Step.Function function, String field) {
    VocabularyField known = summand.match().type().field(field);
    Set<Object> wanted = new LinkedHashSet<>();
    switch (function.kind()) {
      case SUM -> {
        addShares(summand, function, field, summand.filled(), wanted);
        Slots more = CalculatedNeeds.withOneMore(summand, function);
        if (more != null) {
          addShares(summand, function, field, more, wanted);
        }
      }
      case AVERAGE ->
          mean(summand, function)
              .forEach(
                  amount ->
                      add(
                          summand,
                          known,
                          Pace.within(pace(), summand.match(), field, amount),
                          wanted));
      case MIN, MAX -> extremes(summand, function, known, wanted);
      case COUNT -> counted(summand, function, field, wanted);
      case COUNT_DISTINCT, COLLECT_LIST, COLLECT_SET -> distinct(summand, function, field, wanted);
    }
    return wanted;
  }

  private void addShares(
      Summand summand, Step.Function sum, String field, Slots filled, Set<Object> wanted) {
    Step.Match match = summand.match();
    for (BigDecimal amount : TotalGap.shortOf(summand.tests(), sum, filled)) {
      BigDecimal counted = TakenPlaces.counted(amount, sum, present(summand, sum));
      BigDecimal share = Pace.share(pace(), match, field, counted);
      add(summand, match.type().field(field), share, wanted);
    }
  }

  private void add(
      Summand summand, @Nullable VocabularyField field, BigDecimal amount, Set<Object> wanted) {
    OwnBounds.within(field, amount, wanted);
    if (field != null) {
      wanted.addAll(OwnBounds.around(summand.match(), field.name(), amount, start));
    }
  }

  /** What has no value is not counted; the same value as often as it is there. */
  private void counted(Summand summand, Step.Function function, String field, Set<Object> wanted) {
    VocabularyField known = summand.match().type().field(field);
    if (known != null && known.kind() == FieldKind.DATE) {
      wanted.add(fieldValues.newOn());
    } else {
      distinct(summand, function, field, wanted);
    }
  }

  /** Values of a field that no row of a total has in this place, some of them. */
  List<Object> fresh(Summand summand, Step.Function of, String field, Value read) {
    CountedSpans spans = spans(summand, read);
    if (spans != null) {
      return List.copyOf(spans.days(summand, of));
    }
    Set<Object> wanted = new LinkedHashSet<>();
    Step.Function counted =
        new Step.Function(of.slot(), Aggregation.COUNT_DISTINCT, read, of.unit());
    distinct(summand, counted, field, wanted);
    return List.copyOf(wanted);
  }

  private @Nullable CountedSpans spans(Summand summand, @Nullable Value key) {
    return fieldValues.allowsPast() ? null : CountedSpans.of(start, key, summand);
  }

  /** What a total lacks that is over groups. */
  GroupValues groups(Step.Total total, GroupedBy grouping) {
    return new GroupValues(this, start, total, grouping);
  }

  /** Whether something new can have happened before. */
  boolean allowsPast() {
    return fieldValues.allowsPast();
  }

  /** How large amounts are; null where they are as large as is missing. */
  @Nullable Pace pace() {
    return fieldValues.pace();
  }

  /** The day on which something new happens unless it is compared with others. */
  LocalDate newOn() {
    return fieldValues.newOn();
  }

  PlanStart start() {
    return start;
  }

  /** What one more value would have to be for the mean to be where it must be. */
  private List<BigDecimal> mean(Summand summand, Step.Function function) {
    List<BigDecimal> present = TakenPlaces.beside(function, present(summand, function));
    Mean mean = Mean.of(present, summand, function, start);
    List<BigDecimal> amounts = new ArrayList<>();
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (bound.value() instanceof BigDecimal needs) {
        amounts.add(mean.next(needs, bound.isStrict()));
      }
    }
    return amounts;
  }

  /** What a function is over. */
  List<BigDecimal> present(Summand summand, Step.Function function) {
    Value argument = function.argument();
    List<BigDecimal> present = new ArrayList<>();
    for (Row row : summand.rows(start)) {
      if (argument != null && argument.in(row) instanceof BigDecimal amount) {
        present.add(amount);
      }
    }
    return present;
  }

  private void extremes(
      Summand summand,
      Step.Function function,
      @Nullable VocabularyField field,
      Set<Object> wanted) {
    boolean isCompared = false;
    for (TotalGap.Bound bound : summand.bounds(function)) {
      isCompared = true;
      if (bound.value() instanceof BigDecimal needs) {
        wanted.add(needs);
        wanted.add(needs.add(TotalGap.least(needs)));
        wanted.add(needs.subtract(TotalGap.least(needs)));
      } else if (bound.value() instanceof LocalDate needs) {
        for (LocalDate day : new ExtremeDates(start, summand).around(function, needs)) {
          if (fieldValues.canHappenOn(day)) {
            wanted.add(day);
          }
        }
        wanted.add(fieldValues.newOn());
      }
    }
    if (!isCompared && field != null && field.kind() == FieldKind.AMOUNT) {
      wanted.add(field.max() == null ? BigDecimal.ONE : field.max());
    }
  }

  /** Values that are not summed up yet: those that are asked for, and then others. */
  private void distinct(Summand summand, Step.Function function, String field, Set<Object> wanted) {
    CountedSpans spans = spans(summand, function.argument());
    if (spans != null) {
      wanted.addAll(spans.days(summand, function));
      return;
    }
    Step.Match match = summand.match();
    Set<Object> present = new HashSet<>();
    Value argument = function.argument();
    for (Row row : summand.rows(start)) {
      Object value = argument == null ? null : argument.in(row);
      if (value != null) {
        present.add(Comparing.canonical(value));
      }
    }
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (bound.operator() == Operator.CONTAINS && !bound.passes() && bound.value() != null) {
        wanted.add(bound.value());
      }
    }
    VocabularyField known = match.type().field(field);
    for (Test test : match.tests()) {
      Operands key = start.operands(test);
      if (key.reads(match.slot(), field) && known != null) {
        if (known.kind() == FieldKind.TEXT || known.kind() == FieldKind.LEVEL) {
          wanted.addAll(key.texts());
        }
        wanted.addAll(key.amounts());
      }
    }
    if (known != null) {
      wanted.addAll(known.words());
      others(known, fieldValues.newOn(), wanted);
    }
    wanted.addAll(fieldValues.namesInUse(match.type(), field));
    fieldValues.fresh().of(match, field, summand.slots()).stream()
        .flatMap(Optional::stream)
        .filter(name -> !present.contains(name))
        .limit(NAMES)
        .forEach(wanted::add);
    wanted.removeAll(present);
  }

  /** Further values of kinds that are not texts. */
  private static void others(VocabularyField field, LocalDate newOn, Set<Object> wanted) {
    if (field.kind() == FieldKind.DATE) {
      for (int i = 0; i < DAYS; i++) {
        wanted.add(newOn.minusDays(i));
      }
    } else if (field.kind() == FieldKind.TRUTH) {
      wanted.add(true);
      wanted.add(false);
    } else if (field.kind() == FieldKind.AMOUNT) {
      BigDecimal first = field.min() == null ? BigDecimal.ZERO : field.min();
      for (int i = 0; i < DAYS; i++) {
        wanted.add(first.add(BigDecimal.valueOf(i)));
      }
    }
  }
}
