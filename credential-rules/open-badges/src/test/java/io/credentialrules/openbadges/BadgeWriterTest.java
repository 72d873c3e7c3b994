package io.credentialrules.openbadges;

import static io.credentialrules.openbadges.IssuedBadges.EC;
import static io.credentialrules.openbadges.IssuedBadges.ED25519;
import static io.credentialrules.openbadges.IssuedBadges.HOLDER;
import static io.credentialrules.openbadges.IssuedBadges.METHOD;
import static io.credentialrules.openbadges.IssuedBadges.RECIPIENT;
import static io.credentialrules.openbadges.IssuedBadges.RSA;
import static io.credentialrules.openbadges.IssuedBadges.WRITER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.util.Base64URL;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.RubricScore;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BadgeWriterTest {
  private static final Instant NOW = Instant.parse("2026-11-25T15:00:00Z");
  private static final Evaluation EVALUATION = IssuedBadges.evaluation(IssuedBadges.record());

  @Test
  void what_is_earned_goes_out_and_comes_back_as_the_same_credential() {
    BadgeImport read = read(signed("listening", null), ED25519);
    assertThat(read.problems()).isEmpty();
    assertThat(read.credentials().get(0).verification().outcome()).isEqualTo(Outcome.VALID);
    assertThat(read.credentials().get(0).credential()).isEqualTo("listening");
    Decision.Earned before = (Decision.Earned) EVALUATION.decision("listening");
    Decision.Earned after =
        (Decision.Earned)
            IssuedBadges.evaluation(IssuedBadges.imported(read)).decision("listening");
    assertThat(after.since()).isEqualTo(before.since()).isEqualTo(LocalDate.of(2026, 3, 2));
    assertThat(after.until()).isEqualTo(before.until());
    assertThat(after.held()).isNotNull();
  }

  @Test
  void the_results_that_decided_come_back() {
    BadgeImport read = read(signed("listening", null), ED25519);
    assertThat(read.facts())
        .filteredOn(AssessmentResult.class::isInstance)
        .singleElement()
        .satisfies(
            fact -> {
              AssessmentResult result = (AssessmentResult) fact;
              assertThat(result.score()).isEqualByComparingTo("87.5");
              assertThat(result.passed()).isTrue();
            });
    assertThat(read.facts())
        .filteredOn(RubricScore.class::isInstance)
        .singleElement()
        .satisfies(
            fact -> {
              RubricScore score = (RubricScore) fact;
              assertThat(score.level()).isEqualTo("PROFICIENT");
              assertThat(score.score()).isEqualByComparingTo("3");
            });
  }

  @Test
  void a_badge_says_its_criteria_its_evidence_and_its_alignment() {
    JsonObject badge = json(WRITER.credential(EVALUATION, "listening", RECIPIENT, null));
    JsonObject achievement = badge.getJsonObject("credentialSubject").getJsonObject("achievement");
    assertThat(achievement.getJsonObject("criteria").getString("narrative"))
        .isEqualTo("Listening:\n\n- A quiz of at least 80 percent\n- Listens proficiently\n");
    assertThat(achievement.getJsonArray("alignment").getJsonObject(0).getString("targetUrl"))
        .isEqualTo("https://skills.example/listening");
    assertThat(achievement.getJsonObject("criteria").containsKey("id")).isFalse();
    JsonObject evidence = badge.getJsonArray("evidence").getJsonObject(0);
    assertThat(evidence.getString("name")).isEqualTo("A quiz of at least 80 percent");
    assertThat(evidence.getString("narrative"))
        .isEqualTo("87.5 percent, required: >= 80. Vetted by faculty on 2026-03-02.");
    assertThat(badge.getString("validFrom")).isEqualTo("2026-03-02T00:00:00-05:00");
    assertThat(badge.getString("validUntil")).isEqualTo("2028-03-03T00:00:00-05:00");
    JsonObject writing = json(WRITER.credential(EVALUATION, "writing", RECIPIENT, null));
    assertThat(writing.containsKey("validUntil")).isFalse();
    JsonObject criteria =
        writing
            .getJsonObject("credentialSubject")
            .getJsonObject("achievement")
            .getJsonObject("criteria");
    assertThat(criteria.getString("id")).isEqualTo("https://badges.example.edu/writing");
    assertThat(criteria.getString("narrative"))
        .endsWith(
            "\nPublished in:\n\n- Catalogue, https://badges.example.edu/writing, read 2026-11-26\n");
    assertThat(writing.getJsonArray("evidence").toString())
        .contains("https://ada.example/portfolio");
  }

  @Test
  void reviewers_are_named_only_where_the_host_says_so() {
    assertThat(WRITER.credential(EVALUATION, "listening", RECIPIENT, null))
        .doesNotContain("Prof. X");
    BadgeWriter naming =
        BadgeWriter.builder(IssuedBadges.ISSUER, "https://badges.example.edu/achievements/")
            .namingReviewers()
            .build();
    assertThat(naming.credential(EVALUATION, "listening", RECIPIENT, null))
        .contains("Vetted by Prof. X (faculty) on 2026-03-02.");
  }

  @Test
  void the_same_decision_is_the_same_text_on_another_day_and_another_learners_is_not() {
    String today = WRITER.credential(EVALUATION, "listening", RECIPIENT, null);
    Evaluation tomorrow =
        IssuedBadges.RULES.evaluate(
            IssuedBadges.record(), IssuedBadges.TODAY.plusDays(1), IssuedBadges.ZONE);
    assertThat(WRITER.credential(tomorrow, "listening", RECIPIENT, null)).isEqualTo(today);
    String other =
        WRITER.credential(EVALUATION, "listening", Recipient.ofId("did:example:bob"), null);
    assertThat(json(other).getString("id")).isNotEqualTo(json(today).getString("id"));
    assertThat(json(today).getString("id")).matches("urn:uuid:[0-9a-f-]{14}8[0-9a-f]{3}-[89ab].*");
  }

  @Test
  void what_is_not_earned_or_only_held_is_not_issued() {
    Evaluation nothing =
        IssuedBadges.evaluation(LearnerRecord.builder(IssuedBadges.record().learner()).build());
    assertThatThrownBy(() -> WRITER.credential(nothing, "listening", RECIPIENT, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`listening` is not earned");
    Evaluation held =
        IssuedBadges.evaluation(IssuedBadges.imported(read(signed("writing", null), ED25519)));
    assertThat(held.isEarned("writing")).isTrue();
    assertThatThrownBy(() -> WRITER.credential(held, "writing", RECIPIENT, null))
        .hasMessage("`writing` is held, and earned by no route");
  }

  @Test
  void a_badge_is_signed_as_a_jwt_by_each_kind_of_key() {
    for (KeyPair keys : List.of(RSA, EC, ED25519)) {
      String token =
          BadgeSigner.jwt(keys.getPrivate(), METHOD)
              .sign(WRITER.credential(EVALUATION, "listening", RECIPIENT, null));
      assertThat(outcome(token, keys)).as(keys.getPublic().getAlgorithm()).isEqualTo(Outcome.VALID);
      KeyPair other = keys == RSA ? EC : RSA;
      assertThat(outcome(token, other)).isEqualTo(Outcome.INVALID);
    }
  }

  @Test
  void claims_of_a_jwt_that_contradict_its_credential_are_noticed() {
    JsonObject badge = json(WRITER.credential(EVALUATION, "listening", RECIPIENT, null));
    for (String claim : List.of("iss", "jti", "sub")) {
      assertThat(outcome(token(with(badge, claim, "urn:other")), ED25519))
          .isEqualTo(Outcome.INVALID);
    }
    assertThat(
            outcome(
                token(
                    JsonReading.PROVIDER
                        .createObjectBuilder(badge)
                        .add("exp", 4_000_000_000L)
                        .build()),
                ED25519))
        .isEqualTo(Outcome.INVALID);
    assertThat(outcome(token(badge), ED25519)).isEqualTo(Outcome.VALID);
  }

  @Test
  void a_jwt_of_the_older_shape_is_read_too() {
    JsonObject badge = json(WRITER.credential(EVALUATION, "listening", RECIPIENT, null));
    JsonObject wrapped =
        JsonReading.PROVIDER
            .createObjectBuilder()
            .add("vc", badge)
            .add("iss", IssuedBadges.ISSUER_ID)
            .add("jti", badge.getString("id"))
            .add("sub", "did:example:ada")
            .build();
    assertThat(outcome(token(wrapped), ED25519)).isEqualTo(Outcome.VALID);
    assertThat(outcome(token(with(wrapped, "iss", "urn:other")), ED25519))
        .isEqualTo(Outcome.INVALID);
  }

  @Test
  void a_badge_in_an_image_is_read_from_it_and_replaces_another() {
    String badge = signed("listening", null);
    String token =
        BadgeSigner.jwt(ED25519.getPrivate(), METHOD)
            .sign(WRITER.credential(EVALUATION, "writing", RECIPIENT, null));
    byte[] plain = Fixtures.bytes("ob30/simple-json.png");
    for (String carried : List.of(badge, token)) {
      byte[] png = BakedBadge.png(plain, carried);
      assertThat(PngBadge.extract("x", png, BadgeLimits.DEFAULT)).isEqualTo(carried);
      assertThat(BakedBadge.png(BakedBadge.png(plain, "{}"), carried)).isEqualTo(png);
      assertThat(read(png).credentials().get(0).verification().outcome()).isEqualTo(Outcome.VALID);
      String svg = BakedBadge.svg("<svg xmlns='http://www.w3.org/2000/svg'/>", carried);
      assertThat(BakedBadge.svg(svg, carried)).isEqualTo(svg);
      assertThat(SvgBadge.extract("x", svg.getBytes(StandardCharsets.UTF_8), BadgeLimits.DEFAULT))
          .isEqualTo(carried);
    }
  }

  @Test
  void a_badge_that_is_revoked_on_the_list_is_revoked_and_its_neighbour_is_not() {
    String list = "https://badges.example.edu/status/1";
    String badge = signed("listening", StatusEntry.of(list, 4_711));
    StatusList revoked = StatusList.EMPTY.revoking(4_711);
    BadgeImport read = withList(badge, list, revoked);
    assertThat(read.credentials().get(0).verification().check(Kind.STATUS).outcome())
        .isEqualTo(Outcome.INVALID);
    assertThat(read.facts().get(0).provenance().status()).isEqualTo(FactStatus.REVOKED);
    for (StatusList other :
        List.of(StatusList.EMPTY.revoking(4_710).revoking(4_712), revoked.reinstating(4_711))) {
      assertThat(withList(badge, list, other).credentials().get(0).verification().outcome())
          .isEqualTo(Outcome.VALID);
    }
    assertThatThrownBy(() -> StatusList.EMPTY.revoking(StatusList.PLACES))
        .hasMessage("a place on a status list is between 0 and 131071, not 131072");
  }

  @Test
  void a_stack_goes_out_with_its_components_and_comes_back() {
    String record =
        IssuedBadges.signer()
            .sign(
                RecordWriter.of(WRITER)
                    .record(EVALUATION, "stack", RECIPIENT, IssuedBadges.signer()));
    BadgeImport read = read(record, ED25519);
    assertThat(read.problems()).isEmpty();
    assertThat(read.all()).hasSize(4);
    assertThat(read.all())
        .allMatch(credential -> credential.verification().outcome() == Outcome.VALID);
    assertThat(read.facts())
        .filteredOn(HeldCredential.class::isInstance)
        .extracting(fact -> ((HeldCredential) fact).credential())
        .containsExactly("stack", "listening", "writing");
  }

  @Test
  void an_email_is_hashed_and_recognised() {
    String badge =
        IssuedBadges.signer()
            .sign(
                WRITER.credential(
                    EVALUATION,
                    "listening",
                    Recipient.ofEmail("Ada@example.org", "12345678"),
                    null));
    assertThat(badge).doesNotContainIgnoringCase("ada@example.org");
    assertThat(outcome(badge, ED25519)).isEqualTo(Outcome.VALID);
    assertThatThrownBy(() -> Recipient.ofEmail("ada@example.org", "1234567"))
        .hasMessage("a `salt` has at least 8 characters");
  }

  @Test
  void a_link_to_linkedin_has_everything_encoded_and_an_expiry_only_where_there_is_one() {
    assertThat(
            LinkedInProfile.addLink(
                "People & \"words\"",
                "Example University",
                LocalDate.of(2026, 3, 2),
                LocalDate.of(2028, 12, 1),
                "https://x.example/b?a=1&b=2",
                "urn:uuid:1"))
        .isEqualTo(
            "https://www.linkedin.com/profile/add?startTask=CERTIFICATION_NAME"
                + "&name=People%20%26%20%22words%22&organizationName=Example%20University"
                + "&issueYear=2026&issueMonth=3&expirationYear=2028&expirationMonth=12"
                + "&certUrl=https%3A%2F%2Fx.example%2Fb%3Fa%3D1%26b%3D2&certId=urn%3Auuid%3A1");
    assertThat(LinkedInProfile.addLink("n", "o", LocalDate.of(2026, 11, 2), null, null, null))
        .endsWith("&issueYear=2026&issueMonth=11");
  }

  private static String signed(String credential, @Nullable StatusEntry status) {
    return IssuedBadges.signer().sign(WRITER.credential(EVALUATION, credential, RECIPIENT, status));
  }

  private static String token(JsonObject payload) {
    // Without the claims that the signer would add.
    String signed =
        BadgeSigner.jwt(ED25519.getPrivate(), METHOD)
            .sign(WRITER.credential(EVALUATION, "listening", RECIPIENT, null));
    String header = signed.substring(0, signed.indexOf('.'));
    String body = header + "." + Base64URL.encode(payload.toString());
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(ED25519.getPrivate());
      signer.update(body.getBytes(StandardCharsets.US_ASCII));
      return body + "." + Base64URL.encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject with(JsonObject object, String name, String value) {
    return JsonReading.PROVIDER.createObjectBuilder(object).add(name, value).build();
  }

  private static BadgeImport withList(String badge, String address, StatusList list) {
    byte[] signed =
        IssuedBadges.signer()
            .sign(
                list.credential(
                    IssuedBadges.ISSUER, address, Instant.parse("2026-01-01T00:00:00Z")))
            .getBytes(StandardCharsets.UTF_8);
    return IssuedBadges.reader(ED25519)
        .documents(asked -> asked.equals(address) ? Optional.of(signed) : Optional.empty())
        .build()
        .read("x", badge.getBytes(StandardCharsets.UTF_8), HOLDER, NOW);
  }

  private static BadgeImport read(byte[] badge) {
    return IssuedBadges.reader(ED25519).build().read("x", badge, HOLDER, NOW);
  }

  private static BadgeImport read(String badge, KeyPair keys) {
    return IssuedBadges.reader(keys)
        .build()
        .read("badge.json", badge.getBytes(StandardCharsets.UTF_8), HOLDER, NOW);
  }

  private static Outcome outcome(String badge, KeyPair keys) {
    return read(badge, keys).credentials().get(0).verification().outcome();
  }

  private static JsonObject json(String text) {
    return JsonReading.read("x", text, BadgeLimits.DEFAULT).root().object();
  }
}
