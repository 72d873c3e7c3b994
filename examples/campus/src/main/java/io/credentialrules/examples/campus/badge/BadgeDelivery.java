package io.credentialrules.examples.campus.badge;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.examples.campus.decision.Change;
import io.credentialrules.examples.campus.decision.DecisionRows;
import io.credentialrules.examples.campus.decision.Delivery;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.json.AuditRecord;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Issues a badge for what is awarded, ends it when it lapses or is revoked, and tells the learner.
 * The badge says what the decision said, by the policy of then: it is made of the audit record.
 */
@Service
class BadgeDelivery implements Delivery {
  private final DecisionRows decisions;
  private final PolicyStore policies;
  private final Learners learners;
  private final Issuer issuer;
  private final StatusLists lists;
  private final Awards awards;
  private final Notices notices;
  private final Clock clock;
  private final Cache<Long, Evaluation> latest = CacheBuilder.newBuilder().maximumSize(4).build();

  BadgeDelivery(
      DecisionRows decisions,
      PolicyStore policies,
      Learners learners,
      Issuer issuer,
      StatusLists lists,
      Awards awards,
      Notices notices,
      Clock clock) {
    this.decisions = decisions;
    this.policies = policies;
    this.learners = learners;
    this.issuer = issuer;
    this.lists = lists;
    this.awards = awards;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  public void deliver(Change change) {
    Evaluation evaluation = evaluation(change.decision());
    switch (change.kind()) {
      case AWARDED -> award(change, evaluation);
      case LAPSED -> end(change, evaluation, " has lapsed.");
      case REVOKED -> end(change, evaluation, " is no longer valid.");
    }
  }

  private void award(Change change, Evaluation evaluation) {
    if (!(evaluation.decision(change.credential()) instanceof Decision.Earned earned)
        || earned.route() == null) {
      return;
    }
    String holder = learners.find(change.learner()).orElseThrow().badgeHolder();
    String name = earned.credential().name();
    StatusLists.Place place = lists.free(change.id());
    awards.add(
        new Award(
            UUID.randomUUID().toString(),
            change.learner(),
            change.credential(),
            name,
            issuer.badge(evaluation, change.credential(), holder, lists.entry(place)),
            Issuer.picture(earned.credential()),
            LocalDate.now(clock),
            earned.until(),
            null,
            null,
            false),
        change.id(),
        place);
    notices.tell(change.learner(), "You have earned " + name + ".", change.id());
  }

  private void end(Change change, Evaluation evaluation, String became) {
    awards.end(change.learner(), change.credential(), LocalDate.now(clock), change.kind().name());
    // A policy that has replaced another may not know the credential any more.
    String name =
        evaluation.rules().catalogue().stream()
            .filter(credential -> credential.id().equals(change.credential()))
            .map(Credential::name)
            .findFirst()
            .orElse(change.credential());
    notices.tell(change.learner(), name + became, change.id());
  }

  private Evaluation evaluation(long decision) {
    Evaluation known = latest.getIfPresent(decision);
    if (known == null) {
      CredentialRules rules = policies.rules(decisions.find(decision).orElseThrow().policyDigest());
      AuditRecord audit =
          AuditRecord.read("decision " + decision, decisions.audit(decision), rules.vocabulary());
      known = rules.evaluate(audit.record(), audit.asOf());
      latest.put(decision, known);
    }
    return known;
  }
}
