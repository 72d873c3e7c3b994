package io.credentialrules.oracle;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds every combination of facts that satisfies conditions, by trying all in the author's order.
 */
final class Search {

  /** What patterns can stand for. */
  interface Facts {

    /** All facts of a type that are true, and those of which it is not known yet. */
    Collection<?> possible(Condition.Pattern pattern);

    /** Whether a fact is true after all. */
    boolean isTrue(Object fact);
  }

  /** One combination: what its variables are bound to. */
  record Found(Map<String, @Nullable Object> variables) {
    static final Found NOTHING_YET = new Found(Map.of());

    Found bind(@Nullable String variable, @Nullable Object value) {
      if (variable == null) {
        return this;
      }
      Map<String, @Nullable Object> more = new HashMap<>(variables);
      more.put(variable, value);
      return new Found(more);
    }
  }

  private final Facts facts;
  private final Values values;
  private final Search absences;
  private final Search counted;

  Search(Facts facts, Values values) {
    this.facts = facts;
    this.values = values;
    this.absences = this;
    this.counted = this;
  }

  /** With only some of the facts; what must be absent is looked for among all. */
  Search(Facts some, Search all) {
    this(some, all.values, all);
  }

  /** With values of its own; what must be absent is looked for by another. */
  Search(Facts facts, Values values, Search absences) {
    this(facts, values, absences, null);
  }

  /** With values of its own; what must be absent and what is counted is looked for by others. */
  Search(Facts facts, Values values, Search absences, @Nullable Search counted) {
    this.facts = facts;
    this.values = values;
    this.absences = absences;
    this.counted = counted == null ? this : counted;
  }

  List<Found> all(List<Condition> conditions) {
    return all(conditions, Found.NOTHING_YET);
  }

  private List<Found> all(List<? extends Condition> conditions, Found from) {
    List<Found> found = List.of(from);
    for (Condition condition : conditions) {
      List<Found> next = new ArrayList<>();
      found.forEach(so -> next.addAll(each(condition, so)));
      found = next;
    }
    return found;
  }

  private List<Found> each(Condition condition, Found from) {
    if (condition instanceof Condition.Pattern pattern) {
      return pattern(pattern, from);
    }
    if (condition instanceof Condition.All all) {
      return all(all.parts(), from);
    }
    if (condition instanceof Condition.Any any) {
      List<Found> found = new ArrayList<>();
      any.parts().forEach(part -> found.addAll(each(part, from)));
      return found;
    }
    Boolean ofOpen = values.ofOpen(condition, from.variables());
    if (ofOpen != null) {
      return ofOpen ? List.of(open(condition, from)) : List.of();
    }
    if (condition instanceof Condition.Not not) {
      return absences.each(not.part(), from).isEmpty() ? List.of(from) : List.of();
    }
    if (condition instanceof Condition.Exists exists) {
      return each(exists.part(), from).isEmpty() ? List.of() : List.of(from);
    }
    if (condition instanceof Condition.ForAll forAll) {
      return forAll(forAll, from) ? List.of(from) : List.of();
    }
    return accumulate((Condition.Accumulate) condition, from);
  }

  /** With what a total over something open comes to, which is not known either. */
  private static Found open(Condition condition, Found from) {
    Found with = from;
    if (condition instanceof Condition.Accumulate accumulate) {
      for (Condition.Aggregate function : accumulate.functions()) {
        with = with.bind(function.variable(), Values.OPEN);
      }
    }
    return with;
  }

  private List<Found> pattern(Condition.Pattern pattern, Found from) {
    List<Found> found = new ArrayList<>();
    for (Object fact : facts.possible(pattern)) {
      Found with = constrained(pattern.constraints(), from.bind(pattern.variable(), fact), fact);
      if (with != null && facts.isTrue(fact)) {
        found.add(with);
      }
    }
    return found;
  }

  /** With what the constraints bind; null when one of them does not hold. */
  private @Nullable Found constrained(
      List<Constraint> constraints, Found from, @Nullable Object self) {
    Found with = from;
    for (Constraint constraint : constraints) {
      if (constraint instanceof Constraint.Bind bind) {
        with = with.bind(bind.variable(), values.bound(bind.value(), with.variables(), self));
      } else if (!values.holds(constraint, with.variables(), self)) {
        return null;
      }
    }
    return with;
  }

  /** With one pattern, which the model shows twice at one place, each fact must fit it itself. */
  private boolean forAll(Condition.ForAll forAll, Found from) {
    Condition.Pattern first = forAll.fits().get(0);
    if (forAll.each().span().equals(first.span())) {
      return absences.facts.possible(first).stream()
          .filter(fact -> absences.facts.isTrue(fact))
          .allMatch(
              fact ->
                  absences.constrained(first.constraints(), from.bind(first.variable(), fact), fact)
                      != null);
    }
    return absences.pattern(forAll.each(), from).stream()
        .noneMatch(each -> absences.all(forAll.fits(), each).isEmpty());
  }

