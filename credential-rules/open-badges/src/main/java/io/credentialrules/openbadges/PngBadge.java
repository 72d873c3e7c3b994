package io.credentialrules.openbadges;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A credential in a PNG image: an {@code iTXt} chunk with the keyword {@code openbadgecredential}
 * (Open Badges 3.0) or {@code openbadges} (2.0; also in a {@code tEXt} chunk), uncompressed. Only
 * the chunks are looked at; no image is decoded, so that an image that lies about its size costs
 * nothing.
 */
final class PngBadge {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int CHUNK_OVERHEAD = 12;
  static final String KEYWORD = "openbadgecredential";
  private static final String KEYWORD_2 = "openbadges";

  private PngBadge() {}

  static boolean isPng(byte[] bytes) {
    return bytes.length >= SIGNATURE.length
        && Arrays.equals(bytes, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  /** The text of the one chunk that carries a credential; throws {@link BadgeException}. */
  static String extract(String source, byte[] png, BadgeLimits limits) {
    if (png.length > limits.maxImageBytes()) {
      throw refused(source, "has more than " + limits.maxImageBytes() + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE.length);
    String found = null;
    boolean ended = false;
    while (!ended) {
      if (in.remaining() < CHUNK_OVERHEAD) {
        throw refused(source, "ends within a chunk");
      }
      int length = in.getInt();
      if (length < 0 || length > in.remaining() - 8) {
        throw refused(source, "has a chunk that is longer than the image");
      }
      byte[] data = new byte[length + 4];
      in.get(data);
      CRC32 crc = new CRC32();
      crc.update(data);
      if ((int) crc.getValue() != in.getInt()) {
        throw refused(source, "has a chunk whose checksum is wrong");
      }
      String type = new String(data, 0, 4, StandardCharsets.ISO_8859_1);
      ended = type.equals("IEND");
      String text = text(source, type, data);
      if (text != null && found != null) {
        throw refused(source, "carries more than one credential");
      }
      found = text == null ? found : text;
    }
    if (found == null) {
      throw refused(source, "is an image that carries no credential");
    }
    return found;
  }

  private static @Nullable String text(String source, String type, byte[] data) {
    if (!type.equals("iTXt") && !type.equals("tEXt")) {
      return null;
    }
    int end = zero(data, 4);
    String keyword = end < 0 ? "" : new String(data, 4, end - 4, StandardCharsets.ISO_8859_1);
    if (!keyword.equals(KEYWORD) && !keyword.equals(KEYWORD_2)) {
      return null;
    }
    if (type.equals("tEXt")) {
      return new String(data, end + 1, data.length - end - 1, StandardCharsets.ISO_8859_1);
    }
    if (end + 2 >= data.length) {
      throw refused(source, "has a text chunk without a text");
    }
    if (data[end + 1] != 0) {
      throw refused(source, "carries a compressed credential, which the standard does not allow");
    }
    int language = zero(data, end + 3);
    int translated = language < 0 ? -1 : zero(data, language + 1);
    if (translated < 0) {
      throw refused(source, "has a text chunk without a text");
    }
    return new String(data, translated + 1, data.length - translated - 1, StandardCharsets.UTF_8);
  }

  private static int zero(byte[] data, int from) {
    for (int i = from; i < data.length; i++) {
      if (data[i] == 0) {
        return i;
      }
    }
    return -1;
  }

  /** An image with a credential in it, in place of any that it carries. */
  static byte[] bake(byte[] png, String credential) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    ByteBuffer in = ByteBuffer.wrap(png).position(SIGNATURE.length);
    while (in.remaining() >= CHUNK_OVERHEAD) {
      int length = in.getInt(in.position());
      if (length < 0 || length > in.remaining() - CHUNK_OVERHEAD) {
        throw new IllegalArgumentException("the image has a chunk that is longer than it");
      }
      byte[] chunk = new byte[length + CHUNK_OVERHEAD];
      in.get(chunk);
      byte[] data = Arrays.copyOfRange(chunk, 4, length + 8);
      String type = new String(data, 0, 4, StandardCharsets.ISO_8859_1);
      if (type.equals("IEND")) {
        out.writeBytes(chunk(credential));
      }
      if (text("image", type, data) == null) {
        out.writeBytes(chunk);
      }
    }
    return out.toByteArray();
  }

  private static byte[] chunk(String credential) {
    byte[] text = credential.getBytes(StandardCharsets.UTF_8);
    ByteBuffer data = ByteBuffer.allocate(4 + KEYWORD.length() + 5 + text.length);
    data.put("iTXt".getBytes(StandardCharsets.ISO_8859_1));
    data.put(KEYWORD.getBytes(StandardCharsets.ISO_8859_1));
    data.put(new byte[5]);
    data.put(text);
    CRC32 crc = new CRC32();
    crc.update(data.array());
    return ByteBuffer.allocate(data.capacity() + 8)
        .putInt(data.capacity() - 4)
        .put(data.array())
        .putInt((int) crc.getValue())
        .array();
  }

  private static BadgeException refused(String source, String message) {
    return JsonReading.refused(source, "", Document.Position.START, message, "");
  }
}
