package io.credentialrules;

import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Texts of one hash are easily written, and so are facts and waivers of one hash. Whoever writes a
 * record does not choose what it costs by that: how often facts are compared is counted.
 */
class SameHashTest {
  private static final int MANY = 2_048;

  /** Each is looked for among all others by their order: twelve levels, and a few times. */
  private static final long MOST_COMPARED = 60L * MANY;

  private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

  /** A host's fact, which counts how often one is compared with another. */
  @FactType(noun = "visit", plural = "visits", needsVetting = false)
  public record Visit(String place, Provenance provenance) implements Fact {
    private static final AtomicLong COMPARED = new AtomicLong();

    @Override
    public @Nullable LocalDate occurredOn() {
      return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      COMPARED.incrementAndGet();
      return other instanceof Visit visit
          && place.equals(visit.place)
          && provenance.equals(visit.provenance);
    }

    @Override
    public int hashCode() {
      return Objects.hash(place, provenance);
    }
  }

  private static final CredentialRules RULES =
      CredentialRules.builder()
          .register(Visit.class)
          .add(
              PolicyPack.of(
                  "visits",
                  Map.of(
                      "a.drl",
                      """
                      import io.credentialrules.SameHashTest.Visit
                      rule "Two places" @requirement( "two" )
                      when accumulate( Visit( $place : place ); $n : countDistinct( $place ); $n >= 2 ) then end
                      rule "Here" @requirement( "here" ) when Visit( place == "here" ) then end
                      rule "Visitor" @credential( "visitor" )
                      when Met( requirement == "two" ) Met( requirement == "here" ) then end
                      """)))
          .compile();

  private static String text(int number) {
    StringBuilder text = new StringBuilder();
    for (int bit = 1; bit < MANY; bit *= 2) {
      text.append((number & bit) == 0 ? "Aa" : "BB");
    }
    return text.toString();
  }

  private static List<Fact> visits() {
    List<Fact> visits = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      visits.add(new Visit(text(i), Provenance.UNVETTED));
    }
    return visits;
  }

  @BeforeEach
  void nothing_was_compared() {
    assertThat(visits().stream().map(Object::hashCode).distinct()).hasSize(1);
    Visit.COMPARED.set(0);
  }

  @Test
  void facts_of_one_hash_are_found_without_a_look_at_each() {
    LearnerRecord record = LearnerRecord.builder("ada").addAll(visits()).addAll(visits()).build();
    Evaluation evaluation = RULES.evaluate(record, DAY, ZONE);

    assertThat(evaluation.duplicates()).hasSize(MANY);
    assertThat(evaluation.requirement("two").isSatisfied()).isTrue();
    assertThat(evaluation.requirement("here").isSatisfied()).isFalse();
    assertThat(evaluation.unknownTexts()).hasSizeLessThan(MANY);
    assertThat(Visit.COMPARED).hasValueLessThan(MOST_COMPARED);
  }

  @Test
  void a_live_learner_finds_them_too() {
    LearnerRecord record = LearnerRecord.builder("ada").addAll(visits()).build();
    LiveLearner live = RULES.live(record, ZonedDateTime.of(DAY.atTime(12, 0), ZONE));
    for (Fact visit : visits().subList(0, 100)) {
      live.withdraw(visit);
      live.add(visit);
    }

    assertThat(live.evaluation().counted()).hasSize(MANY + 1);
    assertThat(Visit.COMPARED).hasValueLessThan(MOST_COMPARED);
  }

  @Test
  void a_plan_for_them_compares_few() {
    LearnerRecord record = LearnerRecord.builder("ada").addAll(visits()).build();

    assertThat(RULES.evaluate(record, DAY, ZONE).plan("visitor")).isInstanceOf(Plan.Steps.class);
    assertThat(Visit.COMPARED).hasValueLessThan(MOST_COMPARED);
  }
}
