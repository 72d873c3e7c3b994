package io.credentialrules.testkit.internal.change;

import io.credentialrules.PolicyPack;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.policy.syntax.PolicyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds everything that can be changed in the rules of packs. */
public final class RuleChanges {
  private final PolicyModel model;
  private final Map<String, SourceText> texts = new HashMap<>();
  private final Map<String, Integer> decided = new HashMap<>();

  /**
   * Of a policy.
   *
   * @param model the rules as they were read
   * @param packs the packs that they were read from
   */
  public RuleChanges(PolicyModel model, List<PolicyPack> packs) {
    this.model = model;
    model.rules().forEach(rule -> decided.merge(decides(rule), 1, Integer::sum));
    for (PolicyPack pack : packs) {
      pack.files()
          .forEach((file, text) -> texts.put(pack.name() + "/" + file, new SourceText(text)));
    }
  }

  /** What coverage looks at: conditions, alternatives and bounds, of the rules of some packs. */
  public List<RuleChange> forCoverage(Predicate<PolicyRule> which) {
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

  /** What mutation looks at: all changes of the rules of some packs. */
  public List<RuleChange> forMutation(Predicate<PolicyRule> which, Vocabulary vocabulary) {
    List<RuleChange> changes = new ArrayList<>();
    for (PolicyRule rule : model.rules()) {
      if (which.test(rule)) {
        ChangeCollector found = new ChangeCollector(rule, text(rule));
        new ConditionChanges(found).of(rule.when());
        new BoundChanges(found, model.values(rule.header().pack())).condition(rule.when());
        new MeaningChanges(found, vocabulary).condition(rule.when());
        new HeaderChanges(found).find();
        if (hasAnother(rule)) {
          found.leaveOutRule();
        }
        changes.addAll(found.changes());
      }
    }
    return changes.stream().distinct().toList();
  }

  private static String decides(PolicyRule rule) {
    return (rule instanceof CredentialRule ? "credential " : "requirement ") + rule.id();
  }

  /**
   * Whether another rule decides the same, so that this one is an alternative or a version. Without
   * the only rule of a requirement, whatever refers to it is refused, and without that of a
   * credential no scenario of it is true: that would tell nothing.
   */
  private boolean hasAnother(PolicyRule rule) {
    return decided.getOrDefault(decides(rule), 0) > 1;
  }

  /**
   * What is in the place that an edit replaces, on one line; empty where it only adds. Of a rule
   * that is left out it is the name.
   */
  public String replaced(RuleChange change) {
    if (change.kind() == RuleChange.Kind.WITHOUT_RULE) {
      return "rule " + change.written();
    }
    return text(change.rule())
        .text()
        .substring(change.edit().from(), change.edit().to())
        .replaceAll("\\s+", " ");
  }

  /** The comment that says why nobody notices a change; null where there is none. */
  public @Nullable SurvivorComment explanation(
      RuleChange change, List<SurvivorComment> explanations) {
    String words = RuleChange.words(replaced(change), change.edit().replacement());
    int edited = position(change.rule(), change.edit().from())[0];
    return explanations.stream()
        .filter(explanation -> explanation.isOf(change, words, edited))
        .findFirst()
        .orElse(null);
  }

  /** What comments in some rules say of changes that nobody notices. */
  public List<SurvivorComment> explanations(Predicate<PolicyRule> which) {
    return model.rules().stream()
        .filter(which)
        .flatMap(rule -> SurvivorComment.in(rule, text(rule)).stream())
        .toList();
  }

  /** Line and column of a position in the file of a rule, from 1. */
  public int[] position(PolicyRule rule, int at) {
    return text(rule).position(at);
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
