package io.credentialrules.openbadges;

import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A policy whose credentials are issued, and an issuer with keys. */
final class IssuedBadges {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
  static final String ISSUER_ID = "https://badges.example.edu/issuer";
  static final String METHOD = ISSUER_ID + "#key-1";
  static final Recipient RECIPIENT = Recipient.ofId("did:example:ada");
  static final Holder HOLDER = Holder.of("did:example:ada", "ada@example.org");
  static final IssuerProfile ISSUER =
      IssuerProfile.of(ISSUER_ID, "Example University & <Partners>").withUrl("https://example.edu");
  static final BadgeWriter WRITER =
      BadgeWriter.builder(ISSUER, "https://badges.example.edu/achievements/")
          .alignment(
              "listening",
              Alignment.of("https://skills.example/listening", "Listening", "L1", "Skills"))
          .build();

  static final KeyPair ED25519 = key("Ed25519", null);
  static final KeyPair EC = key("EC", new ECGenParameterSpec("secp256r1"));
  static final KeyPair RSA = key("RSA", null);

  static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "issued",
              Map.of(
                  "issued.drl",
                  """
                  package issued
                  import io.credentialrules.vocabulary.*

                  rule "A quiz of at least 80 percent" @requirement( "quiz" )
                  when AssessmentResult( assessment == "quiz", score >= 80 ) then end

                  rule "Listens proficiently" @requirement( "listens" )
                  when RubricScore( rubric == "empathy", criterion == "listen", level == "PROFICIENT" ) then end

                  rule "A course with a grade" @requirement( "course" )
                  when TrainingCompletion( training == "course", grade in ( "A", "B" ) ) then end

                  rule "A portfolio" @requirement( "portfolio" )
                  when SubmittedEvidence( type == "PORTFOLIO" ) then end

                  rule "Listening" @credential( "listening" ) @pathway( "people" ) @level( 1 ) @validFor( "2 years" )
                  when Met( requirement == "quiz" )  Met( requirement == "listens" ) then end

                  rule "Writing" @credential( "writing" )
                    @source( "Catalogue, https://badges.example.edu/writing, read 2026-11-26" )
                  when Met( requirement == "course" )  Met( requirement == "portfolio" ) then end

                  rule "People and \\"words\\"" @credential( "stack" )
                  when Earned( credential == "listening" )  Earned( credential == "writing" ) then end
                  """)));

  private IssuedBadges() {}

  private static KeyPair key(String algorithm, @Nullable AlgorithmParameterSpec parameters) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      if (parameters != null) {
        generator.initialize(parameters);
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static BadgeSigner signer() {
    return BadgeSigner.dataIntegrity(
        (EdECPrivateKey) ED25519.getPrivate(), METHOD, Instant.parse("2026-11-25T10:00:00Z"));
  }

  static BadgeReader.Builder reader(KeyPair keys) {
    return BadgeReader.builder(ZONE)
        .keys(
            (issuer, method) ->
                issuer.equals(ISSUER_ID) && method.equals(METHOD)
                    ? Optional.of(keys.getPublic())
                    : Optional.empty())
        .mapping(WRITER.mapping(List.of("listening", "writing", "stack")));
  }

  /** A learner who has earned everything. */
  static LearnerRecord record(LocalDate day, BigDecimal score, String grade) {
    Provenance vetted = Provenance.vettedBy("Prof. X", ReviewerRole.FACULTY, day);
    return LearnerRecord.of(
        new Learner("ada", null, null, Set.of(), Provenance.UNVETTED),
        new AssessmentResult(AssessmentType.QUIZ, "quiz", null, score, true, day, vetted),
        new RubricScore("empathy", "listen", "PROFICIENT", new BigDecimal("3"), null, day, vetted),
        new TrainingCompletion(
            TrainingType.COURSE,
            "course",
            "A course",
            null,
            null,
            true,
            false,
            null,
            null,
            null,
            null,
            grade,
            null,
            day,
            vetted),
        new SubmittedEvidence(
            EvidenceType.PORTFOLIO,
            null,
            "My portfolio",
            "https://ada.example/portfolio",
            true,
            null,
            day,
            vetted));
  }

  static LearnerRecord record() {
    return record(LocalDate.of(2026, 3, 2), new BigDecimal("87.5"), "B");
  }

  static Evaluation evaluation(LearnerRecord record) {
    return RULES.evaluate(record, TODAY, ZONE);
  }

  /** A record of what a badge became. */
  static LearnerRecord imported(BadgeImport read) {
    return LearnerRecord.of(
        new Learner("ada", null, null, Set.of(), Provenance.UNVETTED),
        read.facts().toArray(new Fact[0]));
  }
}
