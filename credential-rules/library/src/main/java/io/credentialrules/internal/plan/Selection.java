package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
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
 * @param anew patterns that no fact on record matches, where something new is to
 * @param referents the credentials or requirements that a pattern means, by their numbers
 */
record Selection(
    ImmutableMap<Integer, Way> ways,
    ImmutableMap<Integer, Branch> branches,
    ImmutableSet<Step.Match> anew,
    ImmutableMap<Step, Set<Integer>> referents) {

  static final Selection OPEN =
      new Selection(ImmutableMap.of(), ImmutableMap.of(), ImmutableSet.of(), ImmutableMap.of());

  Selection way(int credential, Way way) {
    return new Selection(with(ways, credential, way), branches, anew, referents);
  }

  /** With an alternative of a requirement of which some patterns are matched on record. */
  Selection branch(int requirement, Branch branch, Set<Step.Match> matched) {
    ImmutableSet.Builder<Step.Match> all = ImmutableSet.<Step.Match>builder().addAll(anew);
    for (Step step : branch.steps()) {
      if (step instanceof Step.Match match
          && !PlanStart.isDerived(match.type())
          && !matched.contains(match)) {
        all.add(match);
      }
    }
    return new Selection(ways, with(branches, requirement, branch), all.build(), referents);
  }

  /** The same where each pattern can be matched by what is on record. */
  Selection onRecordToo() {
    return new Selection(ways, branches, ImmutableSet.of(), referents);
  }

  Selection referents(Step step, Set<Integer> numbers) {
    return new Selection(ways, branches, anew, with(referents, step, Set.copyOf(numbers)));
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
