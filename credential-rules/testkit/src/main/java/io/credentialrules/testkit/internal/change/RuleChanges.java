package io.credentialrules.testkit.internal.change;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds everything that can be changed in the rules of packs. */
public final class RuleChanges {
  private final PolicyModel model;
  private final Map<String, SourceText> texts = new HashMap<>();

  /**
   * Of a policy.
   *
   * @param model the rules as they were read
   * @param packs the packs that they were read from
   */
  public RuleChanges(PolicyModel model, List<PolicyPack> packs) {
    this.model = model;
    for (PolicyPack pack : packs) {
      pack.files()
          .forEach((file, text) -> texts.put(pack.name() + "/" + file, new SourceText(text)));
    }
  }

  /** What coverage looks at: conditions, alternatives and bounds, of the rules of some packs. */
  public List<RuleChange> forCoverage(java.util.function.Predicate<PolicyRule> which) {
    List<RuleChange> changes = new ArrayList<>();
    for (PolicyRule rule : model.rules()) {
      if (which.test(rule)) {
        ChangeCollector found = new ChangeCollector(rule, text(rule));
        new ConditionChanges(found).of(rule.when());
        new BoundChanges(found, model.values(rule.header().pack())).condition(rule.when());
        found.changes().stream()
            .filter(change -> change.kind() != RuleChange.Kind.FAR_BOUND)
            .forEach(changes::add);
      }
    }
    return changes;
  }

  SourceText text(PolicyRule rule) {
    SourceText text = texts.get(rule.header().span().file());
    if (text == null) {
      throw new IllegalArgumentException(
          "the rule `" + rule.header().name() + "` is of no pack that was given");
    }
    return text;
  }
}
