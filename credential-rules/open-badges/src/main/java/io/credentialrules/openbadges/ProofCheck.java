package io.credentialrules.openbadges;

import io.credentialrules.openbadges.VerifiableReading.Around;
import io.credentialrules.openbadges.Verification.Check;
import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.Provenance;
import jakarta.json.JsonObject;
import java.security.PublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a verifiable credential is as its issuer signed it. */
final class ProofCheck {
  private final Reading reading;
  private final DataIntegrity dataIntegrity;

  ProofCheck(Reading reading) {
    this.reading = reading;
    Reading.Settings settings = reading.settings();
    this.dataIntegrity =
        new DataIntegrity(
            new CanonicalForm(settings.contexts(), settings.limits().maxCanonicalSteps()));
  }

  Check check(UnverifiedCredential claims, @Nullable CompactJws token, Around around) {
    if (token != null) {
      return signed(claims, token);
    }
    List<Node> proofs = claims.node.list("proof");
    if (proofs.isEmpty()) {
      return VerifiableReading.isValid(around.coveringProof())
              && claims.issuer.id().equals(around.issuer())
          ? StatedCheck.valid(Kind.PROOF, "the proof of the record that holds it covers it")
          : StatedCheck.notChecked(Kind.PROOF, "it has no proof");
    }
    return embedded(claims, proofs);
  }

  /** Whether the host trusts the issuer, which it says by naming a key. */
  Check issuer(UnverifiedCredential claims, Check proof, @Nullable CompactJws token) {
    String issuer = claims.issuer.id();
    if (proof.outcome() == Outcome.VALID) {
      return StatedCheck.valid(Kind.ISSUER, "the host trusts " + Quote.of(issuer));
    }
    List<String> methods = new ArrayList<>();
    if (token != null) {
      methods.add(token.keyId());
    } else {
      for (Node each : claims.node.list("proof")) {
        String method = each.isObject() ? each.text("verificationMethod") : null;
        methods.add(method == null ? "" : method);
      }
    }
    if (issuer.isEmpty()) {
      return StatedCheck.notChecked(Kind.ISSUER, "nobody knows who issued it");
    }
    boolean known = methods.stream().anyMatch(method -> key(issuer, method).isPresent());
    return known
        ? StatedCheck.valid(Kind.ISSUER, "the host trusts " + Quote.of(issuer))
        : StatedCheck.notChecked(Kind.ISSUER, "the host names no key of " + Quote.of(issuer));
  }

  private Check signed(UnverifiedCredential claims, CompactJws token) {
    if (!token.isSupported()) {
      return StatedCheck.notChecked(
          Kind.PROOF, "the algorithm " + Quote.of(token.algorithm()) + " is not supported");
    }
    Optional<PublicKey> key = key(claims.issuer.id(), token.keyId());
    if (key.isEmpty()) {
      return StatedCheck.notChecked(
          Kind.PROOF,
          noKey(claims, token.keyId())
              + (token.showsKey() ? "; the key in its header proves nothing" : ""));
    }
    return token.verifies(key.get())
        ? StatedCheck.valid(Kind.PROOF, "its signature is that of the issuer")
        : StatedCheck.invalid(Kind.PROOF, "its signature is not that of the issuer");
  }

  /** All supported proofs must hold, and one of them at least must be there. */
  private Check embedded(UnverifiedCredential claims, List<Node> proofs) {
    String hidden = Hidden.in(claims.node);
    if (hidden != null) {
      return StatedCheck.invalid(Kind.PROOF, hidden);
    }
    if (claims.node.list("@context").isEmpty()) {
      return StatedCheck.invalid(Kind.PROOF, "it has no context, so that no proof covers anything");
    }
    for (Node context : claims.node.list("@context")) {
      String address = context.isText() ? context.asText() : null;
      if (address == null) {
        return StatedCheck.notChecked(Kind.PROOF, "a context within it could rename its members");
      }
      if (!reading.settings().contexts().has(address)) {
        return StatedCheck.notChecked(
            Kind.PROOF, "the context " + Quote.of(address) + " is not known");
      }
    }
    Check best = StatedCheck.notChecked(Kind.PROOF, "it has no proof");
    boolean valid = false;
    for (Node proof : proofs) {
      Check check = proof(claims, proof);
      if (check.outcome() == Outcome.INVALID) {
        return check;
      }
      if (!valid) {
        best = check;
        valid = check.outcome() == Outcome.VALID;
      }
    }
    return best;
  }

  private Check proof(UnverifiedCredential claims, Node proof) {
    if (!proof.isObject()) {
      return StatedCheck.invalid(Kind.PROOF, "its `proof` is not an object");
    }
    if (!DataIntegrity.supports(proof)) {
      String suite = proof.text("cryptosuite");
      return StatedCheck.notChecked(
          Kind.PROOF,
          "the proof "
              + Quote.of(suite == null ? String.join(", ", proof.types()) : suite)
              + " is not supported");
    }
    String method = proof.text("verificationMethod");
    if (method == null || !ObjectForms.isAbsolute(method)) {
      return StatedCheck.invalid(
          Kind.PROOF, "its proof names no verification method by its address");
    }
    if (!"assertionMethod".equals(proof.text("proofPurpose"))) {
      return StatedCheck.invalid(Kind.PROOF, "its proof was made for another purpose");
    }
    if (proof.has("previousProof")) {
      return StatedCheck.notChecked(Kind.PROOF, "a chain of proofs is not supported");
    }
    Instant expires = proof.instant("expires");
    if (expires != null && reading.asOf().isAfter(Provenance.lastInstant(expires))) {
      return StatedCheck.invalid(Kind.PROOF, "its proof expired " + expires);
    }
    Optional<PublicKey> key = key(claims.issuer.id(), method);
    if (key.isEmpty()) {
      return StatedCheck.notChecked(Kind.PROOF, noKey(claims, method));
    }
    return verified(claims.node.object(), proof.object(), key.get());
  }

  private Check verified(JsonObject credential, JsonObject proof, PublicKey key) {
    try {
      return dataIntegrity.verifies(credential, proof, key)
          ? StatedCheck.valid(Kind.PROOF, "its proof is that of the issuer")
          : StatedCheck.invalid(Kind.PROOF, "its proof is not that of the issuer for what it says");
    } catch (CanonicalForm.Unavailable e) {
      return e.isUnknown()
          ? StatedCheck.notChecked(Kind.PROOF, e.reason())
          : StatedCheck.invalid(Kind.PROOF, e.reason());
    }
  }

  private Optional<PublicKey> key(String issuer, String method) {
    return issuer.isEmpty() ? Optional.empty() : reading.settings().keys().find(issuer, method);
  }

  private static String noKey(UnverifiedCredential claims, String method) {
    return "the host names no key "
        + (method.isEmpty() ? "" : Quote.of(method) + " ")
        + "of "
        + (claims.issuer.known() == null ? "its issuer" : Quote.of(claims.issuer.id()));
  }
}
