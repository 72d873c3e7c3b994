package io.credentialrules.internal.plan;

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
record Beside(Set<Step.Match> matched, List<Need> needs) {}
