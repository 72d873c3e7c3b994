package io.credentialrules.openbadges;

import java.security.PublicKey;
import java.util.Optional;

/**
 * The keys that the host accepts as those of an issuer. Naming a key is trusting: what the key
 * signed counts as said by the issuer. Nothing in a badge can add a key, neither a {@code jwk} in
 * the header of a JWT nor a {@code did:key} that anybody could have made.
 */
@FunctionalInterface
public interface IssuerKeys {

  /** No keys: nothing that is signed is verified. */
  IssuerKeys NONE = (issuer, method) -> Optional.empty();

  /**
   * The key by which an issuer signs: RSA, EC on P-256, or Ed25519.
   *
   * @param issuer the id of the issuer, as the badge gives it
   * @param verificationMethod which key the badge names: the {@code verificationMethod} of a proof,
   *     the {@code kid} of a JWT, the {@code creator} of an Open Badge 2.0; empty where it names
   *     none
   * @return the key; empty where the host knows none, and the signature is then not checked
   */
  Optional<PublicKey> find(String issuer, String verificationMethod);
}
