package io.credentialrules.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How many slips of the pen in the packs are noticed; floors with room for the packs that come. */
@Tag("once")
final class SlipsTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of(Slip.MAX_FOR_SUM, 80),
        Arguments.of(Slip.OR_FOR_COMMA, 75),
        Arguments.of(Slip.NUMBER_OFF_BY_ONE, 80),
        Arguments.of(Slip.PERIOD_OFF_BY_ONE, 70),
        Arguments.of(Slip.OTHER_COMPARISON, 80),
        Arguments.of(Slip.NOT_APPROVED, 60));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void most_slips_are_noticed(Slip.Kind kind, int percent, TestReporter reporter) {
    List<Slip> slips = Slip.of(kind);
    List<Slip> missed = slips.stream().filter(slip -> slip.problems().isEmpty()).toList();
    reporter.publishEntry(kind.name(), slips.size() - missed.size() + " of " + slips.size());
    assertThat(slips).isNotEmpty();
    assertThat(100 * (slips.size() - missed.size()) / slips.size())
        .as(String.join("\n", missed.stream().map(Slip::place).toList()))
        .isGreaterThanOrEqualTo(percent);
  }
}
