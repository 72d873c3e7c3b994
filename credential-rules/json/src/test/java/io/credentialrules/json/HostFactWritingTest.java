package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the accessors of a host's fact type do, writing says which type and field it is. */
class HostFactWritingTest {

  @AfterEach
  void behave() {
    Awkward.GIVES.remove();
  }

  private static LearnerRecord record(Fact... facts) {
    return LearnerRecord.builder(Learner.of("ada")).addAll(List.of(facts)).build();
  }

  private static void gives(Supplier<@Nullable String> what) {
    Awkward.GIVES.set(what);
  }

  private static void isRefused(String message, Fact fact) {
    assertThatThrownBy(() -> LearnerRecordWriter.write(record(fact)))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void an_accessor_that_throws_is_named_and_its_failure_kept() {
    IllegalStateException failure = new IllegalStateException("the database is gone");
    gives(
        () -> {
          throw failure;
        });

    assertThatThrownBy(() -> LearnerRecordWriter.write(record(Awkward.with("1", Set.of()))))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage("`subject` of Awkward cannot be read, because its accessor fails")
        .hasCause(failure);
  }

  @Test
  void an_accessor_without_end_is_named() {
    gives(HostFactWritingTest::endless);

    isRefused(
        "`subject` of Awkward cannot be read, because its accessor fails",
        Awkward.with("1", Set.of()));
  }

  @SuppressWarnings("InfiniteRecursion")
  private static String endless() {
    return endless() + ".";
  }

  @Test
  void an_accessor_that_gives_nothing_where_something_must_be_is_named() {
    gives(() -> null);

    isRefused("`subject` of Awkward is absent, and must be there", Awkward.with("1", Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e99999999",
        "1e-99999999",
        "-1e31",
        "1e-31",
        "1234567890123456789012345678901",
      })
  void an_endless_amount_is_named(String amount) {
    isRefused(
        "`points` of Awkward has more than 30 digits; maybe the unit is wrong",
        Awkward.with(amount, Set.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e30",
        "1e-30",
        "-123456789012345678901234567890",
        "1.0000000000000000000000000000000000000"
      })
  void an_amount_of_thirty_digits_is_written(String amount) {
    assertThat(LearnerRecordWriter.write(record(Awkward.with(amount, Set.of()))))
        .contains("\"points\"");
  }

  @Test
  void the_texts_of_a_set_are_written_in_order_whatever_set_it_is() {
    Set<String> marks = Set.of("f", "b", "e", "a", "d", "c", "g", "i", "h");

    assertThat(LearnerRecordWriter.write(record(Awkward.with("1", marks)), JsonLayout.COMPACT))
        .contains("\"marks\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\"]");
  }
}
