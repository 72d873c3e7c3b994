package io.credentialrules.internal.plan;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Capped;
import io.credentialrules.internal.program.Comparing;
import io.credentialrules.internal.program.DateChain;
import io.credentialrules.internal.program.OverRows;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one more value takes the place of, where only the greatest values count, or one of each key:
 * it must be larger by what is missing.
 */
final class TakenPlaces {
  private TakenPlaces() {}

  /**
   * A value for a key that has one already.
   *
   * @param key the value of the field of the key
   */
  record Better(Object key, BigDecimal amount) implements Comparable<Better> {
    /** So that many of one hash are found by their order. */
    @Override
    public int compareTo(Better other) {
      return Comparator.comparing(Better::amount)
          .thenComparing(one -> one.key().toString())
          .compare(this, other);
    }
  }

  /** The values that count beside one more: all, or the greatest but for one. */
  static List<BigDecimal> beside(Step.Function function, List<BigDecimal> present) {
    return function.argument() instanceof Capped capped && capped.way() == Capped.Way.GREATEST
        ? present.stream()
            .sorted(Comparator.reverseOrder())
            .limit(Math.max(0, capped.most().intValueExact() - 1L))
            .toList()
        : present;
  }

  /** Of what is missing from a sum as much as one more value must have, and as counts at all. */
  static BigDecimal counted(BigDecimal amount, Step.Function function, List<BigDecimal> present) {
    if (!(function.argument() instanceof Capped capped)) {
      return amount;
    }
    return capped.way() == Capped.Way.GREATEST
        ? present.stream()
            .sorted(Comparator.reverseOrder())
            .skip(Math.max(0, capped.most().intValueExact() - 1L))
            .findFirst()
            .map(amount::add)
            .orElse(amount)
        : amount.min(capped.most());
  }

  /**
   * What one more value of a key does to what counts.
   *
   * @param counted what counts of the key
   * @param values of how many values
   * @param taken what of it counts no more beside a greater one; 0 where there is room
   * @param isOneMore whether there are more values then
   * @param room how much more can count; null where as much as one likes
   */
  private record Place(
      Object key,
      BigDecimal counted,
      int values,
      BigDecimal taken,
      boolean isOneMore,
      @Nullable BigDecimal room) {
    /** The amount of one more value, as far as it counts. */
    private BigDecimal within(BigDecimal amount, @Nullable BigDecimal greatest) {
      BigDecimal most = room == null ? amount : amount.min(room);
      return greatest == null ? most : most.min(greatest);
    }
  }

  /**
   * Values for the keys that have some already, where not all of a key counts: those first that
   * leave least to be found, and of them the least.
   *
   * @param greatest the greatest value that there can be; null where there is none
   */
  static List<Better> ofKeys(
      KeyedValues keyed, Summand summand, NextValues next, @Nullable BigDecimal greatest) {
    Step.Function function = keyed.function();
    if (function.kind() != Aggregation.SUM && function.kind() != Aggregation.AVERAGE) {
      return List.of();
    }
    List<Place> places = places(keyed, summand, next);
    BigDecimal sum = BigDecimal.ZERO;
    int values = 0;
    for (Place place : places) {
      sum = sum.add(place.counted());
      values += place.values();
    }
    Map<Better, BigDecimal> left = new LinkedHashMap<>();
    for (TotalGap.Bound bound : summand.bounds(function)) {
      if (bound.passes() || !(bound.value() instanceof BigDecimal needs)) {
        continue;
      }
      for (Place place : places) {
        int then = place.isOneMore() ? values + 1 : values;
        BigDecimal all =
            function.kind() == Aggregation.AVERAGE
                ? needs.multiply(BigDecimal.valueOf(then))
                : needs;
        BigDecimal missing = all.subtract(sum);
        BigDecimal more = bound.isStrict() ? missing.add(TotalGap.least(needs)) : missing;
        BigDecimal wanted = place.taken().add(more);
        BigDecimal amount = place.within(wanted, greatest);
        Object again = again(keyed.ofKey(), place.key(), next.newOn());
        if (again != null && more.signum() > 0 && amount.compareTo(place.taken()) > 0) {
          left.merge(new Better(again, amount), wanted.subtract(amount), BigDecimal::min);
        }
      }
    }
    List<Better> better = new ArrayList<>(left.keySet());
    better.sort(Comparator.<Better, BigDecimal>comparing(left::get).thenComparing(Better::amount));
    return better;
  }

  private static List<Place> places(KeyedValues keyed, Summand summand, NextValues next) {
    Map<Object, Object> keys = new LinkedHashMap<>();
    ListMultimap<Object, Row> counted = ArrayListMultimap.create();
    OverRows over = keyed.over();
    for (Row row : summand.rows(next.start())) {
      Object key = keyed.ofKey().in(row);
      if (key != null) {
        keys.putIfAbsent(Comparing.canonical(key), key);
        if (over.in(row) != null) {
          counted.put(Comparing.canonical(key), row);
        }
      }
    }
    List<Place> places = new ArrayList<>();
    keys.forEach((canonical, key) -> places.add(place(over, key, counted.get(canonical))));
    return places;
  }

  private static Place place(OverRows over, Object key, List<Row> rows) {
    BigDecimal counted =
        !rows.isEmpty() && over.total(Aggregation.SUM, rows) instanceof BigDecimal amount
            ? amount
            : BigDecimal.ZERO;
    if (!(over instanceof Capped capped)) {
      return new Place(key, counted, rows.isEmpty() ? 0 : 1, counted, rows.isEmpty(), null);
    }
    if (capped.way() != Capped.Way.GREATEST) {
      BigDecimal room = capped.most().subtract(counted).max(BigDecimal.ZERO);
      return new Place(key, counted, rows.size(), BigDecimal.ZERO, true, room);
    }
    int most = capped.most().intValueExact();
    List<BigDecimal> greatest = new ArrayList<>();
    for (Row row : rows) {
      if (capped.value().in(row) instanceof BigDecimal amount) {
        greatest.add(amount);
      }
    }
    greatest.sort(Comparator.reverseOrder());
    boolean isFull = greatest.size() >= most;
    BigDecimal taken = isFull && most > 0 ? greatest.get(most - 1) : BigDecimal.ZERO;
    return new Place(key, counted, Math.min(most, greatest.size()), taken, !isFull, null);
  }

  /** What the field of a key must be for the same key; null where nothing new can have it. */
  private static @Nullable Object again(Value each, Object key, LocalDate newOn) {
    if (key instanceof LocalDate) {
      DateChain chain = DateChain.of(each);
      return chain != null && key.equals(chain.on(newOn)) ? newOn : null;
    }
    return each instanceof Value.Field ? key : null;
  }
}
