package io.credentialrules.examples.campus.decision;

import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.policy.CurrentRules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Decides anew about the learners for whom the day has come that their last decision named, and
 * about those of whom another policy decided last, or none. Two servers that do it at the same time
 * do no harm: the second finds that it is done.
 */
@Service
public class Reevaluation {
  private static final Logger LOG = LoggerFactory.getLogger(Reevaluation.class);
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
    List<String> due = learners.changingBy(today, "", AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(learner -> decide(learner, Cause.TIME));
      due = learners.changingBy(today, due.get(due.size() - 1), AT_ONCE);
    }
  }

  /** Decides about all learners of whom the policy in force did not decide last. */
  @Scheduled(
      initialDelayString = "${campus.delivery.every}",
      fixedDelayString = "${campus.delivery.every}")
  public void decideWhatThePolicyChanges() {
    String last = "";
    while (true) {
      // The policy may change meanwhile: the next time begins anew with those before.
      String digest = current.get().digest();
      if (!current.isCurrent()) {
        // Another server is ahead of this one, which leaves the learners to it.
        return;
      }
      List<String> due = learners.notDecidedBy(digest, last, AT_ONCE);
      if (due.isEmpty()) {
        return;
      }
      due.forEach(learner -> decide(learner, Cause.POLICY));
      last = due.get(due.size() - 1);
    }
  }

  /** A learner whose decision fails is decided the next time, and does not stop the others. */
  private void decide(String learner, Cause cause) {
    try {
      decisions.againIfDue(learner, cause);
    } catch (RuntimeException failure) {
      LOG.warn("no decision about {}: {}", learner, failure.toString());
    }
  }
}
