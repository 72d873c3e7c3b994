package io.credentialrules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class NumbersInTurnProperties {

  @Property
  void numbers_are_there_once_and_in_the_order_in_which_they_came(
      @ForAll @Size(max = 200) List<@IntRange(max = 100) Integer> few,
      @ForAll @Size(max = 200) List<@IntRange Integer> many) {
    Set<Integer> expected = new LinkedHashSet<>();
    NumbersInTurn numbers = new NumbersInTurn();
    for (List<Integer> all : List.of(few, many, few)) {
      for (int number : all) {
        assertThat(numbers.addOnce(number)).isEqualTo(expected.add(number));
        assertThat(numbers.has(number)).isTrue();
      }
    }
    assertThat(numbers).containsExactlyElementsOf(expected);
    for (int other = 0; other <= 101; other++) {
      assertThat(numbers.has(other)).isEqualTo(expected.contains(other));
    }
  }
}
