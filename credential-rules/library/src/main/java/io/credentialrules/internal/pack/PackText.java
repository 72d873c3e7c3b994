package io.credentialrules.internal.pack;

import io.credentialrules.Limits;
import io.credentialrules.internal.fault.Fault;
import io.credentialrules.internal.fault.FileFaults;
import io.credentialrules.internal.fault.LimitFaults;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The text of a policy file, decoded as UTF-8. Reads no more than the limits allow, whatever the
 * size of the file is said to be.
 *
 * @param text the text; empty where there is a fault
 */
public record PackText(String text, @Nullable Fault fault) {
  private static final int MOST_BYTES_OF_A_CHARACTER = 3;

  public static PackText read(InputStream file, Limits limits) throws IOException {
    long most = (long) MOST_BYTES_OF_A_CHARACTER * limits.maxFileCharacters();
    byte[] bytes = file.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > most) {
      return new PackText("", tooLarge(limits));
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
      return text.length() > limits.maxFileCharacters()
          ? new PackText("", tooLarge(limits))
          : new PackText(text, null);
    } catch (CharacterCodingException notUtf8) {
      return new PackText("", FileFaults.notUtf8());
    }
  }

  public static Fault tooLarge(Limits limits) {
    return LimitFaults.limitFileSize(limits.maxFileCharacters());
  }
}
