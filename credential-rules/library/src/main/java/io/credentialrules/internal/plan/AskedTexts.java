package io.credentialrules.internal.plan;

import io.credentialrules.internal.program.Comparison;
import io.credentialrules.internal.program.Slots;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Operator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tests ask of the texts of a field, of which there can be many.
 *
 * @param expressions the regular expressions that texts are to match
 * @param contained the texts that they are to contain
 */
record AskedTexts(List<String> expressions, List<String> contained) {
  /**
   * What tests ask of a field.
   *
   * @param slots what the slots that it can be compared with hold
   */
  static AskedTexts of(List<Test> tests, int slot, String name, Slots slots, PlanStart start) {
    List<String> expressions = new ArrayList<>(0);
    List<String> contained = new ArrayList<>(0);
    for (Test test : tests) {
      expressions.addAll(start.operands(test).expressions());
      String text = contained(test.comparison(), slot, name, slots);
      if (text != null) {
        contained.add(text);
      }
    }
    return new AskedTexts(expressions, contained);
  }

  private static @Nullable String contained(
      @Nullable Comparison comparison, int slot, String name, Slots slots) {
    return comparison != null
            && comparison.operator() == Operator.CONTAINS
            && comparison.isOfField(name)
            && comparison.left().slots().contains(slot)
            && comparison.right().slots().stream().allMatch(other -> slots.at(other) != null)
            && comparison.right().in(slots) instanceof String text
        ? text
        : null;
  }

  /** Different texts that pass one of the tests, up to so many for each. */
  Set<String> samples(int most) {
    if (expressions.isEmpty() && contained.isEmpty()) {
      return Set.of();
    }
    Set<String> samples = new LinkedHashSet<>();
    for (String expression : expressions) {
      for (int i = 1; i <= most; i++) {
        String sample = Samples.of(expression, i);
        if (sample != null) {
          samples.add(sample);
        }
      }
    }
    for (String text : contained) {
      samples.add(text);
      for (int i = 1; i <= most; i++) {
        samples.add(text + "-" + i);
      }
    }
    return samples;
  }
}
