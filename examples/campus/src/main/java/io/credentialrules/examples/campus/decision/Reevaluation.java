package io.credentialrules.examples.campus.decision;

import io.credentialrules.examples.campus.learner.Learners;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Decides anew about the learners for whom the day has come that their last decision named. Two
 * servers that do it at the same time do no harm: the second finds nothing changed.
 */
@Service
public class Reevaluation {
  private static final int AT_ONCE = 100;

  private final Learners learners;
  private final Decisions decisions;
  private final Clock clock;

  Reevaluation(Learners learners, Decisions decisions, Clock clock) {
    this.learners = learners;
    this.decisions = decisions;
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
}
