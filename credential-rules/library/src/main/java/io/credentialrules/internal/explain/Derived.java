package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.engine.Verdicts;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Earned;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What the rules have derived so far, in the order of the policy. It follows the verdicts, because
 * some rules are asked about all of their requirements while others still have to fire.
 */
public final class Derived {
  private final Program program;
  private final Verdicts verdicts;
  private final IntFunction<Earned> dated;
  private final ZonedDateTime asOf;
  private final Budget budget;
  private final VocabularyType met;
  private final VocabularyType earned;
  private final SortedMap<Integer, Candidate> metByNumber = new TreeMap<>();
  private final SortedMap<Integer, Candidate> earnedByNumber = new TreeMap<>();
  private List<Candidate> allMet = List.of();
  private List<Candidate> allEarned = List.of();
  private int requirementsSeen;
  private int credentialsSeen;

  /**
   * From verdicts.
   *
   * @param once the credentials that were earned before, by number, with the day
   * @param dated the credentials by number, with the time in which each is earned, or was
   */
  public Derived(
      Program program,
      Verdicts verdicts,
      ImmutableSortedMap<Integer, LocalDate> once,
      IntFunction<Earned> dated,
      ZonedDateTime asOf,
      Budget budget) {
    this.dated = dated;
    this.program = program;
    this.verdicts = verdicts;
    this.asOf = asOf;
    this.budget = budget;
    this.met = Objects.requireNonNull(program.vocabulary().type(Vocabulary.MET));
    this.earned = Objects.requireNonNull(program.vocabulary().type(Vocabulary.EARNED));
    for (int credential : once.keySet()) {
      earnedByNumber.put(
          credential, dated(credential, Candidate.lapsed(fact(credential), earned, asOf, budget)));
    }
    allEarned = List.copyOf(earnedByNumber.values());
  }

  private Earned fact(int credential) {
    return program.credentials().get(credential).fact();
  }

  private Candidate dated(int credential, Candidate candidate) {
    return candidate.dated(() -> dated.apply(credential));
  }

  List<Candidate> ofType(VocabularyType type) {
    return type == met ? met() : earned();
  }

  /** Those that a pattern can stand for, and perhaps others; all where that is not known. */
  List<Candidate> of(Step.Match match) {
    List<Candidate> all = ofType(match.type());
    if (match.referents().isEmpty() || all.size() <= match.referents().size()) {
      return all;
    }
    SortedMap<Integer, Candidate> byNumber = match.type() == met ? metByNumber : earnedByNumber;
    List<Candidate> found = new ArrayList<>();
    for (int number : match.referents()) {
      Candidate candidate = byNumber.get(number);
      if (candidate != null) {
        found.add(candidate);
      }
    }
    return found;
  }

  private List<Candidate> met() {
    List<Integer> settled = verdicts.requirementsInTurn();
    if (requirementsSeen < settled.size()) {
      for (int number : settled.subList(requirementsSeen, settled.size())) {
        Program.Requirement requirement = program.requirements().get(number);
        if (requirement.kind() == Kind.REQUIREMENT) {
          metByNumber.put(number, new Candidate(requirement.fact(), met, asOf, budget));
        }
      }
      requirementsSeen = settled.size();
      allMet = List.copyOf(metByNumber.values());
    }
    return allMet;
  }

  private List<Candidate> earned() {
    List<Integer> settled = verdicts.credentialsInTurn();
    if (credentialsSeen < settled.size()) {
      for (int number : settled.subList(credentialsSeen, settled.size())) {
        earnedByNumber.put(
            number, dated(number, new Candidate(fact(number), earned, asOf, budget)));
      }
      credentialsSeen = settled.size();
      allEarned = List.copyOf(earnedByNumber.values());
    }
    return allEarned;
  }
}
