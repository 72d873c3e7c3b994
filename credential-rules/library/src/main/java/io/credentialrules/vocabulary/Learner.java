package io.credentialrules.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The learner: one fact of every record. Policies can also ask for {@code age}: the full years
 * between birth and the date of evaluation. Stated by the institution, so it needs no vetting.
 *
 * @param id identifies the learner in the host's system
 * @param birthDate date of birth; without it, and before it, the age is unknown and meets no
 *     condition
 * @param campus the campus, as the institution abbreviates it, such as {@code UM} or {@code UMF}
 * @param roles the roles that the institution gives the learner, such as {@code STUDENT}; sorted,
 *     never null
 * @param provenance who vetted it, where it came from, its status and validity
 */
@FactType(noun = "learner", plural = "learners", needsVetting = false)
@Built
public record Learner(
    String id,
    @Nullable LocalDate birthDate,
    @Nullable String campus,
    Set<String> roles,
    Provenance provenance)
    implements Fact {

  /** Checks amounts, dates and required words. */
  public Learner {
    Texts.require("id", id);
    roles = Texts.sorted(roles);
    Objects.requireNonNull(provenance, "provenance");
  }

  /** A learner of whom only the id is known. */
  public static Learner of(String id) {
    return builder().id(id).build();
  }

  /** For a learner of whom more than the id is known. */
  public static LearnerBuilder builder() {
    return LearnerBuilder.builder().roles(Set.of()).provenance(Provenance.UNVETTED);
  }

  /** For one that differs in some parts. */
  public LearnerBuilder toBuilder() {
    return LearnerBuilder.builder(this);
  }
}
