package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LearnerRecord;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules what they would say, on the date of the evaluation that is planned from, of what
 * the credential that is planned for rests on.
 */
public interface Trial {

  /** What the rules say of the record with changes, on the budget of the question. */
  Answer answer(Changed changed, Budget budget);

  /** Whether a session of the rules' network earns the credential from the record with changes. */
  boolean isConfirmed(Changed changed, Budget budget);

  /**
   * Whether the rules' network earns the credential where requirements that are not satisfied look
   * at these facts, and at no others; what is satisfied stays so.
   */
  boolean isConfirmed(List<Candidate> facts, Budget budget);

  /**
   * What the facts of a plan change.
   *
   * @param replaced facts of the record that others take the place of
   * @param added the facts of the plan
   * @param record the record that has them
   */
  record Changed(Set<Fact> replaced, List<Candidate> added, Supplier<LearnerRecord> record) {
    /** Whether the record stays as it is. */
    public boolean isNothing() {
      return replaced.isEmpty() && added.isEmpty();
    }
  }

  /** What the rules say. */
  interface Answer {
    /** Whether a requirement is satisfied, by its number. */
    boolean satisfied(int requirement);

    /** Whether a credential is earned or held, by its number. */
    boolean earned(int credential);

    /** The requirements that are satisfied, by number, of those that the credential rests on. */
    List<Integer> allSatisfied();

    /** The credentials that are earned or held, by number, of those that it rests on. */
    List<Integer> allEarned();

    /** The time in which a credential is earned, or was. */
    Earned dated(int credential);

    /** The credentials that were earned once and are not any more; only where a rule asks. */
    ImmutableSet<Integer> lapsed();

    /** The credentials that were suspended or revoked. */
    ImmutableSet<Integer> withdrawn();
  }

  /**
   * The first day after the date of the evaluation on which the record with changes earns the
   * credential if nothing else is added to it; null where there is none.
   */
  @Nullable LocalDate eligibleFrom(Changed changed, Budget budget);

  /** Whether a pattern sees a fact that does not count, because it asks for such facts. */
  boolean sees(Fact fact, VocabularyType view);

  /** Whether a fact counts. */
  boolean counts(Fact fact);
}
