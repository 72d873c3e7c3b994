package io.credentialrules.openbadges;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one credential says, before it is known whether it is genuine. */
final class UnverifiedCredential {

  /** A fact that waits for its provenance. */
  record Draft(String part, FactStatus status, Function<Provenance, Fact> fact) {}

  final Node node;
  final ImportedCredential.Standard standard;
  final ZoneId zone;
  // Of a JWT: its whole payload, because the claims beside the credential belong to its form.
  String formPointer;
  String id = "";
  @Nullable String name;
  Profile issuer = Profile.UNKNOWN;
  @Nullable Profile source;
  @Nullable Instant validFrom;
  @Nullable Instant validUntil;
  @Nullable Instant awarded;
  @Nullable String achievement;
  @Nullable String achievementName;
  @Nullable String credential;
  final List<Draft> drafts = new ArrayList<>();
  final List<Alignment> alignments = new ArrayList<>();
  final List<ImportedScale> scales = new ArrayList<>();

  UnverifiedCredential(Node node, ImportedCredential.Standard standard, ZoneId zone) {
    this.node = node;
    this.formPointer = node.pointer();
    this.standard = standard;
    this.zone = zone;
  }

  void draft(String part, FactStatus status, Function<Provenance, Fact> fact) {
    drafts.add(new Draft(part, status, fact));
  }

  /** The day of the award: as it is told, or that from which the credential is valid. */
  @Nullable LocalDate awardedOn() {
    Instant when = awarded == null ? validFrom : awarded;
    return when == null ? null : day(when);
  }

  LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** How facts name the achievement: the policy's own id, else that of the issuer. */
  String subject() {
    if (credential != null) {
      return credential;
    }
    return achievement == null ? id : achievement;
  }

  /** Who assessed: the source where the credential names one, else the issuer. */
  Profile assessor() {
    return source == null ? issuer : source;
  }

  /** Reads the validity; an end before the beginning is reported, and no bound then. */
  void validity(Node credential, List<String> from, List<String> until) {
    validFrom = first(credential, from);
    validUntil = first(credential, until);
    if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
      credential.malformed("ends " + validUntil + " and begins " + validFrom);
      validFrom = null;
      validUntil = null;
    }
  }

  /** The first of these members that is there, as an instant. */
  static @Nullable Instant first(Node credential, List<String> names) {
    for (String name : names) {
      if (credential.has(name)) {
        return credential.instant(name);
      }
    }
    return null;
  }
}
