package io.credentialrules.testkit.mutation;

import io.credentialrules.Credential;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Looks for learners whom a change that survived decides otherwise. */
final class KillingLearners {
  private final List<PolicyPack> packs;
  private final RecordSearch search;
  private final Trials trials;

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
    List<RuleChange> ofConditions =
        survivors.stream().filter(change -> change.kind().isOfConditions()).toList();
    Map<RuleChange, String> scenarios = new ConcurrentHashMap<>();
    RecordSearch.byRule(ofConditions).parallelStream()
        .forEach(changes -> scenarios.putAll(ofRule(changes)));
    return scenarios;
  }

  private Map<RuleChange, String> ofRule(List<RuleChange> changes) {
    List<String> further = packs.stream().skip(1).map(PolicyPack::name).toList();
    Map<RuleChange, String> credentials = new HashMap<>();
    Map<RuleChange, CredentialRules> compiled = new HashMap<>();
    Map<RuleChange, String> scenarios = new HashMap<>();
    search
        .find(
            changes,
            (change, evaluation) -> {
              String credential =
                  otherwise(change, evaluation, compiled.computeIfAbsent(change, trials::compile));
              if (credential != null) {
                credentials.put(change, credential);
              }
              return credential != null;
            })
        .forEach(
            (change, evaluation) -> {
              String credential = Objects.requireNonNull(credentials.get(change));
              String story = "Tells `" + change.written() + "` from what was changed in it.";
              scenarios.put(change, ScenarioText.of(story, further, evaluation, credential));
            });
    return scenarios;
  }

  /**
   * The credential on which a policy with a change answers otherwise: another verdict, or another
   * reason for the same; null where there is none.
   */
  private @Nullable String otherwise(
      RuleChange change, Evaluation evaluation, CredentialRules changed) {
    Evaluation other = changed.evaluate(evaluation.record(), evaluation.asOf());
    for (Credential credential : evaluation.rules().catalogue()) {
      if (credential.pack().equals(packs.get(0).name())
          && evaluation.isEarned(credential.id()) != other.isEarned(credential.id())) {
        return credential.id();
      }
    }
    String credential = search.credential(change.rule(), evaluation);
    return Trials.answer(evaluation, credential).equals(Trials.answer(other, credential))
        ? null
        : credential;
  }
}
