package io.credentialrules.internal.engine;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Met;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the consequences of the rules do in one evaluation: settle each requirement and credential
 * once. Used by one thread.
 */
final class Firing {
  /** So much enters the network or is settled between two looks at the time. */
  private static final int WORK_BETWEEN_LOOKS_AT_THE_TIME = 32;

  private final Extent extent;
  private final Verdicts verdicts;
  private final Given given;
  private final Limits limits;
  private final Completion completion;
  private final Knowledge knowledge;
  private final Memory memory;
  private final BiConsumer<Entry, Candidate> touching = this::touch;
  private final Map<Entry, Touched> touched = new HashMap<>();
  private final Map<Asking, Candidacy> candidacies = new HashMap<>();
  private final Map<Integer, List<Object>> lapsed = new HashMap<>();
  private final FactsByType facts;
  private final List<Object> later = new ArrayList<>();
  private final OneByOne<Candidate> inTurn = new OneByOne<>(this::take);
  private final PairLimit pairs;
  private final boolean canLapsedGo;
  private @Nullable List<Object> entered;
  private boolean isPartial;
  private int work;

  Firing(
      Extent extent,
      Given given,
      Limits limits,
      Completion completion,
      Knowledge knowledge,
      Memory memory) {
    this.extent = extent;
    this.verdicts = extent.verdicts();
    this.given = given;
    this.limits = limits;
    this.completion = completion;
    this.knowledge = knowledge;
    this.memory = memory;
    this.facts = new FactsByType(memory);
    this.pairs = new PairLimit(limits);
    this.canLapsedGo = !given.beforehand().lapsed().isEmpty();
  }

  /** Wakes the branches that may hold on no facts at all. */
  void wakeAlways() {
    for (Entry entry : knowledge.touch().always()) {
      if (extent.hasRequirement(entry.requirement())) {
        wake(entry);
      }
    }
  }

  /**
   * A fact enters. What it satisfies can let further facts enter; they wait for their turn, so that
   * the stack does not grow with what follows from each other.
   */
  void enter(Candidate fact) {
    inTurn.add(fact);
  }

  /** It is there, for rules that look at facts themselves, and wakes what it can touch. */
  private void take(Candidate fact) {
    given.budget().countWork(1);
    TouchIndex.OfType ofType = knowledge.touch().ofFactsOf(fact.typeName());
    if (ofType != null) {
      pairs.addFact();
      if (ofType.isInNetwork()) {
        facts.add(fact);
        entered(fact);
      }
      ofType.touchedBy(fact, touching);
    }
  }

  /** What is satisfied already needs no further facts. */
  private void touch(Entry entry, Candidate fact) {
    given.budget().countWork(1);
    if (!extent.hasRequirement(entry.requirement()) || verdicts.satisfied(entry.requirement())) {
      return;
    }
    if (!entry.hasShape()) {
      wake(entry);
    } else {
      pairs.addPair();
      given.budget().spendComparisons(entry.comparisons());
      enter(new Pair(entry, fact, this));
    }
  }

  /**
   * A pair by which a branch holds for good is decided at once. It waits for its stratum only where
   * it can go again: what is lapsed goes when the credential is earned. A total is only told of
   * pairs that pass.
   */
  private void enter(Pair pair) {
    boolean isTotal = pair.entry().isTotal();
    if (knowledge.asksNodes() && !(canLapsedGo && pair.isOf(knowledge.earned()))) {
      work();
      if (!memory.passes(pair)) {
        return;
      }
      if (!isTotal) {
        pair.holds();
        return;
      }
    }
    if (isTotal) {
      wake(pair.entry());
    }
    memory.insert(pair);
    entered(pair);
  }

  private void wake(Entry entry) {
    if (touched.containsKey(entry)) {
      return;
    }
    Touched woken = new Touched(entry, this);
    touched.put(entry, woken);
    facts.want(entry);
    if (isPartial && !entry.isMonotone()) {
      later.add(woken);
    } else {
      memory.insert(woken);
    }
  }

  private void entered(Object fact) {
    if (entered != null) {
      entered.add(fact);
    }
    work();
  }

