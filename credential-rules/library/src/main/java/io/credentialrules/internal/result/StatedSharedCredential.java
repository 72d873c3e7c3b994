package io.credentialrules.internal.result;

import io.credentialrules.Decision;
import io.credentialrules.SharedCredential;
import io.credentialrules.vocabulary.Fact;
import java.util.List;

/** A {@link SharedCredential} as the library states it. */
public record StatedSharedCredential(String learner, Decision.Earned decision, List<Fact> evidence)
    implements SharedCredential {

  /** Copies the list. */
  public StatedSharedCredential {
    evidence = List.copyOf(evidence);
  }
}
