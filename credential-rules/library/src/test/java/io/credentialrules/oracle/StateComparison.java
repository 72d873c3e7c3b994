package io.credentialrules.oracle;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.policy.CredentialSettings.EvidenceUse;
import io.credentialrules.policy.syntax.CredentialRule;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;

/** Where the library says that requirements and credentials stand, beside what the oracle says. */
final class StateComparison {
  private final Oracle oracle;
  private final Judgement judgement;
  private final States states;
  private final SoftAssertions same;

  StateComparison(Oracle oracle, Learners.Case learner, Judgement judgement, SoftAssertions same) {
    this.oracle = oracle;
    this.judgement = judgement;
    this.states = new States(oracle, learner.record(), learner.asOf(), judgement);
    this.same = same;
  }

  void of(Evaluation evaluation) {
    for (String id : oracle.requirements()) {
      same.assertThat(evaluation.requirement(id).state())
          .as("the state of requirement %s", id)
          .isIn(states.ofRequirement(id));
    }
    for (Decision decision : evaluation.decisions()) {
      String id = decision.credential().id();
      if (decision instanceof Decision.NotEarned not) {
        not.routes().forEach(route -> of(id, route));
        same.assertThat(not.lapsed().stream().map(NotCounted::fact).collect(Collectors.toSet()))
            .as("%s as it was held", id)
            .isEqualTo(heldBefore(id));
      } else if (((Decision.Earned) decision).route() != null) {
        of(id, ((Decision.Earned) decision).route());
      }
    }
  }

  private Set<Fact> heldBefore(String credential) {
    return judgement.against().keySet().stream()
        .filter(fact -> fact instanceof HeldCredential held && held.credential().equals(credential))
        .collect(Collectors.toSet());
  }

  private void of(String id, Route route) {
    for (CredentialRule rule : oracle.credentialRules(id)) {
      if (rule.header().name().equals(route.rule())) {
        if (rule.settings().evidence() == EvidenceUse.SHARED) {
          for (Ask ask : oracle.asks(rule)) {
            same.assertThat(state(route, ask))
                .as("where %s of `%s` stands", ask.id(), route.rule())
                .isIn(states.of(rule, ask));
          }
        } else {
          exclusive(route, rule);
        }
        same.assertThat(state(route, Kind.STANDING, id + "#standing"))
            .as("whether %s is in good standing", id)
            .isEqualTo(judgement.isWithdrawn(id) ? RequirementState.REVOKED : null);
        validity(id, route, rule);
      }
    }
  }

  /** Of what each has alone, the facts serve as much as they can. */
  private void exclusive(Route route, CredentialRule rule) {
    List<Ask> served = new ArrayList<>();
    List<Ask> others = new ArrayList<>();
    for (Ask ask : oracle.asks(rule)) {
      RequirementState state = state(route, ask);
      if (judgement.isWaived(ask.id(), ask)) {
        same.assertThat(state).as("%s is waived", ask.id()).isEqualTo(RequirementState.WAIVED);
      } else if (judgement.holds(rule, ask) && state == RequirementState.MET) {
        served.add(ask);
      } else {
        same.assertThat(state)
            .as("where %s stands beside the others", ask.id())
            .isIn(states.besideOthers(rule, ask));
        if (judgement.holds(rule, ask)) {
          others.add(ask);
        }
      }
    }
    same.assertThat(judgement.canShare(rule, served))
        .as("facts for all of %s", served.stream().map(Ask::id).toList())
        .isTrue();
    for (Ask other : others) {
      List<Ask> more = new ArrayList<>(served);
      more.add(other);
      same.assertThat(judgement.canShare(rule, more)).as("facts for %s too", other.id()).isFalse();
    }
  }

  private void validity(String id, Route route, CredentialRule rule) {
    RequirementState state = state(route, Kind.VALIDITY, id + "#validity");
    boolean isComplete = judgement.isComplete(rule);
    boolean hasEnded = isComplete && !judgement.isValid(rule);
    same.assertThat(state == RequirementState.EXPIRED)
        .as("whether `%s` has expired", route.rule())
        .isEqualTo(hasEnded);
    same.assertThat(state != null && !isComplete)
        .as("a validity of `%s`, which is not complete", route.rule())
        .isFalse();
  }

  private static @Nullable RequirementState state(Route route, Ask ask) {
    return state(route, ask.kind(), ask.id());
  }

  private static @Nullable RequirementState state(Route route, Kind kind, String id) {
    return route.requirements().stream()
        .filter(result -> result.kind() == kind && result.id().equals(id))
        .map(RequirementResult::state)
        .findFirst()
        .orElse(null);
  }
}
