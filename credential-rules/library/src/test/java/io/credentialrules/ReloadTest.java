package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

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
    int gone = 0;
    for (int i = 0; i < MOST_COLLECTIONS && gone < dropped.size(); i++) {
      System.gc();
      while (gone < dropped.size() && collected.remove(MOST_MILLIS) != null) {
        gone++;
      }
    }
    assertThat(dropped).allMatch(reference -> reference.get() == null);
  }
}
