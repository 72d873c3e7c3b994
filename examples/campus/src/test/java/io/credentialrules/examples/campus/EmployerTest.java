package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.badge.Issuer;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.people.Accounts;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.examples.campus.people.Role;
import io.credentialrules.openbadges.Verification;
import io.credentialrules.vocabulary.Endorsement;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Employers find whoever agreed, and nobody else. */
@Tag("once")
@SuppressWarnings("NullAway.Init") // Set before all tests.
class EmployerTest {
  private static Server server;
  private static Visitor eve;
  private static Visitor maria;
  private static String badge;

  @BeforeAll
  static void start() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    server =
        Server.start(
            Server.memory(),
            List.of(
                "--campus.packs=campus-first-aid",
                "--campus.demo.learners=3",
                "--campus.budgets.questions=20"));
    server
        .bean(Decisions.class)
        .change(
            "l-0001",
            Cause.RECORD,
            "test",
            record -> LearnerRecord.of(record.learner(), OutboxTest.COURSE, OutboxTest.REFLECTION));
    server.bean(Outbox.class).deliverAll();
    badge =
        server.bean(Awards.class).of("l-0001").stream()
            .filter(Award::holds)
            .map(Award::id)
            .findFirst()
            .orElseThrow();
    eve = Visitor.signedIn(server, "eve");
    maria = Visitor.signedIn(server, "maria");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void only_who_agreed_and_shares_is_found_and_endorsed() {
    String page = "/employer/badges/" + badge;
    assertThat(eve.get("/employer?q=first").body()).doesNotContain(badge);
    share(true);
    assertThat(eve.get("/employer?q=first").body()).doesNotContain(badge);
    assertThat(eve.get(page).statusCode()).isEqualTo(404);
    agree(true);
    assertThat(eve.get("/employer?q=first").body()).contains(badge);
    assertThat(eve.get("/employer?q=second").body()).doesNotContain(badge);
    assertThat(eve.get("/employer?q=%25").body()).doesNotContain(badge);

    assertThat(eve.post(page, page + "/verify", Map.of()).body())
        .contains("Valid")
        .doesNotContain("Invalid");
    Map<String, String> interview = Map.of("interview", "true", "why", "Call the nursery");
    assertThat(eve.post(page, page + "/endorse", interview).statusCode()).isEqualTo(302);
    assertThat(endorsements()).isEqualTo(1);
    assertThat(server.bean(Notices.class).latest("l-0001", 1).get(0).text())
        .contains("commits to interview you", "Call the nursery");
    assertThat(eve.post(page, page + "/endorse", interview).statusCode()).isEqualTo(409);
    assertThat(endorsements()).isEqualTo(1);

    PasswordEncoder passwords = server.bean(PasswordEncoder.class);
    server
        .bean(Accounts.class)
        .add(
            new Person(
                "maria-works",
                "Maria",
                Objects.requireNonNull(passwords.encode("campus")),
                "l-0001",
                Set.of(Role.EMPLOYER)));
    Visitor herself = Visitor.signedIn(server, "maria-works");
    assertThat(herself.post(page, page + "/endorse", interview).statusCode()).isEqualTo(403);
    assertThat(endorsements()).isEqualTo(1);

    agree(false);
    assertThat(eve.get(page).statusCode()).isEqualTo(404);
    assertThat(
            eve.post("/employer", page + "/endorse", Map.of("interview", "false", "why", "Good"))
                .statusCode())
        .isEqualTo(404);
    assertThat(endorsements()).isEqualTo(1);
  }

  @Test
  void a_badge_that_was_revoked_is_gone_as_a_page_and_as_a_file() {
    Decisions decisions = server.bean(Decisions.class);
    Awards awards = server.bean(Awards.class);
    decisions.change(
        "l-0002",
        Cause.RECORD,
        "test",
        record -> LearnerRecord.of(record.learner(), OutboxTest.COURSE, OutboxTest.REFLECTION));
    server.bean(Outbox.class).deliverAll();
    String page =
        "/badges/"
            + awards.of("l-0002").stream()
                .filter(Award::holds)
                .map(Award::id)
                .filter(id -> awards.share(id, "l-0002", true))
                .findFirst()
                .orElseThrow();
    Visitor anybody = Visitor.anonymous(server);
    assertThat(anybody.get(page).statusCode()).isEqualTo(200);
    String copy = anybody.get(page + "/badge.json").body();
    assertThat(copy).contains("BitstringStatusListEntry", "http://localhost:8080/status/1#");
    HttpResponse<String> list = anybody.get("/status/1");
    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.body()).contains("BitstringStatusListCredential", "proofValue");
    assertThat(anybody.get("/status/2").statusCode()).isEqualTo(404);
    assertThat(verified(copy)).contains("neither revoked nor suspended").doesNotContain("Invalid");

