package io.credentialrules.openbadges;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The bits of a status list as text: GZIP, then base64url after a {@code u} (W3C, Bitstring Status
 * List 1.0, 3.2). The first bit of the list is the highest of the first byte.
 */
final class StatusBits {
  private StatusBits() {}

  /**
   * Decodes a text of at most so many bytes once it is decompressed.
   *
   * @throws IllegalArgumentException with a reason that continues a sentence about the list
   */
  static byte[] decode(String encoded, int maxBytes) {
    // Lists of earlier drafts have no prefix; base64url of GZIP always begins with H.
    String text = encoded.startsWith("u") ? encoded.substring(1) : encoded;
    if (!text.matches("[A-Za-z0-9_-]+={0,2}")) {
      throw new IllegalArgumentException("is not base64url");
    }
    byte[] packed = Base64.getUrlDecoder().decode(text);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bits = in.readNBytes(maxBytes + 1);
      if (bits.length > maxBytes) {
        throw new IllegalArgumentException("has more than " + maxBytes + " bytes");
      }
      return bits;
    } catch (IOException e) {
      throw new IllegalArgumentException("is not compressed by GZIP", e);
    }
  }

  static String encode(byte[] bits) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(bits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  static boolean isSet(byte[] bits, long index) {
    return (bits[(int) (index / 8)] & (0x80 >> (index % 8))) != 0;
  }

  static void set(byte[] bits, long index) {
    bits[(int) (index / 8)] |= (byte) (0x80 >> (index % 8));
  }
}