  private List<Found> accumulate(Condition.Accumulate accumulate, Found from) {
    Condition.Accumulate innermost =
        accumulate.source() instanceof Condition.GroupBy groupBy ? groupBy.each() : accumulate;
    List<Found> each = counted.each(innermost.source(), from);
    boolean hasOpenGroups = false;
    List<Found> rows = each;
    if (accumulate.source() instanceof Condition.GroupBy groupBy) {
      hasOpenGroups =
          isOpen(groupBy.key(), each)
              || innermost.functions().stream().anyMatch(one -> isOpen(one.argument(), each));
      rows = hasOpenGroups ? List.of() : groups(groupBy, each, from);
    }
    Found with = from;
    for (Condition.Aggregate function : accumulate.functions()) {
      with =
          with.bind(
              function.variable(),
              hasOpenGroups || isOpen(function.argument(), rows)
                  ? Values.OPEN
                  : total(function, rows));
    }
    Found result = constrained(accumulate.constraints(), with, null);
    return result == null ? List.of() : List.of(result);
  }

  /** A combination for each key that is there, with what is worked out over those that have it. */
  private List<Found> groups(Condition.GroupBy groupBy, List<Found> rows, Found from) {
    List<Object> keys = new ArrayList<>();
    for (Found row : rows) {
      Object key = values.of(groupBy.key(), row.variables(), null);
      if (key != null) {
        keys.add(key);
      }
    }
    List<Found> groups = new ArrayList<>();
    for (Object key : different(keys)) {
      List<Found> own =
          rows.stream()
              .filter(row -> Values.equal(values.of(groupBy.key(), row.variables(), null), key))
              .toList();
      Found group = from.bind(groupBy.variable(), key);
      for (Condition.Aggregate function : groupBy.each().functions()) {
        group = group.bind(function.variable(), total(function, own));
      }
      Found kept = constrained(groupBy.each().constraints(), group, null);
      if (kept != null) {
        groups.add(kept);
      }
    }
    return groups;
  }

  /** Whether a value is not known yet in one of some combinations, so that no total of it is. */
  private boolean isOpen(@Nullable Expression value, List<Found> rows) {
    return value != null
        && rows.stream().anyMatch(row -> values.isOpen(value, row.variables(), null));
  }

  /** Exact, over the values that are present. */
  private @Nullable Object total(Condition.Aggregate function, List<Found> rows) {
    if (function.argument() == null) {
      return BigDecimal.valueOf(rows.size());
    }
    if (function.argument() instanceof Expression.OncePer once) {
      List<Object> each = oncePerKey(function.function(), once, rows);
      return function.function().startsWith("sum") ? sum(each) : average(each);
    }
    if (function.argument() instanceof Expression.Capped
        || function.argument() instanceof Expression.NamedCap) {
      List<Object> each = new Caps(values).counted(function.function(), function.argument(), rows);
      return function.function().startsWith("average") ? average(each) : sum(each);
    }
    List<Object> present = new ArrayList<>();
    for (Found row : rows) {
      Object value = values.of(function.argument(), row.variables(), null);
      if (value != null) {
        present.add(value);
      }
    }
    return switch (function.function()) {
      case "sum" -> sum(present);
      case "count" -> BigDecimal.valueOf(present.size());
      case "countDistinct" -> BigDecimal.valueOf(different(present).size());
      case "min" -> extreme(present, -1);
      case "max" -> extreme(present, 1);
      case "average" -> average(present);
      case "collectList" -> present;
      case "collectSet" -> different(present);
      default -> throw new IllegalArgumentException(function.function());
    };
  }

  /** The value of each key: that of the row than which none is better; of several the greatest. */
  private List<Object> oncePerKey(String function, Expression.OncePer once, List<Found> rows) {
    List<List<Object>> attempts = new ArrayList<>();
    for (Found row : rows) {
      Object key = values.of(once.key(), row.variables(), null);
      Object by = values.of(once.by(), row.variables(), null);
      Object value = values.of(once.value(), row.variables(), null);
      if (key != null && by != null && value != null) {
        attempts.add(List.of(key, by, value));
      }
    }
    int direction = function.endsWith("First") ? -1 : 1;
    List<Object> found = new ArrayList<>();
    for (Object key : different(attempts.stream().map(attempt -> attempt.get(0)).toList())) {
      List<List<Object>> own =
          attempts.stream().filter(attempt -> Values.equal(attempt.get(0), key)).toList();
      Object best = extreme(own.stream().map(attempt -> attempt.get(1)).toList(), direction);
      found.add(
          Objects.requireNonNull(
              extreme(
                  own.stream()
                      .filter(attempt -> Values.equal(attempt.get(1), best))
                      .map(attempt -> attempt.get(2))
                      .toList(),
                  1)));
    }
    return found;
  }

  private static @Nullable BigDecimal average(List<Object> amounts) {
    return amounts.isEmpty()
        ? null
        : sum(amounts).divide(BigDecimal.valueOf(amounts.size()), MathContext.DECIMAL128);
  }

  static BigDecimal sum(List<Object> amounts) {
    return amounts.stream().map(BigDecimal.class::cast).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  static List<Object> different(List<Object> present) {
    List<Object> different = new ArrayList<>();
    for (Object value : present) {
      if (different.stream().noneMatch(other -> Values.equal(other, value))) {
        different.add(value);
      }
    }
    return different;
  }

  private static @Nullable Object extreme(List<Object> present, int direction) {
    Object extreme = null;
    for (Object value : present) {
      if (extreme == null || direction * order(value, extreme) > 0) {
        extreme = value;
      }
    }
    return extreme;
  }

  private static int order(Object value, Object other) {
    return value instanceof LocalDate date
        ? date.compareTo((LocalDate) other)
        : ((BigDecimal) value).compareTo((BigDecimal) other);
  }
}
