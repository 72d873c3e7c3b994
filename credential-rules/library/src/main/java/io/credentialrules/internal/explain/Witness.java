package io.credentialrules.internal.explain;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.Measure;
import io.credentialrules.internal.program.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * What a branch rests on that holds: one combination of facts.
 *
 * @param candidates the facts, in the order of the steps
 * @param measure the amount that decides: of the first total or fact that has one, else null
 */
record Witness(ImmutableSet<Candidate> candidates, @Nullable Measure measure) {}
