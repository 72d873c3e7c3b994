package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** One set of rules, many threads, many learners. */
class SharedRulesTest {
  private static final int THREADS = 8;
  private static final int LEARNERS = 400;

  private static final CredentialRules RULES =
      rules(
          """
          rule "Hours" @requirement( "hours" ) when
            accumulate( WorkExperience( $h : hours ); $sum : sum( $h ); $sum >= 30 )
          then end
          rule "A pair" @requirement( "pair" ) when
            WorkExperience( $e : experience, $h : hours )
            WorkExperience( experience != $e, hours >= $h )
          then end
          rule "Level 1" @credential( "l1" ) @validFor( "1 year" ) when
            Met( requirement == "hours" ) Met( requirement == "pair" )
          then end
          rule "Level 2" @credential( "l2" ) @evidence( "exclusive" ) when
            Earned( credential == "l1" )
            AssessmentResult( score >= 50 )
            AssessmentResult( score >= 60 )
            not AssessmentResult( score < 10 )
          then end
          """);

  /** Learner number i has facts that nobody else has. */
  private static LearnerRecord learner(int i) {
    List<Fact> facts = new ArrayList<>();
    for (int j = 0; j <= i % 4; j++) {
      var own = VETTED.toBuilder().id("learner " + i + ", fact " + j).build();
      facts.add(work("e" + j, String.valueOf(i % 17 + j)).toBuilder().provenance(own).build());
      facts.add(quiz(String.valueOf((7 * i + 13 * j) % 101), own));
    }
    return record(facts.toArray(new Fact[0]));
  }

  private static Set<Fact> told(Evaluation evaluation) {
    Set<Fact> told = new HashSet<>(evaluation.counted());
    evaluation.notCounted().forEach(not -> told.add(not.fact()));
    for (Decision decision : evaluation.decisions()) {
      decision.requirements().forEach(requirement -> told.addAll(requirement.evidence()));
    }
    return told;
  }

  @Test
  void eight_threads_answer_as_one_and_tell_no_learner_of_anothers_facts() throws Exception {
    List<LearnerRecord> learners = new ArrayList<>();
    List<List<Decision>> alone = new ArrayList<>();
    for (int i = 0; i < LEARNERS; i++) {
      learners.add(learner(i));
      alone.add(RULES.evaluate(learners.get(i), TODAY, ZONE).decisions());
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = thread * LEARNERS / THREADS;
        tasks.add(
            () -> {
              int asked = 0;
              for (; asked < LEARNERS; asked++) {
                int i = (first + asked) % LEARNERS;
                Evaluation evaluation = RULES.evaluate(learners.get(i), TODAY, ZONE);
                assertThat(evaluation.decisions()).isEqualTo(alone.get(i));
                Set<Fact> own = new HashSet<>(learners.get(i).facts());
                own.add(learners.get(i).learner());
                assertThat(own).containsAll(told(evaluation));
              }
              return asked;
            });
      }
      int asked = 0;
      for (Future<Integer> answer : threads.invokeAll(tasks)) {
        asked += answer.get();
      }
      assertThat(asked).isEqualTo(THREADS * LEARNERS);
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone.stream().filter(decisions -> decisions.get(0).isEarned()).count())
        .isBetween(LEARNERS / 10L, LEARNERS * 9L / 10);
    assertThat(alone.stream().filter(decisions -> decisions.get(1).isEarned()).count())
        .isBetween(LEARNERS / 50L, LEARNERS * 9L / 10);
  }
}
