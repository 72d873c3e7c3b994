package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Calculation;
import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What totals must be for what is calculated from them, and values of facts for it.
 *
 * <p>The idea: a comparison of calculated amounts is looked at as a function of one total, and the
 * line through two of its points says where it changes. For sums and products with what else there
 * is that is exact; for quotients it is a guess, from which the next line begins. The invariant:
 * nothing here decides anything; a plan counts only if the rules say so. Rejected: solving the
 * calculation, which would be a second reading of it.
 */
final class CalculatedNeeds {
  private static final int DECIMALS = 2;
  private static final int MOST_VALUES = 50;
  private static final int ROUNDS = 10;

  private CalculatedNeeds() {}

  /** What a total would have to be for a comparison to pass; null where it makes no difference. */
  static @Nullable BigDecimal of(Comparison comparison, int slot, Slots filled) {
    boolean isRead =
        comparison.left().slots().contains(slot) || comparison.right().slots().contains(slot);
    if (!isRead) {
      return null;
    }
    BigDecimal has = filled.at(slot) instanceof BigDecimal amount ? amount : BigDecimal.ZERO;
    BigDecimal here = difference(comparison, at -> at == slot ? has : filled.at(at));
    BigDecimal next = has.add(BigDecimal.ONE);
    BigDecimal there = difference(comparison, at -> at == slot ? next : filled.at(at));
    return here == null || there == null ? null : crossing(has, here, there, BigDecimal.ONE);
  }

  /**
   * Where a line is 0 that is so far from it at an amount and at another one, so far apart; null
   * for a level one.
   */
  private static @Nullable BigDecimal crossing(
      BigDecimal amount, BigDecimal here, BigDecimal there, BigDecimal apart) {
    if (here.compareTo(there) == 0) {
      return null;
    }
    BigDecimal more =
        here.negate()
            .multiply(apart)
            .divide(there.subtract(here), MathContext.DECIMAL128)
            .stripTrailingZeros();
    BigDecimal needs = amount.add(more);
    return needs.scale() <= DECIMALS
        ? needs
        : needs.setScale(DECIMALS, more.signum() > 0 ? RoundingMode.CEILING : RoundingMode.FLOOR);
  }

  /**
   * What totals come to where each count is one more, so that a calculation that passes now needs
   * more of a sum; null where none looks at it.
   */
  static @Nullable Slots withOneMore(Summand summand, Step.Function sum) {
    for (int at = 0; at < summand.tests().size(); at++) {
      Test test = summand.tests().get(at);
      Comparison comparison = test.comparison();
      if (comparison != null && comparison.isCalculated() && test.slots().contains(sum.slot())) {
        Slots more = summand.filled().copy();
        for (Step.Function function : summand.total().functions()) {
          boolean isCount =
              function.kind() == Aggregation.COUNT || function.kind() == Aggregation.COUNT_DISTINCT;
          if (isCount && more.at(function.slot()) instanceof BigDecimal count) {
            more.put(function.slot(), count.add(BigDecimal.ONE));
          }
        }
        return more;
      }
    }
    return null;
  }

  /** What totals come to with a fact of some amount. */
  record Point(BigDecimal amount, Slots results) {}

  /**
   * The amount of a fact at which a calculated comparison changes, from what two amounts come to;
   * null where there is none, or the test passes.
   */
  static @Nullable BigDecimal between(Test test, Point here, Point there) {
    Comparison comparison = test.comparison();
    if (comparison == null || !comparison.isCalculated() || test.in(here.results())) {
      return null;
    }
    BigDecimal one = difference(comparison, here.results());
    BigDecimal other = difference(comparison, there.results());
    BigDecimal apart = there.amount().subtract(here.amount());
    BigDecimal needs =
        one == null || other == null ? null : crossing(here.amount(), one, other, apart);
    return needs != null && isStrict(comparison.operator())
        ? needs.add(TotalGap.least(needs))
        : needs;
  }

