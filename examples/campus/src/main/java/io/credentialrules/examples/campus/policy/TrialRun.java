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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
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
  private final Trials trials;
  private final PolicyActs acts;
  private final Learners learners;
  private final Clock clock;
  private final TransactionTemplate reading;
  private final ExecutorService thread = Executors.newSingleThreadExecutor();
  private final Map<String, Progress> running = new ConcurrentHashMap<>();

  TrialRun(
      PolicyStore policies,
      PolicyInForce policy,
      Trials trials,
      PolicyActs acts,
      Learners learners,
      Clock clock,
      PlatformTransactionManager transactions) {
    this.policies = policies;
    this.policy = policy;
    this.trials = trials;
    this.acts = acts;
    this.learners = learners;
    this.clock = clock;
    // A cursor over all learners needs a transaction to read in.
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
  }

  /** How far a trial is. */
  public static final class Progress {
    private final AtomicLong done = new AtomicLong();
    private final long all;
    private volatile String failure = "";

    Progress(long all) {
      this.all = all;
    }

    /** How many learners are decided. */
    public long done() {
      return done.get();
    }

    /** How many there are. */
    public long all() {
      return all;
    }

    /** Why it ended early; empty where it did not. */
    public String failure() {
      return failure;
    }
  }

  /** How far the trial of a policy is on this server; nothing where it does not run. */
  public Optional<Progress> progress(String digest) {
    return Optional.ofNullable(running.get(digest));
  }

  /** Begins to try a policy, unless that is under way. */
  public void begin(String digest, String by) {
    Progress progress = new Progress(learners.count());
    Progress before = running.get(digest);
    boolean isNew;
    if (before == null) {
      isNew = running.putIfAbsent(digest, progress) == null;
    } else {
      isNew = !before.failure().isEmpty() && running.replace(digest, before, progress);
    }
    if (isNew) {
      thread.execute(() -> attempt(digest, by, progress));
    }
  }

  private void attempt(String digest, String by, Progress progress) {
    try {
      String against = policies.digestInForce().orElseThrow();
      List<PolicyPack> packs = policies.packs(digest);
      ScenarioRun.Outcome scenarios = ScenarioRun.of(packs);
      Map<String, String> groupOf = new TreeMap<>();
      Impact impact = reading.execute(status -> impact(against, digest, progress, groupOf));
      if (impact != null) {
        trials.keep(digest, against, scenarios, impact, groupOf);
        acts.add(
            digest,
            PolicyActs.Kind.TRIED,
            by,
            against,
            scenarios.count()
                + " scenarios, "
                + scenarios.failures().size()
                + " failed; "
                + groupOf.size()
                + " learners");
      }
      running.remove(digest);
    } catch (RuntimeException failure) {
      LOG.error("the trial of policy {} failed", digest, failure);
      progress.failure = String.valueOf(failure.getMessage());
    }
  }

  private Impact impact(
      String against, String digest, Progress progress, Map<String, String> groupOf) {
    CredentialRules before = policies.rules(against);
    CredentialRules after = policies.rules(digest);
    try (Stream<StoredLearner> all = learners.all()) {
      Stream<LearnerRecord> records =
          all.map(
              learner -> {
                progress.done.incrementAndGet();
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
  }
}
