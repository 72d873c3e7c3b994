package io.credentialrules.openbadges;

import io.credentialrules.openbadges.ImportedCredential.Standard;
import io.credentialrules.openbadges.VerifiableReading.Around;
import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether the issuer took a credential back: by a Bitstring Status List, which must itself be
 * signed by an issuer whose key the host names, or by a revocation list of 1EdTech, which is not
 * signed and counts as the host fetched it.
 */
final class StatusCheck {
  /** W3C, Bitstring Status List 1.0: a shorter list would tell which credential is asked for. */
  private static final int LEAST_BITS = 131_072;

  /** What was found: the check, and the status where the credential is not in force. */
  record Found(Check check, @Nullable FactStatus status) {
    static Found of(Check check) {
      return new Found(check, null);
    }
  }

  private final Reading reading;

  StatusCheck(Reading reading) {
    this.reading = reading;
  }

  /** The worst of all entries: a credential can have several, each for its own purpose. */
  Found check(UnverifiedCredential claims) {
    List<Node> entries = claims.node.list("credentialStatus");
    Found worst =
        Found.of(
            StatedCheck.valid(
                Kind.STATUS,
                entries.isEmpty()
                    ? "its issuer keeps no list of those revoked"
                    : "it is neither revoked nor suspended"));
    for (Node entry : entries) {
      Found found = entry(claims, entry);
      if (found.check().outcome().compareTo(worst.check().outcome()) > 0) {
        worst = found;
      }
    }
    return worst;
  }

  private Found entry(UnverifiedCredential claims, Node entry) {
    if (!entry.isObject()) {
      entry.malformed("is not an object");
      return Found.of(StatedCheck.invalid(Kind.STATUS, "its status is not an object"));
    }
    try {
      if (entry.hasType("BitstringStatusListEntry")) {
        return bitstring(entry);
      }
      if (entry.hasType("1EdTechRevocationList")) {
        return revocationList(claims, entry);
      }
    } catch (BadgeException e) {
      return Found.of(
          StatedCheck.notChecked(Kind.STATUS, "the list " + e.problems().get(0).message()));
    }
    return Found.of(
        StatedCheck.notChecked(
            Kind.STATUS,
            "the status " + Quote.of(String.join(", ", entry.types())) + " is not supported"));
  }

  private Found bitstring(Node entry) {
    String address = entry.requireText("statusListCredential");
    String purpose = entry.requireText("statusPurpose");
    BigDecimal index = entry.number("statusListIndex");
    if (address == null || purpose == null || index == null) {
      return unknown("its status entry lacks a list, a purpose or an index");
    }
    if (!purpose.equals("revocation") && !purpose.equals("suspension")) {
      return Found.of(StatedCheck.valid(Kind.STATUS, "its status says nothing of being in force"));
    }
    BigDecimal size = entry.number("statusSize");
    if (size != null && size.compareTo(BigDecimal.ONE) != 0) {
      return unknown("a status of several bits is not supported");
    }
    Document document = reading.hosted(address);
    if (document == null) {
      return unknown("the host has no status list " + Quote.of(address));
    }
    Node list = document.root();
    Check proof = verified(list);
    if (proof.outcome() != Outcome.VALID) {
      return unknown("the status list is not verified: " + proof.reason());
    }
    Node subject = list.objectAt("credentialSubject");
    String encoded = subject == null ? null : subject.text("encodedList");
    if (!list.hasType("BitstringStatusListCredential")
        || subject == null
        || encoded == null
        || !subject.hasType("BitstringStatusList")
        || !subject.texts("statusPurpose").contains(purpose)) {
      return unknown("the document at " + Quote.of(address) + " is no list of that purpose");
    }
    return bit(encoded, index, purpose);
  }

  private Found bit(String encoded, BigDecimal index, String purpose) {
    byte[] bits;
    try {
      bits = StatusBits.decode(encoded, reading.settings().limits().maxStatusBytes());
    } catch (IllegalArgumentException e) {
      return unknown("the status list " + e.getMessage());
    }
    if (bits.length * 8L < LEAST_BITS) {
      return unknown("the status list has fewer than " + LEAST_BITS + " entries");
    }
    if (index.signum() < 0
        || index.stripTrailingZeros().scale() > 0
        || index.compareTo(BigDecimal.valueOf(bits.length * 8L)) >= 0) {
      return unknown("the status list has no entry " + index.toPlainString());
    }
    if (!StatusBits.isSet(bits, index.longValueExact())) {
      return Found.of(StatedCheck.valid(Kind.STATUS, "it is neither revoked nor suspended"));
    }
    return purpose.equals("revocation")
        ? new Found(StatedCheck.invalid(Kind.STATUS, "its issuer revoked it"), FactStatus.REVOKED)
        : new Found(
            StatedCheck.invalid(Kind.STATUS, "its issuer suspended it"), FactStatus.SUSPENDED);
  }

  /** The proof of a list, and that it is in force; the status of a list is not looked up. */
  private Check verified(Node list) {
    UnverifiedCredential claims =
        new UnverifiedCredential(list, Standard.OPEN_BADGE_3, reading.settings().zone());
    Profile issuer = Profile.of(list, "issuer", false);
    claims.issuer = issuer == null ? Profile.UNKNOWN : issuer;
    claims.validity(list, List.of("validFrom"), List.of("validUntil"));
    if ((claims.validFrom != null && reading.asOf().isBefore(claims.validFrom))
        || (claims.validUntil != null
            && reading.asOf().isAfter(Provenance.lastInstant(claims.validUntil)))) {
      return StatedCheck.notChecked(Kind.PROOF, "it is not in force on the date");
    }
    return new ProofCheck(reading).check(claims, null, Around.NOTHING);
  }

  /** 1EdTech, Revocation List Status Method 1.0. */
  private Found revocationList(UnverifiedCredential claims, Node entry) {
    String address = entry.requireText("id");
    Document document = address == null ? null : reading.hosted(address);
    if (document == null) {
      return unknown("the host has no revocation list " + Quote.of(address == null ? "" : address));
    }
    for (Node revoked : document.root().list("revokedCredential")) {
      if (claims.id.equals(revoked.isText() ? revoked.asText() : revoked.text("id"))
          && (revoked.isText() || !revoked.has("revoked") || revoked.flag("revoked"))) {
        return new Found(
            StatedCheck.invalid(Kind.STATUS, "its issuer revoked it"), FactStatus.REVOKED);
      }
    }
    return Found.of(
        StatedCheck.valid(Kind.STATUS, "it is not among those that its issuer revoked"));
  }

  private static Found unknown(String reason) {
    return Found.of(StatedCheck.notChecked(Kind.STATUS, reason));
  }
}
