package io.credentialrules.internal.engine;

import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Met;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What the consequences of the rules do in one evaluation: settle each requirement and credential
 * once. Used by one thread.
 */
final class Firing {
  /** So much enters the network or is settled between two looks at the time. */
  private static final int WORK_BETWEEN_LOOKS_AT_THE_TIME = 32;

  /** So many branches that have a total or a rule of their own are woken at first. */
  private static final int FEW = 4;

  private final Extent extent;
  private final Verdicts verdicts;
  private final Given given;
  private final Limits limits;
  private final Completion completion;
  private final Knowledge knowledge;
  private final Memory memory;
  private final Branches branches;
  private final ObjIntConsumer<Candidate> touching = this::touch;
  private final IntConsumer counting = this::count;
  private final NumbersInTurn woken = new NumbersInTurn(FEW);
  private final Map<Integer, Candidacy> candidacies = new HashMap<>();
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
    this.branches = knowledge.touch().branches();
    this.memory = memory;
    this.facts = new FactsByType(memory);
    this.pairs = new PairLimit(limits);
    this.canLapsedGo = !given.beforehand().lapsed().isEmpty();
  }

  /** Wakes the branches that may hold on no facts at all. */
  void wakeAlways() {
    for (int branch : knowledge.touch().always()) {
      if (extent.hasRequirement(branches.requirement(branch))) {
        wake(branch);
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
      ofType.touchedBy(fact, knowledge.touch().table(), touching);
    }
  }

  /** What is satisfied already needs no further facts. */
  private void touch(Candidate fact, int branch) {
    given.budget().countWork(1);
    int requirement = branches.requirement(branch);
    if (!extent.hasRequirement(requirement) || verdicts.satisfied(requirement)) {
      return;
    }
    if (!branches.hasShape(branch)) {
      wake(branch);
    } else {
      pairs.addPair();
      given.budget().spendComparisons(branches.comparisons(branch));
      enter(new Pair(branch, fact, this));
    }
  }

  /**
   * A pair by which a branch holds for good is decided at once. It waits for its stratum only where
   * it can go again: what is lapsed goes when the credential is earned. A total is only told of
   * pairs that pass.
   */
  private void enter(Pair pair) {
    boolean isTotal = pair.isTotal();
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
      wake(pair.branch());
    }
    memory.insert(pair);
    entered(pair);
  }

  private void wake(int branch) {
    if (woken.addOnce(branch)) {
      Touched touched = new Touched(branch, this);
      if (!branches.hasShape(branch)) {
        facts.want(branches.types(branch));
      }
      if (isPartial && !branches.isMonotone(branch)) {
        later.add(touched);
      } else {
        memory.insert(touched);
      }
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

  Branches branches() {
    return branches;
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
    knowledge.candidacies().askingFor(requirement, counting);
    Met met = knowledge.metToEnter(requirement);
    if (met != null) {
      enter(new Candidate(met, knowledge.met(), given.asOf(), given.budget()));
    }
  }

  /** One more requirement of a way is satisfied; with the last one it enters. */
  private void count(int way) {
    Candidacies ways = knowledge.candidacies();
    if (!extent.hasCredential(ways.credential(way))) {
      return;
    }
    Candidacy candidacy =
        candidacies.computeIfAbsent(way, unseen -> new Candidacy(way, ways, this));
    if (candidacy.hasAllWithOneMore()) {
      if (knowledge.asksNodes() && !ways.looksAtAllTogether(way)) {
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
  void holds(Touched touched) {
    satisfied(branches.requirement(touched.branch()));
    if (isPartial) {
      memory.delete(touched);
    }
  }

  /** All that a way asks for is satisfied, each by itself. */
  void complete(int way) {
    Candidacies ways = knowledge.candidacies();
    int credential = ways.credential(way);
    if (!given.beforehand().withdrawn().contains(credential)
        && (!ways.looksAtAllTogether(way) || completion.holds(ways.way(way), verdicts))) {
      earned(credential);
    }
  }

  /** A credential is earned. */
  void earned(int credential) {
    if (verdicts.settleCredential(credential)) {
      spend();
      enterEarned(credential);
    }
  }

  /** What asks for a credential that is earned learns of it; what was lapsed is there only once. */
  void enterEarned(int credential) {
    List<Object> before = canLapsedGo ? lapsed.remove(credential) : null;
    if (before != null) {
      before.forEach(this::leave);
    }
    if (knowledge.asksForEarned()) {
      enter(knowledge.earned(credential, given));
    }
  }

  private void leave(Object entered) {
    if (entered instanceof Candidate fact) {
      facts.remove(fact);
    } else {
      memory.delete(entered);
    }
  }

  /** A credential was earned once: it is there, as lapsed, until it is earned. */
  void lapsed(int credential) {
    if (knowledge.asksForEarned()) {
      List<Object> of = new ArrayList<>();
      lapsed.put(credential, of);
      entered = of;
      enter(knowledge.lapsed(credential, given));
      entered = null;
    }
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
