package io.credentialrules.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.LearnerRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engines that have processes of their own give the library's answers. */
final class RivalsTest {
  private static final Catalogue CATALOGUE = new Catalogue(2);
  private static final List<LearnerRecord> LEARNERS = CATALOGUE.learners(300, 11);
  private static final Engine LIBRARY = Library.compile(List.of(CATALOGUE.pack()));

  @ParameterizedTest
  @EnumSource
  void each_agrees_on_learners_of_whom_some_earn_a_credential_and_some_do_not(Rival rival) {
    Engine engine = rival.compile(CATALOGUE);

    assertThat(Duel.agreed(rival.title(), LIBRARY, engine, LEARNERS)).isEqualTo(300);
    for (String id : List.of("p0", "p0-1", "p0-2", "p0-3", "p1", "p1-1", "p1-2", "p1-3")) {
      assertThat(LEARNERS.stream().filter(learner -> engine.earned(learner).contains(id)).count())
          .isBetween(10L, 290L);
    }
  }

  @Test
  void one_that_answers_differently_is_not_timed() {
    assertThatThrownBy(() -> Duel.agreed("another", LIBRARY, record -> Set.of(), LEARNERS))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("the engines disagree: library [p");
  }
}
