package io.credentialrules.json;

/**
 * Texts in place of others: the same for the same text and key, in every document, and of no use to
 * anybody without the key (HMAC-SHA-256, of which 128 bits are shown). Immutable and thread-safe.
 */
public final class Pseudonyms {
  private static final int LEAST_KEY_BYTES = 32;
  private static final int SHOWN = 32;

  private final byte[] key;

  private Pseudonyms(byte[] key) {
    this.key = key;
  }

  /**
   * Pseudonyms by a secret key of the host. Who has it can find out, by trying, whom a pseudonym
   * stands for; who loses it can no longer.
   *
   * @param key at least 32 random bytes, such as from a {@link java.security.SecureRandom}
   * @throws IllegalArgumentException when the key is shorter
   */
  public static Pseudonyms withKey(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException(
          "the key has " + key.length + " bytes; it needs at least " + LEAST_KEY_BYTES);
    }
    return new Pseudonyms(key.clone());
  }

  /** The pseudonym of a text, such as {@code p-0f3a…}. */
  public String of(String text) {
    return "p-" + Digest.hmacSha256(key, "text:" + text).substring(0, SHOWN);
  }

  /** Tells keys apart without telling anything of them. */
  public String fingerprint() {
    return Digest.hmacSha256(key, "fingerprint").substring(0, SHOWN);
  }

  /** Ties a redacted document to its original, for those who have both and the key. */
  String seal(String document) {
    return Digest.hmacSha256(key, "document:" + document);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "pseudonyms by the key " + fingerprint();
  }
}
