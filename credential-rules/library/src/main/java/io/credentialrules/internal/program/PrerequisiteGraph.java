package io.credentialrules.internal.program;

import io.credentialrules.LimitExceededException;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.policy.Vocabulary;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which credentials come before which: those that the patterns of a rule can stand for, directly or
 * through the requirements that it names. What must be absent comes before nothing. Used by one
 * thread; what a requirement asks for is found once.
 */
public final class PrerequisiteGraph {
  private final Program program;
  private final Map<Integer, Map<Integer, Boolean>> ofRequirements = new HashMap<>();
  private final int most;
  private long found;

  /**
   * Of a program.
   *
   * @param most as many prerequisites as are found in all, those of each requirement and of each
   *     credential counted: the rules count what they ask for once, however many ask for them
   */
  public PrerequisiteGraph(Program program, int most) {
    this.program = program;
    this.most = most;
  }

  /**
   * The credentials directly before each of the catalogue, all by their ids.
   *
   * @throws LimitExceededException when there are more than {@code maxDependencies}
   */
  public Map<String, Map<String, Boolean>> byId() {
    Map<String, Map<String, Boolean>> all = new LinkedHashMap<>();
    for (Award award : program.catalogue()) {
      Map<String, Boolean> before = new LinkedHashMap<>();
      of(award)
          .forEach(
              (number, isNeeded) ->
                  before.put(program.credentials().get(number).credential().id(), isNeeded));
      all.put(award.credential().id(), Collections.unmodifiableMap(before));
    }
    return Collections.unmodifiableMap(all);
  }

  /**
   * The credentials directly before one, by number, in the order of its rules; for each whether
   * some of these rules needs it, and not only one of several.
   */
  private Map<Integer, Boolean> of(Award award) {
    Map<Integer, Boolean> before = new LinkedHashMap<>();
    for (Way way : award.ways()) {
      for (int requirement : way.requires()) {
        merge(before, ofRequirement(requirement), true);
      }
    }
    before.remove(award.number());
    return before;
  }

  private Map<Integer, Boolean> ofRequirement(int number) {
    Map<Integer, Boolean> known = ofRequirements.get(number);
    if (known == null) {
      known = ofProofs(program.requirements().get(number));
      ofRequirements.put(number, known);
    }
    return known;
  }

  /**
   * Of rules that are alternatives nothing is needed; of the editions of one rule, what all need.
   */
  private Map<Integer, Boolean> ofProofs(Requirement requirement) {
    Set<Object> rules = new LinkedHashSet<>();
    Map<Integer, Boolean> before = new LinkedHashMap<>();
    boolean isFirst = true;
    for (Proof proof : requirement.proofs()) {
      rules.add(proof.header().span());
      for (Branch branch : proof.branches()) {
        Map<Integer, Boolean> ofBranch = new LinkedHashMap<>();
        add(branch.steps(), ofBranch);
        if (!isFirst) {
          before.replaceAll(
              (one, isNeeded) -> isNeeded && ofBranch.getOrDefault(one, Boolean.FALSE));
          ofBranch.keySet().forEach(one -> before.putIfAbsent(one, false));
        } else {
          before.putAll(ofBranch);
        }
        isFirst = false;
      }
    }
    if (requirement.kind() == Kind.REQUIREMENT && rules.size() > 1) {
      before.replaceAll((one, isNeeded) -> false);
    }
    return before;
  }

  private void add(List<Step> steps, Map<Integer, Boolean> before) {
    for (Step step : steps) {
      Interruption.check();
      if (step instanceof Step.Match match) {
        add(match, before);
      } else if (step instanceof Step.Some some) {
        add(some.steps(), before);
      } else if (step instanceof Step.Total total) {
        addChoice(total.steps(), before);
      } else if (step instanceof Step.Every every) {
        addChoice(List.of(every.each()), before);
        addChoice(every.fits(), before);
      }
    }
  }

  /** Where there may be none of what is asked for, nothing of it is needed. */
  private void addChoice(List<Step> steps, Map<Integer, Boolean> before) {
    Map<Integer, Boolean> some = new LinkedHashMap<>();
    add(steps, some);
    merge(before, some, false);
  }

  private void add(Step.Match match, Map<Integer, Boolean> before) {
    boolean isOnly = match.referents().size() == 1;
    if (match.type().name().equals(Vocabulary.EARNED)) {
      count(match.referents().size());
      match.referents().forEach(one -> before.merge(one, isOnly, Boolean::logicalOr));
    } else if (match.type().name().equals(Vocabulary.MET)) {
      match.referents().forEach(one -> merge(before, ofRequirement(one), isOnly));
    }
  }

  private void count(int further) {
    Interruption.check();
    found += further;
    if (found > most) {
      throw new LimitExceededException(
          "maxDependencies", most, "let fewer credentials require so many others, or raise it");
    }
  }

  private void merge(
      Map<Integer, Boolean> before, Map<Integer, Boolean> further, boolean isNeeded) {
    count(further.size());
    further.forEach((one, isOnly) -> before.merge(one, isOnly && isNeeded, Boolean::logicalOr));
  }
}
