package io.credentialrules.testkit;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Learner;
import java.time.ZonedDateTime;

/** What the generated records of laws have in common; override what a policy asks otherwise. */
public interface GeneratedLearners {
  /** The date of evaluation; on any that all policies are in force. */
  default ZonedDateTime asOf() {
    return ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");
  }

  /** The learner of the records, with whatever policies ask of one, such as an age. */
  default Learner learner() {
    return Learner.of("learner");
  }

  /** What plans begin with: the learner, and what only the institution brings about. */
  default LearnerRecord start() {
    return LearnerRecord.of(learner());
  }
}
