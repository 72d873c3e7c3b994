package io.credentialrules.internal.reach;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * All that decides whether a credential is earned: the requirements and credentials that it rests
 * on, and it itself. As large as that part of the policy, whatever the size of the catalogue.
 *
 * @param parts each after all that it looks at, so the credential itself is last
 * @param looksAtDates whether some part depends on when something was achieved, or on which facts
 *     are evidence of what
 */
public record Support(ImmutableList<Part> parts, boolean looksAtDates) {

  /**
   * A requirement or a credential.
   *
   * @param number of the requirement or of the credential
   * @param requirements those that it looks at, by number
   * @param credentials those that it looks at, by number
   */
  public record Part(
      boolean isCredential,
      int number,
      ImmutableList<Integer> requirements,
      ImmutableList<Integer> credentials) {}

  /** The number of the credential itself. */
  public int goal() {
    return parts.get(parts.size() - 1).number();
  }

  /** Its parts as what is to be settled anew, and nothing else. */
  public Affected all() {
    return new Affected(
        numbers(part -> !part.isCredential()),
        numbers(Part::isCredential),
        ImmutableSet.of(),
        ImmutableSet.of(),
        looksAtDates);
  }

  /**
   * What a record lacks of it as what is to be settled anew, after what it has.
   *
   * @param satisfied whether a requirement is satisfied, by its number
   * @param earned whether a credential is earned, by its number
   */
  public Affected missing(IntPredicate satisfied, IntPredicate earned) {
    return new Affected(
        numbers(part -> !part.isCredential() && !satisfied.test(part.number())),
        numbers(part -> part.isCredential() && !earned.test(part.number())),
        numbers(part -> !part.isCredential() && satisfied.test(part.number())),
        numbers(part -> part.isCredential() && earned.test(part.number())),
        looksAtDates);
  }

  private ImmutableSet<Integer> numbers(Predicate<Part> which) {
    ImmutableSet.Builder<Integer> numbers = ImmutableSet.builder();
    for (Part part : parts) {
      if (which.test(part)) {
        numbers.add(part.number());
      }
    }
    return numbers.build();
  }

  /** Of a credential, by its number. */
  public static Support of(Program program, int credential) {
    Visit visit = new Visit(program);
    visit.credential(credential);
    return new Support(ImmutableList.copyOf(visit.parts), visit.looksAtDates);
  }

  /** From a credential to all that it rests on. */
  private static final class Visit {
    private final Program program;
    private final List<Part> parts = new ArrayList<>();
    private final Set<Integer> requirements = new HashSet<>();
    private final Set<Integer> credentials = new HashSet<>();
    private boolean looksAtDates;

    private Visit(Program program) {
      this.program = program;
    }

    private void credential(int number) {
      if (!credentials.add(number)) {
        return;
      }
      Set<Integer> required = new LinkedHashSet<>();
      looksAtDates |= program.askedOnce().contains(number);
      for (Way way : program.credentials().get(number).ways()) {
        CredentialSettings settings = way.rule().settings();
        looksAtDates |= settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE;
        required.addAll(way.requires());
      }
      required.forEach(this::requirement);
      parts.add(new Part(true, number, ImmutableList.copyOf(required), ImmutableList.of()));
    }

    private void requirement(int number) {
      if (!requirements.add(number)) {
        return;
      }
      Requirement requirement = program.requirements().get(number);
      Set<Integer> read = new LinkedHashSet<>();
      Set<Integer> credited = new LinkedHashSet<>();
      requirement.visit(
          step -> {
            if (step instanceof Step.Match match) {
              if (match.type().name().equals(Vocabulary.MET)) {
                read.addAll(match.referents());
              } else if (match.type().name().equals(Vocabulary.EARNED)) {
                credited.addAll(match.referents());
              }
            }
          });
      for (Proof proof : requirement.proofs()) {
        for (Branch branch : proof.branches()) {
          looksAtDates |= branch.asksWhenEarned();
        }
      }
      read.forEach(this::requirement);
      credited.forEach(this::credential);
      parts.add(
          new Part(false, number, ImmutableList.copyOf(read), ImmutableList.copyOf(credited)));
    }
  }
}
