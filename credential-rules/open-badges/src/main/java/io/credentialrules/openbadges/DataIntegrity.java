package io.credentialrules.openbadges;

import com.apicatalog.multibase.Multibase;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Bytes;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/**
 * Proofs within a document, over its canonical form: {@code eddsa-rdfc-2022}, the older {@code
 * eddsa-2022}, and {@code Ed25519Signature2020}, which sign the same bytes. W3C, Data Integrity
 * EdDSA Cryptosuites 1.0, 3.2.
 */
final class DataIntegrity {
  private static final String PROOF = "DataIntegrityProof";
  private static final int SIGNATURE_BYTES = 64;

  private final CanonicalForm canonicalForm;

  DataIntegrity(CanonicalForm canonicalForm) {
    this.canonicalForm = canonicalForm;
  }

  /** Whether a proof is of a kind that is checked here. */
  static boolean supports(Node proof) {
    if (proof.hasType(PROOF)) {
      String suite = proof.text("cryptosuite");
      return "eddsa-rdfc-2022".equals(suite) || "eddsa-2022".equals(suite);
    }
    return proof.hasType("Ed25519Signature2020");
  }

  /** Whether a proof of a document is the key's. */
  boolean verifies(JsonObject document, JsonObject proof, PublicKey key)
      throws CanonicalForm.Unavailable {
    byte[] signature;
    try {
      signature = Multikey.bytes(proof.getString("proofValue", ""));
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    byte[] signed = signedBytes(document, proof);
    try {
      Signature verifier = Signature.getInstance("Ed25519");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      // A key of another algorithm, or 64 bytes that no Ed25519 signature has.
      return false;
    }
  }

  /** A document with a proof by {@code eddsa-rdfc-2022}, in place of any that it has. */
  JsonObject sign(JsonObject document, PrivateKey key, String verificationMethod, String created)
      throws CanonicalForm.Unavailable, GeneralSecurityException {
    JsonObject proof =
        JsonReading.PROVIDER
            .createObjectBuilder()
            .add("type", PROOF)
            .add("cryptosuite", "eddsa-rdfc-2022")
            .add("created", created)
            .add("verificationMethod", verificationMethod)
            .add("proofPurpose", "assertionMethod")
            .build();
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(key);
    signer.update(signedBytes(document, proof));
    JsonObject signed =
        JsonReading.PROVIDER
            .createObjectBuilder(proof)
            .add("proofValue", Multibase.BASE_58_BTC.encode(signer.sign()))
            .build();
    // A list, because 1EdTech's JSON Schema allows nothing else.
    return JsonReading.PROVIDER
        .createObjectBuilder(document)
        .add("proof", JsonReading.PROVIDER.createArrayBuilder().add(signed))
        .build();
  }

  /** The hash of the proof without its value, then that of the document without its proofs. */
  byte[] signedBytes(JsonObject document, JsonObject proof) throws CanonicalForm.Unavailable {
    JsonObjectBuilder options = JsonReading.PROVIDER.createObjectBuilder(proof);
    options.remove("proofValue");
    options.add("@context", document.get("@context"));
    JsonObject unsigned =
        JsonReading.PROVIDER.createObjectBuilder(document).remove("proof").build();
    return Bytes.concat(hash(canonicalForm.of(options.build())), hash(canonicalForm.of(unsigned)));
  }

  private static byte[] hash(String canonical) {
    return Hashing.sha256().hashString(canonical, StandardCharsets.UTF_8).asBytes();
  }
}
