package io.credentialrules.openbadges;

import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.FactStatus;
import java.net.URI;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verification of Open Badges 2.0 and CLR 1.0: hosted, that the document at its own address is
 * this one and within what the issuer allows; or signed, by a key that the host names (Open Badges
 * 2.0, Verification).
 */
final class HostedProof {
  private final Reading reading;

  HostedProof(Reading reading) {
    this.reading = reading;
  }

  /** Whether a document is as its issuer hosts or signed it. */
  Check proof(UnverifiedCredential claims, @Nullable CompactJws token) {
    Node verification = claims.node.objectAt("verification");
    String type =
        verification == null || verification.types().isEmpty() ? "" : verification.types().get(0);
    switch (type) {
      case "hosted", "HostedBadge", "Hosted" -> {
        return token == null
            ? hosted(claims)
            : StatedCheck.invalid(Kind.PROOF, "it is signed, and says that it is hosted");
      }
      case "signed", "SignedBadge", "Signed" -> {
        return token == null
            ? StatedCheck.notChecked(
                Kind.PROOF, "it is shown without the signature that it speaks of")
            : signed(claims, token, verification == null ? null : verification.text("creator"));
      }
      default -> {
        return StatedCheck.notChecked(Kind.PROOF, "it does not say how it is verified");
      }
    }
  }

  private Check hosted(UnverifiedCredential claims) {
    Document document = reading.hosted(claims.id);
    if (document == null) {
      return StatedCheck.notChecked(
          Kind.PROOF, "the host has no document for " + Quote.of(claims.id));
    }
    if (claims.issuer.known() == null) {
      return StatedCheck.notChecked(Kind.PROOF, "nobody knows who issued it");
    }
    if (!document.root().value().equals(claims.node.value())) {
      return StatedCheck.invalid(
          Kind.PROOF, "the document at " + Quote.of(claims.id) + " is another one");
    }
    return allows(claims)
        ? StatedCheck.valid(Kind.PROOF, "its issuer hosts it")
        : StatedCheck.invalid(
            Kind.PROOF,
            "its issuer hosts no assertions at addresses such as " + Quote.of(claims.id));
  }

  /**
   * Whether the issuer lets its assertions be at that address; by default at its own origin. What a
   * badge says of its issuer does not count, only what the issuer hosts at its own address.
   */
  private boolean allows(UnverifiedCredential claims) {
    Document issuer = reading.hosted(claims.issuer.id());
    Node rules = issuer == null ? null : issuer.root().objectAt("verification");
    List<String> starts = rules == null ? List.of() : rules.texts("startsWith");
    List<String> origins = rules == null ? List.of() : rules.texts("allowedOrigins");
    String host = host(claims.id);
    if (!starts.isEmpty() && starts.stream().noneMatch(claims.id::startsWith)) {
      return false;
    }
    if (origins.isEmpty()) {
      String own = host(claims.issuer.id());
      return starts.isEmpty() ? own != null && own.equals(host) : true;
    }
    return host != null && origins.contains(host);
  }

  private static @Nullable String host(String address) {
    try {
      return URI.create(address).getHost();
    } catch (IllegalArgumentException e) {
      // An address that is none has no host, and is then at no origin.
      return null;
    }
  }

  private Check signed(UnverifiedCredential claims, CompactJws token, @Nullable String creator) {
    if (!token.isSupported()) {
      return StatedCheck.notChecked(
          Kind.PROOF, "the algorithm " + Quote.of(token.algorithm()) + " is not supported");
    }
    Optional<PublicKey> key = key(claims, token, creator);
    if (key.isEmpty()) {
      return StatedCheck.notChecked(
          Kind.PROOF,
          "the host names no key of "
              + Quote.of(claims.issuer.id())
              + (token.showsKey() ? "; the key in its header proves nothing" : ""));
    }
    return token.verifies(key.get())
        ? StatedCheck.valid(Kind.PROOF, "its signature is that of the issuer")
        : StatedCheck.invalid(Kind.PROOF, "its signature is not that of the issuer");
  }

  private Optional<PublicKey> key(
      UnverifiedCredential claims, CompactJws token, @Nullable String creator) {
    return claims.issuer.id().isEmpty()
        ? Optional.empty()
        : reading
            .settings()
            .keys()
            .find(claims.issuer.id(), creator == null ? token.keyId() : creator);
  }

  /** Whether the host trusts the issuer: it named a key that holds, or the issuer itself. */
  Check issuer(UnverifiedCredential claims, Check proof, @Nullable CompactJws token) {
    boolean trusted =
        reading.settings().trustedIssuers().contains(claims.issuer.id())
            || (token != null && proof.outcome() == Outcome.VALID);
    return trusted
        ? StatedCheck.valid(Kind.ISSUER, "the host trusts " + Quote.of(claims.issuer.id()))
        : StatedCheck.notChecked(
            Kind.ISSUER,
            claims.issuer.id().isEmpty()
                ? "nobody knows who issued it"
                : "the host does not name " + Quote.of(claims.issuer.id()) + " as trusted");
  }

  /** Whether it is revoked: as it says, as its hosted copy says, or on the list of its issuer. */
  StatusCheck.Found status(
      UnverifiedCredential claims, @Nullable Node issuer, @Nullable CompactJws token) {
    Document hosted = token == null ? reading.hosted(claims.id) : null;
    if (claims.node.flag("revoked") || (hosted != null && hosted.root().flag("revoked"))) {
      return revoked();
    }
    String address = issuer == null ? null : issuer.text("revocationList");
    if (address == null || token == null) {
      return StatusCheck.Found.of(
          StatedCheck.valid(Kind.STATUS, "its issuer keeps no list of those revoked"));
    }
    Document list = reading.hosted(address);
    if (list == null) {
      return StatusCheck.Found.of(
          StatedCheck.notChecked(
              Kind.STATUS, "the host has no revocation list " + Quote.of(address)));
    }
    for (Node entry : list.root().list("revokedAssertions")) {
      String id = entry.isText() ? entry.asText() : entry.text("id");
      if (claims.id.equals(id)) {
        return revoked();
      }
    }
    return StatusCheck.Found.of(
        StatedCheck.valid(Kind.STATUS, "it is not among those that its issuer revoked"));
  }

  private static StatusCheck.Found revoked() {
    return new StatusCheck.Found(
        StatedCheck.invalid(Kind.STATUS, "its issuer revoked it"), FactStatus.REVOKED);
  }
}
