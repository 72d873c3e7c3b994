package io.credentialrules.internal.program;

import com.google.common.collect.ImmutableSortedSet;
import io.credentialrules.Credential;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.policy.CredentialSettings.VersionBy;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.Earned;
import io.credentialrules.policy.syntax.Met;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.RuleHeader;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A policy with every name resolved.
 *
 * @param requirements all requirements; their position is their number
 * @param credentials the catalogue, and what is awarded elsewhere; its position is the credential's
 *     number
 * @param requirementNumbers the numbers of requirements by id, for each kind of id that answers use
 * @param credentialNumbers the numbers of credentials by id
 * @param askedOnce the credentials, by number, of which rules that do not lapse ask only whether
 *     they were ever earned
 * @param views the types of patterns that see more facts than those that count, each once
 * @param asksWhenEarned whether some rule looks at since when or until when a credential is earned
 */
public record Program(
    PolicyModel model,
    Vocabulary vocabulary,
    List<Requirement> requirements,
    List<Award> credentials,
    Map<String, Integer> requirementNumbers,
    Map<String, Integer> credentialNumbers,
    ImmutableSortedSet<Integer> askedOnce,
    List<VocabularyType> views,
    boolean asksWhenEarned) {
  private static final int MOST_NAMED = 20;

  /** Copies all. */
  public Program {
    requirements = List.copyOf(requirements);
    credentials = List.copyOf(credentials);
    views = List.copyOf(views);
    requirementNumbers = Map.copyOf(requirementNumbers);
    credentialNumbers = Map.copyOf(credentialNumbers);
  }

  /** The credentials that rules award. */
  public List<Award> catalogue() {
    return credentials.stream().filter(award -> !award.isExternal()).toList();
  }

  /**
   * Some of the credentials that rules award, each once, in their order.
   *
   * @throws IllegalArgumentException when rules award one of them not
   */
  public List<Award> catalogue(Collection<String> ids) {
    ImmutableSortedSet.Builder<Integer> numbers = ImmutableSortedSet.naturalOrder();
    ids.forEach(id -> numbers.add(award(id).number()));
    return numbers.build().stream().map(credentials::get).toList();
  }

  /**
   * A credential that rules award.
   *
   * @throws IllegalArgumentException when they do not, naming what they award
   */
  public Award award(String credential) {
    Integer number = credentialNumbers.get(credential);
    if (number == null || credentials.get(number).isExternal()) {
      List<Award> awarded = catalogue();
      String named =
          awarded.stream()
              .limit(MOST_NAMED)
              .map(award -> award.credential().id())
              .collect(Collectors.joining(", "));
      int left = awarded.size() - MOST_NAMED;
      throw new IllegalArgumentException(
          "the packs award no "
              + Quoted.of(credential)
              + "; they award "
              + (left > 0 ? named + " and " + left + " more" : named));
    }
    return credentials.get(number);
  }

  /** The number of a requirement that is met. */
  public int number(Met met) {
    return Objects.requireNonNull(requirementNumbers.get(met.requirement()), met.requirement());
  }

  /** The number of a credential that is earned. */
  public int number(Earned earned) {
    return Objects.requireNonNull(credentialNumbers.get(earned.credential()), earned.credential());
  }

  /**
   * A requirement: one that rules name, a prerequisite, or a condition of a credential rule.
   *
   * @param stratum settled after all requirements and credentials of lower strata
   * @param proofs alternative rules
   */
  public record Requirement(
      int number, String id, Kind kind, String name, int stratum, List<Proof> proofs) {
    /** Copies the proofs. */
    public Requirement {
      proofs = List.copyOf(proofs);
    }

    /** Visits the steps of all its proofs, from left to right. */
    public void visit(Consumer<Step> visitor) {
      for (Proof proof : proofs) {
        for (Branch branch : proof.branches()) {
          branch.steps().forEach(step -> step.visit(visitor));
        }
      }
    }

    /** The fact that it is met, for the rules that ask for it. */
    public Met fact() {
      return new Met(id);
    }
  }

  /**
   * One rule that proves a requirement, or one edition of it where it names values that change.
   *
   * @param versionBy which date must be within the rule's window
   * @param branches its alternatives after {@code or} is expanded; one of them must hold
   * @param values the named values in it, in the order of the rule
   */
  public record Proof(
      RuleHeader header, VersionBy versionBy, List<Branch> branches, List<ValueInUse> values) {
    /** Copies the branches and values. */
    public Proof {
      branches = List.copyOf(branches);
      values = List.copyOf(values);
    }
  }

  /**
   * Conditions that must all hold.
   *
   * @param slots how many slots its steps fill
   */
  public record Branch(List<Step> steps, int slots) {
    /** Copies the steps. */
    public Branch {
      steps = List.copyOf(steps);
    }

    /** Whether some condition looks at since when or until when a credential is earned. */
    public boolean asksWhenEarned() {
      boolean[] asks = new boolean[1];
      steps.forEach(step -> step.visit(each -> asks[0] |= each.asksWhenEarned()));
      return asks[0];
    }
  }

  /** A credential and the rules that award it; none where it is awarded elsewhere. */
  public record Award(int number, Credential credential, int stratum, List<Way> ways) {
    /** Copies the ways. */
    public Award {
      ways = List.copyOf(ways);
    }

    /** Whether no rule awards it, so that it is no part of the catalogue that is decided. */
    public boolean isExternal() {
      return ways.isEmpty();
    }

    /** The fact that it is earned, for the rules that ask for it. */
    public Earned fact() {
      return new Earned(credential.id(), credential.pathway(), credential.level());
    }
  }

  /**
   * One rule that awards a credential: all of the requirements, by number. What a rule asks for
   * with {@code Earned} is a requirement of its own where the rule does not lapse with its
   * components.
   */
  public record Way(CredentialRule rule, List<Integer> requires, List<Integer> recommends) {
    /** Copies the numbers. */
    public Way {
      requires = List.copyOf(requires);
      recommends = List.copyOf(recommends);
    }
  }
}
