package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.Reevaluation;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.spring.PolicyInForce;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many people at the same time: whatever the server said that it accepted is there, and what
 * changed went out once. The figures are printed and not judged.
 *
 * <p>{@code -Dcampus.load.learners=240}, {@code -Dcampus.load.clients=16}, {@code
 * -Dcampus.load.rounds=50} set how much the long one does.
 */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class LoadTest {
  private static final LocalDate DAY = LocalDate.of(2026, 4, 1);

  @Test
  @Tag("once")
  void a_few_people_lose_nothing() throws Exception {
    Server.CLOCK.set(DAY);
    try (Server server =
        Server.start(
            Server.memory(),
            List.of("--campus.packs=campus-first-aid,campus-garden", "--campus.demo.learners=6"))) {
      Load load = load(server, 3, 2, 3);
      assertThat(load.handedIn).hasSize(9);
    }
  }

  @Test
  @Tag("long")
  void many_people_lose_nothing(@TempDir Path folder) throws Exception {
    Server.CLOCK.set(DAY);
    int learners = Integer.getInteger("campus.load.learners", 240);
    int clients = Integer.getInteger("campus.load.clients", 16);
    int rounds = Integer.getInteger("campus.load.rounds", 50);
    long begun = System.nanoTime();
    try (Server server =
        Server.start(
            "jdbc:h2:file:"
                + folder.resolve("campus").toAbsolutePath()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
            List.of("--campus.demo.learners=" + learners, "--campus.delivery.every=2s"))) {
      System.out.printf(
          Locale.ROOT,
          "started and filled with %d learners in %.1f s%n",
          learners,
          (System.nanoTime() - begun) / 1e9);
      // Once before it counts, so that the figures are not those of a server that has just started.
      load(server, clients * 3 / 4, clients / 4, Math.max(1, rounds / 5));
      long decisions = count(server, "select count(*) from decision");
      Load load = load(server, clients * 3 / 4, clients / 4, rounds);
      System.out.printf(
          Locale.ROOT,
          "%n%s%n%d requests in %.1f s: %.0f a second; decisions that were kept: %.1f a second%n",
          load.table(),
          load.requests(),
          load.seconds(),
          load.requests() / load.seconds(),
          (count(server, "select count(*) from decision") - decisions) / load.seconds());
      anew(server);
    }
  }

  /** How many learners a second are decided anew, as when another policy comes into force. */
  private static void anew(Server server) {
    long learners =
        server.bean(JdbcClient.class).sql("update learner set decided_by = null").update();
    long begun = System.nanoTime();
    server.bean(Reevaluation.class).decideWhatThePolicyChanges();
    System.out.printf(
        Locale.ROOT,
        "decided anew, one after the other: %.1f learners a second%n",
        learners / ((System.nanoTime() - begun) / 1e9));
    assertThat(count(server, "select count(*) from learner where decided_by is null")).isZero();
  }

  private static Load load(Server server, int learners, int reviewers, int rounds)
      throws Exception {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    jdbc.sql("delete from account_role where username like 'load-%'").update();
    jdbc.sql("delete from account where username like 'load-%'").update();
    jdbc.sql("delete from act where reason like 'load-%'").update();
    long before = count(server, "select count(*) from decision");
    List<String> known =
        server.bean(Learners.class).sample(1_000).stream().map(StoredLearner::id).sorted().toList();
    List<String> busy = new ArrayList<>();
    for (int i = 0; i < learners; i++) {
      busy.add(known.get(i * known.size() / learners));
    }
    Load load = new Load(server, rounds);
    load.run(busy, reviewers);
    server.bean(Outbox.class).deliverAll();
    nothingIsLost(server, load, before);
    return load;
  }

  private static void nothingIsLost(Server server, Load load, long before) {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    Learners learners = server.bean(Learners.class);
    load.handedIn.forEach(
        (title, learner) ->
            assertThat(
                    learners.find(learner).orElseThrow().record().facts().stream()
                        .filter(SubmittedEvidence.class::isInstance)
                        .filter(fact -> title.equals(((SubmittedEvidence) fact).title())))
                .as(title)
                .isNotEmpty());
    Set<String> kept =
        new TreeSet<>(
            jdbc.sql("select reason from act where reason like 'load-%'")
                .query(String.class)
                .list());
    assertThat(kept).isEqualTo(new TreeSet<>(load.reviewed));
    // Each act is a decision, and nothing else is.
    assertThat(count(server, "select count(*) from decision"))
        .isEqualTo(before + load.handedIn.size() + load.reviewed.size());
    assertThat(server.bean(Outbox.class).waiting()).isZero();
    assertThat(
            count(
                server,
                "select count(*) from outbox o where kind = 'AWARDED'"
                    + " and (select count(*) from award a where a.outbox = o.id) <> 1"))
        .as("what was awarded without a badge, or with two")
        .isZero();
    assertThat(
            count(
                server,
                "select count(*) from outbox o"
                    + " where (select count(*) from notice n where n.outbox = o.id) <> 1"))
        .as("changes of which the learner was not told once")
        .isZero();
    PolicyInForce policy = server.bean(PolicyInForce.class);
    for (StoredLearner learner : learners.sample(Integer.MAX_VALUE)) {
      assertThat(
              jdbc.sql("select credential from standing where learner = ?")
                  .param(learner.id())
                  .query(String.class)
                  .list())
          .as(learner.id())
          .containsExactlyInAnyOrderElementsOf(policy.evaluate(learner.record(), DAY).earned());
    }
  }

  private static long count(Server server, String query) {
    return server.bean(JdbcClient.class).sql(query).query(Long.class).single();
  }
}
