package io.credentialrules.internal.evaluate;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.internal.engine.Beforehand;
import io.credentialrules.internal.engine.Completion;
import io.credentialrules.internal.engine.Extent;
import io.credentialrules.internal.engine.Given;
import io.credentialrules.internal.engine.RuleNetwork;
import io.credentialrules.internal.engine.Savings;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.explain.Derived;
import io.credentialrules.internal.explain.Explanation;
import io.credentialrules.internal.explain.Outlook;
import io.credentialrules.internal.explain.Situation;
import io.credentialrules.internal.listen.Listeners;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.CalendarYears;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.reach.Reach;
import io.credentialrules.internal.timeline.Timeline;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Weighs records with compiled rules. Immutable and thread-safe. */
public final class Evaluator {
  /** To see whether it counts and to read it, in combinations of facts. */
  private static final int WORK_OF_A_FACT = 5;

  private final Program program;
  private final RuleNetwork network;
  private final Limits limits;
  private final String policyDigest;
  private final CanonicalOrder order;
  private final AwardedIds awardedIds;
  private final Supplier<NamedTexts> namedTexts;
  private final Supplier<Reach> reach;
  private final Timelines timelines;
  private final Supplier<Outlines> outlines;

  /** Builds the network of a program; one that does not save all is there to compare with. */
  public Evaluator(Program program, Limits limits, String policyDigest, Savings savings) {
    this.program = program;
    this.network = new RuleNetwork(program, savings);
    this.limits = limits;
    this.policyDigest = policyDigest;
    this.order = new CanonicalOrder(program);
    this.awardedIds = new AwardedIds(program);
    this.namedTexts = Suppliers.memoize(() -> new NamedTexts(program));
    this.timelines = new Timelines(program);
    this.outlines = Suppliers.memoize(Outlines::new);
    this.reach = Suppliers.memoize(() -> new Reach(program));
  }

  /** Builds the network now, so that the first evaluation is as quick as the others. */
  public void prepare() {
    network.build();
  }

  /** Weighs a record for the library itself, with the reviews that are known on its date. */
  public RecordEvaluation evaluate(LearnerRecord record, ZonedDateTime asOf) {
    return evaluate(record, asOf, asOf.toLocalDate());
  }

  /** Weighs a record for the library itself, with the reviews that are known on a day. */
  public RecordEvaluation evaluate(LearnerRecord record, ZonedDateTime asOf, LocalDate knownOn) {
    return evaluate(null, Listeners.NONE, record, asOf, knownOn);
  }

  /**
   * Weighs a record with the reviews that are known on a day.
   *
   * @param rules what the evaluation says its rules are; null where nobody asks it
   * @param listeners who is told what the evaluation is asked
   */
  public RecordEvaluation evaluate(
      @Nullable CredentialRules rules,
      Listeners listeners,
      LearnerRecord record,
      ZonedDateTime asOf,
      LocalDate knownOn) {
    CalendarYears.check(
        asOf.toLocalDate(), () -> "the date of evaluation", "evaluate on a day of these years");
    Settled settled = settled(record, asOf, knownOn, new Budget(limits));
    return new RecordEvaluation(this, rules, listeners, settled.weighing(), settled.verdicts());
  }

  /** A record with what it earned before, and what is proven of it. */
  record Settled(Weighing weighing, Verdicts verdicts) {}

  /** What is proven of a record as it is known on a day, by a question that asks for more. */
  Settled settled(LearnerRecord record, ZonedDateTime asOf, LocalDate knownOn, Budget budget) {
    budget.countWork(WORK_OF_A_FACT * record.facts().size());
    return settled(weighing(record, asOf, knownOn), budget.again());
  }

  /** What is proven of a record, where it is not known yet what it earned before. */
  Settled settled(Weighing weighing, Budget budget) {
    Verdicts verdicts = settle(weighing, budget);
    if (program.askedOnce().stream().allMatch(verdicts::earned)) {
      return new Settled(weighing, verdicts);
    }
    Weighing before = weighing.with(earnedBefore(weighing, verdicts, budget.again()));
    return new Settled(before, before.once().isEmpty() ? verdicts : settle(before, budget.again()));
  }

  /** The credentials that rules ask for although they have lapsed, with the day. */
  private Map<Integer, LocalDate> earnedBefore(
      Weighing weighing, Verdicts verdicts, Budget budget) {
    Timeline timeline = timeline(weighing, budget);
    Map<Integer, LocalDate> once = new TreeMap<>();
    for (int credential : program.askedOnce()) {
      LocalDate day = verdicts.earned(credential) ? null : timeline.earnedBefore(credential);
      if (day != null) {
        once.put(credential, day);
      }
    }
    return once;
  }

