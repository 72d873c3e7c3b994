package io.credentialrules.internal.plan;

import io.credentialrules.Measure;
import io.credentialrules.internal.plan.Draft.Origin;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.program.Value;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a total still wants, and which values of one more fact would give it. */
final class Wants {
  private static final int MOST_VALUES = 50;
  private static final int DAYS = 20;

  private final World world;
  private final Domain domain;
  private final Matching matching;

  Wants(World world, Domain domain, Matching matching) {
    this.world = world;
    this.domain = domain;
    this.matching = matching;
  }

  /** By how much a field would have to be larger. */
  record Want(String field, BigDecimal amount) {}

  /** How far the tests of a total are from passing; 0 when they pass. */
  static BigDecimal gap(Step.Total total, @Nullable Object[] filled) {
    BigDecimal gap = BigDecimal.ZERO;
    for (Test test : total.tests()) {
      if (!Matching.passes(test, filled)) {
        gap = gap.add(BigDecimal.ONE).add(distance(test, filled));
      }
    }
    return gap;
  }

  private static BigDecimal distance(Test test, @Nullable Object[] filled) {
    Comparison comparison = test.comparison();
    if (comparison == null) {
      return BigDecimal.ZERO;
    }
    Row row = slot -> filled[slot];
    Object left = comparison.left().in(row);
    Object right = comparison.right().in(row);
    if (right instanceof BigDecimal needs) {
      return left instanceof BigDecimal has
          ? needs.subtract(has).abs()
          : needs.abs().add(BigDecimal.ONE);
    }
    if (right instanceof LocalDate needs && left instanceof LocalDate has) {
      return BigDecimal.valueOf(Math.abs(ChronoUnit.DAYS.between(has, needs)));
    }
    return BigDecimal.ONE;
  }

  /** Why a fact is added to a total: the amount that it adds to, where it is one. */
  Origin origin(Step.Total total, Step.Match match, @Nullable Object[] before, Walk walk) {
    Row row = slot -> before[slot];
    for (Test test : total.tests()) {
      Comparison comparison = test.comparison();
      Step.Function function = comparison == null ? null : function(total, comparison.left());
      if (comparison == null
          || function == null
          || !adds(function.kind())
          || !(comparison.right().in(row) instanceof BigDecimal needs)
          || test.in(row)) {
        continue;
      }
      String unit = comparison.unit();
      if (!unit.isEmpty() && isPlain(comparison.operator())) {
        return new Origin(
            walk.credential(),
            walk.requirement(),
            total.source(),
            function.kind() == Aggregation.SUM ? field(function, match) : null,
            new Measure(
                (BigDecimal) comparison.left().in(row), comparison.operator(), needs, unit));
      }
    }
    return walk.origin(total.source());
  }

  private static boolean adds(Aggregation kind) {
    return kind == Aggregation.SUM
        || kind == Aggregation.COUNT
        || kind == Aggregation.COUNT_DISTINCT;
  }

  private static boolean isPlain(Operator operator) {
    return switch (operator) {
      case EQUAL, MORE, AT_LEAST -> true;
      default -> false;
    };
  }

  /** The function whose result a value is; null when it is none. */
  private static Step.@Nullable Function function(Step.Total total, Value value) {
    for (Step.Function function : total.functions()) {
      if (value.slots().contains(function.slot())) {
        return function;
      }
    }
    return null;
  }

  /** The field of a pattern that a function sums up; null when it is none. */
  private static @Nullable String field(Step.Function function, Step.Match match) {
    if (function.argument() == null) {
      return null;
    }
    Operands.Read read = Operands.onlyRead(function.argument());
    return read != null && read.slot() == match.slot() ? read.field() : null;
  }

  /** By how much amounts of a pattern would have to be larger for their sums. */
  List<Want> amounts(Step.Total total, Step.Match match, @Nullable Object[] filled) {
    List<Want> wants = new ArrayList<>();
    for (Step.Function function : total.functions()) {
      String field = field(function, match);
      if (field != null && function.kind() == Aggregation.SUM) {
        for (BigDecimal amount : shortOf(total, function, filled)) {
          wants.add(new Want(field, amount));
        }
      }
    }
    return wants;
  }

  /** Which values of one more fact to try, the best first. */
  List<Map<String, Optional<Object>>> values(
      Step.Total total,
      Step.Match match,
      @Nullable Object[] filled,
      @Nullable Object[] slots,
      State state) {
    List<Map<String, Optional<Object>>> all = new ArrayList<>();
    all.add(Map.of());
    for (Step.Function function : total.functions()) {
      String field = field(function, match);
      if (field == null || match.type().field(field) == null) {
        continue;
      }
      Set<Object> wanted = wanted(total, match, function, field, filled, slots, state);
      List<Map<String, Optional<Object>>> extended = new ArrayList<>();
      for (Map<String, Optional<Object>> known : all) {
        for (Object value : wanted) {
          if (extended.size() < MOST_VALUES
              && (!known.containsKey(field) || known.get(field).equals(Optional.of(value)))) {
            Map<String, Optional<Object>> more = new HashMap<>(known);
            more.put(field, Optional.of(value));
            extended.add(more);
          }
        }
      }
      if (!extended.isEmpty()) {
        all = extended;
      }
    }
    return all;
  }

  private Set<Object> wanted(
      Step.Total total,
      Step.Match match,
      Step.Function function,
      String field,
      @Nullable Object[] filled,
      @Nullable Object[] slots,
      State state) {
    VocabularyField known = match.type().field(field);
    Set<Object> wanted = new LinkedHashSet<>();
    switch (function.kind()) {
      case SUM -> shortOf(total, function, filled).forEach(amount -> within(known, amount, wanted));
      case AVERAGE ->
          mean(total, function, filled, slots, state)
              .forEach(amount -> within(known, amount, wanted));
      case MIN, MAX -> bounds(total, function, filled, wanted);
      case COUNT -> {}
      case COUNT_DISTINCT, COLLECT_LIST, COLLECT_SET ->
          distinct(total, match, function, field, filled, slots, state, wanted);
    }
    return wanted;
  }

