package io.credentialrules.internal.timeline;

import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.ReadFields;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a requirement can be met with, and whether it is met with only some facts. Facts of the
 * record are evidence, but for the learner; what rules derived is not. A requirement that another
 * asks for with {@code Met} is asked with the facts of the one that asks; where the rule asks for
 * it by itself as well, it is enough that it is met, and its evidence is its own. Absences look at
 * all facts.
 */
public final class Claims {
  private final Program program;
  private final Moment moment;
  private final Matcher matcher;
  private final Predicate<Integer> isWaived;
  private final Set<Integer> asked;

  /**
   * Of the requirements that one rule asks for.
   *
   * @param asked their numbers
   */
  Claims(
      Program program,
      Moment moment,
      Matcher matcher,
      Predicate<Integer> isWaived,
      Collection<Integer> asked) {
    this.asked = Set.copyOf(asked);
    this.program = program;
    this.moment = moment;
    this.matcher = matcher;
    this.isWaived = isWaived;
  }

  private static boolean isEvidence(Candidate candidate) {
    return candidate.fact() instanceof Fact && !(candidate.fact() instanceof Learner);
  }

  /** Whether a requirement holds when the only evidence is what is given. */
  public boolean holds(int number, Predicate<Candidate> given) {
    if (isWaived.test(number)) {
      return true;
    }
    Matcher only = only(given);
    for (Branch branch : branches(number)) {
      if (only.exists(branch.steps(), Slots.empty(branch.slots()))) {
        return true;
      }
    }
    return false;
  }

  /** Finds combinations in which the only evidence is what is given. */
  public Matcher only(Predicate<Candidate> given) {
    return matcher.only(candidate -> isVisible(candidate, given));
  }

  private boolean isVisible(Candidate candidate, Predicate<Candidate> given) {
    if (candidate.fact() instanceof Met met) {
      return asked.contains(program.number(met)) || holds(program.number(met), given);
    }
    return !isEvidence(candidate) || given.test(candidate);
  }

  /** The facts that a requirement could use: each passes what a pattern asks of it alone. */
  public Set<Candidate> usable(int number) {
    return usable(number, match -> true);
  }

  /** The same of some of its patterns. */
  public Set<Candidate> usable(int number, Predicate<Step.Match> which) {
    Set<Candidate> usable = new LinkedHashSet<>();
    if (!isWaived.test(number)) {
      branches(number).forEach(branch -> usable(branch.steps(), which, usable));
    }
    return usable;
  }

  private void usable(List<Step> steps, Predicate<Step.Match> which, Set<Candidate> usable) {
    for (Step step : steps) {
      if (step instanceof Step.Match match && which.test(match)) {
        for (Candidate candidate : moment.candidates(match)) {
          if (fits(match, candidate)) {
            if (candidate.fact() instanceof Met met) {
              if (!asked.contains(program.number(met))) {
                usable.addAll(usable(program.number(met)));
              }
            } else if (isEvidence(candidate)) {
              usable.add(candidate);
            }
          }
        }
      } else if (step instanceof Step.Some some) {
        usable(some.steps(), which, usable);
      } else if (step instanceof Step.Total total) {
        usable(total.steps(), which, usable);
      }
    }
  }

  private boolean fits(Step.Match match, Candidate candidate) {
    return matcher.passes(match.own(), Row.of(candidate));
  }

  /** Whether something of a fact is open, so that rules may take it otherwise than another. */
  boolean isOpen(Candidate candidate) {
    return matcher.isOpen(candidate);
  }

  /**
   * How many facts a requirement can need at the most: as many as it has patterns; any number where
   * it sums up.
   */
  int most(int number) {
    return branches(number).stream().mapToInt(branch -> most(branch.steps())).max().orElse(0);
  }

  private int most(List<Step> steps) {
    int most = 0;
    for (Step step : steps) {
      int own = 0;
      if (step instanceof Step.Total) {
        return Integer.MAX_VALUE;
      } else if (step instanceof Step.Some some) {
        own = most(some.steps());
      } else if (step instanceof Step.Match match) {
        own = 1;
        for (Candidate candidate : moment.candidates(match)) {
          if (candidate.fact() instanceof Met met
              && !asked.contains(program.number(met))
              && fits(match, candidate)) {
            own = Math.max(own, most(program.number(met)));
          }
        }
      }
      if (own == Integer.MAX_VALUE) {
        return own;
      }
      most += own;
    }
    return most;
  }

  /** Whether more evidence never makes a requirement fail, as far as its form tells. */
  boolean isGrowing(int number) {
    return isWaived.test(number) || branches(number).stream().allMatch(Growing::isGrowing);
  }

  /** By what these requirements, and those that they ask for, can tell facts apart. */
  ReadFields read(Collection<Integer> numbers) {
    Map<Integer, List<Proof>> proofs = new LinkedHashMap<>();
    numbers.forEach(number -> addProofs(number, proofs));
    return new ReadFields(proofs.values().stream().flatMap(List::stream).toList());
  }

  private void addProofs(int number, Map<Integer, List<Proof>> proofs) {
    if (proofs.containsKey(number)) {
      return;
    }
    Requirement requirement = program.requirements().get(number);
    proofs.put(number, moment.proofsInForce(requirement));
    requirement.visit(
        step -> {
          if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.MET)) {
            match.referents().forEach(other -> addProofs(other, proofs));
          }
        });
  }

  List<Branch> branches(int number) {
    Requirement requirement = program.requirements().get(number);
    return moment.proofsInForce(requirement).stream()
        .map(Proof::branches)
        .flatMap(List::stream)
        .toList();
  }
}
