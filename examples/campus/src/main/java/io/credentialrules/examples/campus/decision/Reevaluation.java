package io.credentialrules.examples.campus.decision;

import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.policy.CurrentRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Decides anew about the learners for whom the day has come that their last decision named, and
 * about those of whom another policy decided last. Two servers that do it at the same time do no
 * harm: the second finds nothing changed.
 */
@Service
public class Reevaluation {
  private static final int AT_ONCE = 100;

  private final Learners learners;
  private final Decisions decisions;
  private final CurrentRules current;
  private final Clock clock;

  Reevaluation(Learners learners, Decisions decisions, CurrentRules current, Clock clock) {
    this.learners = learners;
    this.decisions = decisions;
    this.current = current;
    this.clock = clock;
  }

  /** Decides about all learners for whom something changes by today. */
  @Scheduled(
      initialDelayString = "${campus.lapses.every}",
      fixedDelayString = "${campus.lapses.every}")
  public void decideWhatTimeChanges() {
    LocalDate today = LocalDate.now(clock);
    List<String> due = learners.changingBy(today, AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(learner -> decisions.again(learner, Cause.TIME));
      due = learners.changingBy(today, AT_ONCE);
    }
  }

  /** Decides about all learners of whom another policy than the one in force decided last. */
  @Scheduled(
      initialDelayString = "${campus.delivery.every}",
      fixedDelayString = "${campus.delivery.every}")
  public void decideWhatThePolicyChanges() {
    String digest = current.get().digest();
    List<String> due = learners.notDecidedBy(digest, AT_ONCE);
    // Another server may be ahead of this one, which then leaves the learners to it.
    while (!due.isEmpty() && current.isCurrent()) {
      due.forEach(learner -> decisions.again(learner, Cause.POLICY));
      due = learners.notDecidedBy(digest, AT_ONCE);
    }
  }
}
