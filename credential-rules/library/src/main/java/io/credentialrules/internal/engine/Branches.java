package io.credentialrules.internal.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Program.Proof;
import java.util.ArrayList;
import java.util.List;

/**
 * What evaluations look at of all branches, by the number of the branch.
 *
 * <p>The idea: in a large catalogue each object that is followed is a wait for memory, and rules
 * next to each other in a policy are touched together, because the facts of a learner are about a
 * few pathways. So a branch is no object: its numbers are side by side with those of its
 * neighbours, and so are its constants. What only versions of a policy or rules of their own need
 * is apart. Not changed once the index is built.
 */
final class Branches {
  private static final int RULE = 0;
  private static final int REQUIREMENT = 1;
  private static final int CONSTANTS = 2;
  private static final int WORK = 3;
  private static final int NUMBERS = 4;

  private static final int IS_ALWAYS_IN_FORCE = 1;
  private static final int IS_MONOTONE = 1 << 1;
  private static final int IS_TOTAL = 1 << 2;
  private static final int HAS_SHAPE = 1 << 3;
  private static final int BITS = 4;

  private final int[] numbers;
  private final Object[] constants;
  private final ImmutableList<Proof> proofs;
  private final ImmutableList<ImmutableSet<String>> types;

  /** All branches; the number of each is its position. */
  Branches(List<Entry> entries) {
    this.numbers = new int[NUMBERS * entries.size()];
    List<Object> all = new ArrayList<>();
    ImmutableList.Builder<ImmutableSet<String>> typesOfAll = ImmutableList.builder();
    ImmutableList.Builder<Proof> proofsOfAll = ImmutableList.builder();
    for (Entry entry : entries) {
      int start = NUMBERS * entry.number();
      numbers[start + RULE] = entry.rule();
      numbers[start + REQUIREMENT] = entry.requirement();
      numbers[start + CONSTANTS] = all.size();
      numbers[start + WORK] =
          entry.comparisons() << BITS
              | (entry.isAlwaysInForce() ? IS_ALWAYS_IN_FORCE : 0)
              | (entry.isMonotone() ? IS_MONOTONE : 0)
              | (entry.isTotal() ? IS_TOTAL : 0)
              | (entry.hasShape() ? HAS_SHAPE : 0);
      all.addAll(entry.constants());
      proofsOfAll.add(entry.proof());
      typesOfAll.add(entry.types());
    }
    this.constants = all.toArray();
    this.proofs = proofsOfAll.build();
    this.types = typesOfAll.build();
  }

  private boolean is(int branch, int bit) {
    return (numbers[NUMBERS * branch + WORK] & bit) != 0;
  }

  /** The number of its rule, which the branches of a shape share. */
  int rule(int branch) {
    return numbers[NUMBERS * branch + RULE];
  }

  /** The number of the requirement that it proves. */
  int requirement(int branch) {
    return numbers[NUMBERS * branch + REQUIREMENT];
  }

  /** Whether it shares its rule with all branches of its shape. */
  boolean hasShape(int branch) {
    return is(branch, HAS_SHAPE);
  }

  /** Whether no further fact can make it fail where it holds. */
  boolean isMonotone(int branch) {
    return is(branch, IS_MONOTONE);
  }

  /** Whether it is decided by a total over its facts rather than by one of them. */
  boolean isTotal(int branch) {
    return is(branch, IS_TOTAL);
  }

  /** How many comparisons one fact costs at the most. */
  int comparisons(int branch) {
    return numbers[NUMBERS * branch + WORK] >>> BITS;
  }

  /** Whether its version of the policy applies in an evaluation. */
  boolean isInForce(int branch, Firing firing) {
    return is(branch, IS_ALWAYS_IN_FORCE)
        || firing.isInForce(proofs.get(branch).header().window(), proofs.get(branch).versionBy());
  }

  /** Its constant in a negative slot. */
  Object constant(int branch, int slot) {
    return constants[numbers[NUMBERS * branch + CONSTANTS] + Constants.place(slot)];
  }

  /** The names of the types at whose facts its rule looks itself; none where it has a shape. */
  ImmutableSet<String> types(int branch) {
    return types.get(branch);
  }
}
