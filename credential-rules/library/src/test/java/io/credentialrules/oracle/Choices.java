package io.credentialrules.oracle;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;

/**
 * A row of numbers from which generators take their decisions, one after the other. A generator
 * always takes the first alternative when the numbers are 0 or used up, so that what jqwik shrinks
 * is a simpler policy or learner.
 */
final class Choices {
  private static final int MOST = 9_999;

  private final List<Integer> numbers;
  private int next;

  Choices(List<Integer> numbers) {
    this.numbers = numbers;
  }

  static Arbitrary<List<Integer>> numbers(int size) {
    return Arbitraries.integers()
        .between(0, MOST)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofMinSize(0)
        .ofMaxSize(size)
        .withSizeDistribution((tries, least, most, center) -> random -> most)
        .withoutEdgeCases();
  }

  /** A number from 0 to below a bound. */
  int below(int bound) {
    return next < numbers.size() ? numbers.get(next++) % bound : 0;
  }

  /** Whether something that happens so many times in a hundred happens; never by default. */
  boolean chance(int percent) {
    return below(100) >= 100 - percent;
  }

  <T> T of(List<T> alternatives) {
    return alternatives.get(below(alternatives.size()));
  }

  @SafeVarargs
  final <T> T of(T... alternatives) {
    return alternatives[below(alternatives.length)];
  }
}
