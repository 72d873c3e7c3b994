package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.BaseEncoding;
import com.google.common.io.Resources;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * The test vector of {@code eddsa-rdfc-2022}, byte for byte (W3C, Data Integrity EdDSA Cryptosuites
 * 1.0, appendix B; {@code w3c/vc-di-eddsa}, commit abb673eb, W3C Software and Document License).
 */
final class W3cVectorTest {
  private static final Contexts CONTEXTS =
      Contexts.BUILT_IN.with(
          "https://www.w3.org/ns/credentials/examples/v2",
          "{\"@context\": {\"@vocab\": \"https://www.w3.org/ns/credentials/examples#\"}}");
  private static final CanonicalForm FORM = new CanonicalForm(CONTEXTS, 100_000);
  private static final DataIntegrity SUITE = new DataIntegrity(FORM);

  @Test
  void the_document_has_the_canonical_form_of_the_vector() throws Exception {
    assertThat(FORM.of(json("unsigned.json"))).isEqualTo(text("canonDocDataInt.txt"));
  }

  @Test
  void the_proof_has_the_canonical_form_of_the_vector() throws Exception {
    assertThat(FORM.of(json("proofConfigDataInt.json"))).isEqualTo(text("proofCanonDataInt.txt"));
  }

  @Test
  void the_hash_that_is_signed_is_that_of_the_vector() throws Exception {
    JsonObject signed = json("signedDataInt.json");
    assertThat(
            BaseEncoding.base16()
                .lowerCase()
                .encode(SUITE.signedBytes(signed, signed.getJsonObject("proof"))))
        .isEqualTo(text("combinedHashDataInt.txt").strip());
  }

  @Test
  void the_signature_verifies_by_its_key_and_by_no_other() throws Exception {
    JsonObject signed = json("signedDataInt.json");
    JsonObject proof = signed.getJsonObject("proof");
    assertThat(SUITE.verifies(signed, proof, Multikey.decode(publicKey()))).isTrue();
    assertThat(
            SUITE.verifies(
                signed, proof, Multikey.decode("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi")))
        .isFalse();
  }

  @Test
  void signing_the_document_with_the_key_of_the_vector_makes_its_very_signature() throws Exception {
    JsonObject proof = json("signedDataInt.json").getJsonObject("proof");
    byte[] secret = Multikey.bytes(json("keyPair.json").getString("privateKeyMultibase"));
    PrivateKey key =
        KeyFactory.getInstance("Ed25519")
            .generatePrivate(
                new EdECPrivateKeySpec(
                    NamedParameterSpec.ED25519, Arrays.copyOfRange(secret, 2, secret.length)));
    JsonObject signed =
        SUITE.sign(
            json("unsigned.json"),
            key,
            proof.getString("verificationMethod"),
            proof.getString("created"));
    assertThat(signed.getJsonArray("proof").getJsonObject(0).getString("proofValue"))
        .isEqualTo(text("sigBTC58DataInt.txt").strip());
  }

  @Test
  void a_key_is_the_same_after_decoding_and_encoding() throws IOException {
    EdECPublicKey key = (EdECPublicKey) Multikey.decode(publicKey());
    assertThat(key.getPoint().getY()).isGreaterThan(BigInteger.ZERO);
    assertThat(Multikey.encode(key)).isEqualTo(publicKey());
  }

  private static String publicKey() throws IOException {
    return json("keyPair.json").getString("publicKeyMultibase");
  }

  private static JsonObject json(String name) throws IOException {
    return JsonReading.read(name, text(name), BadgeLimits.DEFAULT).root().object();
  }

  private static String text(String name) throws IOException {
    return Resources.toString(
        Resources.getResource(W3cVectorTest.class, "w3c/" + name), StandardCharsets.UTF_8);
  }
}
