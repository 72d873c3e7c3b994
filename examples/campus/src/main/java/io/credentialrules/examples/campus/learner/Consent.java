package io.credentialrules.examples.campus.learner;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That the learner agrees to something. A fact type of this application: the starter finds it, so
 * that it is kept and audited with the learner's other facts, and a policy could ask for it.
 *
 * @param purpose what the learner agrees to
 * @param givenOn when
 * @param provenance where it came from
 */
@FactType(noun = "consent", plural = "consents", needsVetting = false)
public record Consent(Purpose purpose, @Nullable LocalDate givenOn, Provenance provenance)
    implements Fact {

  /** What a learner can agree to. */
  public enum Purpose {
    /** That employers find the learner by name with the badges that are shared. */
    EMPLOYERS
  }

  @Override
  public @Nullable LocalDate occurredOn() {
    return givenOn;
  }
}
