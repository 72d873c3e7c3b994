package io.credentialrules.internal.reach;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.PatternIndex;
import io.credentialrules.internal.program.Program;
import io.credentialrules.internal.program.Program.Award;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Requirement;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.Vocabulary;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which requirements a fact can bear on, and what follows from them.
 *
 * <p>The idea: a requirement is settled by the facts that some pattern of its rules may match,
 * wherever the pattern is, in a total or an absence too, and by the requirements and credentials
 * that it looks at. What none of these changes for, stays.
 *
 * <p>The bound: what is found for a fact, and what follows, is as large as the part of the policy
 * that looks at it, whatever the size of the catalogue. Immutable.
 */
public final class Reach {
  private final Program program;
  private final PatternIndex<Integer> byPattern = new PatternIndex<>();
  private final ImmutableSetMultimap<Integer, Integer> readByRequirement;
  private final ImmutableSetMultimap<Integer, Integer> creditedByRequirement;
  private final SetMultimap<Integer, Integer> readersOfRequirement;
  private final SetMultimap<Integer, Integer> readersOfCredential;
  private final SetMultimap<Integer, Integer> askingForRequirement;
  private final ImmutableSet<Integer> monotone;

  /** Finds what looks at what in a program. */
  public Reach(Program program) {
    this.program = program;
    ImmutableSetMultimap.Builder<Integer, Integer> read = ImmutableSetMultimap.builder();
    ImmutableSetMultimap.Builder<Integer, Integer> credited = ImmutableSetMultimap.builder();
    ImmutableSet.Builder<Integer> onlyMatches = ImmutableSet.builder();
    for (Requirement requirement : program.requirements()) {
      int number = requirement.number();
      Set<String> keys = new LinkedHashSet<>();
      requirement.visit(
          step -> {
            if (step instanceof Step.Match match) {
              PatternIndex.Anchor anchor = PatternIndex.Anchor.of(match);
              if (keys.add(anchor.key())) {
                byPattern.add(anchor, number);
              }
              if (match.type().name().equals(Vocabulary.MET)) {
                read.putAll(number, match.referents());
              } else if (match.type().name().equals(Vocabulary.EARNED)) {
                credited.putAll(number, match.referents());
              }
            }
          });
      if (branches(requirement).stream().allMatch(branch -> onlyMatches(branch.steps()))) {
        onlyMatches.add(number);
      }
    }
    ImmutableSetMultimap.Builder<Integer, Integer> asking = ImmutableSetMultimap.builder();
    for (Award award : program.credentials()) {
      for (Way way : award.ways()) {
        way.requires().forEach(requirement -> asking.put(requirement, award.number()));
        way.recommends().forEach(requirement -> asking.put(requirement, award.number()));
      }
    }
    this.readByRequirement = read.build();
    this.creditedByRequirement = credited.build();
    this.readersOfRequirement = readByRequirement.inverse();
    this.readersOfCredential = creditedByRequirement.inverse();
    this.askingForRequirement = asking.build();
    this.monotone = onlyMatches.build();
  }

  private static List<Branch> branches(Requirement requirement) {
    return requirement.proofs().stream().map(Proof::branches).flatMap(Collection::stream).toList();
  }

  private static boolean onlyMatches(List<Step> steps) {
    return steps.stream()
        .allMatch(
            step ->
                step instanceof Step.Match
                    || (step instanceof Step.Some some && onlyMatches(some.steps())));
  }

  /** The requirements that look at facts such as this one, by number; some more than once. */
  public void lookingAt(Candidate fact, Consumer<Integer> requirement) {
    byPattern.matching(fact, requirement);
  }

  /** Whether no further fact can make a requirement fail that is satisfied. */
  public boolean isMonotone(int requirement) {
    return monotone.contains(requirement);
  }

  /** What may change with these, and they themselves. */
  public Affected from(Collection<Integer> requirements, Collection<Integer> credentials) {
    Set<Integer> reached = new LinkedHashSet<>(requirements);
    Set<Integer> credited = new LinkedHashSet<>(credentials);
    Deque<Integer> next = new ArrayDeque<>(reached);
    Deque<Integer> nextCredited = new ArrayDeque<>(credited);
    while (!next.isEmpty() || !nextCredited.isEmpty()) {
      if (next.isEmpty()) {
        add(readersOfCredential.get(nextCredited.remove()), reached, next);
      } else {
        int requirement = next.remove();
        add(readersOfRequirement.get(requirement), reached, next);
        add(askingForRequirement.get(requirement), credited, nextCredited);
      }
    }
    Set<Integer> read = new LinkedHashSet<>();
    Set<Integer> readCredentials = new LinkedHashSet<>();
    boolean looksAtDates = !Sets.intersection(credited, program.askedOnce()).isEmpty();
    for (int number : reached) {
      read.addAll(readByRequirement.get(number));
      readCredentials.addAll(creditedByRequirement.get(number));
      looksAtDates |=
          branches(program.requirements().get(number)).stream().anyMatch(Branch::asksWhenEarned);
    }
    for (int number : credited) {
      for (Way way : program.credentials().get(number).ways()) {
        read.addAll(way.requires());
        looksAtDates |= looksAtAllTogether(way.rule().settings());
      }
    }
    return new Affected(
        ImmutableSet.copyOf(reached),
        ImmutableSet.copyOf(credited),
        Sets.difference(read, reached).immutableCopy(),
        Sets.difference(readCredentials, credited).immutableCopy(),
        looksAtDates);
  }

  private static void add(Set<Integer> found, Set<Integer> all, Deque<Integer> next) {
    for (int number : found) {
      if (all.add(number)) {
        next.add(number);
      }
    }
  }

  private static boolean looksAtAllTogether(CredentialSettings settings) {
    return settings.validFor() != null || settings.evidence() == EvidenceUse.EXCLUSIVE;
  }
}
