package io.credentialrules.openbadges;

import com.apicatalog.multibase.Multibase;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/**
 * Ed25519 public keys as text: multibase and multicodec, such as {@code z6Mk…} in {@code did:key}
 * and in the {@code publicKeyMultibase} of a Multikey. A text proves nothing; a host decodes those
 * that it trusts.
 */
public final class Multikey {
  private static final byte[] ED25519 = {(byte) 0xed, 0x01};
  private static final int KEY_BYTES = 32;

  private Multikey() {}

  /**
   * The key that a text says.
   *
   * @throws IllegalArgumentException when it is not an Ed25519 key
   */
  public static PublicKey decode(String text) {
    byte[] bytes = bytes(text);
    if (bytes.length != KEY_BYTES + 2 || bytes[0] != ED25519[0] || bytes[1] != ED25519[1]) {
      throw new IllegalArgumentException(
          Quote.of(text) + " is not an Ed25519 key; it begins with `z6Mk`");
    }
    return key(Arrays.copyOfRange(bytes, 2, bytes.length));
  }

  /**
   * The key that 32 bytes say (RFC 8032, 5.1.5).
   *
   * @throws IllegalArgumentException when they are not an Ed25519 key
   */
  static PublicKey key(byte[] bytes) {
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException("an Ed25519 key has 32 bytes, not " + bytes.length);
    }
    boolean odd = (bytes[KEY_BYTES - 1] & 0x80) != 0;
    byte[] y = new byte[KEY_BYTES];
    for (int i = 0; i < KEY_BYTES; i++) {
      y[i] = bytes[KEY_BYTES - 1 - i];
    }
    y[0] &= 0x7f;
    try {
      return KeyFactory.getInstance("Ed25519")
          .generatePublic(
              new EdECPublicKeySpec(
                  NamedParameterSpec.ED25519, new EdECPoint(odd, new BigInteger(1, y))));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("the key is not a point of Ed25519", e);
    }
  }

  /** A key as text. */
  public static String encode(EdECPublicKey key) {
    byte[] y = key.getPoint().getY().toByteArray();
    byte[] bytes = new byte[KEY_BYTES + 2];
    bytes[0] = ED25519[0];
    bytes[1] = ED25519[1];
    for (int i = 0; i < Math.min(KEY_BYTES, y.length); i++) {
      bytes[2 + i] = y[y.length - 1 - i];
    }
    if (key.getPoint().isXOdd()) {
      bytes[KEY_BYTES + 1] |= (byte) 0x80;
    }
    return Multibase.BASE_58_BTC.encode(bytes);
  }

  /** Base 58 of a text, whose length is bounded because decoding is quadratic. */
  static byte[] bytes(String text) {
    if (text.length() > 200 || !text.matches("z[1-9A-HJ-NP-Za-km-z]+")) {
      throw new IllegalArgumentException(Quote.of(text) + " is not base 58 after a `z`");
    }
    return Multibase.BASE_58_BTC.decode(text);
  }
}
