package io.credentialrules.internal.evaluate;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.Plan;
import io.credentialrules.StepCosts;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.evaluate.Evaluator.Settled;
import io.credentialrules.internal.plan.Outline;
import io.credentialrules.internal.plan.OutlineForm;
import io.credentialrules.internal.plan.PlanRequest;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.vocabulary.HeldCredential;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Outlines from which plans follow, from the second time on that a plan is asked for of credentials
 * of one form: of so many forms and so many credentials, and as long as there is memory.
 * Thread-safe.
 */
final class Outlines {
  private static final int MOST = 1_000;

  /** With fewer combinations a search may have to give up, which an outline does not notice. */
  private static final int LEAST_ROWS = 10_000;

  private final Cache<Integer, Optional<Found>> credentials = cache();
  private final Cache<OutlineForm, Sought> forms = cache();

  /**
   * An outline.
   *
   * @param support all that its credential rests on
   * @param outline from which plans follow
   */
  private record Found(Support support, Outline outline) {}

  /**
   * What is known of a form.
   *
   * @param isAskedAgain whether plans were asked for more than once
   * @param outline of one of its credentials; null where plans have to be searched for, or are
   *     asked for the first time
   */
  private record Sought(boolean isAskedAgain, @Nullable Outline outline) {}

  private static <K, V> Cache<K, V> cache() {
    return CacheBuilder.newBuilder().maximumSize(MOST).softValues().build();
  }

  /**
   * The plan that follows from the outline of a credential, on a budget; null where a plan has to
   * be searched for.
   *
   * @param settled the record, of which the credential is asked for by its number
   */
  @Nullable Plan plan(Evaluator evaluator, Settled settled, int credential, Budget budget) {
    Weighing now = settled.weighing();
    Verdicts verdicts = settled.verdicts();
    if (verdicts.earned(credential) || !isPlain(now, evaluator.limits())) {
      return null;
    }
    Found found = of(credential, evaluator, now.asOf(), budget);
    if (found == null) {
      return null;
    }
    PlanTrial trial = new PlanTrial(evaluator, settled, found.support());
    LocalDate today = now.asOf().toLocalDate();
    return trial.mayChange(budget)
        ? null
        : found
            .outline()
            .plan(
                new PlanRequest(
                    now.record(),
                    now.asOf(),
                    now.facts().counted(),
                    now.facts().notCounted(),
                    StepCosts.EACH_ONE,
                    new PlanRequest.When(today, today),
                    Set.of()),
                verdicts::satisfied,
                verdicts::earned,
                trial,
                budget);
  }

  /**
   * Whether it is only facts that decide, of which no credential can come to count, and the limits
   * leave room for those of a plan.
   */
  private static boolean isPlain(Weighing now, Limits limits) {
    return now.record().waivers().isEmpty()
        && now.standing().withdrawn().isEmpty()
        && now.once().isEmpty()
        && now.facts().notCounted().stream().noneMatch(not -> not.fact() instanceof HeldCredential)
        && now.record().facts().size() + Outline.MOST_STEPS <= limits.maxFacts()
        && limits.maxJoinRows() >= LEAST_ROWS;
  }

  private @Nullable Found of(
      int credential, Evaluator evaluator, ZonedDateTime asOf, Budget budget) {
    Optional<Found> known = credentials.getIfPresent(credential);
    if (known != null) {
      return known.orElse(null);
    }
    Support support = Support.of(evaluator.program(), credential);
    OutlineForm form =
        support.looksAtDates() ? null : OutlineForm.of(evaluator.program(), credential);
    if (form == null) {
      credentials.put(credential, Optional.empty());
      return null;
    }
    Sought sought = forms.getIfPresent(form);
    if (sought == null) {
      forms.put(form, new Sought(false, null));
      return null;
    }
    if (!sought.isAskedAgain()) {
      budget.pause();
      try {
        sought = new Sought(true, search(evaluator, credential, form, asOf));
      } finally {
        budget.resume();
      }
      forms.put(form, sought);
    }
    Optional<Found> found =
        Optional.ofNullable(sought.outline())
            .map(outline -> outline.with(form))
            .map(outline -> new Found(support, outline));
    credentials.put(credential, found);
    return found.orElse(null);
  }

  /**
   * Searches for one of a credential, on a date that makes no difference; null where there is none.
   *
   * @param form what the credential asks for
   * @param asOf the date of a plan that is asked for
   */
  private static @Nullable Outline search(
      Evaluator evaluator, int credential, OutlineForm form, ZonedDateTime asOf) {
    LearnerRecord nothing = LearnerRecord.builder("nobody").build();
    try {
      Settled settled =
          evaluator.settled(nothing, asOf, asOf.toLocalDate(), new Budget(evaluator.limits()));
      return new PlanQuestions(evaluator, settled).outline(credential, form);
    } catch (LimitExceededException tooMuch) {
      return null;
    }
  }
}
