package io.credentialrules.openbadges;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A credential in an SVG image: the element {@code credential} (Open Badges 3.0) or {@code
 * assertion} (2.0), with a JWT or an address in {@code verify}, or JSON as its text. No document
 * type is read, so that no entity exists, and nothing outside the file is looked up.
 */
final class SvgBadge {
  static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";
  private static final String NAMESPACE_2 = "http://openbadges.org";
  private static final int DEEPEST = 100;
  private static final List<String> PARSER_BOUNDS =
      List.of(
          "jdk.xml.maxElementDepth",
          "jdk.xml.totalEntitySizeLimit",
          "jdk.xml.maxGeneralEntitySizeLimit");

  private SvgBadge() {}

  static boolean isXml(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.UTF_8);
    return start.strip().startsWith("<") || start.startsWith("\uFEFF<");
  }

  /** What the one element carries; throws {@link BadgeException}. */
  static String extract(String source, byte[] svg, BadgeLimits limits) {
    if (svg.length > limits.maxImageBytes()) {
      throw refused(source, "has more than " + limits.maxImageBytes() + " bytes");
    }
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    // Size and depth are bounded here, alike on every JDK; the parsers' own bounds differ.
    for (String bound : PARSER_BOUNDS) {
      if (factory.isPropertySupported(bound)) {
        factory.setProperty(bound, "0");
      }
    }
    String found = null;
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text(source, svg)));
      int depth = 0;
      while (reader.hasNext()) {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > DEEPEST) {
            throw refused(source, "is nested deeper than " + DEEPEST);
          }
          if (isCredential(reader)) {
            if (found != null) {
              throw refused(source, "carries more than one credential");
            }
            found = carried(reader, limits);
            depth--;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
      reader.close();
    } catch (XMLStreamException e) {
      throw refused(source, "is not XML without entities");
    }
    if (found == null || found.isBlank()) {
      throw refused(source, "is an image that carries no credential");
    }
    return found;
  }

  /** Decoded here, because the parser prints what it cannot decode. */
  private static String text(String source, byte[] svg) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(svg)).toString();
    } catch (CharacterCodingException e) {
      throw refused(source, "is not UTF-8");
    }
  }

  private static boolean isCredential(XMLStreamReader reader) {
    String namespace = reader.getNamespaceURI();
    return (NAMESPACE.equals(namespace) && reader.getLocalName().equals("credential"))
        || (NAMESPACE_2.equals(namespace) && reader.getLocalName().equals("assertion"));
  }

  private static String carried(XMLStreamReader reader, BadgeLimits limits)
      throws XMLStreamException {
    @Nullable String verify = reader.getAttributeValue(null, "verify");
    String text = reader.getElementText();
    if (text.length() > limits.maxBytes()) {
      throw new XMLStreamException("too long");
    }
    return text.isBlank() && verify != null ? verify : text;
  }

  private static BadgeException refused(String source, String message) {
    return JsonReading.refused(source, "", Document.Position.START, message, "");
  }
}
