package io.credentialrules.examples.campus.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.Server;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.spring.PolicyInForce;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** A trial that is long says that it is there, and one that ends early says that it did. */
@Tag("once")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Set before all tests.
class TrialRunTest {
  private static Server server;
  private static String digest;

  @BeforeAll
  static void start() {
    server = Server.small(Server.memory());
    digest = server.bean(PolicyStore.class).digestInForce().orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void today() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
  }

  @Test
  void an_error_of_the_machine_ends_a_trial_and_the_next_one_can_begin() {
    TrialRun failing =
        run(
            packs -> {
              throw new OutOfMemoryError("of this test");
            });
    failing.begin(digest, "ruth");
    await(() -> progress(failing).contains("could not be finished"));
    failing.destroy();

    TrialRun next = run(packs -> new ScenarioRun.Outcome(1, List.of()));
    next.begin(digest, "ruth");
    await(() -> next.progress(digest).isEmpty());
    next.destroy();
    assertThat(server.bean(Trials.class).find(digest, digest)).isPresent();
  }

  @Test
  void a_trial_that_takes_long_is_not_taken_for_dead() {
    CountDownLatch end = new CountDownLatch(1);
    TrialRun slow = run(packs -> waiting(end));
    slow.begin(digest, "ruth");
    Server.CLOCK.pass(Duration.ofSeconds(31));
    await(() -> progress(slow).isEmpty());
    end.countDown();
    await(() -> slow.progress(digest).isEmpty());
    slow.destroy();
  }

  @Test
  @Tag("long")
  void a_trial_whose_progress_cannot_be_told_for_a_while_tells_it_again() {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    CountDownLatch end = new CountDownLatch(1);
    TrialRun slow = run(packs -> waiting(end));
    slow.begin(digest, "ruth");
    jdbc.sql("alter table policy_trial_run rename to elsewhere").update();
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_500));
    jdbc.sql("alter table elsewhere rename to policy_trial_run").update();
    Server.CLOCK.pass(Duration.ofSeconds(31));
    await(() -> progress(slow).isEmpty());
    end.countDown();
    await(() -> slow.progress(digest).isEmpty());
    slow.destroy();
  }

  private interface Scenarios {
    ScenarioRun.Outcome of(Collection<PolicyPack> packs);
  }

  private static ScenarioRun.Outcome waiting(CountDownLatch end) {
    try {
      end.await();
      return new ScenarioRun.Outcome(1, List.of());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static TrialRun run(Scenarios scenarios) {
    PolicyStore policies = server.bean(PolicyStore.class);
    ScenarioRun own =
        new ScenarioRun(server.bean(Stories.class), policies) {
          @Override
          Outcome of(Collection<PolicyPack> all) {
            return scenarios.of(all);
          }
        };
    return new TrialRun(
        policies,
        server.bean(PolicyInForce.class),
        own,
        server.bean(Trials.class),
        server.bean(TrialProgress.class),
        server.bean(PolicyActs.class),
        server.bean(Learners.class),
        Server.CLOCK,
        server.bean(PlatformTransactionManager.class));
  }

  /** Why the trial ended early; empty while it runs, and a word where there is none. */
  private static String progress(TrialRun run) {
    return run.progress(digest).map(TrialRun.Progress::failure).orElse("no trial");
  }

  private static void await(BooleanSupplier what) {
    while (!what.getAsBoolean()) {
      LockSupport.parkNanos(20_000_000);
    }
  }
}
