package io.credentialrules.policy.syntax;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A credential that is earned or held: {@code Earned( credential == "horticulture-level-1" )}.
 * Derived by credential rules, or by a {@code HeldCredential} that counts. Its dates bound the
 * uninterrupted time around the date of evaluation on which the same record earns it, as a decision
 * says them; of one that is not earned any more, the last such time.
 *
 * @param credential the credential's id
 * @param pathway the pathway of its rules; null where they name none
 * @param level the level of its rules; null where they name none
 * @param since the first day of that time; null where it has no beginning
 * @param until the last day of that time, if nothing is added; null where it has no end
 */
public record Earned(
    String credential,
    @Nullable String pathway,
    @Nullable Integer level,
    @Nullable LocalDate since,
    @Nullable LocalDate until) {

  /** A credential of which only is known that it is earned. */
  public Earned(String credential, @Nullable String pathway, @Nullable Integer level) {
    this(credential, pathway, level, null, null);
  }

  /** The same credential, earned in this time. */
  public Earned during(@Nullable LocalDate first, @Nullable LocalDate last) {
    return new Earned(credential, pathway, level, first, last);
  }
}