    decisions.change("l-0002", Cause.RECORD, "test", record -> LearnerRecord.of(record.learner()));
    server.bean(Outbox.class).deliverAll();
    assertThat(anybody.get(page).statusCode()).isEqualTo(410);
    assertThat(anybody.get(page + "/badge.json").statusCode()).isEqualTo(410);
    assertThat(verified(copy)).contains("Invalid", "its issuer revoked it");
    assertThat(anybody.get("/status/1").body()).isNotEqualTo(list.body());
    assertThat(verified(server.bean(Awards.class).of("l-0001").get(0).badge()))
        .contains("neither revoked nor suspended")
        .doesNotContain("Invalid");
    assertThat(verified(copy.replace("First aid", "Second aid"))).contains("Invalid");
    assertThat(verified("nothing")).contains("not a badge");
  }

  @Test
  void whoever_asks_too_often_is_told_when_to_ask_again() {
    Visitor sam = Visitor.signedIn(server, "sam");
    String plan = "/me/credentials/first-aid/plan";
    for (int i = 0; i < 20; i++) {
      assertThat(sam.get(plan).statusCode()).isEqualTo(200);
    }
    HttpResponse<String> refused = sam.get(plan);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("3");
    assertThat(refused.body()).contains("Too many requests", "Try again in 3 seconds");
    assertThat(sam.get("/me").statusCode()).isEqualTo(200);
    assertThat(maria.get(plan).statusCode()).isEqualTo(200);
    Server.CLOCK.pass(Duration.ofSeconds(3));
    assertThat(sam.get(plan).statusCode()).isEqualTo(200);
    assertThat(sam.get(plan).statusCode()).isEqualTo(429);
  }

  @Test
  void a_decision_whose_policy_is_compiled_to_show_it_is_a_question() {
    Visitor ruth = Visitor.signedIn(server, "ruth");
    for (int i = 0; i < 20; i++) {
      assertThat(ruth.get("/registrar/decisions/1").statusCode()).isEqualTo(200);
    }
    assertThat(ruth.get("/registrar/decisions/1").statusCode()).isEqualTo(429);
    assertThat(ruth.get("/registrar/decisions").statusCode()).isEqualTo(200);
  }

  private static String verified(String copy) {
    return eve.post("/employer", "/employer/verify", Map.of("badge", copy)).body();
  }

  private static long endorsements() {
    return server.bean(Learners.class).find("l-0001").orElseThrow().record().facts().stream()
        .filter(Endorsement.class::isInstance)
        .count();
  }

  private static void share(boolean shared) {
    maria.post(
        "/me/badges", "/me/badges/" + badge + "/share", Map.of("shared", Boolean.toString(shared)));
  }

  private static void agree(boolean agrees) {
    maria.post("/me/badges", "/me/badges/consent", Map.of("agrees", Boolean.toString(agrees)));
  }

  @Test
  void a_badge_is_valid_although_the_list_of_those_that_are_revoked_was_signed_meanwhile() {
    Decisions decisions = server.bean(Decisions.class);
    decisions.change(
        "l-0003",
        Cause.RECORD,
        "test",
        record -> LearnerRecord.of(record.learner(), OutboxTest.COURSE, OutboxTest.REFLECTION));
    server.bean(Outbox.class).deliverAll();
    decisions.change("l-0003", Cause.RECORD, "test", record -> LearnerRecord.of(record.learner()));
    server.bean(Outbox.class).deliverAll();
    Award award =
        server.bean(Awards.class).of("l-0001").stream()
            .filter(Award::holds)
            .findFirst()
            .orElseThrow();
    String holder = server.bean(Learners.class).find("l-0001").orElseThrow().badgeHolder();
    Server.CLOCK.tick(Duration.ofMillis(10));
    try {
      assertThat(server.bean(Issuer.class).verify(award.badge(), holder).orElseThrow().checks())
          .isNotEmpty()
          .allMatch(check -> check.outcome() == Verification.Outcome.VALID);
    } finally {
      Server.CLOCK.tick(Duration.ZERO);
    }
  }
}
