package io.credentialrules.internal.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import java.math.BigDecimal;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class OrderOfValuesProperties {

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<LocalDate> days =
        Arbitraries.longs().between(-5_000_000, 5_000_000).map(LocalDate::ofEpochDay);
    Arbitrary<LocalDate> ends =
        Arbitraries.of(
            LocalDate.of(-1, 12, 31),
            LocalDate.of(0, 1, 1),
            LocalDate.of(9_999, 12, 31),
            LocalDate.of(10_000, 1, 1));
    return Arbitraries.oneOf(
        days, ends, Arbitraries.of(new BigDecimal("1.0"), new BigDecimal("1"), "null", "", true));
  }

  @Property(seed = Laws.SEED)
  void values_are_ordered_as_their_texts_are(
      @ForAll("values") Object one, @ForAll("values") Object other) {
    assertThat(Integer.signum(CanonicalOrder.compareAsTexts(one, other)))
        .isEqualTo(Integer.signum(String.valueOf(one).compareTo(String.valueOf(other))));
    assertThat(CanonicalOrder.compareAsTexts(one, one)).isZero();
    assertThat(Integer.signum(CanonicalOrder.compareAsTexts(null, one)))
        .isEqualTo(Integer.signum("null".compareTo(String.valueOf(one))));
  }
}
