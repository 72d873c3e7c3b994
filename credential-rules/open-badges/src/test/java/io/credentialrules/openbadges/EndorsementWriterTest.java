package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.VettingStatus;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.EdECPrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** An endorsement that goes out comes back as the same fact, and a changed one does not count. */
final class EndorsementWriterTest {
  private static final IssuerProfile EMPLOYER =
      IssuerProfile.of("https://gardens.example/issuer", "Gardens & <Sons>");
  private static final String METHOD = "https://gardens.example/issuer#key-1";
  private static final String LISTENING = IssuedBadges.WRITER.achievement("listening");
  private static final AchievementMapping MAPPING =
      AchievementMapping.read(
          "mapping.json",
          """
          {"reviewedBy": "R", "reviewedOn": "2026-11-20",
           "achievements": [{"issuer": "%s", "id": "%s", "credential": "listening"}],
           "endorsers": {"https://gardens.example/issuer": "EMPLOYER"}}
          """
              .formatted(IssuedBadges.ISSUER_ID, LISTENING));

  private static String signed(String endorsement, boolean isJwt) {
    KeyPair key = IssuedBadges.ED25519;
    EdECPrivateKey secret = (EdECPrivateKey) key.getPrivate();
    BadgeSigner signer =
        isJwt
            ? BadgeSigner.jwt(secret, METHOD)
            : BadgeSigner.dataIntegrity(secret, METHOD, Instant.EPOCH);
    return signer.sign(endorsement);
  }

  private static BadgeImport read(String signed, ZoneId zone, Instant instant) {
    return read(signed, zone, instant, MAPPING);
  }

  private static BadgeImport read(
      String signed, ZoneId zone, Instant instant, AchievementMapping mapping) {
    return BadgeReader.builder(zone)
        .keys(
            (issuer, method) ->
                issuer.equals(EMPLOYER.id()) && method.equals(METHOD)
                    ? Optional.of(IssuedBadges.ED25519.getPublic())
                    : Optional.empty())
        .mapping(mapping)
        .build()
        .read("endorsement", signed.getBytes(StandardCharsets.UTF_8), IssuedBadges.HOLDER, instant);
  }

