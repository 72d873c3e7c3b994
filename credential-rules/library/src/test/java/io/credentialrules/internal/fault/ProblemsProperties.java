package io.credentialrules.internal.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Laws;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ProblemsProperties {
  private static final int MOST = Problems.MOST_OF_A_KIND;

  @Property(seed = Laws.SEED)
  void of_a_kind_so_many_are_kept_and_the_last_counts_the_others(
      @ForAll @IntRange(min = 1, max = 400) int lines) {
    Problems problems = new Problems(Integer.MAX_VALUE);
    for (int line = 1; line <= lines; line++) {
      problems.add(at(line), ConstraintFaults.emptyList());
      problems.add(at(line), ConstraintFaults.emptyList());
    }
    List<Problem> kept = problems.inOrder();
    assertThat(kept).hasSize(Math.min(lines, MOST)).isSorted();
    String last = kept.get(kept.size() - 1).message();
    if (lines > MOST) {
      assertThat(last).endsWith(" (and " + (lines - MOST) + " more like it)");
    } else {
      assertThat(last).doesNotContain("more like it");
    }
  }

  @Example
  void other_kinds_and_other_scopes_are_kept_beside_a_kind_that_is_everywhere() {
    Problems problems = new Problems(Integer.MAX_VALUE);
    for (int line = 1; line <= 10 * MOST; line++) {
      problems.add("one rule", at(line), ConstraintFaults.emptyList());
    }
    problems.add("another rule", at(1_000), ConstraintFaults.emptyList());
    problems.add("one rule", at(2_000), ConditionFaults.emptyGroup());
    assertThat(problems.inOrder()).hasSize(MOST + 2);
  }

  @Property(seed = Laws.SEED)
  void no_error_is_left_out_for_a_warning(
      @ForAll @IntRange(max = 30) int errors, @ForAll @IntRange(max = 30) int warnings) {
    List<Problem> all = new ArrayList<>();
    for (int line = 1; line <= warnings; line++) {
      all.add(MeaningFaults.unusedTotal().at(at(line)));
    }
    for (int line = 1; line <= errors; line++) {
      all.add(ConstraintFaults.emptyList().at(at(100 + line)));
    }
    List<Problem> capped = Problems.capped(all, 10);
    assertThat(capped.stream().filter(problem -> problem.severity() == Severity.ERROR))
        .hasSize(errors > 10 ? 11 : errors);
    assertThat(capped.stream().filter(problem -> problem.severity() == Severity.WARNING))
        .hasSize(warnings > 10 ? 11 : warnings);
  }

  private static SourceSpan at(int line) {
    return new SourceSpan("pack/file.drl", line, 1, line, 2);
  }
}