  private static void within(
      @Nullable VocabularyField field, BigDecimal amount, Set<Object> wanted) {
    if (field != null && field.max() != null && amount.compareTo(field.max()) > 0) {
      wanted.add(field.max());
    } else {
      wanted.add(amount);
    }
  }

  /** By how much a sum is short, for each test that it fails. */
  private static List<BigDecimal> shortOf(
      Step.Total total, Step.Function function, @Nullable Object[] filled) {
    List<BigDecimal> amounts = new ArrayList<>();
    BigDecimal has = filled[function.slot()] instanceof BigDecimal sum ? sum : BigDecimal.ZERO;
    for (Bound bound : bounds(total, function, filled)) {
      if (!bound.passes() && bound.value() instanceof BigDecimal needs) {
        BigDecimal amount = needs.subtract(has);
        amounts.add(bound.isStrict() ? amount.add(least(needs)) : amount);
      }
    }
    return amounts;
  }

  /** The least step of an amount that is written so. */
  private static BigDecimal least(BigDecimal written) {
    return BigDecimal.ONE.movePointLeft(Math.max(0, written.stripTrailingZeros().scale()));
  }

  /** What one more value would have to be for the mean to be where it must be. */
  private List<BigDecimal> mean(
      Step.Total total,
      Step.Function function,
      @Nullable Object[] filled,
      @Nullable Object[] slots,
      State state) {
    Value argument = function.argument();
    List<BigDecimal> present = new ArrayList<>();
    for (@Nullable Object[] row : matching.rows(total, slots, state)) {
      if (argument != null && argument.in(slot -> row[slot]) instanceof BigDecimal amount) {
        present.add(amount);
      }
    }
    BigDecimal sum = present.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<BigDecimal> amounts = new ArrayList<>();
    for (Bound bound : bounds(total, function, filled)) {
      if (bound.value() instanceof BigDecimal needs) {
        BigDecimal exact =
            needs
                .multiply(BigDecimal.valueOf(present.size() + 1L), MathContext.DECIMAL128)
                .subtract(sum);
        amounts.add(bound.isStrict() ? exact.add(least(needs)) : exact);
      }
    }
    return amounts;
  }

  /** What the result of a function is compared with. */
  private record Bound(@Nullable Object value, Operator operator, boolean passes) {
    private boolean isStrict() {
      return operator == Operator.MORE || operator == Operator.NOT_EQUAL;
    }
  }

  private static List<Bound> bounds(
      Step.Total total, Step.Function function, @Nullable Object[] filled) {
    Row row = slot -> filled[slot];
    List<Bound> bounds = new ArrayList<>();
    for (Test test : total.tests()) {
      Comparison comparison = test.comparison();
      if (comparison != null && comparison.left().slots().contains(function.slot())) {
        bounds.add(new Bound(comparison.right().in(row), comparison.operator(), test.in(row)));
      } else if (comparison != null && comparison.right().slots().contains(function.slot())) {
        bounds.add(new Bound(comparison.left().in(row), comparison.operator(), test.in(row)));
      }
    }
    return bounds;
  }

  private void bounds(
      Step.Total total, Step.Function function, @Nullable Object[] filled, Set<Object> wanted) {
    for (Bound bound : bounds(total, function, filled)) {
      if (bound.value() instanceof BigDecimal needs) {
        wanted.add(needs);
        wanted.add(needs.add(least(needs)));
        wanted.add(needs.subtract(least(needs)));
      } else if (bound.value() instanceof LocalDate needs) {
        for (LocalDate day : List.of(needs, needs.plusDays(1), needs.minusDays(1))) {
          if (domain.canHappenOn(day)) {
            wanted.add(day);
          }
        }
      }
    }
  }

  /** Values that are not summed up yet: those that are asked for, and then others. */
  private void distinct(
      Step.Total total,
      Step.Match match,
      Step.Function function,
      String field,
      @Nullable Object[] filled,
      @Nullable Object[] slots,
      State state,
      Set<Object> wanted) {
    Set<Object> present = new HashSet<>();
    Value argument = function.argument();
    for (@Nullable Object[] row : matching.rows(total, slots, state)) {
      Object value = argument == null ? null : argument.in(slot -> row[slot]);
      if (value != null) {
        present.add(Comparing.canonical(value));
      }
    }
    for (Bound bound : bounds(total, function, filled)) {
      if (bound.operator() == Operator.CONTAINS && !bound.passes() && bound.value() != null) {
        wanted.add(bound.value());
      }
    }
    VocabularyField known = match.type().field(field);
    for (Test test : match.tests()) {
      Operands key = world.operands(test);
      if (key.reads(match.slot(), field) && known != null) {
        if (known.kind() == FieldKind.TEXT || known.kind() == FieldKind.LEVEL) {
          wanted.addAll(key.texts());
        }
        wanted.addAll(key.amounts());
      }
    }
    if (known != null) {
      wanted.addAll(known.words());
      others(known, domain.today(), wanted);
    }
    domain.fresh(match.type(), field, match.tests()).forEach(text -> text.ifPresent(wanted::add));
    wanted.removeAll(present);
  }

  /** Further values of kinds that are not texts. */
  private static void others(VocabularyField field, LocalDate today, Set<Object> wanted) {
    if (field.kind() == FieldKind.DATE) {
      for (int i = 0; i < DAYS; i++) {
        wanted.add(today.minusDays(i));
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
