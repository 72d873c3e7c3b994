package io.credentialrules.openbadges;

import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.VettingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * From checks and claims to a credential with facts. What is invalid is rejected; what nobody could
 * check awaits review; validity and status go into the provenance, where the library looks at them.
 */
final class Conclusion {
  private static final String REVIEWER = "verification of the credential";

  /** What the library itself judges by the provenance. */
  private static final Set<Kind> BY_PROVENANCE = EnumSet.of(Kind.STATUS, Kind.VALIDITY);

  private final Reading reading;

  Conclusion(Reading reading) {
    this.reading = reading;
  }

  ImportedCredential of(
      UnverifiedCredential claims,
      Check proof,
      Check issuer,
      StatusCheck.Found status,
      Check recipient,
      List<ImportedCredential> parts) {
    Verification verification =
        new StatedVerification(
            List.of(form(claims), proof, issuer, status.check(), validity(claims), recipient));
    List<Fact> facts = new ArrayList<>();
    for (UnverifiedCredential.Draft draft : claims.drafts) {
      facts.add(fact(claims, draft, verification, status));
    }
    return new StatedImportedCredential(
        claims.id,
        claims.standard,
        claims.name,
        claims.issuer.id(),
        claims.issuer.name(),
        claims.achievement,
        claims.achievementName,
        claims.credential,
        claims.alignments,
        claims.scales,
        verification,
        facts,
        parts);
  }

  private static Check form(UnverifiedCredential claims) {
    return claims.node.document().isMalformed(claims.formPointer)
        ? StatedCheck.invalid(Kind.FORM, "it does not have the form of its standard")
        : StatedCheck.valid(Kind.FORM, "it has the form of its standard");
  }

  private Check validity(UnverifiedCredential claims) {
    Instant now = reading.asOf();
    if (claims.validFrom != null && now.isBefore(claims.validFrom)) {
      return StatedCheck.invalid(Kind.VALIDITY, "it is valid from " + claims.validFrom);
    }
    if (claims.validUntil != null && now.isAfter(Provenance.lastInstant(claims.validUntil))) {
      return StatedCheck.invalid(Kind.VALIDITY, "it was valid until " + claims.validUntil);
    }
    return StatedCheck.valid(Kind.VALIDITY, "it is valid on the date");
  }

  private Fact fact(
      UnverifiedCredential claims,
      UnverifiedCredential.Draft draft,
      Verification verification,
      StatusCheck.Found status) {
    Outcome outcome = outcome(verification);
    FactStatus own = draft.status();
    if (own == FactStatus.COMPLETED && status.status() != null && outcome == Outcome.VALID) {
      own = status.status();
    }
    Provenance provenance =
        new Provenance(
            claims.id + "#" + draft.part(),
            claims.issuer.known(),
            own,
            vetting(claims, outcome),
            claims.validFrom,
            claims.validUntil);
    Fact fact = draft.fact().apply(provenance);
    // A held credential needs no vetting, so that only its status can say that it waits.
    return fact instanceof HeldCredential held
            && outcome == Outcome.NOT_CHECKED
            && own == FactStatus.COMPLETED
        ? held.toBuilder()
            .provenance(provenance.toBuilder().status(FactStatus.PROVISIONAL).build())
            .build()
        : fact;
  }

  private static Vetting vetting(UnverifiedCredential claims, Outcome outcome) {
    return switch (outcome) {
      case VALID ->
          new Vetting(
              VettingStatus.VETTED,
              claims.assessor().label(),
              ReviewerRole.ASSESSOR,
              claims.awardedOn());
      case NOT_CHECKED -> Vetting.NONE;
      case INVALID -> new Vetting(VettingStatus.REJECTED, REVIEWER, ReviewerRole.OTHER, null);
    };
  }

  /** The worst outcome of what the library does not judge itself, and the host does not accept. */
  private Outcome outcome(Verification verification) {
    Outcome worst = Outcome.VALID;
    for (Check check : verification.checks()) {
      boolean judged = BY_PROVENANCE.contains(check.kind()) && check.outcome() == Outcome.INVALID;
      boolean accepted =
          check.outcome() == Outcome.NOT_CHECKED
              && reading.settings().accepted().contains(check.kind());
      if (!judged && !accepted && check.outcome().compareTo(worst) > 0) {
        worst = check.outcome();
      }
    }
    return worst;
  }
}
