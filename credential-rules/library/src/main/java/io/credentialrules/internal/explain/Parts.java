package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementResult.Part;
import io.credentialrules.RequirementState;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.result.StatedMeasure;
import io.credentialrules.internal.result.StatedPart;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.Earned;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a requirement is made of: the requirements, credentials and named things among which it asks
 * for some. Each requirement that it is made of is looked at with a budget of its own.
 */
final class Parts {
  private static final int MOST = 200;
  private static final String REQUIREMENTS = "requirements";

  private final Program program;
  private final Situation situation;
  private final NamedThings things;
  private final boolean hasWaivers;
  private final IntFunction<RequirementResult> results;

  /** With the states of requirements by themselves, by number. */
  Parts(
      Program program,
      Situation situation,
      NearestFacts near,
      boolean hasWaivers,
      IntFunction<RequirementResult> results) {
    this(
        program,
        situation,
        new NamedThings(situation, near, candidate -> true),
        hasWaivers,
        results);
  }

  private Parts(
      Program program,
      Situation situation,
      NamedThings things,
      boolean hasWaivers,
      IntFunction<RequirementResult> results) {
    this.program = program;
    this.situation = situation;
    this.things = things;
    this.hasWaivers = hasWaivers;
    this.results = results;
  }

  /** Of what some facts leave that serve something else. */
  Parts among(
      NearestFacts near, Predicate<Candidate> isFree, IntFunction<RequirementResult> besideOthers) {
    return new Parts(
        program, situation, new NamedThings(situation, near, isFree), hasWaivers, besideOthers);
  }

  List<Part> of(Requirement requirement) {
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, Part> below = new LinkedHashMap<>();
    for (Proof proof : situation.proofsInForce(requirement)) {
      for (Branch branch : proof.branches()) {
        collect(branch.steps(), null, parts, below);
      }
    }
    if (requirement.kind() == Kind.PREREQUISITE) {
      // Its state is that of the credential, and says no more unless that has lapsed.
      parts.values().removeIf(part -> part.lapsedAfter() == null);
    }
    below.forEach(parts::putIfAbsent);
    return List.copyOf(parts.values());
  }

  /** With the total that sums the steps up; null where none does. */
  private void collect(
      List<Step> steps,
      Step.@Nullable Total group,
      Map<String, Part> parts,
      Map<String, Part> below) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        if (match.type().name().equals(Vocabulary.MET)) {
          match.referents().forEach(number -> requirement(number, parts, below));
        } else if (match.type().name().equals(Vocabulary.EARNED)) {
          match.referents().forEach(number -> credential(number, match, parts, below));
        } else if (group != null) {
          things.of(match, group, (key, part) -> putFew(parts, key, part));
        }
      } else if (step instanceof Step.None none) {
        excluded(none.steps(), parts, below);
      } else if (step instanceof Step.Some some) {
        collect(some.steps(), group, parts, below);
      } else if (step instanceof Step.Total total) {
        collect(total.steps(), total, parts, below);
      }
    }
  }

  /** Of what must not be there, what is: a waiver that stands in the way is told as any other. */
  private void excluded(List<Step> steps, Map<String, Part> parts, Map<String, Part> below) {
    for (Step step : steps) {
      if (step instanceof Step.Match match && match.type().name().equals(Vocabulary.MET)) {
        match.referents().stream()
            .filter(situation::isSatisfied)
            .forEach(number -> requirement(number, parts, below));
      } else if (step instanceof Step.Match match
          && match.type().name().equals(Vocabulary.EARNED)) {
        match.referents().stream()
            .filter(situation.verdicts()::earned)
            .forEach(number -> credential(number, match, parts, below));
      }
    }
  }

  private static void putFew(Map<String, Part> parts, String key, Supplier<Part> part) {
    if (!parts.containsKey(key) && parts.size() < MOST) {
      parts.put(key, part.get());
    }
  }

  private void requirement(int number, Map<String, Part> parts, Map<String, Part> below) {
    String key = "requirement " + number;
    if (parts.containsKey(key) || parts.size() >= MOST) {
      return;
    }
    situation.budget().refill();
    RequirementResult result = results.apply(number);
    situation.budget().refill();
    parts.put(key, StatedPart.of(result));
    addWaived(result, below);
  }

  private void addWaived(RequirementResult result, Map<String, Part> below) {
    for (Part part : result.parts()) {
      if (part.state() == RequirementState.WAIVED) {
        below.putIfAbsent("requirement " + program.requirementNumbers().get(part.id()), part);
      }
    }
  }

  /** What is waived of the rules by which a credential is earned, however far below. */
  private void waived(int number, Map<String, Part> below) {
    if (!hasWaivers || !situation.verdicts().earned(number)) {
      return;
    }
    for (Way way : situation.waysInForce(program.credentials().get(number))) {
      if (way.requires().stream().allMatch(situation::isSatisfied)) {
        for (int required : way.requires()) {
          situation.budget().refill();
          RequirementResult result = results.apply(required);
          situation.budget().refill();
          if (result.state() == RequirementState.WAIVED) {
            below.putIfAbsent("requirement " + required, StatedPart.of(result));
          }
          addWaived(result, below);
        }
      }
    }
  }

  /** A credential; where none of its components lapses, one that was earned before holds too. */
  private void credential(
      int number, Step.Match match, Map<String, Part> parts, Map<String, Part> below) {
    String key = "credential " + number;
    if (parts.containsKey(key) || parts.size() >= MOST) {
      return;
    }
    Award award = program.credentials().get(number);
    LocalDate lapsedAfter = lapsedAfter(number, match);
    boolean counts = lapsedAfter != null || situation.verdicts().earned(number);
    parts.put(
        key,
        new StatedPart(
            Kind.PREREQUISITE,
            award.credential().id(),
            award.credential().name(),
            counts ? RequirementState.MET : RequirementState.UNMET,
            counts ? null : satisfied(award),
            null,
            lapsedAfter,
            List.of()));
    waived(number, below);
  }

  /** The last day of a credential that was earned before, and is still what a pattern asks for. */
  private @Nullable LocalDate lapsedAfter(int number, Step.Match match) {
    if (situation.verdicts().earned(number) || situation.earnedBefore(number) == null) {
      return null;
    }
    List<Test> alone =
        match.tests().stream()
            .filter(test -> Set.of(match.slot()).containsAll(test.slots()))
            .toList();
    Slots slots = Slots.empty(match.slot() + 1);
    for (Candidate candidate : situation.ofType(match.type())) {
      if (candidate.fact() instanceof Earned earned && program.number(earned) == number) {
        slots.put(match.slot(), candidate);
        return Test.all(alone, slots) ? candidate.earned().until() : null;
      }
    }
    return null;
  }

  /** How many requirements of the nearest way are satisfied; null where none is in force. */
  private @Nullable Measure satisfied(Award award) {
    Measure nearest = null;
    for (Way way : situation.waysInForce(award)) {
      long met = way.requires().stream().filter(situation::isSatisfied).count();
      Measure measure =
          new StatedMeasure(
              BigDecimal.valueOf(met),
              Operator.AT_LEAST,
              BigDecimal.valueOf(way.requires().size()),
              REQUIREMENTS);
      nearest = nearest == null || measure.percent() > nearest.percent() ? measure : nearest;
    }
    return nearest == null || nearest.isSatisfied() ? null : nearest;
  }
}
