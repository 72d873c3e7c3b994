package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LearnerRecord;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Asks the rules what they would say, on the date of the evaluation that is planned from. */
public interface Trial {

  /** What the rules say of a record, on the budget of the question. */
  Answer answer(LearnerRecord record, Budget budget);

  /**
   * What the rules say.
   *
   * @param lapsed the credentials, by number, that were earned once and are not any more; only
   *     where a rule asks for it
   * @param withdrawn the credentials, by number, that were suspended or revoked
   * @param dated the credentials by number, with the time in which each is earned, or was
   */
  record Answer(
      Verdicts verdicts,
      ImmutableSet<Integer> lapsed,
      ImmutableSet<Integer> withdrawn,
      IntFunction<Earned> dated) {}

  /**
   * The first day after the date of the evaluation on which a record earns a credential if nothing
   * is added to it; null where there is none.
   */
  @Nullable LocalDate eligibleFrom(LearnerRecord record, int credential, Budget budget);

  /** Whether a pattern sees a fact that does not count, because it asks for such facts. */
  boolean sees(Fact fact, VocabularyType view);

  /** Whether a fact counts. */
  boolean counts(Fact fact);
}
