package io.credentialrules.internal.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * Drawings in which any two fields have any two of their values at least once, as far as there are
 * not too many, and such in which as much as can be is left out: of all facts, of all but one, and
 * in one field. What several values bring about only together is hardly ever found at random.
 *
 * <p>The former are an orthogonal array of strength two, whose rows are the lines over a prime
 * field; the values of a field are told by their place, of which the first is none.
 */
final class Pairs {
  private static final List<Integer> PRIMES = List.of(3, 5, 7, 11, 13, 17);
  private static final int FIRST = 0;

  /** A field that keeps the value that the plan was tried with. */
  static final int KEPT = -1;

  private final List<FieldDemands> fields;
  private final List<Integer> columns = new ArrayList<>();
  private final List<Integer> numbers;
  private final List<String> names;
  private final int prime;

  /** Of demands, which can still change. */
  Pairs(List<FieldDemands> fields) {
    this.fields = fields;
    this.numbers = fields.stream().map(FieldDemands::number).distinct().toList();
    this.names = fields.stream().map(field -> field.field().name()).distinct().toList();
    int open = 0;
    int most = 0;
    for (FieldDemands field : fields) {
      columns.add(open);
      if (!field.isExact()) {
        open++;
        most = Math.max(most, Drawing.isOrdered(field) ? 2 : field.domain().size());
      }
    }
    int least = Math.max(most, open - 1);
    this.prime =
        PRIMES.stream()
            .filter(one -> one >= least)
            .findFirst()
            .orElse(PRIMES.get(PRIMES.size() - 1));
  }

  /** How many there are. */
  int draws() {
    return prime * prime + numbers.size() + names.size();
  }

  /** Which of so many values a field has, by its place. */
  int value(int draw, int at, int values) {
    int left = draw - prime * prime;
    if (left >= numbers.size()) {
      return names.get(left - numbers.size()).equals(fields.get(at).field().name()) ? FIRST : KEPT;
    }
    if (left >= 0) {
      return numbers.get(left) == fields.get(at).number() ? KEPT : FIRST;
    }
    int column = columns.get(at) % (prime + 1);
    int slope = draw / prime;
    int line = column == prime ? slope : (draw + slope * column) % prime;
    return line % values;
  }
}
