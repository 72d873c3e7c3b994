package io.credentialrules.openbadges;

import com.google.common.base.Splitter;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.util.List;
import java.util.Set;

/**
 * A signed text in three parts (RFC 7515), by RS256, ES256 or EdDSA with Ed25519. A key in its
 * header is not looked at.
 */
final class CompactJws {
  private static final Set<String> ALGORITHMS = Set.of("RS256", "ES256", "EdDSA", "Ed25519");
  private static final int LEAST_RSA_BITS = 2_048;

  private final JWSHeader header;
  private final Document payload;
  private final String signedPart;
  private final Base64URL signature;

  private CompactJws(JWSHeader header, Document payload, String signedPart, Base64URL signature) {
    this.header = header;
    this.payload = payload;
    this.signedPart = signedPart;
    this.signature = signature;
  }

  static boolean looksLikeOne(String text) {
    return text.startsWith("eyJ") && text.chars().filter(c -> c == '.').count() == 2;
  }

  /** Reads it without verifying anything; throws {@link BadgeException} where it is none. */
  static CompactJws read(String source, String text, BadgeLimits limits) {
    if (text.length() > 2L * limits.maxBytes()) {
      throw notOne(source, "has more than " + limits.maxBytes() + " bytes");
    }
    List<String> parts = Splitter.on('.').splitToList(text);
    if (parts.size() != 3 || parts.stream().anyMatch(part -> !part.matches("[A-Za-z0-9_-]+"))) {
      throw notOne(source, "is no JWT of three parts in base64url");
    }
    try {
      return new CompactJws(
          JWSHeader.parse(new Base64URL(parts.get(0))),
          JsonReading.read(source, new Base64URL(parts.get(1)).decode(), limits),
          parts.get(0) + "." + parts.get(1),
          new Base64URL(parts.get(2)));
    } catch (ParseException e) {
      throw notOne(source, "has a header that is no header of a signed JWT");
    }
  }

  private static BadgeException notOne(String source, String message) {
    return JsonReading.refused(source, "", Document.Position.START, message, "");
  }

  Document payload() {
    return payload;
  }

  /** Which key it names; empty where it names none. */
  String keyId() {
    return header.getKeyID() == null ? "" : header.getKeyID();
  }

  String algorithm() {
    return header.getAlgorithm().getName();
  }

  boolean isSupported() {
    return ALGORITHMS.contains(algorithm());
  }

  boolean showsKey() {
    return header.getJWK() != null || header.getX509CertChain() != null;
  }

  /** Whether the signature is the key's, by the algorithm that is the key's. */
  boolean verifies(PublicKey key) {
    if (header.getCriticalParams() != null && !header.getCriticalParams().isEmpty()) {
      return false;
    }
    byte[] bytes = signedPart.getBytes(StandardCharsets.US_ASCII);
    try {
      if (key instanceof RSAPublicKey rsa && header.getAlgorithm().equals(JWSAlgorithm.RS256)) {
        return rsa.getModulus().bitLength() >= LEAST_RSA_BITS
            && verifies(new RSASSAVerifier(rsa), bytes);
      }
      if (key instanceof ECPublicKey ec && header.getAlgorithm().equals(JWSAlgorithm.ES256)) {
        return verifies(new ECDSAVerifier(ec), bytes);
      }
      if (key instanceof EdECPublicKey && algorithm().startsWith("Ed")) {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(bytes);
        byte[] signed = signature.decode();
        return signed.length == 64 && verifier.verify(signed);
      }
      return false;
    } catch (JOSEException | GeneralSecurityException e) {
      // A key or a signature that the algorithm cannot have.
      return false;
    }
  }

  private boolean verifies(JWSVerifier verifier, byte[] bytes) throws JOSEException {
    return verifier.verify(header, bytes, signature);
  }
}
