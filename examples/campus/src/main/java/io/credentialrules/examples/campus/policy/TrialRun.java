package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tries policies, one after the other: runs their scenarios, and decides about all learners by the
 * policy in force and by the other. A trial that a server did not finish is begun anew.
 */
@Service
public class TrialRun implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

  private final PolicyStore policies;
  private final PolicyInForce policy;
  private final ScenarioRun scenarios;
  private final Trials trials;
  private final TrialProgress progress;
  private final PolicyActs acts;
  private final Learners learners;
  private final Clock clock;
  private final TransactionTemplate reading;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

  TrialRun(
      PolicyStore policies,
      PolicyInForce policy,
      ScenarioRun scenarios,
      Trials trials,
      TrialProgress progress,
      PolicyActs acts,
      Learners learners,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.policies = policies;
    this.policy = policy;
    this.scenarios = scenarios;
    this.trials = trials;
    this.progress = progress;
    this.acts = acts;
    this.learners = learners;
    this.clock = clock;
    // A cursor over all learners needs a transaction to read in.
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /**
   * How far a trial is.
   *
   * @param done how many learners are decided
   * @param all how many there are
   * @param failure why it ended early; empty where it did not
   */
  public record Progress(long done, long all, String failure) {}

  /** How far the trial of a policy is, on whatever server; nothing where it does not run. */
  public Optional<Progress> progress(String digest) {
    return progress.of(digest);
  }

  /** Begins to try a policy, unless that is under way. */
  public void begin(String digest, String by) {
    progress
        .take(digest, learners.count())
        .ifPresent(
            run -> {
              AtomicLong done = new AtomicLong();
              // It tells that it is there while it waits for another trial too.
              Future<?> telling =
                  clockwork.scheduleWithFixedDelay(
                      () -> tell(run, done.get()), 1, 1, TimeUnit.SECONDS);
              thread.execute(
                  () -> {
                    try {
                      attempt(digest, by, run, done);
                    } finally {
                      telling.cancel(false);
                    }
                  });
            });
  }

  /** A schedule ends with the first failure, and a trial that tells nothing is taken for dead. */
  private void tell(String run, long done) {
    try {
      progress.tell(run, done);
    } catch (DataAccessException failure) {
      LOG.warn("how far a trial is could not be told; the next time is in a second", failure);
    }
  }

  private void attempt(String digest, String by, String run, AtomicLong done) {
    boolean isEnded = false;
    try {
      String against = policies.digestInForce().orElseThrow();
      List<PolicyPack> packs = policies.packs(digest);
      ScenarioRun.Outcome outcome = scenarios.of(packs);
      Map<String, String> groupOf = new TreeMap<>();
      Impact impact = reading.execute(status -> impact(against, digest, done, groupOf));
      if (impact != null) {
        trials.keep(digest, against, outcome, impact, groupOf);
        acts.add(
            digest,
            PolicyActs.Kind.TRIED,
            by,
            against,
            outcome.count()
                + " scenarios, "
                + outcome.failures().size()
                + " failed; "
                + groupOf.size()
                + " learners");
      }
      progress.finish(run);
      isEnded = true;
    } catch (RuntimeException failure) {
      LOG.error("the trial of policy {} failed", digest, failure);
    } finally {
      // An error of the machine, such as too little memory, ends it too.
      if (!isEnded) {
        progress.fail(run, "it could not be finished; the log of the server says why");
      }
    }
  }

  private Impact impact(
      String against, String digest, AtomicLong done, Map<String, String> groupOf) {
    CredentialRules before = policies.rules(against);
    CredentialRules after = policies.rules(digest);
    try (Stream<StoredLearner> all = learners.all()) {
      Stream<LearnerRecord> records =
          all.map(
              learner -> {
                done.incrementAndGet();
                groupOf.put(learner.id(), String.valueOf(learner.record().learner().campus()));
                return learner.record();
              });
      return Impact.of(
          before, after, records, LocalDate.now(clock).atTime(LocalTime.MAX).atZone(policy.zone()));
    }
  }

  @Override
  public void destroy() {
    thread.shutdownNow();
    clockwork.shutdownNow();
  }
}
