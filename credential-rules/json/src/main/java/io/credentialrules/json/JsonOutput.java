package io.credentialrules.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import io.credentialrules.internal.work.Interruption;
import io.credentialrules.internal.work.OrderedKey;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.vocabulary.Fact;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the values of one document to a generator as they come. It numbers facts in the order in
 * which they are first referred to, and ends when its thread is interrupted.
 */
final class JsonOutput {
  private final JsonGenerator generator;
  private final boolean isEncoded;
  private final int mostListed;
  private final Map<OrderedKey, Integer> numbers = new HashMap<>();
  private final List<Fact> numbered = new ArrayList<>();

  /**
   * Writes to a generator.
   *
   * @param isEncoded whether its text is encoded, so that half of a character must be escaped
   * @param mostListed the length from which lists are cut that a form lets be cut
   */
  JsonOutput(JsonGenerator generator, boolean isEncoded, int mostListed) {
    this.generator = generator;
    this.isEncoded = isEncoded;
    this.mostListed = mostListed;
  }

  int mostListed() {
    return mostListed;
  }

  /** The number of a fact, from 0. */
  int numberOf(Fact fact) {
    return numbers.computeIfAbsent(
        new OrderedKey(fact),
        unknown -> {
          numbered.add(fact);
          return numbered.size() - 1;
        });
  }

  /** The facts that have a number, in its order. */
  Collection<Fact> numbered() {
    return Collections.unmodifiableList(numbered);
  }

  void startObject() throws IOException {
    Interruption.check();
    generator.writeStartObject();
  }

  void name(String name) throws IOException {
    generator.writeFieldName(name);
  }

  /** A name that is written often, and escaped once. */
  void name(SerializableString name) throws IOException {
    generator.writeFieldName(name);
  }

  void endObject() throws IOException {
    generator.writeEndObject();
  }

  void startList() throws IOException {
    Interruption.check();
    generator.writeStartArray();
  }

  void endList() throws IOException {
    generator.writeEndArray();
  }

  void text(String text) throws IOException {
    if (isEncoded && HalfCharacters.areIn(text)) {
      generator.writeRawValue(HalfCharacters.escaped(text));
    } else {
      generator.writeString(text);
    }
  }

  void amount(BigDecimal amount) throws IOException {
    generator.writeNumber(amount);
  }

  void number(int number) throws IOException {
    generator.writeNumber(number);
  }

  void number(long number) throws IOException {
    generator.writeNumber(number);
  }

  void truth(boolean truth) throws IOException {
    generator.writeBoolean(truth);
  }

  /** Maps by name, collections, texts, whole numbers, decimals and truths. */
  void value(Object value) throws IOException {
    if (value instanceof Map<?, ?> members) {
      startObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        name((String) member.getKey());
        value(member.getValue());
      }
      endObject();
    } else if (value instanceof Collection<?> items) {
      startList();
      for (Object item : items) {
        value(item);
      }
      endList();
    } else if (value instanceof BigDecimal amount) {
      amount(amount);
    } else if (value instanceof Integer number) {
      number(number.intValue());
    } else if (value instanceof Long number) {
      number(number.longValue());
    } else if (value instanceof Boolean truth) {
      truth(truth);
    } else {
      text((String) value);
    }
  }

  /** A value of a document that was read, for output that is no text. */
  void ofDocument(JsonValue value) throws IOException {
    generator.writeEmbeddedObject(value);
  }
}
