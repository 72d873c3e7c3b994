package io.credentialrules.cli;

import io.credentialrules.policy.syntax.Condition;
import java.util.HashSet;
import java.util.Set;

/**
 * Where in a rule the facts of a template are asked for.
 *
 * @param nth which of several facts that are counted, from 0; negative for a single one
 * @param isSeveral whether one fact of the template represents as many as a total takes
 * @param siblings the facts that the same rule asks for, which are other facts; grows
 */
record TemplatePlace(int nth, boolean isSeveral, Set<TemplateFact> siblings) {
  private static final int UNCOUNTED = -1;

  static TemplatePlace single() {
    return new TemplatePlace(UNCOUNTED, false, new HashSet<>());
  }

  /** In the source of a total. */
  TemplatePlace within(Condition.Accumulate total) {
    return new TemplatePlace(UNCOUNTED, TemplateTotals.isOfAmounts(total), new HashSet<>(siblings));
  }

  TemplatePlace counted(int number) {
    return new TemplatePlace(number, false, siblings);
  }
}
