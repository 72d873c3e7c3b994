package io.credentialrules.internal.engine;

import io.credentialrules.internal.program.Program.Branch;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What branches have in common that differ only in their constants: one pattern, or one total over
 * one pattern. All branches of a shape share one rule of the network.
 *
 * @param match the pattern, whose tests read constants from negative slots
 * @param total the total over the pattern; null where the pattern alone decides
 */
record Shape(Step.Match match, Step.@Nullable Total total) {

  /** The shape of a branch, without the constants that it takes; null where it has none. */
  static @Nullable Shape of(Branch branch, Constants constants) {
    if (branch.steps().size() != 1) {
      return null;
    }
    Step only = branch.steps().get(0);
    if (only instanceof Step.Match match) {
      return new Shape(lifted(match, constants), null);
    }
    if (only instanceof Step.Total total
        && total.grouping() == null
        && total.steps().size() == 1
        && total.steps().get(0) instanceof Step.Match match) {
      Step.Match lifted = lifted(match, constants);
      return new Shape(
          lifted,
          new Step.Total(
              List.of(lifted),
              total.functions(),
              constants.takenFrom(total.tests()),
              total.source()));
    }
    return null;
  }

  private static Step.Match lifted(Step.Match match, Constants constants) {
    return new Step.Match(
        match.slot(), match.type(), constants.takenFrom(match.tests()), match.source());
  }

  /** Text that two shapes share only when they are the same. */
  String key() {
    Stream<String> tests = match.tests().stream().map(Test::key);
    String pattern = match.type().name() + " " + match.slot() + tests.collect(list());
    if (total == null) {
      return pattern;
    }
    Stream<String> functions =
        total.functions().stream()
            .map(
                function ->
                    function.slot()
                        + " "
                        + function.kind()
                        + " "
                        + (function.argument() == null ? "" : function.argument().key()));
    return pattern
        + functions.collect(list())
        + total.tests().stream().map(Test::key).collect(list());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> list() {
    return Collectors.joining(", ", " [", "]");
  }
}
