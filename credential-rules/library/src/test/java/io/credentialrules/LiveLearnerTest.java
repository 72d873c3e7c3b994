package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** A learner who is followed step by step. */
class LiveLearnerTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
  private static final ZonedDateTime NOW = TODAY.atStartOfDay(ZoneOffset.UTC);
  private static final Provenance VETTED =
      Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, LocalDate.of(2020, 1, 1));
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final String PATHWAY =
      """
      rule "Course of NAME"
          @requirement( "course-NAME" )
      when
          TrainingCompletion( training == "course-NAME" )
      then
      end

      rule "At least 120 hours for NAME"
          @requirement( "hours-NAME" )
      when
          accumulate( WorkExperience( subject == "NAME", $hours : hours );
                      $total : sum( $hours );
                      $total >= 120 )
      then
      end

      rule "Credential NAME"
          @credential( "NAME" )
      when
          Met( requirement == "course-NAME" )
          Met( requirement == "hours-NAME" )
      then
      end

      rule "Credential NAME, step 2"
          @credential( "NAME-2" )
      when
          Earned( credential == "NAME" )
          not HeldCredential( credential == "warning-NAME" )
      then
      end
      """;

  private static CredentialRules rules(int pathways) {
    StringBuilder text =
        new StringBuilder("package live\nimport io.credentialrules.vocabulary.*\n\n");
    for (int i = 0; i < pathways; i++) {
      text.append(PATHWAY.replace("NAME", "p" + i)).append('\n');
    }
    return CredentialRules.compile(PolicyPack.of("live", Map.of("live.drl", text.toString())));
  }

  private static Fact course(int pathway) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("course-p" + pathway)
        .completedOn(TODAY.minusDays(20))
        .provenance(VETTED)
        .build();
  }

  private static Fact work(int pathway, int hours, int daysAgo) {
    return WorkExperience.builder()
        .type(WorkExperienceType.INTERNSHIP)
        .subject("p" + pathway)
        .hours(BigDecimal.valueOf(hours))
        .endedOn(TODAY.minusDays(daysAgo))
        .provenance(VETTED)
        .build();
  }

  private static LiveLearner maria(Fact... facts) {
    return rules(2).live(LearnerRecord.builder("maria").add(facts).build(), NOW);
  }

  @Test
  void a_fact_that_completes_a_credential_gains_it_and_what_builds_on_it() {
    try (LiveLearner maria = maria(course(0))) {
      assertThat(maria.add(work(0, 119, 3)).isEmpty()).isTrue();

      LiveLearner.Change change = maria.add(work(0, 1, 2));

      assertThat(change.gained()).containsExactly("p0", "p0-2");
      assertThat(change.lost()).isEmpty();
      assertThat(change.satisfied()).contains("hours-p0").doesNotContain("course-p0");
      assertThat(change.asOf()).isEqualTo(NOW);
      assertThat(maria.evaluation().isEarned("p0-2")).isTrue();
      assertThat(maria.evaluation().decision("p1").isEarned()).isFalse();
    }
  }

  @Test
  void a_fact_that_is_withdrawn_takes_away_what_it_earned() {
    try (LiveLearner maria = maria(course(0), work(0, 120, 3))) {
      Evaluation before = maria.evaluation();

      LiveLearner.Change change = maria.withdraw(work(0, 120, 3));

      assertThat(change.lost()).containsExactly("p0", "p0-2");
      assertThat(change.noLongerSatisfied()).contains("hours-p0");
      assertThat(maria.evaluation().earned()).isEmpty();
      assertThat(before.earned()).containsExactly("p0", "p0-2");
    }
  }

  @Test
  void a_fact_that_is_there_twice_is_withdrawn_twice() {
    try (LiveLearner maria = maria(course(0), course(0), work(0, 120, 3))) {
      assertThat(maria.withdraw(course(0)).isEmpty()).isTrue();
      assertThat(maria.withdraw(course(0)).lost()).containsExactly("p0", "p0-2");
      assertThatThrownBy(() -> maria.withdraw(course(0)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the record of `maria` has no such fact");
    }
  }

  @Test
  void a_fact_that_is_dated_anew_counts_from_its_new_day() {
    try (LiveLearner maria = maria(course(0), work(0, 120, -1))) {
      assertThat(maria.replace(work(0, 120, -1), work(0, 120, 0)).gained()).contains("p0");
      assertThat(maria.replace(work(0, 120, 0), work(0, 120, -2)).lost()).contains("p0");
      assertThat(maria.moveTo(NOW.plusDays(1)).isEmpty()).isTrue();
      assertThat(maria.moveTo(NOW.plusDays(2)).gained()).contains("p0");
    }
  }

  @Test
  void a_waiver_counts_until_it_is_withdrawn() {
    Waiver waiver = Waiver.of("hours-p0", "R. Fox", ReviewerRole.FACULTY, "worked abroad", TODAY);
    try (LiveLearner maria = maria(course(0))) {
      LiveLearner.Change change = maria.waive(waiver);
      assertThat(change.gained()).containsExactly("p0", "p0-2");
      assertThat(change.satisfied()).contains("hours-p0");
      assertThat(maria.withdraw(waiver).lost()).containsExactly("p0", "p0-2");
      assertThatThrownBy(() -> maria.withdraw(waiver))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the record of `maria` has no such waiver");
    }
  }

  @Test
  void a_step_that_fails_leaves_the_learner_as_it_was() {
    CredentialRules rules =
        CredentialRules.builder()
            .add(
                PolicyPack.of(
                    "live",
                    Map.of(
                        "live.drl",
                        "package live\nimport io.credentialrules.vocabulary.*\n"
                            + PATHWAY.replace("NAME", "p0"))))
            .limits(Limits.DEFAULT.withMaxFacts(2))
            .compile();
    try (LiveLearner maria =
        rules.live(LearnerRecord.builder("maria").add(course(0), work(0, 120, 3)).build(), NOW)) {
      assertThatThrownBy(() -> maria.add(work(0, 1, 1))).isInstanceOf(LimitExceededException.class);
      assertThatThrownBy(() -> maria.withdraw(work(0, 120, 3), work(0, 7, 7)))
          .isInstanceOf(IllegalArgumentException.class);
      assertThat(maria.evaluation().record().facts())
          .containsExactlyInAnyOrder(course(0), work(0, 120, 3));
      assertThat(maria.evaluation().earned()).containsExactly("p0", "p0-2");
      assertThat(maria.replace(work(0, 120, 3), work(0, 119, 3)).lost()).contains("p0");
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> maria.replace(work(0, 119, 3), work(0, 120, 3)))
          .isInstanceOf(CancellationException.class);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(maria.replace(work(0, 119, 3), work(0, 120, 3)).gained()).contains("p0");
    }
  }

  @Test
  void nothing_can_be_asked_of_a_learner_who_is_closed() {
    LiveLearner maria = maria(course(0));
    Evaluation before = maria.evaluation();
    maria.close();
    maria.close();

    assertThatThrownBy(() -> maria.add(course(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("this learner is closed; open the record again");
    assertThatThrownBy(maria::evaluation).isInstanceOf(IllegalStateException.class);
    assertThat(before.decisions()).hasSize(4);
  }

  @Test
  void what_it_was_after_a_step_stays_after_further_ones() {
    try (LiveLearner maria = maria(course(0))) {
      maria.add(work(0, 100, 10));
      Evaluation early = maria.evaluation();
      for (int hours = 1; hours < 40; hours++) {
        maria.add(work(0, hours, 10));
      }
      maria.withdraw(course(0), work(0, 100, 10));

      assertThat(early.record().facts()).containsExactly(course(0), work(0, 100, 10));
      assertThat(early.counted()).contains(course(0), work(0, 100, 10)).hasSize(3);
      assertThat(early.decisions()).isEqualTo(rules(2).evaluate(early.record(), NOW).decisions());
      assertThat(maria.evaluation().record().facts()).hasSize(39).doesNotContain(course(0));
    }
  }

  @Test
  void a_further_fact_costs_less_than_a_tenth_of_evaluating_a_thousand() {
    CredentialRules rules = rules(100);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      facts.add(i % 5 == 0 ? course(i % 100) : work(i % 100, 1 + i % 9, i));
    }
    LearnerRecord record = LearnerRecord.builder("maria").addAll(facts).build();
    try (LiveLearner maria = rules.live(record, NOW)) {
      long afresh = least(() -> rules.evaluate(record, NOW));
      long step =
          least(
              () -> {
                maria.add(work(7, 4, 2_000));
                maria.withdraw(work(7, 4, 2_000));
              });
      assertThat((double) step / 2 / afresh).as("bytes of a step").isLessThan(0.1);
    }
  }

  /** Of many steps, because now and then one takes the facts of the record anew. */
  @Test
  void nor_does_it_cost_more_the_more_facts_there_are_that_nothing_follows_from() {
    long few = bytesOfSteps(200);
    long many = bytesOfSteps(2_000);
    assertThat((double) many / few).as("bytes of a step").isLessThan(1.2);
  }

  @Test
  void steps_that_are_refused_are_forgotten() throws InterruptedException {
    CredentialRules rules = rules(1);
    List<WeakReference<Fact>> refused = new ArrayList<>();
    try (LiveLearner maria =
        rules.live(LearnerRecord.builder("maria").add(work(0, 1, 0)).build(), NOW)) {
      maria.add(work(0, 1, 1));
      for (int i = 2; i < 100; i++) {
        refused.add(refused(maria, work(0, 1, i)));
      }
      for (int i = 0; i < 50 && kept(refused) > 5; i++) {
        System.gc();
        Thread.sleep(10);
      }
      assertThat(kept(refused)).isLessThanOrEqualTo(5);
      assertThat(maria.evaluation().record().facts()).hasSize(2);
    }
  }

  private static WeakReference<Fact> refused(LiveLearner learner, Fact fact) {
    assertThatThrownBy(() -> learner.add(fact, Learner.of("somebody-else")))
        .isInstanceOf(IllegalArgumentException.class);
    return new WeakReference<>(fact);
  }

  private static long kept(List<WeakReference<Fact>> facts) {
    return facts.stream().filter(fact -> fact.get() != null).count();
  }

  private static long bytesOfSteps(int facts) {
    CredentialRules rules = rules(100);
    LearnerRecord.Builder record = LearnerRecord.builder("maria");
    for (int i = 0; i < facts; i++) {
      record.add(work(i % 100, 1, i));
    }
    try (LiveLearner maria = rules.live(record.build(), NOW)) {
      return least(
          () -> {
            for (int i = 0; i < 500; i++) {
              maria.add(work(7, 4, 3_000));
              maria.withdraw(work(7, 4, 3_000));
            }
          });
    }
  }

  /** As a thousand shifts of one job, none of which is enough. */
  @Test
  void nor_does_it_cost_more_where_all_facts_count_for_one_total() {
    CredentialRules rules = rules(1);
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      facts.add(work(0, 0, i));
    }
    LearnerRecord record = LearnerRecord.builder("maria").addAll(facts).build();
    try (LiveLearner maria = rules.live(record, NOW)) {
      long afresh = least(() -> rules.evaluate(record, NOW));
      long step =
          least(
              () -> {
                maria.add(work(0, 1, 2_000));
                maria.withdraw(work(0, 1, 2_000));
              });
      assertThat((double) step / 2 / afresh).as("bytes of a step").isLessThan(0.1);
      assertThat(maria.add(work(0, 120, 2_000)).satisfied()).contains("hours-p0");
    }
  }

  /** The least of several runs, because the first ones also load and link. */
  private static long least(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 30; run++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      work.run();
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    return least;
  }
}
