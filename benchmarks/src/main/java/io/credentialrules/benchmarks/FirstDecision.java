package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.lang.management.ManagementFactory;

/** Prints the milliseconds from the start of the JVM to the first decision with its reasons. */
public final class FirstDecision {
  private FirstDecision() {}

  /** Loads the horticulture pack, evaluates one learner, and prints the time. */
  public static void main(String[] arguments) {
    CredentialRules rules = Library.compile(PackSet.HORTICULTURE.packs()).rules();
    LearnerRecord record =
        LearnerRecord.of(
            Learner.of("maria"),
            TrainingCompletion.builder()
                .type(TrainingType.COURSE)
                .training("horticulture-online-first-part")
                .provenance(Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, Engine.TODAY))
                .build());
    boolean earned =
        rules.evaluate(record, Engine.AS_OF).decision("horticulture-level-1").isEarned();
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(
        (earned ? "earned" : "not earned") + " after " + (System.currentTimeMillis() - started));
  }
}
