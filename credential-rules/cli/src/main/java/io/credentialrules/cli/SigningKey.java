package io.credentialrules.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A private key of the host from a file: PKCS #8 as PEM (RFC 7468), not encrypted. */
final class SigningKey {
  private static final int MOST_CHARACTERS = 100_000;
  private static final int P256_BITS = 256;
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

  /** Why a key cannot be used, with what to do. Never anything of the key. */
  static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }

  private SigningKey() {}

  /** The key: Ed25519, EC on P-256, or RSA. */
  static PrivateKey read(Path file) throws UnusableException {
    String text;
    try {
      text = InputFile.text(file);
    } catch (IOException failure) {
      throw new UnusableException(InputFile.sentence(file, failure));
    }
    if (text.length() > MOST_CHARACTERS) {
      throw new UnusableException("`" + file + "` is too large for a key");
    }
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw new UnusableException(
          "`"
              + file
              + "` has no private key in PEM (PKCS #8, not encrypted); make one with `openssl genpkey"
              + " -algorithm ed25519`");
    }
    byte[] encoded;
    try {
      encoded = Base64.getMimeDecoder().decode(pem.group(1));
    } catch (IllegalArgumentException e) {
      throw new UnusableException("`" + file + "` is not base 64 between its first and last line");
    }
    for (String algorithm : List.of("Ed25519", "EC", "RSA")) {
      PrivateKey key = key(algorithm, encoded);
      if (key != null) {
        return key;
      }
    }
    throw new UnusableException(
        "`" + file + "` is no key that can sign badges; use an Ed25519, a P-256 or an RSA key");
  }

  private static @Nullable PrivateKey key(String algorithm, byte[] encoded) {
    try {
      PrivateKey key =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
      return key instanceof ECPrivateKey ec
              && ec.getParams().getCurve().getField().getFieldSize() != P256_BITS
          ? null
          : key;
    } catch (GeneralSecurityException otherKind) {
      return null;
    }
  }
}
