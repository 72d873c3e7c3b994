package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.Reevaluation;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.people.Accounts;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.people.Role;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What a decision changes is awarded, lapsed or revoked once, whatever happens to the servers. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@Tag("once")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // Set before all tests.
class OutboxTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
  static final Provenance VETTED = Provenance.vettedBy("A. Fox", ReviewerRole.FACULTY, DAY);
  static final TrainingCompletion COURSE =
      TrainingCompletion.builder()
          .type(TrainingType.COURSE)
          .training("first-aid")
          .completedOn(DAY)
          .provenance(VETTED.identified("course"))
          .build();
  static final Fact REFLECTION =
      SubmittedEvidence.builder()
          .type(EvidenceType.REFLECTION)
          .submittedOn(DAY)
          .provenance(VETTED.identified("reflection"))
          .build();

  private Server server;
  private String address;
  private int learners;

  /** An empty database. */
  String database() {
    return Server.memory();
  }

  /** An empty database that outlives whatever process uses it. */
  String lasting(Path folder) {
    return "jdbc:h2:file:"
        + folder.resolve("campus").toAbsolutePath()
        + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0";
  }

  @BeforeAll
  void start() {
    address = database();
    server = Server.small(address);
  }

  @AfterAll
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void today() {
    Server.CLOCK.set(DAY.plusMonths(1));
  }

  @Test
  void a_credential_is_awarded_and_revoked_once() {
    String kim = somebody();
    Decisions decisions = server.bean(Decisions.class);
    decisions.change(kim, Cause.RECORD, "test", record -> record.with(COURSE));
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).isEmpty();

    decisions.change(kim, Cause.RECORD, "test", record -> record.with(REFLECTION));
    decisions.again(kim, Cause.TIME);
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).singleElement().matches(Award::holds);

    decisions.change(
        kim, Cause.RECORD, "test", record -> LearnerRecord.of(record.learner(), COURSE));
    decisions.again(kim, Cause.TIME);
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim))
        .singleElement()
        .extracting(Award::endedHow)
        .isEqualTo("REVOKED");
    assertThat(server.bean(Notices.class).latest(kim, 10)).hasSize(2);
  }

  @Test
  void what_time_takes_lapses_on_its_day_and_not_before() {
    String kim = somebody();
    server
        .bean(Decisions.class)
        .change(kim, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    server.bean(Outbox.class).deliverAll();

    Server.CLOCK.set(DAY.plusYears(1));
    server.bean(Reevaluation.class).decideWhatTimeChanges();
    assertThat(server.bean(Outbox.class).waiting()).isZero();

    Server.CLOCK.set(DAY.plusYears(1).plusDays(1));
    server.bean(Reevaluation.class).decideWhatTimeChanges();
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).singleElement().extracting(Award::endedHow).isEqualTo("LAPSED");
  }

  @Test
  void what_ends_by_its_date_on_the_day_of_another_policy_has_lapsed_and_the_rest_is_revoked() {
    Decisions decisions = server.bean(Decisions.class);
    String late = somebody();
    String early = somebody();
    decisions.change(late, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    Server.CLOCK.set(DAY.plusYears(1));
    decisions.change(
        early,
        Cause.RECORD,
        "test",
        record ->
            record.with(COURSE.toBuilder().completedOn(DAY.plusMonths(6)).build(), REFLECTION));
    server.bean(Outbox.class).deliverAll();

    Server.CLOCK.set(DAY.plusYears(1).plusDays(1));
    PolicyStore policies = server.bean(PolicyStore.class);
    String before = policies.digestInForce().orElseThrow();
    putInForce(policies, text -> text.replace("\"first-aid\", ", "\"first-aid\", hours >= 9, "));
    server.bean(Reevaluation.class).decideWhatThePolicyChanges();
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, late))
        .singleElement()
        .extracting(Award::endedHow)
        .isEqualTo("LAPSED");
    assertThat(awards(server, early))
        .singleElement()
        .extracting(Award::endedHow)
        .isEqualTo("REVOKED");

    policies.putInForce(before, "test");
    server.bean(LiveRules.class).reload();
  }

  private void putInForce(PolicyStore policies, UnaryOperator<String> change) {
    List<PolicyPack> packs =
        policies.packs(policies.digestInForce().orElseThrow()).stream()
            .map(
                pack ->
                    PolicyPack.of(
                        pack.name(),
                        Map.of(
                            "first-aid.drl",
                            change.apply(
                                Objects.requireNonNull(pack.files().get("first-aid.drl"))))))
            .toList();
    String digest = policies.builder(packs).compile().digest();
    policies.keep(digest, "Another", "test", packs);
    policies.putInForce(digest, "test");
    assertThat(server.bean(LiveRules.class).reload()).isEqualTo(LiveRules.Reload.REPLACED);
  }

  @Test
  void a_request_delivers_what_is_of_its_learner_however_much_waits_for_others() {
    Decisions decisions = server.bean(Decisions.class);
    Outbox outbox = server.bean(Outbox.class);
    outbox.deliverAll();
    String other = somebody();
    String kim = somebody();
    decisions.change(other, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    decisions.change(kim, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    outbox.deliverTo(kim);
    assertThat(awards(server, kim)).hasSize(1);
    assertThat(awards(server, other)).isEmpty();
    assertThat(outbox.waiting()).isEqualTo(1);
    outbox.deliverAll();
    assertThat(awards(server, other)).hasSize(1);
  }

  @Test
  void a_change_that_fails_leaves_everything_as_it_was() {
    String kim = somebody();
    assertThatThrownBy(
            () ->
                server
                    .bean(Decisions.class)
                    .change(
                        kim,
                        Cause.RECORD,
                        "test",
                        record -> {
                          throw new IllegalStateException("no");
                        }))
        .hasMessage("no");
    server
        .bean(Decisions.class)
        .change(kim, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    assertThat(server.bean(Outbox.class).waiting()).isEqualTo(1);
  }

  @Test
  void whoever_was_never_decided_is_decided_and_a_damaged_record_stops_nobody() {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    String damaged = server.learner(LearnerRecord.builder("a-damaged").build());
    jdbc.sql("update learner set record = 'x' where id = ?").param(damaged).update();
    learners++;
    String kim =
        server.learner(
            LearnerRecord.builder("kim-" + learners).addAll(List.of(COURSE, REFLECTION)).build());
    server.bean(Reevaluation.class).decideWhatThePolicyChanges();
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).singleElement().matches(Award::holds);
    jdbc.sql("delete from learner where id = ?").param(damaged).update();
  }

  @Test
  void what_was_decided_while_its_turn_came_is_not_decided_once_more() {
    String kim = somebody();
    Decisions decisions = server.bean(Decisions.class);
    assertThat(decisions.againIfDue(kim, Cause.POLICY)).isTrue();
    assertThat(decisions.againIfDue(kim, Cause.POLICY)).isFalse();
    assertThat(decisions.againIfDue(kim, Cause.TIME)).isFalse();
    server
        .bean(JdbcClient.class)
        .sql("update learner set next_change = ? where id = ?")
        .param(LocalDate.now(server.bean(Clock.class)))
        .param(kim)
        .update();
    assertThat(decisions.againIfDue(kim, Cause.TIME)).isTrue();
    assertThat(decisions.againIfDue(kim, Cause.TIME)).isFalse();
  }

  @Test
  void what_cannot_be_delivered_waits_and_the_rest_is_delivered() {
    JdbcClient jdbc = server.bean(JdbcClient.class);
    Decisions decisions = server.bean(Decisions.class);
    String kim = somebody();
    String other = somebody();
    decisions.change(kim, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    decisions.change(other, Cause.RECORD, "test", record -> record.with(COURSE, REFLECTION));
    String audit =
        jdbc.sql("select audit from decision where learner = ?")
            .param(kim)
            .query(String.class)
            .single();
    String damage = "update decision set audit = ? where learner = ?";
    jdbc.sql(damage).param("x").param(kim).update();
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).isEmpty();
    assertThat(awards(server, other)).hasSize(1);

    jdbc.sql(damage).param(audit).param(kim).update();
    server.bean(Outbox.class).deliverAll();
    assertThat(awards(server, kim)).hasSize(1);
  }

  @Test
  void two_servers_at_the_same_time_award_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (Server other = Server.small(address)) {
      Server one = server;
      String kim = somebody();
      List<Callable<Void>> all = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Server own = i % 2 == 0 ? one : other;
        all.add(
            () -> {
              own.bean(Decisions.class)
                  .change(
                      kim,
                      Cause.RECORD,
                      "test",
                      record ->
                          record.facts().contains(COURSE)
                              ? record
                              : record.with(COURSE, REFLECTION));
              own.bean(Outbox.class).deliverAll();
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(all)) {
        done.get();
      }
      one.bean(Outbox.class).deliverAll();
      assertThat(awards(other, kim)).hasSize(1);
      assertThat(other.bean(Notices.class).latest(kim, 10)).hasSize(1);
      assertThat(one.bean(Outbox.class).waiting()).isZero();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whoever_waits_too_long_for_a_record_is_told_to_try_again_and_nothing_is_kept()
      throws SQLException {
    Map<String, String> evidence = Map.of("type", "REFLECTION", "title", "On bandages");
    try (Server busy =
        Server.start(
            address,
            List.of(
                "--campus.packs=campus-first-aid",
                "--campus.demo.learners=0",
                "--CAMPUS_LOCK_TIMEOUT=200"))) {
      String kim = somebody();
      String password = Objects.requireNonNull(busy.bean(PasswordEncoder.class).encode("campus"));
      busy.bean(Accounts.class).add(new Person(kim, "Kim", password, kim, Set.of(Role.LEARNER)));
      Visitor visitor = Visitor.signedIn(busy, kim);
      visitor.get("/me/evidence");
      try (Connection other = busy.bean(DataSource.class).getConnection();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("select id from learner where id = '" + kim + "' for update");
        HttpResponse<String> answer = visitor.send("/me/evidence", visitor.token(), evidence);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("60");
        other.rollback();
      }
      assertThat(visitor.get("/me/evidence").body()).doesNotContain("On bandages");
      assertThat(visitor.send("/me/evidence", visitor.token(), evidence).statusCode())
          .isEqualTo(302);
      assertThat(visitor.get("/me/evidence").body()).contains("On bandages");

      busy.bean(HikariDataSource.class).close();
      HttpResponse<String> answer = visitor.get("/me/evidence");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("or the database cannot be reached");
    }
  }

  @Test
  void a_server_that_is_killed_while_it_delivers_loses_nothing(@TempDir Path folder)
      throws IOException, InterruptedException {
    String database = lasting(folder);
    Process dying =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Objects.requireNonNull(System.getProperty("java.class.path")),
                DyingServer.class.getName(),
                database)
            .inheritIO()
            .start();
    assertThat(dying.waitFor(3, TimeUnit.MINUTES)).isTrue();
    assertThat(dying.exitValue()).isEqualTo(DyingServer.KILLED);

    try (Server next = Server.small(database)) {
      assertThat(next.bean(Outbox.class).waiting()).isEqualTo(1);
      assertThat(awards(next, "kim")).isEmpty();
      next.bean(Outbox.class).deliverAll();
      next.bean(Outbox.class).deliverAll();
      assertThat(awards(next, "kim")).hasSize(1);
      assertThat(next.bean(Notices.class).latest("kim", 10)).hasSize(1);
      assertThat(next.bean(Outbox.class).waiting()).isZero();
    }
  }

  private String somebody() {
    learners++;
    return server.learner(LearnerRecord.builder("kim-" + learners).build());
  }

  private static List<Award> awards(Server server, String learner) {
    return server.bean(Awards.class).of(learner);
  }
}
