package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.LiveRules;
import io.credentialrules.PolicyPack;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.DecisionRows;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.Reevaluation;
import io.credentialrules.examples.campus.policy.PolicyActs;
import io.credentialrules.examples.campus.policy.PolicyStore;
import io.credentialrules.examples.campus.policy.TrialRun;
import io.credentialrules.spring.PolicyInForce;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How a policy comes in force, over HTTP: never by its author alone, and never unseen. */
@Tag("once")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
@SuppressWarnings("NullAway.Init") // Set before all tests, or before each.
class AuthorityTest {
  private static final String COURSE = "training == \"first-aid\",";

  private static Server server;
  private static PolicyStore policies;
  private static String first;

  private String before;

  @BeforeAll
  static void start() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    server =
        Server.start(
            Server.memory(),
            List.of("--campus.packs=campus-first-aid", "--campus.demo.learners=3"));
    policies = server.bean(PolicyStore.class);
    first = policies.digestInForce().orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void before() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    before = policies.digestInForce().orElseThrow();
  }

  @Test
  void a_policy_comes_in_force_once_somebody_else_has_seen_and_approved_it() {
    server
        .bean(Decisions.class)
        .change(
            "l-0002",
            Cause.RECORD,
            "test",
            record ->
                LearnerRecord.of(
                    record.learner(),
                    OutboxTest.COURSE.toBuilder().hours(BigDecimal.valueOf(9)).build(),
                    OutboxTest.REFLECTION));
    server.bean(Outbox.class).deliverAll();
    String digest = propose(COURSE, COURSE + " hours >= 9.5,");
    String page = "/registrar/policies/" + digest;
    Visitor ruth = Visitor.signedIn(server, "ruth");

    assertThat(post(ruth, page, "approve")).isEqualTo(409);
    assertThat(post(ruth, page, "in-force")).isEqualTo(409);
    trial(ruth, digest);
    assertThat(post(ruth, page, "in-force")).isEqualTo(409);
    assertThat(ruth.get(page).body()).contains("hours &gt;= 9.5");
    assertThat(post(ruth, page, "approve")).isEqualTo(302);
    assertThat(policies.digestInForce()).contains(before);
    assertThat(post(ruth, page, "in-force")).isEqualTo(302);

    assertThat(policies.digestInForce()).contains(digest);
    assertThat(server.bean(PolicyInForce.class).rules().digest()).isEqualTo(digest);
    assertThat(server.bean(PolicyActs.class).of(digest))
        .extracting(PolicyActs.Act::kind)
        .containsExactly(
            PolicyActs.Kind.PROPOSED,
            PolicyActs.Kind.TRIED,
            PolicyActs.Kind.IMPACT_SEEN,
            PolicyActs.Kind.APPROVED,
            PolicyActs.Kind.PUT_IN_FORCE);

    server.bean(Reevaluation.class).decideWhatThePolicyChanges();
    server.bean(Outbox.class).deliverAll();
    assertThat(server.bean(Awards.class).of("l-0002"))
        .first()
        .extracting(Award::endedHow)
        .isEqualTo("REVOKED");
  }

  @Test
  void scenarios_that_fail_keep_a_policy_out() {
    String digest = propose(COURSE, "training == \"second-aid\",");
    String page = "/registrar/policies/" + digest;
    Visitor ruth = Visitor.signedIn(server, "ruth");
    trial(ruth, digest);
    assertThat(ruth.get(page).body()).contains("not green");
    assertThat(post(ruth, page, "approve")).isEqualTo(409);
    assertThat(post(ruth, page, "in-force")).isEqualTo(409);
    assertThat(policies.digestInForce()).contains(before);
  }

  @Test
  void nobody_approves_what_they_wrote() {
    // Ruth wrote the same, and so the same digest is hers too.
    String digest = propose(COURSE, COURSE + " hours >= 6,");
    server.bean(PolicyActs.class).add(digest, PolicyActs.Kind.PROPOSED, "ruth", before, "");
    String page = "/registrar/policies/" + digest;
    Visitor ruth = Visitor.signedIn(server, "ruth");
    Visitor ron = Visitor.signedIn(server, "ron");
    trial(ruth, digest);
    assertThat(post(ruth, page, "approve")).isEqualTo(409);
    ron.get(page);
    assertThat(post(ron, page, "approve")).isEqualTo(302);
    assertThat(post(ruth, page, "in-force")).isEqualTo(302);
  }

  @Test
  void whoever_saw_an_earlier_trial_looks_again_before_approving() {
    String digest = propose(COURSE, COURSE + " hours >= 5,");
    String page = "/registrar/policies/" + digest;
    Visitor ruth = Visitor.signedIn(server, "ruth");
    trial(ruth, digest);
    Server.CLOCK.set(LocalDate.of(2026, 4, 2));
    trial(Visitor.signedIn(server, "ron"), digest);
    // With the token of another page.
    assertThat(ruth.post("/registrar/policies", page + "/approve", Map.of()).statusCode())
        .isEqualTo(409);
    ruth.get(page);
    assertThat(ruth.post("/registrar/policies", page + "/approve", Map.of()).statusCode())
        .isEqualTo(302);
  }

  @Test
  void a_policy_that_loses_a_credential_is_refused_and_the_page_says_so() {
    String digest = propose("@credential( \"first-aid\" )", "@credential( \"aid\" )");
    Visitor ruth = Visitor.signedIn(server, "ruth");
    // Past the gates, as if its stories had been changed too.
    server.bean(PolicyStore.class).putInForce(digest, "somebody at the database");
    server.bean(LiveRules.class).reload();
    assertThat(server.bean(PolicyInForce.class).rules().digest()).isEqualTo(before);
    assertThat(ruth.get("/registrar/policies").body()).contains("was refused", "first-aid");
    policies.putInForce(before, "somebody at the database");
  }

  @Test
  void a_policy_with_a_mistake_is_not_proposed() {
    Visitor alex = Visitor.signedIn(server, "alex");
    HttpResponse<String> answer =
        alex.post(file(), "/author/propose", fields(COURSE, COURSE + " hour >= 8,"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("unknown field `hour`");
    Map<String, String> untitled = fields(COURSE, COURSE + " hours >= 4,");
    untitled.put("title", " ");
    assertThat(alex.post(file(), "/author/propose", untitled).body()).contains("at most 200");
    HttpResponse<String> typing =
        alex.post(file(), "/author/check", fields(COURSE, COURSE + " hour >= 8,"));
    assertThat(typing.body())
        .contains("unknown field `hour`", "data-line=\"8\"", "The text has errors");
  }

  @Test
  void an_author_sees_what_a_text_decides_covers_and_changes() {
    Visitor alex = Visitor.signedIn(server, "alex");
    assertThat(alex.get(file()).body())
        .contains("A course of ten hours and a reflection earn it", "/author/coverage");
    Map<String, String> fields = fields(COURSE, COURSE);
    fields.put("story", "campus-first-aid/first-aid/earned/a-course-and-a-reflection");
    assertThat(alex.post(file(), "/author/check", fields).body())
        .contains("First aid", "data:image/svg+xml;base64,", "<span class=\"state met\"")
        .doesNotContain("not as the scenario tells");
    assertThat(alex.post(file(), "/author/coverage", fields).body())
        .contains("2 scenarios decide", "Line 8");
    assertThat(alex.post(file(), "/author/impact", fields).body()).contains("too few learners");

    Map<String, String> longer = fields(COURSE, COURSE + " hours >= 11,");
    longer.put("story", fields.get("story"));
    assertThat(alex.post(file(), "/author/check", longer).body())
        .contains("not as the scenario tells", "11");

    Map<String, String> wrong = fields(COURSE, COURSE + " hour >= 11,");
    assertThat(alex.post(file(), "/author/coverage", wrong).body()).contains("errors are mended");
    assertThat(alex.post(file(), "/author/impact", wrong).body()).contains("errors are mended");
    Map<String, String> endless = fields(COURSE, " ".repeat(100_001));
    for (String question : List.of("check", "coverage", "impact", "propose")) {
      assertThat(alex.post(file(), "/author/" + question, endless).statusCode()).isEqualTo(413);
    }
  }

  @Test
  void the_impact_of_a_text_is_told_of_groups_that_are_large_enough() {
    String course = COURSE + " hours >= 30,";
    for (int i = 0; i < 8; i++) {
      // Six of one campus, who lose it, and two of another, of whom nothing is told.
      String campus = i < 6 ? "UMX" : "UMY";
      server.learner(
          LearnerRecord.builder(
                  new Learner(
                      "impact-" + i,
                      LocalDate.of(2000, 1, 1),
                      campus,
                      Set.of("STUDENT"),
                      Provenance.UNVETTED))
              .addAll(
                  List.of(
                      OutboxTest.COURSE.toBuilder().hours(BigDecimal.valueOf(20)).build(),
                      OutboxTest.REFLECTION))
              .build());
    }
    Visitor alex = Visitor.signedIn(server, "alex");
    String table = alex.post(file(), "/author/impact", fields(COURSE, course)).body();
    server.bean(JdbcClient.class).sql("delete from learner where id like 'impact-%'").update();
    assertThat(table).contains("UMX", ">6<").doesNotContain("UMY", ">2<", ">8<");
  }

  @Test
  void a_trial_is_seen_on_every_server_and_begun_anew_where_one_has_died() {
    String digest = propose(COURSE, COURSE + " hours >= 3,");
    JdbcClient jdbc = server.bean(JdbcClient.class);
    jdbc.sql(
            "insert into policy_trial_run (digest, run, done, total, seen_at, failure)"
                + " values (?, 'of another server', 2, 3, ?, '')")
        .param(digest)
        .param(Server.CLOCK.instant().atOffset(ZoneOffset.UTC))
        .update();
    TrialRun trials = server.bean(TrialRun.class);
    assertThat(trials.progress(digest)).contains(new TrialRun.Progress(2, 3, ""));
    trials.begin(digest, "ruth");
    assertThat(trials.progress(digest)).contains(new TrialRun.Progress(2, 3, ""));
    assertThat(Visitor.signedIn(server, "ruth").get("/registrar/policies/" + digest).body())
        .contains("2 of 3");

    Server.CLOCK.pass(Duration.ofSeconds(31));
    assertThat(trials.progress(digest))
        .hasValueSatisfying(progress -> assertThat(progress.failure()).contains("has stopped"));
    trial(Visitor.signedIn(server, "ruth"), digest);
    assertThat(server.bean(PolicyActs.class).of(digest))
        .extracting(PolicyActs.Act::kind)
        .contains(PolicyActs.Kind.TRIED);
  }

  @Test
  void a_decision_is_replayed_by_the_policy_of_then() {
    String digest = propose(COURSE, COURSE + " hours >= 7,");
    Visitor ruth = Visitor.signedIn(server, "ruth");
    trial(ruth, digest);
    ruth.get("/registrar/policies/" + digest);
    post(ruth, "/registrar/policies/" + digest, "approve");
    post(ruth, "/registrar/policies/" + digest, "in-force");

    assertThat(ruth.get("/registrar/decisions").body()).contains("/registrar/decisions/1");
    assertThat(ruth.get("/registrar/decisions?learner=okafor").body())
        .contains("Sam Okafor")
        .doesNotContain("Maria Dubois", "any by");
    assertThat(ruth.get("/registrar/decisions?learner=%25").body()).contains("No decision on");
    assertThat(ruth.get("/registrar/decisions/1").body()).contains("All decisions on Maria Dubois");
    assertThat(
            ruth.post("/registrar/decisions/1", "/registrar/decisions/1/replay", Map.of()).body())
        .contains("byte for byte");
    assertThat(ruth.get("/registrar/decisions/1/audit.json").body()).contains(first);
  }

  @Test
  void a_decision_by_a_policy_that_is_refused_now_is_shown_with_ids_and_not_replayed() {
    Decisions decisions = server.bean(Decisions.class);
    String kim =
        server.learner(
            LearnerRecord.builder("kim")
                .addAll(List.of(OutboxTest.COURSE, OutboxTest.REFLECTION))
                .build());
    decisions.again(kim, Cause.TIME);
    server.bean(Outbox.class).deliverTo(kim);
    long id = server.bean(DecisionRows.class).before(Long.MAX_VALUE, 1).get(0).id();
    String page = "/registrar/decisions/" + id;
    Visitor ruth = Visitor.signedIn(server, "ruth");
    assertThat(ruth.get(page).body())
        .contains("<li>First aid</li>")
        .doesNotContain("does not accept the policy");

    String refused = "0".repeat(64);
    policies.keep(
        refused, "Of then", "alex", List.of(PolicyPack.of("then", Map.of("then.drl", "rule"))));
    server
        .bean(JdbcClient.class)
        .sql("update decision set policy_digest = ? where id = ?")
        .param(refused)
        .param(id)
        .update();
    HttpResponse<String> answer = ruth.get(page);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<li>first-aid</li>", "credentials are shown by their ids");
    HttpResponse<String> replay = ruth.post(page, page + "/replay", Map.of());
    assertThat(replay.statusCode()).isEqualTo(200);
    assertThat(replay.body())
        .contains("nothing can be decided by it again")
        .doesNotContain("byte for byte", "is not the one that was kept");
  }

  private static String file() {
    return "/author/file?pack=campus-first-aid&path=first-aid.drl";
  }

  private String propose(String old, String next) {
    List<PolicyStore.Row> known = policies.latest(100);
    Visitor alex = Visitor.signedIn(server, "alex");
    HttpResponse<String> answer = alex.post(file(), "/author/propose", fields(old, next));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return policies.latest(100).stream()
        .filter(policy -> !known.contains(policy))
        .map(PolicyStore.Row::digest)
        .findFirst()
        .orElseThrow();
  }

  private Map<String, String> fields(String old, String next) {
    String text =
        policies.packs(before).stream()
            .map(pack -> pack.files().get("first-aid.drl"))
            .findFirst()
            .orElseThrow();
    Map<String, String> fields = new HashMap<>();
    fields.put("pack", "campus-first-aid");
    fields.put("path", "first-aid.drl");
    fields.put("title", "A longer course");
    fields.put("text", text.replace(old, next));
    return fields;
  }

  private void trial(Visitor visitor, String digest) {
    visitor.post(
        "/registrar/policies/" + digest, "/registrar/policies/" + digest + "/trial", Map.of());
    Optional<TrialRun.Progress> progress = server.bean(TrialRun.class).progress(digest);
    while (progress.isPresent()) {
      assertThat(progress.get().failure()).isEmpty();
      LockSupport.parkNanos(20_000_000);
      progress = server.bean(TrialRun.class).progress(digest);
    }
    visitor.get("/registrar/policies/" + digest);
  }

  private static int post(Visitor visitor, String page, String what) {
    return visitor.post(page, page + "/" + what, Map.of()).statusCode();
  }
}
