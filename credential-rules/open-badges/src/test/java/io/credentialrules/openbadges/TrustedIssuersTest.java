package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom a host trusts is what its file says and nobody else. */
class TrustedIssuersTest {
  private static final String MULTIBASE =
      Multikey.encode((EdECPublicKey) IssuedBadges.ED25519.getPublic());

  private static TrustedIssuers keys(String... keys) {
    return file("\"keys\": [" + String.join(", ", keys) + "]");
  }

  private static TrustedIssuers file(String members) {
    return TrustedIssuers.read(
        "trust.json", "{\"reviewedBy\": \"R\", \"reviewedOn\": \"2026-11-26\", " + members + "}");
  }

  private static String jwk(String issuer, String jwk) {
    return "{\"issuer\": \"" + issuer + "\", \"publicKeyJwk\": " + jwk + "}";
  }

  private static ECKey p256() {
    return new ECKey.Builder(Curve.P_256, (ECPublicKey) IssuedBadges.EC.getPublic()).build();
  }

  @Test
  void each_kind_of_key_is_found_for_its_issuer_only() {
    byte[] multikey = Multikey.bytes(MULTIBASE);
    String okp =
        "{\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \""
            + Base64URL.encode(Arrays.copyOfRange(multikey, 2, multikey.length))
            + "\"}";
    TrustedIssuers trusted =
        keys(
            "{\"issuer\": \"a:1\", \"publicKeyMultibase\": \"" + MULTIBASE + "\"}",
            jwk("a:2", okp),
            jwk("a:3", p256().toJSONString()),
            jwk(
                "a:4",
                new RSAKey.Builder((RSAPublicKey) IssuedBadges.RSA.getPublic())
                    .build()
                    .toJSONString()));
    assertThat(trusted.keys().find("a:1", "x")).contains(IssuedBadges.ED25519.getPublic());
    assertThat(trusted.keys().find("a:2", "")).contains(IssuedBadges.ED25519.getPublic());
    assertThat(trusted.keys().find("a:3", "")).contains(IssuedBadges.EC.getPublic());
    assertThat(trusted.keys().find("a:4", "")).contains(IssuedBadges.RSA.getPublic());
    assertThat(trusted.keys().find("a:5", "")).isEmpty();
  }

  @Test
  void a_key_with_a_method_is_found_by_that_method_only() {
    String key = "{\"issuer\": \"a:1\", \"method\": \"a:1#%s\", \"publicKeyMultibase\": \"%s\"}";
    TrustedIssuers trusted = keys(key.formatted("1", MULTIBASE));
    assertThat(trusted.keys().find("a:1", "a:1#1")).isPresent();
    assertThat(trusted.keys().find("a:1", "a:1#2")).isEmpty();
    assertThat(
            keys(key.formatted("1", MULTIBASE), key.formatted("2", MULTIBASE))
                .keys()
                .find("a:1", "a:1#2"))
        .isPresent();
    assertThatExceptionOfType(BadgeException.class)
        .isThrownBy(() -> keys(key.formatted("1", MULTIBASE), key.formatted("1", MULTIBASE)))
        .withMessageContaining("second key");
  }

  @Test
  void what_was_saved_and_who_hosts_keep_their_order() {
    TrustedIssuers trusted =
        file(
            "\"hosting\": [\"b:2\", \"a:1\"], \"documents\": {\"z:1\": \"1.json\", \"a:2\": \"2.json\"}");
    assertThat(trusted.hosting()).containsExactly("b:2", "a:1");
    assertThat(trusted.documents().keySet()).containsExactly("z:1", "a:2");
  }

  @Test
  void a_private_or_a_weak_key_is_refused() throws Exception {
    ECKey secret =
        new ECKey.Builder(p256()).privateKey((ECPrivateKey) IssuedBadges.EC.getPrivate()).build();
    assertThatExceptionOfType(BadgeException.class)
        .isThrownBy(() -> keys(jwk("a:1", secret.toJSONString())))
        .withMessageContaining("it is private");
    KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
    small.initialize(1024);
    RSAKey weak = new RSAKey.Builder((RSAPublicKey) small.generateKeyPair().getPublic()).build();
    assertThatExceptionOfType(BadgeException.class)
        .isThrownBy(() -> keys(jwk("a:1", weak.toJSONString())))
        .withMessageContaining("too short");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | has no `reviewedBy`",
        "{\"reviewedBy\": \"R\", \"reviewedOn\": \"D\", \"key\": []} | unknown name `key`",
        "{\"reviewedBy\": \"R\", \"reviewedOn\": \"D\", \"keys\": [{\"issuer\": \"a:1\"}]} | has no key, or two",
        "{\"reviewedBy\": \"R\", \"reviewedOn\": \"D\", \"keys\": [{\"issuer\": \"a:1\", \"publicKeyMultibase\": \"z1\"}]} | cannot be read"
      })
  void another_form_is_refused(String json, String message) {
    assertThatExceptionOfType(BadgeException.class)
        .isThrownBy(() -> TrustedIssuers.read("trust.json", json))
        .withMessageContaining(message);
  }

  @Property
  void no_text_makes_it_throw_anything_else(@ForAll String text, @ForAll String key) {
    assertOnlyRefused(text);
    String quoted = JsonReading.PROVIDER.createValue(key).toString();
    assertOnlyRefused(
        "{\"reviewedBy\": \"R\", \"reviewedOn\": \"D\", \"keys\": [{\"issuer\": "
            + quoted
            + ", \"publicKeyJwk\": {\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": "
            + quoted
            + "}}, {\"issuer\": \"b:1\", \"publicKeyMultibase\": "
            + quoted
            + "}]}");
  }

  private static void assertOnlyRefused(String json) {
    Throwable thrown = catchThrowable(() -> TrustedIssuers.read("trust.json", json));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(BadgeException.class);
    }
  }
}
