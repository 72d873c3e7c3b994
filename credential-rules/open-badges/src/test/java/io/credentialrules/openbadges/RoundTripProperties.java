package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.TrainingCompletion;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.EdECPrivateKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What goes out comes back: the same credentials, the same scores, the same decision. */
final class RoundTripProperties {

  /** How a badge travels. */
  enum Form {
    JSON,
    JWT,
    PNG,
    SVG
  }

  @Property
  void an_earned_credential_comes_back_as_the_same_decision(
      @ForAll("days") LocalDate day,
      @ForAll("scores") BigDecimal score,
      @ForAll("grades") String grade,
      @ForAll("zones") ZoneId zone,
      @ForAll("credentials") String credential,
      @ForAll Form form) {
    Evaluation before =
        IssuedBadges.RULES.evaluate(
            IssuedBadges.record(day, score, grade), IssuedBadges.TODAY, zone);
    if (!before.isEarned(credential)) {
      return;
    }
    String written =
        IssuedBadges.WRITER.credential(before, credential, IssuedBadges.RECIPIENT, null);
    BadgeImport read =
        BadgeReader.builder(zone)
            .keys((issuer, method) -> Optional.of(IssuedBadges.ED25519.getPublic()))
            .mapping(IssuedBadges.WRITER.mapping(List.of("listening", "writing", "stack")))
            .build()
            .read(
                "x",
                travelling(written, form),
                IssuedBadges.HOLDER,
                IssuedBadges.TODAY.atTime(LocalTime.NOON).atZone(zone).toInstant());
    assertThat(read.problems()).isEmpty();
    assertThat(read.credentials().get(0).verification().outcome()).isEqualTo(Outcome.VALID);
    Decision.Earned earned = (Decision.Earned) before.decision(credential);
    Decision.Earned again =
        (Decision.Earned)
            IssuedBadges.RULES
                .evaluate(IssuedBadges.imported(read), IssuedBadges.TODAY, zone)
                .decision(credential);
    assertThat(again.since()).isEqualTo(earned.since());
    assertThat(again.until()).isEqualTo(earned.until());
    if (credential.equals("listening")) {
      assertThat(scores(read)).containsExactly(score.stripTrailingZeros());
    }
    if (credential.equals("writing")) {
      assertThat(grades(read)).containsExactly(grade);
    }
  }

  private static byte[] travelling(String credential, Form form) {
    EdECPrivateKey key = (EdECPrivateKey) IssuedBadges.ED25519.getPrivate();
    String json =
        BadgeSigner.dataIntegrity(key, IssuedBadges.METHOD, Instant.EPOCH).sign(credential);
    String jwt = BadgeSigner.jwt(key, IssuedBadges.METHOD).sign(credential);
    return switch (form) {
      case JSON -> json.getBytes(StandardCharsets.UTF_8);
      case JWT -> jwt.getBytes(StandardCharsets.UTF_8);
      case PNG -> BakedBadge.png(Fixtures.bytes("ob20/simple-badge.png"), jwt);
      case SVG ->
          BakedBadge.svg("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>", json)
              .getBytes(StandardCharsets.UTF_8);
    };
  }

  private static List<BigDecimal> scores(BadgeImport read) {
    List<BigDecimal> scores = new ArrayList<>();
    read.facts()
        .forEach(
            fact -> {
              if (fact instanceof AssessmentResult result && result.score() != null) {
                scores.add(result.score().stripTrailingZeros());
              }
            });
    return scores;
  }

  private static List<String> grades(BadgeImport read) {
    List<String> grades = new ArrayList<>();
    read.facts()
        .forEach(
            fact -> {
              if (fact instanceof TrainingCompletion training && training.grade() != null) {
                grades.add(training.grade());
              }
            });
    return grades;
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Arbitraries.integers()
        .between(0, 1_200)
        .map(before -> IssuedBadges.TODAY.minusDays(before));
  }

  @Provide
  Arbitrary<BigDecimal> scores() {
    return Arbitraries.bigDecimals()
        .between(new BigDecimal("78"), new BigDecimal("100"))
        .ofScale(2);
  }

  @Provide
  Arbitrary<String> grades() {
    return Arbitraries.of("A", "B", "C");
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kolkata", "America/Sao_Paulo")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<String> credentials() {
    return Arbitraries.of("listening", "writing", "stack");
  }
}
