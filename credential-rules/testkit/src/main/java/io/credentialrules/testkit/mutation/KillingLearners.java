package io.credentialrules.testkit.mutation;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.PolicyPack;
import io.credentialrules.testkit.internal.change.ChangedPolicy;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.learner.ScenarioText;
import io.credentialrules.testkit.internal.search.GivenRecord;
import io.credentialrules.testkit.internal.search.RecordSearch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Looks for learners whom a change that survived decides otherwise. */
final class KillingLearners {
  private final List<PolicyPack> packs;
  private final RecordSearch search;
  private final Trials trials;
  private final Map<RuleChange, CredentialRules> compiled = new HashMap<>();

  KillingLearners(
      CredentialRules rules,
      List<PolicyPack> packs,
      UnaryOperator<CredentialRules.Builder> prepare,
      List<GivenRecord> given,
      Trials trials) {
    this.packs = packs;
    this.trials = trials;
    this.search =
        new RecordSearch(
            rules,
            changes ->
                ChangedPolicy.compile(packs, prepare, List.of(changes.get(0).rule()), changes),
            given,
            packs.get(0).name());
  }

  /** A scenario for each change for which a learner was found. */
  Map<RuleChange, String> of(List<RuleChange> survivors) {
    List<String> further = packs.stream().skip(1).map(PolicyPack::name).toList();
    Map<RuleChange, String> scenarios = new HashMap<>();
    List<RuleChange> ofConditions =
        survivors.stream().filter(change -> change.kind().isOfConditions()).toList();
    for (List<RuleChange> changes : RecordSearch.byRule(ofConditions)) {
      search
          .find(changes, this::decidesOtherwise)
          .forEach(
              (change, evaluation) -> {
                String credential =
                    Objects.requireNonNull(search.credential(change.rule(), evaluation));
                String story = "Tells `" + change.written() + "` from what was changed in it.";
                scenarios.put(change, ScenarioText.of(story, further, evaluation, credential));
              });
    }
    return scenarios;
  }

  private boolean decidesOtherwise(RuleChange change, Evaluation evaluation) {
    String credential = search.credential(change.rule(), evaluation);
    if (credential == null) {
      return false;
    }
    CredentialRules changed = compiled.computeIfAbsent(change, trials::compile);
    Evaluation other = changed.evaluate(evaluation.record(), evaluation.asOf());
    return !Trials.answer(evaluation, credential).equals(Trials.answer(other, credential));
  }
}
