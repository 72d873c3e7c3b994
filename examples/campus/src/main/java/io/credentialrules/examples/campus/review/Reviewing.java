package io.credentialrules.examples.campus.review;

import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.WaitingReviews;
import io.credentialrules.examples.campus.learner.Acts;
import io.credentialrules.examples.campus.learner.Facts;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.spring.PolicyInForce;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What reviewers do. Each act is kept with its reason in the transaction that decides anew. Nobody
 * reviews, signs or waives anything of their own, or that they wrote.
 */
@Service
class Reviewing {
  private final Decisions decisions;
  private final PolicyInForce policy;
  private final Acts acts;
  private final Notices notices;
  private final Clock clock;

  Reviewing(Decisions decisions, PolicyInForce policy, Acts acts, Notices notices, Clock clock) {
    this.decisions = decisions;
    this.policy = policy;
    this.acts = acts;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Accepts a fact, or gives a sign-off.
   *
   * @param level for a rubric score, the level that the reviewer saw; null for anything else
   */
  @Transactional
  public void accept(Person by, WaitingReviews.Item item, @Nullable String level, String reason) {
    refuseOwn(by, item.learner());
    if (item.fact() == null) {
      decisions.change(
          item.learner(),
          Cause.REVIEW,
          by.username(),
          record -> record.with(signOff(by, record, item.requirement())));
      acts.add(by.username(), Acts.Kind.SIGNED_OFF, item.learner(), item.requirementName(), reason);
      return;
    }
    Vetting vetting = Vetting.by(by.name(), by.reviewerRole(), LocalDate.now(clock));
    review(by, item, record -> atLevel(record, item, level), vetting);
    acts.add(by.username(), Acts.Kind.ACCEPTED, item.learner(), item.what(), reason);
  }

  /** Returns evidence to the learner, who is told why. */
  @Transactional
  public void giveBack(Person by, WaitingReviews.Item item, String reason) {
    refuseOwn(by, item.learner());
    if (item.fact() == null) {
      throw ReviewRefusedException.malformed("A sign-off is missing: there is nothing to return.");
    }
    Vetting refused =
        new Vetting(VettingStatus.REJECTED, by.name(), by.reviewerRole(), LocalDate.now(clock));
    review(by, item, fact -> fact, refused);
    acts.add(by.username(), Acts.Kind.RETURNED, item.learner(), item.what(), reason);
    notices.tell(item.learner(), "Returned: " + item.what() + ". " + reason, null);
  }

  /** Waives a requirement of a learner. */
  @Transactional
  public void waive(Person by, String learner, String requirement, String name, String reason) {
    refuseOwn(by, learner);
    Waiver waiver =
        Waiver.of(requirement, by.name(), by.reviewerRole(), reason, LocalDate.now(clock));
    decisions.change(learner, Cause.WAIVER, by.username(), record -> record.waiving(waiver));
    acts.add(by.username(), Acts.Kind.WAIVED, learner, name, reason);
    notices.tell(learner, "Waived for you: " + name + ". " + reason, null);
  }

  static void refuseOwn(Person by, String learner) {
    if (learner.equals(by.learner())) {
      throw ReviewRefusedException.own();
    }
  }

  private interface Adjustment {
    Fact of(Fact fact);
  }

  private void review(Person by, WaitingReviews.Item item, Adjustment adjustment, Vetting vetting) {
    decisions.change(
        item.learner(),
        Cause.REVIEW,
        by.username(),
        record -> {
          Fact fact = waiting(record, item);
          if (by.username().equals(fact.provenance().source())) {
            throw ReviewRefusedException.own();
          }
          Fact adjusted = adjustment.of(fact);
          return Facts.replace(
              record,
              fact,
              Facts.with(adjusted, fact.provenance().toBuilder().vetting(vetting).build()));
        });
  }

  private static Fact waiting(LearnerRecord record, WaitingReviews.Item item) {
    return Facts.find(record, String.valueOf(item.fact()))
        .filter(fact -> fact.provenance().vetting().status() == VettingStatus.UNVETTED)
        .orElseThrow(ReviewRefusedException::late);
  }

  private Fact atLevel(Fact fact, WaitingReviews.Item item, @Nullable String level) {
    if (!(fact instanceof RubricScore score) || level == null) {
      return fact;
    }
    if (!RubricLevels.of(policy.rules(), item.requirement()).contains(level)) {
      throw ReviewRefusedException.malformed("The policy has no level `" + level + "`.");
    }
    return score.toBuilder().level(level).build();
  }

  private Fact signOff(Person by, LearnerRecord record, String requirement) {
    LocalDate today = LocalDate.now(clock);
    SignOff missing =
        SignOffs.missing(policy.evaluate(record, today), requirement)
            .orElseThrow(ReviewRefusedException::late);
    return Facts.identified(
        missing.toBuilder().by(by.name()).role(by.reviewerRole()).on(today).build());
  }
}