  /** Which facts of a record count, and what else is known of it before it is settled. */
  Weighing weighing(LearnerRecord record, ZonedDateTime asOf, LocalDate knownOn) {
    Counting counting = new Counting(asOf, knownOn);
    WeighedFacts facts = WeighedFacts.of(record, program.vocabulary(), counting, limits);
    return new Weighing(
        WeighedRecord.of(record, facts),
        counting,
        ImmutableSet.of(),
        Waived.of(record.waivers(), program, asOf.toLocalDate(), limits),
        Standing.of(program, order, facts.counted(), facts.notCounted(), asOf.toLocalDate()),
        ImmutableSortedMap.of());
  }

  private Timeline timeline(Weighing weighing, Budget budget) {
    return timeline(weighing, weighing.knownOn(), budget);
  }

  /** What the record earns on other days, as it is known on one. Made afresh as an explanation. */
  Timeline timeline(Weighing weighing, LocalDate knownOn, Budget budget) {
    return timelines.of(weighing, knownOn, budget);
  }

  /** The texts that its rules name; looked for when they are first asked for. */
  NamedTexts namedTexts() {
    return namedTexts.get();
  }

  /** What a change can bear on; found when it is first asked for. */
  Reach reach() {
    return reach.get();
  }

  /** What plans of some credentials follow from. */
  Outlines outlines() {
    return outlines.get();
  }

  private Verdicts settle(Weighing weighing, Budget budget) {
    Facts facts =
        new Facts(
            program,
            weighing.facts().counted(),
            weighing.facts().notCounted(),
            weighing.counting(),
            weighing.overlooked(),
            budget);
    return settle(
        weighing, facts.all(), facts.held(program, weighing.standing()), Extent.ALL, budget);
  }

  /**
   * Settles what a extent has.
   *
   * @param facts all facts that something in the extent looks at
   * @param held the credentials that the learner holds in good standing, by number
   */
  Verdicts settle(
      Weighing weighing,
      List<Candidate> facts,
      ImmutableSet<Integer> held,
      Extent extent,
      Budget budget) {
    return network.settle(
        new Given(
            facts,
            new Beforehand(
                ImmutableSet.copyOf(weighing.waived().requirements().keySet()),
                held,
                weighing.once().keySet(),
                weighing.standing().withdrawn().keySet()),
            weighing.asOf(),
            weighing.policyDate(),
            dated(weighing, budget),
            budget),
        limits,
        completion(weighing, budget.again()),
        extent);
  }

  /** The credentials with the times in which they are earned; worked out when a rule asks. */
  IntFunction<Earned> dated(Weighing weighing, Budget budget) {
    Supplier<Timeline> timeline = Suppliers.memoize(() -> timeline(weighing, budget.again()));
    return credential -> timeline.get().dated(credential);
  }

  /**
   * One explanation for all questions of one evaluation: what a rule depends on is settled when it
   * is asked about, so what was worked out stays true.
   */
  private Completion completion(Weighing weighing, Budget budget) {
    AtomicReference<@Nullable Explanation> shared = new AtomicReference<>();
    return (way, verdicts) -> {
      Explanation explanation = shared.get();
      if (explanation == null) {
        explanation = explanation(weighing, verdicts, (timeline, spent) -> Outlook.NONE, budget);
        shared.set(explanation);
      }
      budget.refill();
      return explanation.isComplete(way);
    };
  }

  /**
   * Remembers, and is used by one thread.
   *
   * @param outlook made for the timeline that the explanation uses too
   */
  Explanation explanation(
      Weighing weighing,
      Verdicts verdicts,
      BiFunction<Timeline, Budget, Outlook> outlook,
      Budget budget) {
    List<Fact> counted = order.sorted(weighing.facts().counted());
    List<NotCounted> notCounted = order.sortedNotCounted(weighing.facts().notCounted());
    Facts facts =
        new Facts(program, counted, notCounted, weighing.counting(), weighing.overlooked(), budget);
    Timeline timeline = timeline(weighing, budget.again());
    return new Explanation(
        program,
        new Situation(
            facts.all(),
            new Derived(
                program, verdicts, weighing.once(), timeline::dated, weighing.asOf(), budget),
            verdicts,
            weighing.once(),
            weighing.asOf(),
            weighing.policyDate(),
            budget),
        notCounted,
        weighing.standing().withdrawn(),
        weighing.waived().requirements(),
        timeline,
        outlook.apply(timeline, budget));
  }

  public Program program() {
    return program;
  }

  AwardedIds awardedIds() {
    return awardedIds;
  }

  public CanonicalOrder order() {
    return order;
  }

  public Limits limits() {
    return limits;
  }

  public String policyDigest() {
    return policyDigest;
  }
}
