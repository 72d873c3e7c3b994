package io.credentialrules.internal.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.program.Step;
import java.util.List;
import java.util.Set;

/**
 * Patterns of a branch that facts on record match together, and what its other steps, which look at
 * these facts, need beside them.
 *
 * @param matched the patterns that are matched; the others need further facts
 * @param needs what the other steps need
 */
record Beside(ImmutableSet<Step.Match> matched, ImmutableList<Need> needs) {
  Beside(Set<Step.Match> matched, List<Need> needs) {
    this(ImmutableSet.copyOf(matched), ImmutableList.copyOf(needs));
  }
}
