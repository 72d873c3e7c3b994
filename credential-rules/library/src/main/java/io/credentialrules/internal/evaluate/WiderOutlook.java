package io.credentialrules.internal.evaluate;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.explain.Outlook;
import io.credentialrules.internal.plan.DayFields;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.timeline.Openness;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What further facts and time would change for a record. What further facts would change is looked
 * for once, when it is first asked. Thread-safe.
 */
final class WiderOutlook {
  /**
   * One part in so many of what a decision may look at to share out its facts: each kind of further
   * facts is shared out too. Where that is not enough, it is shared out well, as a decision is.
   */
  private static final int SHARE_OF_SHARING = 10;

  /**
   * Facts that do not count, and the state of a requirement that they would meet; the nearest
   * first.
   */
  private enum Wider {
    PENDING(RequirementState.PENDING_REVIEW, Reason.UNVETTED, Reason.VETTED_LATER),
    IN_PROGRESS(RequirementState.IN_PROGRESS, Reason.IN_PROGRESS),
    EXPIRED(RequirementState.EXPIRED, Reason.EXPIRED),
    REVOKED(RequirementState.REVOKED, Reason.REVOKED, Reason.SUSPENDED);

    private final RequirementState state;
    private final ImmutableSet<Reason> reasons;

    Wider(RequirementState state, Reason first, Reason... more) {
      this.state = state;
      this.reasons = Sets.immutableEnumSet(first, more);
    }
  }

  /** What would be satisfied if further facts counted; some of them may have something open. */
  private record View(
      RequirementState state,
      Verdicts verdicts,
      @Nullable OpenWork open,
      Supplier<OpenWork> sharing) {
    boolean satisfies(int requirement) {
      return verdicts.satisfied(requirement) || (open != null && open.maySatisfy(requirement));
    }

    boolean serves(Way way, int requirement) {
      return satisfies(requirement)
          && Objects.requireNonNull(sharing.get()).mayServe(way, requirement);
    }
  }

  /** A fact that does not count, with all that speaks against it. */
  private record Against(NotCounted not, ImmutableSet<Reason> reasons) {}

  private final Evaluator evaluator;
  private final Weighing weighing;
  private final Supplier<List<View>> views = Suppliers.memoize(this::lookFurther);

  WiderOutlook(Evaluator evaluator, Weighing weighing) {
    this.evaluator = evaluator;
    this.weighing = weighing;
  }

  /**
   * For one thread: it remembers how far it has looked ahead.
   *
   * @param timeline what the record earns on other days, as it is known now
   */
  Outlook forOneThread(Timeline timeline, Budget budget) {
    return new Further(timeline, budget);
  }

  private final class Further implements Outlook {
    private final Timeline timeline;
    private final Budget budget;
    private @Nullable Forecast forecast;
    private @Nullable Boolean recordChanges;

    private Further(Timeline timeline, Budget budget) {
      this.timeline = timeline;
      this.budget = budget;
    }

    @Override
    public RequirementState ofRequirement(int requirement) {
      return state(view -> view.satisfies(requirement));
    }

    @Override
    public RequirementState besideOthers(Way way, int requirement) {
      return state(view -> view.serves(way, requirement));
    }

    @Override
    public @Nullable LocalDate eligibleFrom(int credential) {
      LocalDate today = weighing.asOf().toLocalDate();
      if (!recordChangesAfter(today) && !timeline.mayChangeByDay(credential)) {
        return null;
      }
      if (forecast == null) {
        forecast = new Forecast(evaluator, weighing, timeline, budget.again());
      }
      return forecast.nextSeen(credential, today);
    }

    /** The same for all credentials, so the facts are looked through once. */
    private boolean recordChangesAfter(LocalDate day) {
      Boolean known = recordChanges;
      if (known == null) {
        known = timeline.recordChangesAfter(day) || isReviewedLater();
        recordChanges = known;
      }
      return known;
    }

    private boolean isReviewedLater() {
      return weighing.facts().notCounted().stream()
          .anyMatch(not -> Forecast.reviewedLater(not.fact(), weighing.knownOn()) != null);
    }
  }

  private RequirementState state(Predicate<View> fits) {
    for (View view : Objects.requireNonNull(views.get())) {
      if (fits.test(view)) {
        return view.state();
      }
    }
    return RequirementState.UNMET;
  }

  /**
   * Each kind of facts alone, then together with the nearer kinds; only kinds that the record has.
   * A fact is of a kind when nothing else speaks against it.
   */
  private List<View> lookFurther() {
    Budget budget = new Budget(evaluator.limits());
    List<Against> against = new ArrayList<>();
    for (NotCounted not : weighing.facts().notCounted()) {
      VocabularyType type =
          Objects.requireNonNull(
              evaluator.program().vocabulary().typeOf(not.fact()), "it was weighed");
      against.add(new Against(not, weighing.counting().allAgainst(not.fact(), type)));
    }
    List<View> alone = new ArrayList<>();
    List<View> together = new ArrayList<>();
    Set<Reason> nearer = EnumSet.noneOf(Reason.class);
    List<NotCounted> before = List.of();
    for (Wider wider : Wider.values()) {
      nearer.addAll(wider.reasons);
      List<NotCounted> own = within(against, wider.reasons);
      if (!own.isEmpty()) {
        alone.add(view(wider, own, wider.reasons, budget));
      }
      List<NotCounted> all = within(against, nearer);
      if (!all.equals(own) && !all.equals(before)) {
        together.add(view(wider, all, ImmutableSet.copyOf(nearer), budget));
      }
      before = all;
    }
    alone.addAll(together);
    return List.copyOf(alone);
  }

  /** Of facts that differ, those against which nothing else speaks; always in the same order. */
  private static List<NotCounted> within(List<Against> against, Set<Reason> reasons) {
    List<NotCounted> within = new ArrayList<>();
    for (Against one : against) {
      if (reasons.containsAll(one.reasons())) {
        within.add(one.not());
      }
    }
    return within;
  }

  /** What would be if these facts counted too. */
  private View view(
      Wider wider, Collection<NotCounted> further, ImmutableSet<Reason> overlooked, Budget budget) {
    List<Fact> counted = new ArrayList<>(weighing.facts().counted());
    Set<NotCounted> taken = Sets.newIdentityHashSet();
    for (NotCounted not : further) {
      counted.add(not.fact());
      taken.add(not);
    }
    List<NotCounted> left = new ArrayList<>();
    for (NotCounted not : weighing.facts().notCounted()) {
      if (!taken.contains(not)) {
        left.add(not);
      }
    }
    Standing standing =
        Standing.of(
            evaluator.program(), evaluator.order(), counted, left, weighing.asOf().toLocalDate());
    Weighing wide = weighing.with(overlooked, new WeighedFacts(counted, left, List.of()), standing);
    Evaluator.Settled settled = evaluator.settled(wide, budget.again());
    Openness openness =
        new Openness(
            further.stream().map(NotCounted::fact).toList(),
            weighing.asOf().toLocalDate(),
            new DayFields(weighing.asOf()));
    return new View(
        wider.state,
        settled.verdicts(),
        openness.isEmpty() ? null : new OpenWork(evaluator, settled, openness, budget(1)),
        Suppliers.memoize(
            () -> new OpenWork(evaluator, settled, openness, budget(SHARE_OF_SHARING))));
  }

  private Budget budget(int share) {
    Limits limits = evaluator.limits();
    return new Budget(limits.withMaxJoinRows(Math.max(1, limits.maxJoinRows() / share)));
  }
}