  @Property
  void an_endorsement_comes_back_as_the_same_endorsement(
      @ForAll("endorsed") String endorsed,
      @ForAll("comments") String comment,
      @ForAll("days") LocalDate from,
      @ForAll("zones") ZoneId zone,
      @ForAll boolean isJwt) {
    LocalDate until = from.plusDays(comment.length());
    String written =
        EndorsementWriter.of(EMPLOYER).credential(endorsed, comment, from, until, zone, null);
    assertThat(
            EndorsementWriter.of(EMPLOYER).credential(endorsed, comment, from, until, zone, null))
        .isEqualTo(written);
    JsonObject subject =
        JsonReading.read("written", written, BadgeLimits.DEFAULT)
            .root()
            .object()
            .getJsonObject("credentialSubject");
    assertThat(subject.getString("endorsementComment")).isEqualTo(comment);
    Instant noon = from.atTime(12, 0).atZone(zone).toInstant();
    BadgeImport read = read(signed(written, isJwt), zone, noon);
    assertThat(read.problems()).isEmpty();
    assertThat(read.credentials())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.standard()).isEqualTo(ImportedCredential.Standard.ENDORSEMENT_3);
              assertThat(one.verification().outcome()).isEqualTo(Outcome.VALID);
            });
    Endorsement fact = only(read);
    assertThat(fact.type()).isEqualTo(EndorserType.EMPLOYER);
    assertThat(fact.endorser()).isEqualTo(EMPLOYER.name());
    assertThat(fact.credential()).isEqualTo(endorsed.equals(LISTENING) ? "listening" : endorsed);
    assertThat(fact.madeOn()).isEqualTo(from);
    assertThat(fact.provenance().vetting().status()).isEqualTo(VettingStatus.VETTED);
    BadgeImport after = read(signed(written, isJwt), zone, noon.plusSeconds(86_400L * 400));
    assertThat(after.credentials().get(0).verification().check(Kind.VALIDITY).outcome())
        .isEqualTo(Outcome.INVALID);
  }

  private static Endorsement only(BadgeImport read) {
    assertThat(read.facts()).hasSize(1);
    return (Endorsement) read.facts().get(0);
  }

  @Property(tries = 30)
  void a_change_of_any_member_of_an_endorsement_is_noticed(
      @ForAll("numbers") int number, @ForAll Tampering.Change change) {
    JsonObject endorsement =
        JsonReading.read("signed", signed(endorsement("Good", null), false), BadgeLimits.DEFAULT)
            .root()
            .object();
    JsonObject changed =
        Tampering.changed(endorsement, number % Tampering.count(endorsement), change);
    Instant noon = Instant.parse("2026-11-25T12:00:00Z");
    BadgeImport read;
    try {
      read = read(changed.toString(), IssuedBadges.ZONE, noon);
    } catch (BadgeException refused) {
      return;
    }
    assertThat(read.credentials())
        .allMatch(
            one ->
                one.verification().outcome() != Outcome.VALID
                    || read.facts()
                        .equals(read(endorsement.toString(), IssuedBadges.ZONE, noon).facts()));
  }

  private static String endorsement(@Nullable String comment, @Nullable LocalDate until) {
    return EndorsementWriter.of(EMPLOYER)
        .credential(LISTENING, comment, IssuedBadges.TODAY, until, IssuedBadges.ZONE, null);
  }

  @Example
  void what_is_no_endorsement_is_refused() {
    assertThat(endorsement(null, IssuedBadges.TODAY)).doesNotContain("endorsementComment");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endorsement(null, IssuedBadges.TODAY.minusDays(1)))
        .withMessage("the endorsement ends on 2026-11-24, before it begins on 2026-11-25");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endorsement(" ", null))
        .withMessageContaining("the comment is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                EndorsementWriter.of(EMPLOYER)
                    .credential(
                        "listening", null, IssuedBadges.TODAY, null, IssuedBadges.ZONE, null))
        .withMessageContaining("`listening` is no id of what is endorsed");
  }

  /** An id that two issuers' achievements have is that of none. */
  @Example
  void what_is_endorsed_is_a_credential_of_the_policy_only_where_one_is_mapped() {
    AchievementMapping twice =
        AchievementMapping.of(
            AchievementMapping.Entry.ofId("https://a.example/i", "urn:x", "one"),
            AchievementMapping.Entry.ofId("https://b.example/i", "urn:x", "two"));
    assertThat(twice.credentials("urn:x")).containsExactly("one", "two");
    assertThat(MAPPING.credentials(LISTENING)).containsExactly("listening");
    assertThat(MAPPING.credentials("urn:x")).isEmpty();
  }

  @Provide
  Arbitrary<String> endorsed() {
    return Arbitraries.of(
        List.of(
            LISTENING, IssuedBadges.ISSUER_ID, "urn:uuid:6f2e33e5-7a29-4155-840a-59483ba10164"));
  }

  @Provide
  Arbitrary<String> comments() {
    return Arbitraries.strings()
        .ofMinLength(1)
        .ofMaxLength(40)
        .filter(
            text ->
                !text.isBlank()
                    && text.codePoints()
                        .noneMatch(c -> Character.getType(c) == Character.SURROGATE));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers().between(0, 3_000).map(LocalDate.of(2020, 1, 1)::plusDays);
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Integer> numbers() {
    return Arbitraries.integers().between(0, 1_000);
  }

  @Example
  void days_that_a_badge_has_no_form_for_are_refused() {
    EndorsementWriter writer = EndorsementWriter.of(EMPLOYER);
    ZoneId zone = ZoneId.of("UTC");
    LocalDate last = LocalDate.of(9999, 12, 30);
    assertThat(writer.credential(LISTENING, null, last, last, zone, null))
        .contains("\"validUntil\":\"9999-12-31T00:00:00Z\"");
    for (LocalDate until : List.of(last.plusDays(1), last.plusDays(2), LocalDate.MAX)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> writer.credential(LISTENING, null, last, until, zone, null))
          .withMessageContaining(until.toString());
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> writer.credential(LISTENING, null, LocalDate.MIN, last, zone, null))
        .withMessageContaining("and not -999999999-01-01");
  }

  @Example
  void an_endorsement_of_what_is_mapped_to_two_credentials_is_left_out_and_told() {
    AchievementMapping two =
        AchievementMapping.read(
            "mapping.json",
            """
            {"reviewedBy": "R", "reviewedOn": "2026-11-20",
             "achievements": [{"issuer": "%1$s", "id": "%2$s", "credential": "listening"},
                              {"issuer": "https://other.example", "id": "%2$s", "credential": "hearing"}],
             "endorsers": {"https://gardens.example/issuer": "EMPLOYER"}}
            """
                .formatted(IssuedBadges.ISSUER_ID, LISTENING));
    LocalDate day = LocalDate.of(2026, 11, 1);
    ZoneId zone = ZoneId.of("UTC");
    String written =
        signed(
            EndorsementWriter.of(EMPLOYER).credential(LISTENING, null, day, null, zone, null),
            false);
    BadgeImport read = read(written, zone, day.atTime(12, 0).atZone(zone).toInstant(), two);
    assertThat(read.facts()).isEmpty();
    assertThat(read.problems())
        .singleElement()
        .asString()
        .contains("mapped to `listening` and `hearing`; keep one of them in the mapping");
  }
}
