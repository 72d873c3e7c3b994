package io.credentialrules.oracle;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.Route;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.syntax.CredentialRule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;

/** What the library says of one learner beside what the oracle says. */
final class Comparison {
  private final Oracle oracle;
  private final Calendar calendar;
  private final Judgement judgement;
  private final Evaluation evaluation;
  private final Learners.Case learner;
  private final SoftAssertions same = new SoftAssertions();

  Comparison(Oracle oracle, Evaluation evaluation, Learners.Case learner) {
    this.oracle = oracle;
    this.calendar = oracle.calendar(learner.record(), learner.asOf());
    this.judgement = calendar.at(calendar.today(), null);
    this.evaluation = evaluation;
    this.learner = learner;
  }

  Comparison facts() {
    same.assertThat(new HashSet<>(evaluation.counted()))
        .as("facts that count")
        .isEqualTo(judgement.counted());
    for (NotCounted not : evaluation.notCounted()) {
      same.assertThat(judgement.against().getOrDefault(not.fact(), Set.of()))
          .as("what speaks against %s", not.fact())
          .contains(not.reason());
    }
    same.assertThat(new HashSet<>(evaluation.unknownWaivers()))
        .as("unknown waivers")
        .isEqualTo(judgement.unknownWaivers());
    return this;
  }

  Comparison verdicts() {
    for (String id : oracle.requirements()) {
      same.assertThat(evaluation.requirement(id).isSatisfied())
          .as("requirement %s", id)
          .isEqualTo(judgement.isMet(id));
    }
    for (String id : oracle.credentials()) {
      same.assertThat(evaluation.isEarned(id))
          .as("credential %s", id)
          .isEqualTo(judgement.isEarned(id));
    }
    return this;
  }

  Comparison decisions() {
    for (Decision decision : evaluation.decisions()) {
      String id = decision.credential().id();
      same.assertThat(decision.isEarned()).as(id).isEqualTo(judgement.isEarned(id));
      if (decision instanceof Decision.NotEarned not) {
        same.assertThat(not.routes())
            .as("routes to %s", id)
            .extracting(Route::rule)
            .containsExactlyInAnyOrderElementsOf(
                oracle.credentialRules(id).stream()
                    .filter(judgement::isInForce)
                    .map(rule -> rule.header().name())
                    .toList());
        not.routes().forEach(route -> compare(id, route));
      } else if (decision instanceof Decision.Earned earned) {
        same.assertThat(earned.route() != null)
            .as("%s has a route", id)
            .isEqualTo(oracle.credentialRules(id).stream().anyMatch(judgement::awards));
        if (earned.route() != null) {
          compare(id, earned.route());
        }
      }
    }
    return this;
  }

  Comparison dates() {
    Ahead ahead = new Ahead(oracle, learner.record(), learner.asOf());
    for (Decision decision : evaluation.decisions()) {
      String id = decision.credential().id();
      if (decision instanceof Decision.Earned earned) {
        same.assertThat(earned.since()).as("%s since", id).isEqualTo(calendar.since(id));
        same.assertThat(earned.until()).as("%s until", id).isEqualTo(calendar.until(id));
      } else {
        same.assertThat(((Decision.NotEarned) decision).eligibleFrom())
            .as("%s eligible from", id)
            .isEqualTo(ahead.eligibleFrom(id));
      }
    }
    return this;
  }

  /** Why each fact does not count, and where each requirement and each part of a route stands. */
  Comparison states() {
    for (NotCounted not : evaluation.notCounted()) {
      same.assertThat(not.reason())
          .as("what speaks first against %s", not.fact())
          .isEqualTo(Weighing.first(judgement.against().getOrDefault(not.fact(), Set.of())));
    }
    new StateComparison(oracle, learner, judgement, same).of(evaluation);
    return this;
  }

  private void compare(String id, Route route) {
    for (CredentialRule rule : oracle.credentialRules(id)) {
      if (rule.header().name().equals(route.rule())
          && rule.settings().evidence() == EvidenceUse.SHARED) {
        same.assertThat(satisfied(route))
            .as("what `%s` asks for", route.rule())
            .isEqualTo(satisfied(rule));
      }
    }
  }

  private static Map<String, Boolean> satisfied(Route route) {
    Map<String, Boolean> satisfied = new LinkedHashMap<>();
    for (RequirementResult result : route.requirements()) {
      if (result.kind() != Kind.VALIDITY && result.kind() != Kind.STANDING) {
        satisfied.put(result.kind() + " " + result.id(), result.isSatisfied());
      }
    }
    return satisfied;
  }

  private Map<String, Boolean> satisfied(CredentialRule rule) {
    Map<String, Boolean> satisfied = new LinkedHashMap<>();
    List<Ask> asks = oracle.asks(rule);
    for (Ask ask : asks) {
      satisfied.put(ask.kind() + " " + ask.id(), judgement.holds(rule, ask));
    }
    return satisfied;
  }

  void holds() {
    if (!same.errorsCollected().isEmpty()) {
      same.fail("the learner: %s", learner);
    }
    same.assertAll();
  }
}
