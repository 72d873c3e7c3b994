package io.credentialrules;

import static io.credentialrules.NamedValueCases.CHANGE;
import static io.credentialrules.NamedValueCases.HOURS;
import static io.credentialrules.NamedValueCases.hours;
import static io.credentialrules.NamedValueCases.on;
import static io.credentialrules.NamedValueCases.pack;
import static io.credentialrules.NamedValueCases.problems;
import static io.credentialrules.NamedValueCases.rules;
import static io.credentialrules.NamedValueCases.worked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.policy.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that a host gives in the place of those that a pack declares. */
class HostValuesTest {
  @Test
  void a_host_gives_a_value_that_holds_on_all_days_and_is_part_of_the_digest() {
    CredentialRules given =
        CredentialRules.builder().add(pack(HOURS)).value("MinimumHours", 180).compile();
    assertThat(on(given, worked(180), CHANGE).isEarned("worker")).isTrue();
    assertThat(on(given, worked(179), CHANGE.minusYears(9)).isEarned("worker")).isFalse();
    assertThat(hours(on(given, worked(180), CHANGE)).values())
        .extracting(ValueInUse::isGiven)
        .containsExactly(true);
    assertThat(given.digest())
        .isNotEqualTo(rules(HOURS).digest())
        .isEqualTo(
            CredentialRules.builder()
                .add(pack(HOURS))
                .value("MinimumHours", new BigDecimal("180"))
                .compile()
                .digest())
        .isNotEqualTo(
            CredentialRules.builder()
                .add(pack(HOURS))
                .value("MinimumHours", 181)
                .compile()
                .digest());
  }

  @Test
  void only_a_host_can_give_a_value_that_the_pack_leaves_open() {
    String open = HOURS.replace("@value( 160 )", "").replace("@from( \"2024-09-01\", 200 )", "");
    assertThat(problems(open)).extracting(Problem::code).containsExactly("bad-named-value");
    assertThat(CredentialRules.builder().add(pack(open)).value("MinimumHours", 20L).check())
        .isEmpty();
  }

  @Test
  void a_value_of_the_host_that_fits_no_declaration_is_a_problem_of_the_policy() {
    CredentialRules.Builder misspelt =
        CredentialRules.builder().add(pack(HOURS)).value("MinimumHour", 180);
    assertThat(misspelt.check())
        .extracting(Problem::toString)
        .containsExactly(
            "values:1:1: the host gives a value for `MinimumHour`, and no pack declares it;"
                + " maybe `MinimumHours`");
    assertThatThrownBy(misspelt::compile).isInstanceOf(PolicyException.class);
    assertThat(CredentialRules.builder().add(pack(HOURS)).value("MinimumHours", "many").check())
        .extracting(Problem::message)
        .containsExactly("the host gives a text for `MinimumHours`, which is an amount");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("MinimumHours", 1.5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("Courses", List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CredentialRules.builder().value("Courses", List.of("A", 1)));
  }

  @Test
  void live_rules_keep_the_values_of_the_host() {
    LiveRules live =
        LiveRules.of(() -> List.of(pack(HOURS)))
            .setup(rules -> rules.value("MinimumHours", 180))
            .start();
    assertThat(live.reload()).isEqualTo(LiveRules.Reload.UNCHANGED);
    assertThat(on(live.current(), worked(180), CHANGE).isEarned("worker")).isTrue();
  }
}
