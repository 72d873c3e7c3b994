package io.credentialrules.examples.campus;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.badge.Awards;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Outbox;
import io.credentialrules.examples.campus.decision.WaitingReviews;
import io.credentialrules.examples.campus.learner.Acts;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.RubricScoreBuilder;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What reviewers do, over HTTP. */
@Tag("once")
@SuppressWarnings("NullAway.Init") // Set before all tests.
class ReviewTest {
  private static Server server;
  private static WaitingReviews waiting;

  @BeforeAll
  static void start() {
    Server.CLOCK.set(LocalDate.of(2026, 4, 1));
    server =
        Server.start(
            Server.memory(),
            List.of("--campus.packs=campus-first-aid,campus-garden", "--campus.demo.learners=3"));
    waiting = server.bean(WaitingReviews.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void twoReflectionsWait() {
    for (String learner : List.of("l-0002", "l-0003")) {
      server
          .bean(Decisions.class)
          .change(
              learner,
              Cause.RECORD,
              "test",
              record ->
                  LearnerRecord.of(
                      record.learner(),
                      OutboxTest.COURSE,
                      SubmittedEvidence.builder()
                          .type(EvidenceType.REFLECTION)
                          .title("On bandages")
                          .url(
                              learner.equals("l-0002")
                                  ? "https://example.org/bandages"
                                  : "javascript:alert(1)")
                          .justification("A bandage".repeat(100))
                          .submittedOn(LocalDate.of(2026, 3, 2))
                          .provenance(Provenance.UNVETTED.identified("reflection"))
                          .build()));
    }
    server.bean(Outbox.class).deliverAll();
  }

  @Test
  void what_is_accepted_counts_and_its_badge_is_issued() {
    WaitingReviews.Item item = of("l-0002");
    Visitor theo = Visitor.signedIn(server, "theo");
    assertThat(theo.get("/reviews").body()).contains(item.id(), "On bandages");
    String page = "/reviews/" + item.id();
    assertThat(theo.get(page).body())
        .contains("<a href=\"https://example.org/bandages\" target=\"_blank\"", "A bandageA");
    assertThat(theo.get("/reviews/" + of("l-0003").id()).body())
        .contains("javascript:alert(1)")
        .doesNotContain("href=\"javascript");
    Map<String, String> endless = Map.of("note", "x".repeat(1001));
    assertThat(theo.post(page, page + "/accept", endless).statusCode()).isEqualTo(400);
    assertThat(theo.post(page, page + "/accept", Map.of("note", "Good")).statusCode())
        .isEqualTo(302);

    assertThat(held("l-0002")).hasSize(1);
    assertThat(server.bean(Acts.class).of("l-0002", 9))
        .first()
        .satisfies(
            act -> {
              assertThat(act.kind()).isEqualTo(Acts.Kind.ACCEPTED);
              assertThat(act.by()).isEqualTo("theo");
              assertThat(act.subject()).contains("A bandage".repeat(100));
            });
    assertThat(theo.get("/reviews/" + item.id()).statusCode()).isEqualTo(409);
  }

  @Test
  void what_is_returned_does_not_count_and_the_learner_is_told_why() {
    WaitingReviews.Item item = of("l-0002");
    Visitor theo = Visitor.signedIn(server, "theo");
    String page = "/reviews/" + item.id();
    assertThat(theo.post(page, page + "/return", Map.of("reason", " ")).statusCode())
        .isEqualTo(400);
    assertThat(waiting.find(item.id())).isPresent();

    assertThat(
            theo.post(page, page + "/return", Map.of("reason", "Say more about knots"))
                .statusCode())
        .isEqualTo(302);
    assertThat(waiting.find(item.id())).isEmpty();
    assertThat(held("l-0002")).isEmpty();
    assertThat(server.bean(Notices.class).latest("l-0002", 1).get(0).text())
        .contains("A bandage".repeat(100), "Say more about knots");
  }

  @Test
  void nobody_accepts_what_they_wrote() {
    server
        .bean(Decisions.class)
        .change(
            "l-0002",
            Cause.RECORD,
            "test",
            record ->
                LearnerRecord.of(
                    record.learner(),
                    OutboxTest.COURSE,
                    SubmittedEvidence.builder()
                        .type(EvidenceType.REFLECTION)
                        .submittedOn(LocalDate.of(2026, 3, 2))
                        .provenance(Provenance.UNVETTED.identified("written").from("theo"))
                        .build()));
    String page = "/reviews/" + of("l-0002").id();
    Visitor theo = Visitor.signedIn(server, "theo");
    assertThat(theo.post(page, page + "/accept", Map.of()).statusCode()).isEqualTo(403);
    assertThat(held("l-0002")).isEmpty();
    Visitor rosa = Visitor.signedIn(server, "rosa");
    assertThat(rosa.post(page, page + "/accept", Map.of()).statusCode()).isEqualTo(302);
    assertThat(held("l-0002")).hasSize(1);
  }

  @Test
  void nobody_reviews_or_waives_anything_of_their_own() {
    Visitor rosa = Visitor.signedIn(server, "rosa");
    WaitingReviews.Item own = of("l-0003");
    WaitingReviews.Item other = of("l-0002");
    String page = "/reviews/" + other.id();
    assertThat(rosa.get("/reviews").body()).contains(other.id()).doesNotContain(own.id());
    assertThat(rosa.get("/reviews/" + own.id()).statusCode()).isEqualTo(403);
    assertThat(rosa.post(page, "/reviews/" + own.id() + "/accept", Map.of()).statusCode())
        .isEqualTo(403);
    assertThat(
            rosa.post(page, "/reviews/" + own.id() + "/return", Map.of("reason", "x")).statusCode())
        .isEqualTo(403);
    Map<String, String> waiver = Map.of("requirement", "first-aid-reflection", "reason", "x");
    assertThat(rosa.post(page, "/reviews/learners/l-0003/waive", waiver).statusCode())
        .isEqualTo(403);
    assertThat(waiting.find(own.id())).isPresent();
    assertThat(server.bean(Learners.class).find("l-0003").orElseThrow().record().waivers())
        .isEmpty();

    assertThat(rosa.post(page, "/reviews/learners/l-0002/waive", waiver).statusCode())
        .isEqualTo(302);
    assertThat(held("l-0002")).hasSize(1);
    assertThat(server.bean(Learners.class).find("l-0002").orElseThrow().record().waivers())
        .singleElement()
        .satisfies(made -> assertThat(made.why()).isEqualTo("x"));
  }

  @Test
  void a_rubric_of_several_criteria_is_filled_in_at_once() {
    String page = waters(RubricScore.builder().level("PROFICIENT"));
    Visitor theo = Visitor.signedIn(server, "theo");
    assertThat(theo.get(page).body())
        .contains("level.waters", "level.weeds-by-hand", "Weeds by hand", "Handed in as");
    assertThat(theo.post(page, page + "/accept", Map.of()).statusCode()).isEqualTo(400);
    assertThat(
            theo.post(
                    page,
                    page + "/accept",
                    Map.of("level.waters", "PROFICIENT", "level.weeds-by-hand", "GIFTED"))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            theo.post(
                    page,
                    page + "/accept",
                    Map.of("level.waters", "PROFICIENT", "level.sings", "PROFICIENT"))
                .statusCode())
        .isEqualTo(409);
    assertThat(held("l-0002")).isEmpty();
    assertThat(
            theo.post(
                    page,
                    page + "/accept",
                    Map.of("level.waters", "PROFICIENT", "level.weeds-by-hand", "PROFICIENT"))
                .statusCode())
        .isEqualTo(302);
    assertThat(held("l-0002")).extracting(Award::credential).containsExactly("head-gardener");
    assertThat(server.bean(Acts.class).of("l-0002", 2))
        .extracting(Acts.Act::subject)
        .contains("garden, weeds-by-hand: PROFICIENT");
  }

  @Test
  void a_criterion_that_is_left_stays_as_it_is() {
    String page = waters(RubricScore.builder().level("PROFICIENT"));
    Visitor theo = Visitor.signedIn(server, "theo");
    assertThat(
            theo.post(
                    page,
                    page + "/accept",
                    Map.of("level.waters", "PROFICIENT", "level.weeds-by-hand", ""))
                .statusCode())
        .isEqualTo(302);
    assertThat(held("l-0002")).isEmpty();
    assertThat(server.bean(Learners.class).find("l-0002").orElseThrow().record().facts())
        .filteredOn(RubricScore.class::isInstance)
        .hasSize(1);
  }

  /** The page of a score that waits, of a learner who has nothing else. */
  private static String waters(RubricScoreBuilder score) {
    server
        .bean(Decisions.class)
        .change(
            "l-0002",
            Cause.RECORD,
            "test",
            record ->
                LearnerRecord.of(
                    record.learner(),
                    score
                        .rubric("garden")
                        .criterion("waters")
                        .assessedOn(LocalDate.of(2026, 3, 2))
                        .provenance(Provenance.UNVETTED.identified("waters"))
                        .build()));
    server.bean(Outbox.class).deliverAll();
    return "/reviews/" + of("l-0002").id();
  }

  @Test
  void the_queue_has_pages() {
    Visitor theo = Visitor.signedIn(server, "theo");
    assertThat(theo.get("/reviews?page=2").body()).contains("Nothing is on this page");
    assertThat(theo.get("/reviews?page=-7").body()).contains("On bandages");
    assertThat(waiting.mostDecisive(null, 1, 1)).isNotEqualTo(waiting.mostDecisive(null, 1, 0));
  }

  private static List<Award> held(String learner) {
    return server.bean(Awards.class).of(learner).stream().filter(Award::holds).toList();
  }

  private static WaitingReviews.Item of(String learner) {
    return waiting.mostDecisive(null, 50, 0).stream()
        .filter(item -> item.learner().equals(learner))
        .findFirst()
        .orElseThrow();
  }
}
