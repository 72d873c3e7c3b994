package io.credentialrules.internal.timeline;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Candidate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which facts each requirement of a way has for itself, where evidence is exclusive.
 *
 * @param given what each requirement that holds has, by its number, in the order of the way
 * @param without the requirements that would hold alone, each with the facts that others have
 */
public record Allocation(
    ImmutableMap<Integer, ImmutableSet<Candidate>> given,
    ImmutableMap<Integer, ImmutableSet<Candidate>> without) {

  /** Whether each requirement that would hold alone holds beside the others. */
  boolean isComplete() {
    return without.isEmpty();
  }

  /** The requirement that has a fact, by number; null where none has it. */
  public @Nullable Integer holder(Candidate fact) {
    for (Map.Entry<Integer, ImmutableSet<Candidate>> entry : given.entrySet()) {
      if (entry.getValue().contains(fact)) {
        return entry.getKey();
      }
    }
    return null;
  }

  /** Which of some facts a requirement has. */
  public Set<Candidate> taken(Set<Candidate> facts) {
    Set<Candidate> taken = new LinkedHashSet<>(facts);
    taken.removeIf(fact -> given.values().stream().noneMatch(mine -> mine.contains(fact)));
    return taken;
  }

  /**
   * The requirements that have facts which another one lacks, by number, in the order of the way.
   */
  public Set<Integer> usersOf(Set<Candidate> facts) {
    Set<Integer> users = new LinkedHashSet<>();
    for (Map.Entry<Integer, ImmutableSet<Candidate>> entry : given.entrySet()) {
      if (entry.getValue().stream().anyMatch(facts::contains)) {
        users.add(entry.getKey());
      }
    }
    return users;
  }
}
