package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the consequences of the rules do in one evaluation: settle each requirement and credential
 * once. Used by one thread.
 */
public final class Firing {
  private final Program program;
  private final Extent extent;
  private final Verdicts verdicts;
  private final Given given;
  private final Limits limits;
  private final Completion completion;
  private final VocabularyType met;
  private final VocabularyType earned;
  private final TouchIndex touch;
  private final ImmutableSet<String> ownTypes;
  private final Candidacies candidacies;
  private final Map<Integer, List<Object>> lapsed = new HashMap<>();
  private final List<Object> later = new ArrayList<>();
  private boolean isPartial;
  private final Map<Entry, Touched> touched = new HashMap<>();
  private final Map<Candidacies.Asking, Integer> satisfiedOf = new HashMap<>();

  /** How facts come and go, in the words of the engine. */
  interface Memory {
    void insert(Object fact);

    void delete(Object fact);
  }

  Firing(
      Program program,
      Extent extent,
      Given given,
      Limits limits,
      Completion completion,
      VocabularyType met,
      VocabularyType earned,
      TouchIndex touch,
      ImmutableSet<String> ownTypes,
      Candidacies candidacies) {
    this.program = program;
    this.extent = extent;
    this.verdicts = extent.verdicts();
    this.given = given;
    this.limits = limits;
    this.completion = completion;
    this.met = met;
    this.earned = earned;
    this.touch = touch;
    this.ownTypes = ownTypes;
    this.candidacies = candidacies;
  }

  /** Wakes the branches that may hold on no facts at all. */
  void wakeAlways(Memory memory) {
    for (Entry entry : touch.always()) {
      if (extent.hasRequirement(entry.requirement().number())) {
        wake(entry, memory);
      }
    }
  }

  /**
   * A fact enters, for rules that look at facts themselves, and wakes what it can touch. What is
   * satisfied already needs no further facts.
   */
  void enter(Candidate fact, Memory memory) {
    given.budget().countWork(1);
    if (ownTypes.contains(fact.typeName())) {
      memory.insert(fact);
    }
    touch.touchedBy(
        fact,
        entry -> {
          given.budget().countWork(1);
          int requirement = entry.requirement().number();
          if (extent.hasRequirement(requirement) && !verdicts.satisfied(requirement)) {
            Touched woken = wake(entry, memory);
            if (entry.hasShape()) {
              memory.insert(new Pair(woken, fact));
            }
          }
        });
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
  void allThere(Memory memory) {
    isPartial = false;
    later.forEach(memory::insert);
    later.clear();
  }

  private Touched wake(Entry entry, Memory memory) {
    Touched known = touched.get(entry);
    if (known != null) {
      return known;
    }
    Touched woken = new Touched(entry, this);
    touched.put(entry, woken);
    if (isPartial && !entry.isMonotone()) {
      later.add(woken);
    } else if (!entry.hasShape() || entry.isTotal()) {
      memory.insert(woken);
    }
    return woken;
  }

  /** Whether a version of the policy applies in this evaluation. */
  boolean isInForce(Window window, VersionBy versionBy) {
    return window.contains(
        versionBy == VersionBy.POLICY_DATE && given.policyDate() != null
            ? given.policyDate()
            : given.asOf().toLocalDate());
  }

  Verdicts verdicts() {
    return verdicts;
  }

  void satisfied(Requirement requirement, Memory memory) {
    if (verdicts.settleRequirement(requirement.number())) {
      spend();
      enterSatisfied(requirement.number(), memory);
    }
  }

  /** What asks for a requirement that is satisfied learns of it. */
  void enterSatisfied(int number, Memory memory) {
    for (Candidacies.Asking asking : candidacies.askingFor(number)) {
      if (extent.hasCredential(asking.award().number())
          && satisfiedOf.merge(asking, 1, Integer::sum) == asking.size()) {
        insertOrWait(asking.candidacy(this), memory);
      }
    }
    Requirement requirement = program.requirements().get(number);
    if (requirement.kind() == Kind.REQUIREMENT) {
      enter(new Candidate(requirement.fact(), met, given.asOf(), given.budget()), memory);
    }
  }

  /** A branch holds; while facts are still to come, no further combination of them is looked at. */
  void holds(Touched touched, Memory memory) {
    satisfied(touched.entry().requirement(), memory);
    if (isPartial) {
      memory.delete(touched);
    }
  }

  private void insertOrWait(Object fact, Memory memory) {
    if (isPartial) {
      later.add(fact);
    } else {
      memory.insert(fact);
    }
  }

  /** All that a way asks for is satisfied, each by itself. */
  void complete(Award award, Way way, Memory memory) {
    if (!given.withdrawn().contains(award.number())
        && (!looksAtAllTogether(way) || completion.holds(way, verdicts))) {
      earned(award, memory);
    }
  }

  private static boolean looksAtAllTogether(Way way) {
    CredentialSettings settings = way.rule().settings();
    return settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE;
  }

  /** What was lapsed is earned again; it is there only once. */
  void earned(Award award, Memory memory) {
    if (verdicts.settleCredential(award.number())) {
      spend();
      enterEarned(award.number(), memory);
    }
  }

  /** What asks for a credential that is earned learns of it. */
  void enterEarned(int number, Memory memory) {
    List<Object> before = lapsed.remove(number);
    if (before != null) {
      before.forEach(memory::delete);
    }
    Award award = program.credentials().get(number);
    enter(dated(award, new Candidate(award.fact(), earned, given.asOf(), given.budget())), memory);
  }

  private Candidate dated(Award award, Candidate candidate) {
    return candidate.dated(() -> given.dated().apply(award.number()));
  }

  void lapsed(Award award, Memory memory) {
    Candidate candidate =
        dated(award, Candidate.lapsed(award.fact(), earned, given.asOf(), given.budget()));
    List<Object> entered = new ArrayList<>();
    lapsed.put(award.number(), entered);
    enter(
        candidate,
        new Memory() {
          @Override
          public void insert(Object fact) {
            memory.insert(fact);
            if (!(fact instanceof Touched)) {
              entered.add(fact);
            }
          }

          @Override
          public void delete(Object fact) {
            memory.delete(fact);
          }
        });
  }

  private void spend() {
    if (verdicts.derived() > limits.maxDerivedFacts()) {
      throw new LimitExceededException(
          "maxDerivedFacts",
          limits.maxDerivedFacts(),
          "the record satisfies too many requirements and credentials; raise the limit");
    }
    given.budget().checkTime();
  }
}
