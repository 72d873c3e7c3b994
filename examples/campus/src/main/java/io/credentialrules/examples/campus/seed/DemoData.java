package io.credentialrules.examples.campus.seed;

import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Fills an empty database, so that there is something to see. */
@Component
class DemoData implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoData.class);

  private final CampusProperties properties;
  private final DemoAccounts accounts;
  private final Learners learners;
  private final Decisions decisions;
  private final Outbox outbox;
  private final Awards awards;
  private final PolicyInForce policy;
  private final Clock clock;

  DemoData(
      CampusProperties properties,
      DemoAccounts accounts,
      Learners learners,
      Decisions decisions,
      Outbox outbox,
      Awards awards,
      PolicyInForce policy,
      Clock clock) {
    this.properties = properties;
    this.accounts = accounts;
    this.learners = learners;
    this.decisions = decisions;
    this.outbox = outbox;
    this.awards = awards;
    this.policy = policy;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    int wanted = properties.demo().learners();
    if (wanted == 0 || !accounts.fillOnce()) {
      return;
    }
    LOG.info("generating {} learners", wanted);
    Generated generated = new Generated(policy.rules(), policy.zone(), LocalDate.now(clock));
    List<String> sharing = new ArrayList<>();
    for (int number = 1; number <= wanted; number++) {
      StoredLearner learner = generated.learner(number);
      learners.add(learner);
      decisions.change(learner.id(), Cause.RECORD, "campus", UnaryOperator.identity());
      if (Generated.sharesBadges(number)) {
        sharing.add(learner.id());
      }
    }
    outbox.deliverAll();
    sharing.forEach(id -> awards.of(id).forEach(award -> awards.share(award.id(), id, true)));
    LOG.info("there are {} learners; sign in at {}", wanted, properties.address());
  }
}
