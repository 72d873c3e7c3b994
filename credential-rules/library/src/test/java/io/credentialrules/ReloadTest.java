package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules hold nothing but memory, and give it back. */
class ReloadTest {
  private static final int RELOADS = 200;
  private static final int MOST_COLLECTIONS = 100;

  @Test
  void rules_that_were_compiled_used_and_dropped_leave_nothing_behind() throws Exception {
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
      dropped.add(new WeakReference<>(rules));
      dropped.add(new WeakReference<>(evaluation));
    }
    assertThat(dropped).hasSize(2 * RELOADS);
    for (int i = 0; i < MOST_COLLECTIONS && alive(dropped) > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(alive(dropped)).isZero();
  }

  private static long alive(List<WeakReference<Object>> references) {
    return references.stream().filter(reference -> reference.get() != null).count();
  }
}
