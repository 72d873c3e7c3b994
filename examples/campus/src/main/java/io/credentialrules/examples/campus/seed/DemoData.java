package io.credentialrules.examples.campus.seed;

import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
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
  private final PolicyInForce policy;
  private final Clock clock;

  DemoData(
      CampusProperties properties,
      DemoAccounts accounts,
      Learners learners,
      Decisions decisions,
      Outbox outbox,
      PolicyInForce policy,
      Clock clock) {
    this.properties = properties;
    this.accounts = accounts;
    this.learners = learners;
    this.decisions = decisions;
    this.outbox = outbox;
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
    for (int number = 1; number <= wanted; number++) {
      String id = generated.learner(number).id();
      learners.add(generated.learner(number));
      decisions.change(id, Cause.RECORD, "campus", UnaryOperator.identity());
    }
    outbox.deliverAll();
    LOG.info("there are {} learners; sign in at {}", wanted, properties.address());
  }
}
