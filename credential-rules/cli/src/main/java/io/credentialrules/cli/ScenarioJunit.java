package io.credentialrules.cli;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of scenarios in the XML of JUnit, which build servers show: a suite for each pack. */
final class ScenarioJunit {
  private static final Pattern NOT_IN_XML =
      Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;

  private ScenarioJunit(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static String of(List<ScenarioResult> results) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new ScenarioJunit(xml).document(results);
      xml.close();
    } catch (XMLStreamException cannotBe) {
      throw new IllegalStateException(cannotBe);
    }
    return text.toString();
  }

  private void document(List<ScenarioResult> results) throws XMLStreamException {
    Map<String, List<ScenarioResult>> byPack = new LinkedHashMap<>();
    for (ScenarioResult result : results) {
      byPack.computeIfAbsent(result.file().pack(), pack -> new ArrayList<>()).add(result);
    }
    xml.writeStartDocument("UTF-8", "1.0");
    start("\n", "testsuites");
    counts(results);
    for (Map.Entry<String, List<ScenarioResult>> suite : byPack.entrySet()) {
      start("\n  ", "testsuite");
      attribute("name", suite.getKey());
      counts(suite.getValue());
      for (ScenarioResult result : suite.getValue()) {
        test(result);
      }
      end("\n  ");
    }
    end("\n");
    xml.writeEndDocument();
  }

  private void counts(List<ScenarioResult> results) throws XMLStreamException {
    long errors = results.stream().filter(result -> result.error() != null).count();
    long passed = results.stream().filter(ScenarioResult::passed).count();
    attribute("tests", Integer.toString(results.size()));
    attribute("failures", Long.toString(results.size() - passed - errors));
    attribute("errors", Long.toString(errors));
    attribute("skipped", "0");
    attribute("time", seconds(results.stream().mapToLong(ScenarioResult::milliseconds).sum()));
  }

  private void test(ScenarioResult result) throws XMLStreamException {
    start("\n    ", "testcase");
    attribute("classname", result.file().pack() + "." + result.file().credential());
    attribute("name", (result.file().earned() ? "earned/" : "not-earned/") + result.file().story());
    attribute("file", result.file().path().toString().replace('\\', '/'));
    attribute("time", seconds(result.milliseconds()));
    if (result.error() != null) {
      start("\n      ", "error");
      attribute("message", result.error());
      end("");
    } else if (!result.passed()) {
      start("\n      ", "failure");
      attribute("message", result.story());
      xml.writeCharacters(harmless(String.join("\n", ScenarioResultText.of(List.of(result)))));
      end("");
    }
    end("\n    ");
  }

  private void start(String before, String element) throws XMLStreamException {
    xml.writeCharacters(before);
    xml.writeStartElement(element);
  }

  private void end(String before) throws XMLStreamException {
    xml.writeCharacters(before);
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, harmless(value));
  }

  private static String harmless(String text) {
    return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
  }

  private static String seconds(long milliseconds) {
    return BigDecimal.valueOf(milliseconds, 3).toPlainString();
  }
}
