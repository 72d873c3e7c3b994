package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.WorkExperience;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules hold nothing but memory, and give it back. */
class ReloadTest {
  private static final int RELOADS = 200;
  private static final int MOST_COLLECTIONS = 100;

  /** To wait for the next that is collected; what is there already is not waited for. */
  private static final long MOST_MILLIS = 20;

  @Test
  void rules_that_were_compiled_used_and_dropped_leave_nothing_behind() throws Exception {
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    List<WeakReference<Object>> dropped = new ArrayList<>();
    for (int i = 0; i < RELOADS; i++) {
      CredentialRules rules =
          rules(
              "rule \"R\" @credential( \"c\" ) @validFor( \"1 year\" ) when WorkExperience( hours >= "
                  + i
                  + ", $e : endedOn ) not AssessmentResult( takenOn > $e ) then end");
      Evaluation evaluation = rules.evaluate(record(work("a", "300")), TODAY, ZONE);
      assertThat(evaluation.decisions()).hasSize(1);
      assertThat(evaluation.isEarned("c")).isTrue();
      dropped.add(new WeakReference<>(rules, collected));
      dropped.add(new WeakReference<>(evaluation, collected));
    }
    assertThat(dropped).hasSize(2 * RELOADS);
    collect(dropped.size(), collected);
    assertThat(dropped).allMatch(reference -> reference.get() == null);
  }

  /** What the engine shares among evaluations would also be seen by another thread. */
  @Test
  void rules_that_are_kept_forget_the_facts_of_an_evaluation_that_nobody_holds() throws Exception {
    CredentialRules rules =
        rules(
            """
            rule "Join" @credential( "join" ) when
              WorkExperience( $e : experience, hours >= 10 ) not AssessmentResult( assessment == $e )
            then end
            rule "Lone" @credential( "lone" ) when WorkExperience( hours >= 20 ) then end
            rule "Total" @credential( "total" ) @evidence( "exclusive" ) when
              accumulate( WorkExperience( $h : hours ); $sum : sum( $h ); $sum >= 30 )
            then end
            """);
    ReferenceQueue<Object> collected = new ReferenceQueue<>();
    WeakReference<Object> fact = used(rules, collected);
    collect(1, collected);
    assertThat(fact.get()).isNull();
    assertThat(rules.catalogue()).hasSize(3);
  }

  private static WeakReference<Object> used(CredentialRules rules, ReferenceQueue<Object> queue) {
    WorkExperience fact = work("a", "300");
    assertThat(rules.evaluate(record(fact), TODAY, ZONE).earned())
        .containsExactlyInAnyOrder("join", "lone", "total");
    return new WeakReference<>(fact, queue);
  }

  private static void collect(int most, ReferenceQueue<Object> collected) throws Exception {
    int gone = 0;
    for (int i = 0; i < MOST_COLLECTIONS && gone < most; i++) {
      System.gc();
      while (gone < most && collected.remove(MOST_MILLIS) != null) {
        gone++;
      }
    }
  }
}
