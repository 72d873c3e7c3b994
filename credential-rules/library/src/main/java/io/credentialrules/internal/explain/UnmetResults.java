package io.credentialrules.internal.explain;

import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.internal.program.Matcher;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.result.StatedAlternative;
import io.credentialrules.internal.result.StatedRequirementResult;
import io.credentialrules.vocabulary.SignOff;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What requirements lack that no fact meets, or none that is free. */
final class UnmetResults {
  private final Situation situation;
  private final Outlook outlook;
  private final Shortfalls shortfalls;
  private final Bearing bearing;
  private final Parts parts;

  UnmetResults(
      Program program,
      Situation situation,
      Matcher matcher,
      List<NotCounted> notCounted,
      Outlook outlook,
      NearestFacts nearest,
      Parts parts) {
    this.parts = parts;
    this.situation = situation;
    this.outlook = outlook;
    this.shortfalls = new Shortfalls(program, situation, matcher, nearest);
    this.bearing = new Bearing(situation, notCounted);
  }

  /**
   * Of one that does not hold beside the others of a way.
   *
   * @param isAlone whether it holds by itself
   */
  StatedRequirementResult beside(
      Way way, Requirement requirement, boolean isAlone, BesideOthers others) {
    List<Alternative> lacking =
        isAlone ? others.contested(requirement) : others.lacking(requirement);
    if (lacking.isEmpty()) {
      return of(requirement);
    }
    RequirementState state = outlook.besideOthers(way, requirement.number());
    List<Proof> bearing = new ArrayList<>(situation.proofsInForce(requirement));
    if (state != RequirementState.UNMET) {
      bearing.addAll(others.proofsOfUsers(requirement));
    } else if (isAlone) {
      state = RequirementState.EVIDENCE_IN_USE;
    }
    return lacking(requirement, state, lacking, bearing);
  }

  /** Of a part of one of a way, which it asks for by another rule. */
  StatedRequirementResult beside(Requirement requirement, boolean isAlone, BesideOthers others) {
    List<Alternative> lacking =
        isAlone ? others.contested(requirement) : others.lacking(requirement);
    RequirementState state =
        isAlone
            ? RequirementState.EVIDENCE_IN_USE
            : lacking.stream().allMatch(UnmetResults::isInUse)
                ? RequirementState.UNMET
                : outlook.ofRequirement(requirement.number());
    return lacking.isEmpty()
        ? of(requirement)
        : lacking(requirement, state, lacking, situation.proofsInForce(requirement));
  }

  private static boolean isInUse(Alternative alternative) {
    return alternative.shortfalls().stream().anyMatch(Shortfall.InUse.class::isInstance);
  }

  /** Of one that is waived. */
  RequirementResult waived(Requirement requirement, Waiver waiver) {
    List<Proof> proofs = situation.proofsInForce(requirement);
    return new StatedRequirementResult(
            requirement.id(),
            requirement.kind(),
            requirement.name(),
            RequirementState.WAIVED,
            List.of(),
            null,
            bearing(proofs),
            List.of(),
            alternatives(proofs),
            waiver)
        .with(parts.of(requirement));
  }

  /** Of one that is not satisfied. */
  StatedRequirementResult of(Requirement requirement) {
    List<Proof> proofs = situation.proofsInForce(requirement);
    List<Alternative> alternatives = alternatives(proofs);
    if (alternatives.isEmpty()) {
      return new StatedRequirementResult(
          requirement.id(),
          requirement.kind(),
          requirement.name(),
          RequirementState.NOT_APPLICABLE,
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          null);
    }
    return lacking(requirement, outlook.ofRequirement(requirement.number()), alternatives, proofs)
        .with(parts.of(requirement));
  }

  /**
   * Of one that lacks something.
   *
   * @param further its state by what further facts would change
   */
  private StatedRequirementResult lacking(
      Requirement requirement,
      RequirementState further,
      List<Alternative> alternatives,
      List<Proof> proofs) {
    Set<String> blockedBy = blockedBy(alternatives);
    RequirementState state = further;
    if (state == RequirementState.UNMET) {
      if (awaitsSignOff(alternatives)) {
        state = RequirementState.PENDING_REVIEW;
      } else if (!blockedBy.isEmpty()) {
        state = RequirementState.BLOCKED;
      }
    }
    return new StatedRequirementResult(
        requirement.id(),
        requirement.kind(),
        requirement.name(),
        state,
        List.of(),
        measure(alternatives.get(0).shortfalls()),
        bearing(proofs),
        List.copyOf(blockedBy),
        alternatives,
        null);
  }

  private List<Alternative> alternatives(List<Proof> proofs) {
    List<Alternative> alternatives = new ArrayList<>();
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        List<Shortfall> lacking = shortfalls.of(branch);
        if (!lacking.isEmpty()) {
          alternatives.add(
              new StatedAlternative(proof.header().name(), proof.header().span(), lacking));
        }
      }
    }
    if (alternatives.size() > 1) {
      alternatives.sort(Comparator.comparingInt(one -> Distance.of(one.shortfalls())));
    }
    return alternatives;
  }

  /** The credentials that come first, when some alternative lacks nothing else. */
  private static Set<String> blockedBy(List<Alternative> alternatives) {
    Set<String> credentials = new LinkedHashSet<>();
    for (Alternative alternative : alternatives) {
      if (lacksNothingBut(Shortfall.MissingCredential.class, alternative)) {
        for (Shortfall shortfall : alternative.shortfalls()) {
          credentials.addAll(((Shortfall.MissingCredential) shortfall).credentials());
        }
      }
    }
    return credentials;
  }

  private static boolean lacksNothingBut(Class<? extends Shortfall> kind, Alternative alternative) {
    for (Shortfall shortfall : alternative.shortfalls()) {
      if (!kind.isInstance(shortfall)) {
        return false;
      }
    }
    return true;
  }

  private static boolean awaitsSignOff(List<Alternative> alternatives) {
    for (Alternative alternative : alternatives) {
      if (lacksNothingBut(Shortfall.MissingFact.class, alternative)
          && alternative.shortfalls().stream()
              .map(Shortfall.MissingFact.class::cast)
              .allMatch(missing -> missing.factType().equals(SignOff.class.getSimpleName()))) {
        return true;
      }
    }
    return false;
  }

  /** The amount that decides: a total, or else what the nearest fact misses. */
  private static @Nullable Measure measure(List<Shortfall> lacking) {
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.Amount amount) {
        return amount.measure();
      }
    }
    for (Shortfall shortfall : lacking) {
      if (shortfall instanceof Shortfall.MissingFact missing && !missing.nearest().isEmpty()) {
        List<Shortfall.Miss> misses = missing.nearest().get(0).misses();
        if (misses.size() == 1) {
          return misses.get(0).measure();
        }
      }
    }
    return null;
  }

  private List<NotCounted> bearing(List<Proof> proofs) {
    return situation.budget().apart(() -> bearing.on(proofs));
  }
}
