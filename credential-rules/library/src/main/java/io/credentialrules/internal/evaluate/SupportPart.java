package io.credentialrules.internal.evaluate;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.credentialrules.internal.program.Budget;
import io.credentialrules.internal.program.Candidate;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.ReadFields;
import io.credentialrules.internal.program.Row;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.internal.reach.Support;
import io.credentialrules.policy.VocabularyType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A requirement or credential that a plan's goal rests on, while facts come and go. Compared by
 * identity; used by one thread.
 */
final class SupportPart {
  private final Support.Part part;
  private final int place;
  private final boolean before;
  private final List<SupportPart> readers = new ArrayList<>();
  private final Map<Set<Difference>, Boolean> known = new HashMap<>();
  private final Set<Difference> differences = new HashSet<>();
  private final Map<Multiset<Object>, Settled> alike = new HashMap<>();
  private final Multiset<Object> read = HashMultiset.create();
  private @Nullable List<LiveBranch> branches;
  private @Nullable List<Pattern> patterns;
  private @Nullable ReadFields fields;
  private @Nullable Candidate derived;
  private boolean isTouched;

  /** What a pattern says of a fact alone. */
  private record Pattern(String type, List<Test> tests) {}

  /** A fact that came or went. */
  private record Difference(Object fact, VocabularyType type, boolean comes) {}

  /** What rules can tell of a fact that came or went. */
  private record Read(Object of, boolean comes) {}

  /** What the network said, and the units of work that it took. */
  private record Settled(boolean is, long units) {}

  /**
   * A part.
   *
   * @param place among all parts
   * @param before what was settled for the record
   */
  SupportPart(Support.Part part, int place, boolean before) {
    this.part = part;
    this.place = place;
    this.before = before;
  }

  /**
   * It is decided by these rules, over the facts of the record. Each branch of one pattern, or of
   * one total over one pattern, is followed; where one is of another form, none is.
   */
  void follow(List<Proof> proofs) {
    List<LiveBranch> all = new ArrayList<>();
    List<Pattern> seen = new ArrayList<>();
    boolean isFollowed = true;
    for (Proof proof : proofs) {
      for (Branch branch : proof.branches()) {
        LiveBranch live = LiveBranch.of(branch);
        isFollowed &= live != null;
        if (live != null) {
          all.add(live);
        }
        branch.steps().forEach(step -> step.visit(each -> addPattern(each, seen)));
      }
    }
    branches = isFollowed ? all : null;
    patterns = seen;
    fields = isFollowed ? null : new ReadFields(proofs);
  }

  private static void addPattern(Step step, List<Pattern> seen) {
    if (step instanceof Step.Match match) {
      seen.add(new Pattern(match.type().name(), match.own()));
    }
  }

  boolean isCredential() {
    return part.isCredential();
  }

  int number() {
    return part.number();
  }

  Support.Part part() {
    return part;
  }

  int place() {
    return place;
  }

  /** What was settled for the record. */
  boolean before() {
    return before;
  }

  /** The parts that look at it. */
  List<SupportPart> readers() {
    return readers;
  }

  /** What it is for the patterns that look at it; null where none does. */
  @Nullable Candidate derived() {
    return derived;
  }

  void derivedAs(Candidate candidate) {
    derived = candidate;
  }

  /** The names of the types that its patterns look at. */
  List<String> types() {
    if (patterns == null) {
      return List.of();
    }
    List<String> types = new ArrayList<>(patterns.size());
    for (Pattern pattern : patterns) {
      if (!types.contains(pattern.type())) {
        types.add(pattern.type());
      }
    }
    return types;
  }

  /** Whether what its branches say follows from the facts that come and go. */
  boolean isFollowed() {
    return branches != null;
  }

  /** Whether some of the branches that are followed holds. */
  boolean holds() {
    if (branches != null) {
      for (LiveBranch branch : branches) {
        if (branch.holds()) {
          return true;
        }
      }
    }
    return false;
  }

  /** A fact of the record. */
  void has(Candidate fact) {
    if (branches != null) {
      branches.forEach(branch -> branch.add(fact));
    }
  }

  /** A fact that it looks at comes or goes; whether that can change anything. */
  boolean change(Candidate fact, boolean comes) {
    boolean matters = branches == null || isFollowed(fact, comes);
    if (matters) {
      isTouched = true;
      if (fields != null && differences.add(new Difference(fact.fact(), fact.type(), comes))) {
        read.add(new Read(fields.of(fact), comes));
      }
    }
    return matters;
  }

  private boolean isFollowed(Candidate fact, boolean comes) {
    boolean matters = false;
    if (branches != null) {
      for (LiveBranch branch : branches) {
        matters |= comes ? branch.add(fact) : branch.remove(fact);
      }
    }
    return matters;
  }

  /** Whether one of its patterns can match a fact. */
  boolean looksAt(Candidate fact) {
    if (patterns != null) {
      for (Pattern pattern : patterns) {
        if (pattern.type().equals(fact.typeName()) && Test.all(pattern.tests(), Row.of(fact))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Adds all that can matter to it of a fact that it looks at. */
  void addSeen(Candidate fact, List<Object> seen) {
    if (branches != null) {
      branches.forEach(branch -> branch.addSeen(fact, seen));
    } else {
      seen.add(this);
      seen.add(new Difference(fact.fact(), fact.type(), true));
    }
  }

  /** A fact that came is taken away, or one that went is there again. */
  void undo(Candidate fact, boolean came) {
    isFollowed(fact, !came);
  }

  void touch() {
    isTouched = true;
  }

  boolean isTouched() {
    return isTouched;
  }

  /** Nothing has changed for it any more. */
  void rest() {
    isTouched = false;
    differences.clear();
    read.clear();
  }

  /**
   * What is found once for changes that the rules cannot tell apart, where branches are not
   * followed. For other facts it is counted as the work that it was.
   */
  boolean settled(Budget budget, BooleanSupplier rules) {
    Boolean found = known.get(differences);
    if (found == null) {
      Settled settled = alike.get(read);
      if (settled == null) {
        long before = budget.work();
        settled = new Settled(rules.getAsBoolean(), budget.work() - before);
        alike.put(ImmutableMultiset.copyOf(read), settled);
      } else {
        budget.countWork(Math.toIntExact(settled.units()));
      }
      found = settled.is();
      known.put(Set.copyOf(differences), found);
    }
    return found;
  }
}
