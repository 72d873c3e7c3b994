package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.examples.campus.cost.Budgets;
import io.credentialrules.examples.campus.cost.Cost;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What costs is asked for so often and no more, and by nobody at the expense of another. */
class BudgetsTest {
  private final TestClock clock = new TestClock();
  private final Budgets budgets =
      new Budgets(
          new CampusProperties(
              URI.create("http://localhost"),
              List.of(),
              new CampusProperties.Demo(0),
              new CampusProperties.Every(Duration.ZERO),
              new CampusProperties.Every(Duration.ZERO),
              new CampusProperties.Budgets(3, 1, 1)),
          clock);

  @Test
  void a_budget_is_spent_and_comes_back_one_by_one() {
    clock.set(LocalDate.of(2026, 11, 26));
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.spend("maria", Cost.QUESTION)).isZero();
    }
    assertThat(budgets.spend("maria", Cost.QUESTION)).isEqualTo(20);
    clock.pass(Duration.ofMillis(19_999));
    assertThat(budgets.spend("maria", Cost.QUESTION)).isEqualTo(1);
    clock.pass(Duration.ofMillis(1));
    assertThat(budgets.spend("maria", Cost.QUESTION)).isZero();
    assertThat(budgets.spend("maria", Cost.QUESTION)).isEqualTo(20);

    clock.pass(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      assertThat(budgets.spend("maria", Cost.QUESTION)).isZero();
    }
    assertThat(budgets.spend("maria", Cost.QUESTION)).isPositive();
  }

  @Test
  void what_is_refused_costs_nothing() {
    clock.set(LocalDate.of(2026, 11, 26));
    assertThat(budgets.spend("maria", Cost.STUDY)).isZero();
    for (int i = 0; i < 100; i++) {
      assertThat(budgets.spend("maria", Cost.STUDY)).isEqualTo(60);
    }
    clock.pass(Duration.ofSeconds(60));
    assertThat(budgets.spend("maria", Cost.STUDY)).isZero();
  }

  @Test
  void each_person_and_each_cost_has_a_budget_of_its_own() {
    clock.set(LocalDate.of(2026, 11, 26));
    assertThat(budgets.spend("maria", Cost.STUDY)).isZero();
    assertThat(budgets.spend("maria", Cost.STUDY)).isPositive();
    assertThat(budgets.spend("maria", Cost.QUESTION)).isZero();
    assertThat(budgets.spend("sam", Cost.STUDY)).isZero();
  }
}
