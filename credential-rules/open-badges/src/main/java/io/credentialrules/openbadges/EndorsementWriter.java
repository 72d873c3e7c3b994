package io.credentialrules.openbadges;

import jakarta.json.JsonObjectBuilder;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Writes endorsements as Open Badges 3.0 (EndorsementCredential), still to be signed: that the
 * endorser vouches for an achievement, a badge or an issuer. The same endorsement is written as the
 * same text with the same id. Immutable and thread-safe.
 */
public final class EndorsementWriter {
  private static final String SCHEMA = "ob_v3p0_endorsementcredential_schema.json";

  private final IssuerProfile endorser;

  private EndorsementWriter(IssuerProfile endorser) {
    this.endorser = endorser;
  }

  /** A writer of the endorsements of somebody. */
  public static EndorsementWriter of(IssuerProfile endorser) {
    return new EndorsementWriter(endorser);
  }

  /**
   * Writes an endorsement.
   *
   * @param endorsed the id of an achievement ({@link BadgeWriter#achievement}), of a badge or of an
   *     issuer ({@link IssuerProfile#id}): an address, a URN or a DID
   * @param comment in the endorser's words; null for none
   * @param from the day on which it is made; it holds from its first moment
   * @param until the last day on which it holds; null for no end
   * @param zone of these days
   * @param status where its status is looked up; null where the endorser keeps no list
   * @throws IllegalArgumentException when what is endorsed has no such id, the comment says
   *     nothing, the endorsement ends before it begins, or a day is not of the years 1 to 9999, of
   *     which it must not end on the last day
   */
  public String credential(
      String endorsed,
      @Nullable String comment,
      LocalDate from,
      @Nullable LocalDate until,
      ZoneId zone,
      @Nullable StatusEntry status) {
    if (!ObjectForms.isAbsolute(endorsed)) {
      throw new IllegalArgumentException(
          Quote.of(endorsed) + " is no id of what is endorsed; write an address, a URN or a DID");
    }
    if (comment != null && comment.isBlank()) {
      throw new IllegalArgumentException("the comment is blank; write what is endorsed, or none");
    }
    if (until != null && until.isBefore(from)) {
      throw new IllegalArgumentException(
          "the endorsement ends on " + until + ", before it begins on " + from);
    }
    JsonObjectBuilder subject = Json.object("EndorsementSubject").add("id", endorsed);
    Json.add(subject, "endorsementComment", comment);
    String begins = BadgeWriter.startOf(from, zone);
    JsonObjectBuilder written =
        CredentialHead.of(
                "EndorsementCredential", SCHEMA, "Endorsement by " + endorser.name(), endorser)
            .add("awardedDate", begins)
            .add("validFrom", begins);
    if (until != null) {
      written.add("validUntil", BadgeWriter.endOf(until, zone));
    }
    written.add("credentialSubject", subject);
    if (status != null) {
      written.add("credentialStatus", BadgeWriter.status(status));
    }
    return BadgeWriter.identified(written.build()).toString();
  }

  /** The endorser. */
  @Override
  public String toString() {
    return "endorsements by " + endorser;
  }
}
