package io.credentialrules.openbadges;

import com.google.common.base.Joiner;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Signs credentials with a key of the host. Thread-safe. */
@FunctionalInterface
public interface BadgeSigner {

  /**
   * Signs a credential.
   *
   * @param credential JSON, as {@link BadgeWriter} and {@link StatusList} write it
   * @return the signed credential: JSON with a proof, or a JWT
   * @throws IllegalArgumentException when it is no credential, or says what no context defines
   */
  String sign(String credential);

  /**
   * A proof within the credential, by {@code eddsa-rdfc-2022}.
   *
   * @param key an Ed25519 key
   * @param verificationMethod the address by which the public key is found
   * @param created when it is signed
   */
  static BadgeSigner dataIntegrity(EdECPrivateKey key, String verificationMethod, Instant created) {
    DataIntegrity suite =
        new DataIntegrity(
            new CanonicalForm(Contexts.BUILT_IN, BadgeLimits.DEFAULT.maxCanonicalSteps()));
    String when = created.truncatedTo(ChronoUnit.SECONDS).toString();
    return credential -> {
      JsonObject document =
          JsonReading.read("credential", credential, BadgeLimits.DEFAULT).root().object();
      try {
        return suite.sign(document, key, verificationMethod, when).toString();
      } catch (CanonicalForm.Unavailable e) {
        throw new IllegalArgumentException("the credential cannot be signed: " + e.reason(), e);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException("the key cannot sign", e);
      }
    };
  }

  /**
   * A JWT whose payload is the credential with the registered claims beside (Open Badges 3.0,
   * 8.2.4): RS256, ES256 or EdDSA, by the kind of key.
   *
   * @param key an RSA, an EC P-256 or an Ed25519 key
   * @param keyId the address by which the public key is found
   */
  static BadgeSigner jwt(PrivateKey key, String keyId) {
    JWSAlgorithm algorithm =
        key instanceof RSAPrivateKey
            ? JWSAlgorithm.RS256
            : key instanceof ECPrivateKey ? JWSAlgorithm.ES256 : JWSAlgorithm.EdDSA;
    return credential -> {
      JsonObject document =
          JsonReading.read("credential", credential, BadgeLimits.DEFAULT).root().object();
      Base64URL header = new JWSHeader.Builder(algorithm).keyID(keyId).build().toBase64URL();
      Base64URL payload = Base64URL.encode(payload(document).toString());
      byte[] signed = (header + "." + payload).getBytes(StandardCharsets.US_ASCII);
      try {
        return Joiner.on('.').join(header, payload, signature(key, algorithm, signed));
      } catch (JOSEException | GeneralSecurityException e) {
        throw new IllegalArgumentException("the key cannot sign by " + algorithm, e);
      }
    };
  }

  private static JsonObject payload(JsonObject credential) {
    JsonObjectBuilder payload = JsonReading.PROVIDER.createObjectBuilder(credential);
    JsonValue issuer = credential.get("issuer");
    payload.add(
        "iss", issuer instanceof JsonObject profile ? profile.get("id") : credential.get("issuer"));
    payload.add("jti", credential.get("id"));
    payload.add("nbf", seconds(credential.getString("validFrom")));
    if (credential.containsKey("validUntil")) {
      payload.add("exp", seconds(credential.getString("validUntil")));
    }
    if (credential.getJsonObject("credentialSubject").get("id") instanceof JsonString subject) {
      payload.add("sub", subject);
    }
    return payload.build();
  }

  private static long seconds(String instant) {
    return OffsetDateTime.parse(instant).toEpochSecond();
  }

  private static Base64URL signature(PrivateKey key, JWSAlgorithm algorithm, byte[] bytes)
      throws JOSEException, GeneralSecurityException {
    if (key instanceof EdECPrivateKey) {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key);
      signer.update(bytes);
      return Base64URL.encode(signer.sign());
    }
    JWSSigner signer = key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
    return signer.sign(new JWSHeader(algorithm), bytes);
  }
}