  /**
   * The amount of one fact at which a calculated comparison with what is in the other slots
   * changes, found from one line to the next; null where it is not calculated, or passes.
   */
  static @Nullable BigDecimal turning(
      VocabularyField field, Draft draft, int slot, FieldValues.Question question, Drafts drafts) {
    Test test = question.test();
    Comparison comparison = test.comparison();
    if (comparison == null || !comparison.isCalculated()) {
      return null;
    }
    BigDecimal has =
        draft.value(field.name()) instanceof BigDecimal amount ? amount : FieldBounds.usual(field);
    Function<BigDecimal, @Nullable Slots> results =
        amount -> {
          Draft changed = drafts.changed(draft, field.name(), amount);
          return changed == null ? null : question.slots().with(slot, changed.candidate());
        };
    Point there = point(has.add(BigDecimal.ONE), results);
    Point here = point(has, results);
    if (here != null && difference(comparison, here.results()) == null) { // a divisor is zero
      here = there;
      there = point(has.add(BigDecimal.TEN), results);
    } else if (there == null) {
      there = point(has.subtract(BigDecimal.ONE), results);
    }
    BigDecimal turning = null;
    for (int round = 0; round < ROUNDS && here != null && there != null; round++) {
      BigDecimal needs = between(test, here, there);
      if (needs == null || needs.compareTo(here.amount()) == 0) {
        break;
      }
      turning = needs;
      there = here;
      here = point(needs, results);
    }
    return turning;
  }

  private static @Nullable Point point(
      BigDecimal amount, Function<BigDecimal, @Nullable Slots> results) {
    Slots all = results.apply(amount);
    return all == null ? null : new Point(amount, all);
  }

  static boolean isStrict(Operator operator) {
    return operator == Operator.MORE || operator == Operator.LESS || operator == Operator.NOT_EQUAL;
  }

  private static @Nullable BigDecimal difference(Comparison comparison, Row row) {
    return comparison.left().in(row) instanceof BigDecimal left
            && comparison.right().in(row) instanceof BigDecimal right
        ? left.subtract(right)
        : null;
  }

  /**
   * Values for the fields from which functions of a total calculate: the greatest that there are,
   * or that the record shows, what sums lack, what the policy compares with, which bears most on it
   * first, 1, and what is more than all of these.
   */
  static List<Map<String, Optional<Object>>> values(Summand summand, PlanStart start) {
    Set<String> names = new TreeSet<>();
    for (Step.Function function : summand.total().functions()) {
      if (function.argument() instanceof Calculation) {
        Operands.of(function.argument()).reads().stream()
            .filter(read -> read.slot() == summand.match().slot() && read.field() != null)
            .forEach(read -> names.add(read.field()));
      }
    }
    List<Map<String, Optional<Object>>> all = new ArrayList<>(List.of(Map.of()));
    for (String name : names) {
      VocabularyField field = summand.match().type().field(name);
      if (field == null || field.kind() != FieldKind.AMOUNT) {
        continue;
      }
      List<Map<String, Optional<Object>>> extended = new ArrayList<>();
      for (Map<String, Optional<Object>> known : all) {
        for (BigDecimal value : amounts(field, summand, start)) {
          if (extended.size() < MOST_VALUES) {
            Map<String, Optional<Object>> more = new HashMap<>(known);
            more.put(name, Optional.of(value));
            extended.add(more);
          }
        }
      }
      all = extended;
    }
    return names.isEmpty() ? List.of() : all;
  }

  private static Set<BigDecimal> amounts(VocabularyField field, Summand summand, PlanStart start) {
    Set<BigDecimal> amounts = new LinkedHashSet<>();
    BigDecimal shown =
        start.shownGreatest().ofCalculated(List.of(summand.total()), summand.match(), field.name());
    BigDecimal greatest = field.max() == null ? shown : field.max();
    if (greatest != null) {
      amounts.add(greatest);
    }
    TotalGap.amounts(summand.total(), summand.tests(), summand.match(), summand.filled()).stream()
        .filter(want -> want.field().equals(field.name()) && want.amount().signum() > 0)
        .forEach(want -> amounts.add(want.amount()));
    amounts.addAll(OwnBounds.around(summand.match(), field.name(), BigDecimal.ZERO, start));
    summand.tests().stream()
        .sorted(Comparator.comparingInt(test -> bearing(test, field.name(), summand)))
        .forEach(test -> amounts.addAll(start.operands(test).amounts()));
    amounts.add(BigDecimal.ONE);
    if (field.max() == null) {
      amounts.add(Collections.max(amounts).add(BigDecimal.ONE)); // what is equal adds nothing
    }
    amounts.removeIf(amount -> amount.signum() < 0);
    return amounts;
  }

  /**
   * How many fields a test looks at through totals, of which a field is one: what it is compared
   * with alone comes first, then what with others, and last what has nothing to do with it.
   */
  private static int bearing(Test test, String field, Summand summand) {
    Set<String> fields = new HashSet<>();
    for (Step.Function function : summand.total().functions()) {
      if (function.argument() != null && test.slots().contains(function.slot())) {
        for (Operands.Read read : Operands.of(function.argument()).reads()) {
          if (read.field() != null) {
            fields.add(read.field());
          }
        }
      }
    }
    return fields.contains(field) ? fields.size() : Integer.MAX_VALUE;
  }
}
