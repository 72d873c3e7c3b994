package io.credentialrules.examples.campus.decision;

import io.credentialrules.AwaitingReview;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Upcoming;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.examples.campus.policy.CurrentRules;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.json.AuditRecord;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes a learner's record and decides anew, all in one transaction: the record, the decision
 * with its audit record, what the learner has now, what changed (the outbox), and what awaits
 * review. The learner's row is locked first, so that two servers take turns, and the second finds
 * that nothing changes any more.
 */
@Service
public class Decisions {
  private final Learners learners;
  private final CurrentRules current;
  private final PolicyStore policies;
  private final PolicyInForce policy;
  private final DecisionRows rows;
  private final Standings standings;
  private final WaitingReviews waiting;
  private final Clock clock;

  Decisions(
      Learners learners,
      CurrentRules current,
      PolicyStore policies,
      PolicyInForce policy,
      DecisionRows rows,
      Standings standings,
      WaitingReviews waiting,
      Clock clock) {
    this.learners = learners;
    this.current = current;
    this.policies = policies;
    this.policy = policy;
    this.rows = rows;
    this.standings = standings;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Changes a record and decides anew.
   *
   * @param learner the learner's id
   * @param cause why
   * @param by who caused it
   * @param change makes the new record of the old one; what it throws undoes everything
   */
  @Transactional
  public Evaluation change(
      String learner, Cause cause, String by, UnaryOperator<LearnerRecord> change) {
    StoredLearner before = learners.lock(learner);
    LearnerRecord record = change.apply(before.record());
    CredentialRules rules = current.get();
    LocalDate today = LocalDate.now(clock);
    Evaluation evaluation = rules.evaluate(record, today, policy.zone());

    AuditRecord audit = AuditRecord.of(rules, evaluation);
    long decision = rows.add(learner, today, cause, by, evaluation, audit);
    Set<String> had = standings.of(learner);
    for (String credential : without(evaluation.earned(), had)) {
      standings.change(decision, learner, credential, Change.Kind.AWARDED);
    }
    List<String> lost = without(had, Set.copyOf(evaluation.earned()));
    Set<String> lapsed = lapsed(lost, before, rules, today);
    for (String credential : lost) {
      boolean byTime = lapsed.contains(credential);
      standings.change(
          decision, learner, credential, byTime ? Change.Kind.LAPSED : Change.Kind.REVOKED);
    }
    waiting.replace(learner, AwaitingReview.of(evaluation), evaluation);
    Upcoming next = evaluation.nextChange();
    learners.save(learner, record, rules.digest(), next == null ? null : next.on());
    return evaluation;
  }

  /** Decides about a record as it is, because time has passed or the policy is another. */
  @Transactional
  public Evaluation again(String learner, Cause cause) {
    return change(learner, cause, "campus", UnaryOperator.identity());
  }

  /**
   * The same where it is still to be done once the learner's turn has come: another server, or the
   * learner's own change, may have decided meanwhile.
   *
   * @return whether it was
   */
  @Transactional
  public boolean againIfDue(String learner, Cause cause) {
    learners.lock(learner);
    boolean isDue =
        cause == Cause.TIME
            ? learners.isChangingBy(learner, LocalDate.now(clock))
            : !current.get().digest().equals(learners.decidedBy(learner));
    if (isDue) {
      again(learner, cause);
    }
    return isDue;
  }

  private static List<String> without(Collection<String> all, Set<String> others) {
    return all.stream().filter(credential -> !others.contains(credential)).toList();
  }

  /**
   * What the record as it was has lost by today, by the policy that decided last: time took it, and
   * neither the change nor another policy.
   */
  private Set<String> lapsed(
      List<String> lost, StoredLearner before, CredentialRules rules, LocalDate today) {
    if (lost.isEmpty()) {
      return Set.of();
    }
    String digest = learners.decidedBy(before.id());
    CredentialRules last =
        digest == null || digest.equals(rules.digest()) ? rules : policies.rules(digest);
    Evaluation unchanged = last.evaluate(before.record(), today, policy.zone());
    return Set.copyOf(without(lost, Set.copyOf(unchanged.earned())));
  }
}
