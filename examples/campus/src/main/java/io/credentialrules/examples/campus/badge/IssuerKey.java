package io.credentialrules.examples.campus.badge;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The key pair that signs badges. It is in the database so that the example runs anywhere; an
 * institution keeps it in a key store, and gives {@code BadgeSigner} one of its own.
 */
@Repository
class IssuerKey {
  private final JdbcClient jdbc;

  IssuerKey(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The pair, which is made when it is asked for first. */
  @Transactional
  public KeyPair pair() {
    jdbc.sql("select id from filling for update").query(Integer.class).single();
    return jdbc.sql("select private_key, public_key from issuer_key where id = 1")
        .query((row, number) -> read(row.getString(1), row.getString(2)))
        .optional()
        .orElseGet(this::make);
  }

  private KeyPair make() {
    try {
      KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      jdbc.sql("insert into issuer_key (id, private_key, public_key) values (1, ?, ?)")
          .param(Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded()))
          .param(Base64.getEncoder().encodeToString(pair.getPublic().getEncoded()))
          .update();
      return pair;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java 17 knows Ed25519", impossible);
    }
  }

  private static KeyPair read(String privateKey, String publicKey) {
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return new KeyPair(
          keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey))),
          keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey))));
    } catch (GeneralSecurityException damaged) {
      throw new IllegalStateException("the key of the issuer cannot be read", damaged);
    }
  }
}
