package io.credentialrules.internal.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** The law of {@link Distinct}: it says what a set says, whatever the hashes are. */
class DistinctTest {
  /** Something whose hash says nothing, and whose text says less than it is. */
  private record Dull(String text) {
    @Override
    public int hashCode() {
      return 1;
    }

    @Override
    public String toString() {
      return text.isEmpty() ? "" : text.substring(0, 1);
    }
  }

  @Property
  void it_is_a_set(@ForAll List<@Chars({'a', 'b'}) @StringLength(max = 4) String> texts) {
    Set<Dull> set = new LinkedHashSet<>();
    Distinct<Dull> distinct = new Distinct<>();
    for (String text : texts) {
      assertThat(distinct.contains(new Dull(text))).isEqualTo(set.contains(new Dull(text)));
      assertThat(distinct.add(new Dull(text))).isEqualTo(set.add(new Dull(text)));
    }
    assertThat(distinct).containsExactlyElementsOf(set);
    assertThat(distinct.toList()).containsExactlyElementsOf(set);
    assertThat(distinct.size()).isEqualTo(set.size());
    assertThat(Distinct.of(set).toList()).isEqualTo(distinct.toList());
  }

  @Example
  void keys_are_in_the_order_of_what_they_say_and_equal_where_that_of_which_they_are_is() {
    OrderedKey one = new OrderedKey("Aa");

    assertThat(one)
        .isEqualTo(new OrderedKey("Aa"))
        .isNotEqualTo(new OrderedKey("BB"))
        .hasSameHashCodeAs(new OrderedKey("BB"))
        .isLessThan(new OrderedKey("BB"));
    assertThat(new OrderedKey(new Dull("ab")))
        .isNotEqualTo(new OrderedKey(new Dull("aa")))
        .isEqualByComparingTo(new OrderedKey(new Dull("aa")));
  }
}
