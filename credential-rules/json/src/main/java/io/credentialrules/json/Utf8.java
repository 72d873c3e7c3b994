package io.credentialrules.json;

import io.credentialrules.json.tree.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes documents; what is not UTF-8 is refused at its place instead of being replaced. */
final class Utf8 {
  private Utf8() {}

  static DocumentText decode(String name, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer characters = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), characters, true);
    DocumentText document = new DocumentText(name, characters.flip().toString());
    if (result.isError()) {
      DocumentProblems problems = new DocumentProblems(document);
      problems.add(
          Place.root(document.text().length()),
          "the document is not UTF-8 here",
          "save it as UTF-8 without a byte order mark");
      throw problems.exception();
    }
    return document;
  }
}
