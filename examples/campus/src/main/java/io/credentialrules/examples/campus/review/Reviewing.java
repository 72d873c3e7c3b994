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
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
   * @param levels for a rubric score, the levels that the reviewer saw, by criterion of its rubric;
   *     empty for anything else
   */
  @Transactional
  public void accept(
      Person by, WaitingReviews.Item item, Map<String, String> levels, String reason) {
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
    List<String> others = new ArrayList<>();
    decisions.change(
        item.learner(),
        Cause.REVIEW,
        by.username(),
        record -> {
          Fact fact = waiting(record, item);
          return fact instanceof RubricScore score
              ? judged(by, record, score, item.requirement(), levels, vetting, others)
              : reviewed(by, record, fact, fact, vetting);
        });
    acts.add(by.username(), Acts.Kind.ACCEPTED, item.learner(), item.what(), reason);
    others.forEach(
        other -> acts.add(by.username(), Acts.Kind.ACCEPTED, item.learner(), other, reason));
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
    decisions.change(
        item.learner(),
        Cause.REVIEW,
        by.username(),
        record -> {
          Fact fact = waiting(record, item);
          return reviewed(by, record, fact, fact, refused);
        });
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

  /** The record with the fact as it is now, reviewed by somebody who did not write it. */
  private static LearnerRecord reviewed(
      Person by, LearnerRecord record, Fact old, Fact now, Vetting vetting) {
    if (by.username().equals(old.provenance().source())) {
      throw ReviewRefusedException.own();
    }
    return Facts.replace(
        record, old, Facts.with(now, old.provenance().toBuilder().vetting(vetting).build()));
  }

  /**
   * The record with the levels of a rubric.
   *
   * @param others gets what was judged beside the score that waited, in words
   */
  private LearnerRecord judged(
      Person by,
      LearnerRecord record,
      RubricScore asked,
      String requirement,
      Map<String, String> levels,
      Vetting vetting,
      List<String> others) {
    Rubric rubric = Rubric.of(policy.rules(), record, asked, requirement);
    boolean hasLevels = rubric.find(asked.criterion()).orElseThrow().isChosen();
    if (!hasLevels) {
      return reviewed(by, record, asked, asked, vetting);
    }
    if (!levels.containsKey(asked.criterion())) {
      throw ReviewRefusedException.malformed("Choose the level that you saw.");
    }
    LearnerRecord now = record;
    for (Map.Entry<String, String> chosen : levels.entrySet()) {
      Rubric.Criterion criterion =
          rubric
              .find(chosen.getKey())
              .filter(Rubric.Criterion::isChosen)
              .orElseThrow(ReviewRefusedException::late);
      String level = chosen.getValue();
      if (!criterion.levels().contains(level)) {
        throw ReviewRefusedException.malformed("The policy has no level `" + level + "`.");
      }
      RubricScore old = criterion.score();
      now =
          old == null
              ? now.with(scored(asked, criterion, level, vetting))
              : reviewed(by, now, old, old.toBuilder().level(level).build(), vetting);
      if (criterion.state() != Rubric.State.ASKED) {
        others.add(asked.rubric() + ", " + criterion.id() + ": " + level);
      }
    }
    return now;
  }

  /** A criterion that nobody had given a level. */
  private Fact scored(
      RubricScore asked, Rubric.Criterion criterion, String level, Vetting vetting) {
    return Facts.identified(
        RubricScore.builder()
            .rubric(asked.rubric())
            .criterion(criterion.id())
            .level(level)
            .evidence(asked.evidence())
            .assessedOn(LocalDate.now(clock))
            .provenance(Provenance.UNVETTED.toBuilder().vetting(vetting).build())
            .build());
  }

  private static Fact waiting(LearnerRecord record, WaitingReviews.Item item) {
    return Facts.find(record, String.valueOf(item.fact()))
        .filter(fact -> fact.provenance().vetting().status() == VettingStatus.UNVETTED)
        .orElseThrow(ReviewRefusedException::late);
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