  private void work() {
    if (++work % WORK_BETWEEN_LOOKS_AT_THE_TIME == 0) {
      given.budget().checkTime();
    }
  }

  /**
   * From now on only some of the facts are there: what can become wrong again with further facts
   * waits until {@link #allThere}. Whatever holds already by some of the facts is settled at once,
   * so that a requirement which the first facts meet costs no combination of the others.
   */
  void someThere() {
    isPartial = true;
  }

  /** All facts are there, so what waited is decided. */
  void allThere() {
    isPartial = false;
    later.forEach(memory::insert);
    later.clear();
  }

  /** Whether a version of the policy applies in this evaluation. */
  boolean isInForce(Window window, VersionBy versionBy) {
    return window.contains(versionBy.date(given.policyDate(), given.asOf().toLocalDate()));
  }

  Verdicts verdicts() {
    return verdicts;
  }

  /** A requirement is satisfied, by its number. */
  void satisfied(int requirement) {
    if (verdicts.settleRequirement(requirement)) {
      spend();
      enterSatisfied(requirement);
    }
  }

  /** What asks for a requirement that is satisfied learns of it. */
  void enterSatisfied(int requirement) {
    for (Asking asking : knowledge.candidacies().askingFor(requirement)) {
      if (extent.hasCredential(asking.credential())) {
        count(asking);
      }
    }
    Met met = knowledge.metToEnter(requirement);
    if (met != null) {
      enter(new Candidate(met, knowledge.met(), given.asOf(), given.budget()));
    }
  }

  /** One more requirement of a way is satisfied; with the last one it enters. */
  private void count(Asking asking) {
    Candidacy candidacy = candidacies.get(asking);
    if (candidacy == null) {
      candidacy = new Candidacy(asking, this);
      candidacies.put(asking, candidacy);
    }
    if (candidacy.hasAllWithOneMore()) {
      if (knowledge.asksNodes() && !asking.looksAtAllTogether()) {
        if (memory.passes(candidacy)) {
          candidacy.complete();
        }
      } else if (isPartial) {
        later.add(candidacy);
      } else {
        memory.insert(candidacy);
      }
    }
  }

  /** A branch holds; while facts are still to come, no further combination of them is looked at. */
  void holds(Touched branch) {
    satisfied(branch.entry().requirement());
    if (isPartial) {
      memory.delete(branch);
    }
  }

  /** All that a way asks for is satisfied, each by itself. */
  void complete(Asking asking) {
    if (!given.beforehand().withdrawn().contains(asking.credential())
        && (!asking.looksAtAllTogether() || completion.holds(asking.way(), verdicts))) {
      earned(asking.award());
    }
  }

  /** A credential is earned. */
  void earned(Award award) {
    if (verdicts.settleCredential(award.number())) {
      spend();
      enterEarned(award);
    }
  }

  /** What asks for a credential that is earned learns of it; what was lapsed is there only once. */
  void enterEarned(Award award) {
    List<Object> before = lapsed.remove(award.number());
    if (before != null) {
      before.forEach(this::leave);
    }
    if (knowledge.asksForEarned()) {
      enter(
          dated(
              award,
              new Candidate(award.fact(), knowledge.earned(), given.asOf(), given.budget())));
    }
  }

  private void leave(Object entered) {
    if (entered instanceof Candidate fact) {
      facts.remove(fact);
    } else {
      memory.delete(entered);
    }
  }

  private Candidate dated(Award award, Candidate candidate) {
    return candidate.dated(() -> given.dated().apply(award.number()));
  }

  /** A credential was earned once: it is there, as lapsed, until it is earned. */
  void lapsed(Award award) {
    List<Object> of = new ArrayList<>();
    lapsed.put(award.number(), of);
    entered = of;
    enter(
        dated(
            award,
            Candidate.lapsed(award.fact(), knowledge.earned(), given.asOf(), given.budget())));
    entered = null;
  }

  private void spend() {
    if (verdicts.derived() > limits.maxDerivedFacts()) {
      throw new LimitExceededException(
          "maxDerivedFacts",
          limits.maxDerivedFacts(),
          "the record satisfies too many requirements and credentials; raise the limit");
    }
    work();
  }
}
