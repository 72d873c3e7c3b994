package io.credentialrules.internal.evaluate;

import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Identified;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.timeline.Allocations;
import io.credentialrules.internal.timeline.Moment;
import io.credentialrules.internal.timeline.Openness;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.Window;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/**
 * What may be satisfied yet because what it rests on is open: a score that is not known while the
 * course goes on does not make its requirement unmet. Thread-safe.
 */
final class OpenWork implements Moment {
  private final Program program;
  private final Openness openness;
  private final Weighing weighing;
  private final Verdicts verdicts;
  private final Budget budget;
  private final Map<String, Identified<Candidate>> facts;
  private final Matcher matcher;
  private final Allocations allocations;
  private final IntFunction<Earned> dated;
  private final Map<Integer, Boolean> requirements = new HashMap<>();
  private final Map<Integer, Boolean> credentials = new HashMap<>();

  /** With what is satisfied when these facts count as they are. */
  OpenWork(Evaluator evaluator, Evaluator.Settled settled, Openness openness, Budget budget) {
    this.program = evaluator.program();
    this.openness = openness;
    this.weighing = settled.weighing();
    this.verdicts = settled.verdicts();
    this.budget = budget;
    this.dated = evaluator.dated(weighing, budget);
    this.facts =
        Identified.byType(
            new Facts(
                    program,
                    weighing.facts().counted(),
                    weighing.facts().notCounted(),
                    weighing.counting(),
                    weighing.overlooked(),
                    budget)
                .all(),
            fact -> fact);
    this.matcher =
        openness.isEmpty()
            ? new Matcher(this)
            : new Matcher(this, new Matcher(new Settled())).accepting(openness);
    this.allocations =
        new Allocations(program, this, matcher, weighing.waived().requirements()::containsKey);
    budget.pause();
  }

  /** Whether a requirement is satisfied, or may be; by its number. */
  synchronized boolean maySatisfy(int requirement) {
    return within(() -> isSatisfied(requirement));
  }

  /**
   * Whether a requirement is seen to be among those of a way that hold, or may hold, together; not
   * where that takes too much.
   */
  synchronized boolean mayServe(Way way, int requirement) {
    return within(() -> budget.isSeen(() -> allocations.served(way).contains(requirement)));
  }

  /** Other questions, and what a host does between them, take none of its time. */
  private boolean within(BooleanSupplier question) {
    budget.refillForQuestion();
    budget.resume();
    try {
      return question.getAsBoolean();
    } finally {
      budget.pause();
    }
  }

  @Override
  public boolean isSatisfied(int number) {
    if (verdicts.satisfied(number)) {
      return true;
    }
    Boolean known = requirements.get(number);
    if (known == null) {
      Requirement requirement = program.requirements().get(number);
      known = looksAtWhatIsOpen(requirement) && holds(proofsInForce(requirement));
      requirements.put(number, known);
    }
    return known;
  }

  /**
   * Whether it looks at facts such as are open, or at what may rest on them; else it was decided.
   */
  private boolean looksAtWhatIsOpen(Requirement requirement) {
    boolean[] found = new boolean[1];
    requirement.visit(
        step -> {
          if (step instanceof Step.Match match) {
            found[0] |= match.type().isDerived() || openness.isOf(match.type());
          }
        });
    return found[0];
  }

  private boolean holds(List<Proof> proofs) {
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        if (matcher.exists(branch.steps(), Slots.empty(branch.slots()))) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isEarned(int number) {
    if (verdicts.earned(number)) {
      return true;
    }
    Boolean known = credentials.get(number);
    if (known == null) {
      Award award = program.credentials().get(number);
      known =
          !weighing.standing().withdrawn().containsKey(number)
              && award.ways().stream().anyMatch(this::mayAward);
      credentials.put(number, known);
    }
    return known;
  }

  /** One that waits for something open; what is otherwise complete was decided already. */
  private boolean mayAward(Way way) {
    return isInForce(way.rule().header().window(), way.rule().settings().versionBy())
        && !Allocations.isExclusive(way)
        && !way.requires().stream().allMatch(verdicts::satisfied)
        && way.requires().stream().allMatch(this::isSatisfied);
  }

  @Override
  public List<Candidate> candidates(Step.Match match) {
    if (match.type().isDerived() && !match.type().name().equals(Vocabulary.TODAY)) {
      List<Candidate> derived = new ArrayList<>();
      for (int number : match.referents()) {
        if (match.type().name().equals(Vocabulary.EARNED)) {
          derived.addAll(earned(match.type(), number));
        } else {
          derived.add(candidate(program.requirements().get(number).fact(), match.type()));
        }
      }
      return List.copyOf(derived);
    }
    Identified<Candidate> ofType = facts.get(match.type().name());
    return ofType == null ? List.of() : ofType.ofOrOpen(match);
  }

  /** A credential that may be earned, with the time if it is; and as it was earned before. */
  private List<Candidate> earned(VocabularyType type, int number) {
    Earned fact = program.credentials().get(number).fact();
    Candidate now = candidate(fact, type);
    if (verdicts.earned(number)) {
      return List.of(now.dated(() -> dated.apply(number)));
    }
    if (!weighing.once().containsKey(number)) {
      return List.of(now);
    }
    Candidate before = Candidate.lapsed(fact, type, weighing.asOf(), budget);
    return List.of(now, before.dated(() -> dated.apply(number)));
  }

  private Candidate candidate(Object fact, VocabularyType type) {
    return new Candidate(fact, type, weighing.asOf(), budget);
  }

  @Override
  public boolean holds(Candidate candidate) {
    if (candidate.fact() instanceof Met met) {
      return isSatisfied(program.number(met));
    }
    return !(candidate.fact() instanceof Earned earned)
        || candidate.hasLapsed()
        || isEarned(program.number(earned));
  }

  @Override
  public List<Proof> proofsInForce(Requirement requirement) {
    List<Proof> proofs = requirement.proofs();
    for (Proof proof : proofs) {
      if (!isInForce(proof.header().window(), proof.versionBy())) {
        return proofs.stream()
            .filter(one -> isInForce(one.header().window(), one.versionBy()))
            .toList();
      }
    }
    return proofs;
  }

  private boolean isInForce(Window window, VersionBy versionBy) {
    return window.equals(Window.ALWAYS)
        || window.contains(versionBy.date(weighing.policyDate(), weighing.asOf().toLocalDate()));
  }

  @Override
  public Budget budget() {
    return budget;
  }

  /** What holds without anything that is open; absences are looked for in it. */
  private final class Settled implements Moment {
    @Override
    public List<Candidate> candidates(Step.Match match) {
      return OpenWork.this.candidates(match);
    }

    @Override
    public boolean holds(Candidate candidate) {
      if (candidate.fact() instanceof Met met) {
        return verdicts.satisfied(program.number(met));
      }
      return !(candidate.fact() instanceof Earned earned)
          || candidate.hasLapsed()
          || verdicts.earned(program.number(earned));
    }

    @Override
    public boolean isSatisfied(int requirement) {
      return verdicts.satisfied(requirement);
    }

    @Override
    public List<Proof> proofsInForce(Requirement requirement) {
      return OpenWork.this.proofsInForce(requirement);
    }

    @Override
    public Budget budget() {
      return budget;
    }
  }
}
