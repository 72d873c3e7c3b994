package io.credentialrules.internal.read;

import com.google.common.collect.ImmutableSet;
import io.credentialrules.internal.fault.Problems;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.syntax.PolicyModel;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What came of reading packs.
 *
 * @param model the rules that could be read without a problem
 * @param problems everything wrong with the texts, in the order of files and lines
 * @param leftOut ids of requirements and credentials whose rules have a problem and are therefore
 *     not in the model; a later check need not miss them
 */
public record ReadResult(PolicyModel model, List<Problem> problems, Set<String> leftOut) {

  /** Stands in {@link #leftOut} for rules of which not even the id could be read. */
  public static final String UNNAMED = "";

  /** Copies the problems and ids. */
  public ReadResult {
    problems = List.copyOf(problems);
    leftOut = ImmutableSet.copyOf(leftOut);
  }

  ReadResult(PolicyModel model, Problems problems, Collection<String> leftOut) {
    this(model, problems.inOrder(), ImmutableSet.copyOf(leftOut));
  }
}
