package io.credentialrules.oracle;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.NotCounted;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** All that an evaluation says, but for the record that it was asked about. */
record Answer(
    List<String> earned,
    List<Decision> decisions,
    List<Fact> counted,
    List<NotCounted> notCounted,
    List<Waiver> unknownWaivers) {

  static Answer of(Evaluation evaluation) {
    return new Answer(
        evaluation.earned(),
        evaluation.decisions(),
        evaluation.counted(),
        evaluation.notCounted(),
        evaluation.unknownWaivers());
  }
}
