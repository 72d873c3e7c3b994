package io.credentialrules.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.credentialrules.internal.text.Quoted;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.json.tree.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses a document into values that know their places. Names that are repeated are collected as
 * problems; text that is not JSON ends the parse, because what follows it cannot be told.
 */
final class DocumentParser {
  static final int DEEPEST = 32;
  static final int MOST_VALUES = 1_000_000;

  // The size of the document is limited already, and numbers are looked at by their digits, so none
  // of Jackson's own limits is
  // to speak first. Names of a stranger are not kept beyond the parse.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST + 1)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private final DocumentText document;
  private final DocumentProblems problems;
  private final JsonParser parser;
  private int values;

  private DocumentParser(DocumentText document, DocumentProblems problems, JsonParser parser) {
    this.document = document;
    this.problems = problems;
    this.parser = parser;
  }

  static JsonValue parse(DocumentText document, DocumentProblems problems) {
    if (document.text().startsWith("\uFEFF")) {
      problems.add(
          Place.root(0),
          "the document starts with a byte order mark",
          "save it as UTF-8 without a byte order mark");
      throw problems.exception();
    }
    try (JsonParser parser = JSON.createParser(document.text())) {
      return new DocumentParser(document, problems, parser).document();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private JsonValue document() throws IOException {
    try {
      if (parser.nextToken() == null) {
        problems.add(Place.root(0), "the document is empty", "write a learner record");
        throw problems.exception();
      }
      JsonValue root = value(Place.root(offset()), 1);
      if (parser.nextToken() != null) {
        problems.add(Place.root(offset()), "the document goes on after its end", "remove the rest");
        throw problems.exception();
      }
      return root;
    } catch (JsonProcessingException notJson) {
      NotJson.report(document, problems, notJson, (int) parser.currentLocation().getCharOffset());
      throw problems.exception();
    }
  }

  private JsonValue value(Place place, int depth) throws IOException {
    if (depth > DEEPEST || ++values > MOST_VALUES) {
      problems.add(
          place,
          depth > DEEPEST
              ? "the document is nested deeper than " + DEEPEST
              : "the document has more than " + MOST_VALUES + " values",
          "");
      throw problems.exception();
    }
    Interruption.check();
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> members(place, depth);
      case START_ARRAY -> items(place, depth);
      case VALUE_STRING -> text(place);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Numeral(place, parser.getText());
      case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Truth(place, token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> new JsonValue.Null(place);
      default -> throw new IllegalStateException("no value starts with " + token);
    };
  }

  private JsonValue members(Place place, int depth) throws IOException {
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Place namePlace = new Place(place, name, offset());
      if (hasHalfCharacter(name)) {
        addHalfCharacter(namePlace);
      }
      parser.nextToken();
      JsonValue value = value(new Place(place, name, offset()), depth + 1);
      if (members.putIfAbsent(name, new JsonValue.Member(namePlace, value)) != null) {
        problems.add(namePlace, Quoted.of(name) + " is repeated", "keep one of them");
      }
    }
    return new JsonValue.Members(place, members);
  }

  private JsonValue items(Place place, int depth) throws IOException {
    List<JsonValue> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      Place item = new Place(place, Integer.toString(items.size()), offset());
      items.add(value(item, depth + 1));
    }
    return new JsonValue.Items(place, items);
  }

  private JsonValue text(Place place) throws IOException {
    String text = parser.getText();
    if (hasHalfCharacter(text)) {
      addHalfCharacter(place);
    }
    return new JsonValue.Text(place, text);
  }

  private void addHalfCharacter(Place place) {
    problems.add(
        place, "half of a character, which is no text", "write both halves of the `\\u` pair");
  }

  private static boolean hasHalfCharacter(String text) {
    return HalfCharacters.areIn(text);
  }

  private int offset() {
    return (int) parser.currentTokenLocation().getCharOffset();
  }
}
