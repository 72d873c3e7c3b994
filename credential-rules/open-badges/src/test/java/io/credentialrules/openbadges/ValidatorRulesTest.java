package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Evaluation;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes out keeps the rules of the 1EdTech validator, and its own test files break them. */
final class ValidatorRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T17:00:00Z");

  private static JsonObject json(String text) {
    return JsonReading.read("written", text, BadgeLimits.DEFAULT).root().object();
  }

  private static JsonObject part(String token, int part) {
    return json(
        new String(
            Base64.getUrlDecoder().decode(token.split("\\.", -1)[part]), StandardCharsets.UTF_8));
  }

  private static void assertKeepsAll(String credential) {
    assertThat(ValidatorRules.broken(json(IssuedBadges.signer().sign(credential)), NOW)).isEmpty();
    for (KeyPair key : List.of(IssuedBadges.RSA, IssuedBadges.EC)) {
      String token = BadgeSigner.jwt(key.getPrivate(), IssuedBadges.METHOD).sign(credential);
      assertThat(ValidatorRules.broken(part(token, 0), part(token, 1), NOW)).isEmpty();
    }
  }

  @Test
  void every_badge_and_endorsement_that_goes_out_keeps_the_rules_of_the_validator() {
    for (LocalDate day : List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 11, 25))) {
      Evaluation evaluation =
          IssuedBadges.evaluation(IssuedBadges.record(day, new BigDecimal("87.5"), "A"));
      for (String credential : List.of("listening", "writing", "stack")) {
        Recipient recipient =
            credential.equals("writing")
                ? Recipient.ofEmail("ada@example.org", "12345678")
                : IssuedBadges.RECIPIENT;
        assertKeepsAll(
            IssuedBadges.WRITER.credential(
                evaluation,
                credential,
                recipient,
                StatusEntry.of("https://badges.example.edu/status/1", 7)));
        assertKeepsAll(IssuedBadges.WRITER.credential(evaluation, credential, recipient, null));
      }
    }
    assertKeepsAll(
        EndorsementWriter.of(IssuedBadges.ISSUER)
            .credential(
                IssuedBadges.WRITER.achievement("stack"),
                "Good work",
                IssuedBadges.TODAY,
                IssuedBadges.TODAY,
                IssuedBadges.ZONE,
                null));
  }

  @Test
  void a_stack_that_goes_out_and_all_badges_in_it_keep_the_rules() {
    String record =
        RecordWriter.of(IssuedBadges.WRITER)
            .record(
                IssuedBadges.evaluation(IssuedBadges.record()),
                "stack",
                IssuedBadges.RECIPIENT,
                IssuedBadges.signer());
    assertKeepsAll(record);
    List<JsonValue> badges =
        json(record).getJsonObject("credentialSubject").getJsonArray("verifiableCredential");
    assertThat(badges).hasSize(3);
    badges.forEach(badge -> assertThat(ValidatorRules.broken(badge.asJsonObject(), NOW)).isEmpty());
  }

  /** The standard has EdDSA; the validator of November 2026 verifies a JWT by RS256 and ES256. */
  @Test
  void a_jwt_by_ed25519_is_the_one_that_the_validator_does_not_take() {
    String credential =
        IssuedBadges.WRITER.credential(
            IssuedBadges.evaluation(IssuedBadges.record()), "stack", IssuedBadges.RECIPIENT, null);
    String token =
        BadgeSigner.jwt(IssuedBadges.ED25519.getPrivate(), IssuedBadges.METHOD).sign(credential);
    assertThat(ValidatorRules.broken(part(token, 0), part(token, 1), NOW))
        .containsExactly("jwt-algorithm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ob30/simple.json",
        "ob30/simple-did-key-method.json",
        "ob30/endorsement-valid.json"
      })
  void a_valid_test_file_keeps_all_rules(String name) {
    assertThat(ValidatorRules.broken(Tampering.json(name), NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "simple-err-context, context",
    "simple-err-type, type",
    "simple-err-issuer, issuer",
    "simple-err-issuer-type, issuer-type",
    "simple-err-issuer-parentorg-type, issuer-parent-type",
    "simple-err-issuer-otheridentifier-type, issuer-identifier-type",
    "simple-err-credential-subject-type, subject-type",
    "simple-err-credential-subject-identifier-type, identifier-type",
    "simple-err-credential-subject-result-type, result-type",
    "simple-err-credential-subject-profile-type, source-type",
    "simple-err-credential-subject-achievement-result-description-type, result-description-type",
    "simple-err-evidence-type, evidence-type",
    "simple-err-proof-method-no-scheme, proof-method",
    "simple-err-proof-method-unknown-scheme, proof-method",
    "simple-err-issued, not-yet",
    "simple-err-expired, expired",
    "simple-noproof, proof",
    "sd/derivedcredential, proof-kind"
  })
  void an_invalid_test_file_breaks_the_rule_of_its_name(String name, String rule) {
    assertThat(ValidatorRules.broken(Tampering.json("ob30/" + name + ".json"), NOW)).contains(rule);
  }
}
