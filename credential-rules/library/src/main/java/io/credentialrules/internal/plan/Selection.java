package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Program.Proof;
import io.credentialrules.internal.program.Program.Way;
import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of several alternatives a search takes: one route of a credential, one alternative of a
 * requirement, some of the credentials or requirements that a condition can mean. What is not
 * decided is open. Immutable.
 *
 * @param ways the route of a credential, by its number
 * @param branches the alternative of a requirement, by its number
 * @param referents the credentials or requirements that a pattern means, by their numbers
 */
record Selection(
    ImmutableMap<Integer, Way> ways,
    ImmutableMap<Integer, Branch> branches,
    ImmutableMap<Step, Set<Integer>> referents) {

  static final Selection OPEN =
      new Selection(ImmutableMap.of(), ImmutableMap.of(), ImmutableMap.of());

  Selection way(int credential, Way way) {
    return new Selection(with(ways, credential, way), branches, referents);
  }

  Selection branch(int requirement, Branch branch) {
    return new Selection(ways, with(branches, requirement, branch), referents);
  }

  Selection referents(Step step, Set<Integer> numbers) {
    return new Selection(ways, branches, with(referents, step, Set.copyOf(numbers)));
  }

  boolean allows(int credential, Way way) {
    return way.equals(ways.getOrDefault(credential, way));
  }

  /** The alternatives of a rule that proves a requirement that are not left out. */
  List<Branch> of(int requirement, Proof proof) {
    Branch chosen = branches.get(requirement);
    return chosen == null
        ? proof.branches()
        : proof.branches().stream().filter(chosen::equals).toList();
  }

  boolean allows(Step.Match match, int number) {
    Set<Integer> chosen = referents.get(match);
    return chosen == null || chosen.contains(number);
  }

  private static <K, V> ImmutableMap<K, V> with(Map<K, V> map, K key, V value) {
    return ImmutableMap.<K, V>builder().putAll(map).put(key, value).buildKeepingLast();
  }
}
