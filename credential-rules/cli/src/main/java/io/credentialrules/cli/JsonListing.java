package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object that a command writes as it goes, so that it need not be held as a whole. */
final class JsonListing implements AutoCloseable {
  private final Terminal out;
  private final StringWriter text = new StringWriter();
  private final JsonGenerator json;

  /** Begins an object. */
  JsonListing(Terminal out) {
    this.out = out;
    try {
      this.json = new JsonFactory().createGenerator(text);
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }

  private interface Writing {
    void write() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.write();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
  }

  void beginObject() {
    write(json::writeStartObject);
  }

  /** Ends an object, and hands on what was written so far. */
  void endObject() {
    write(json::writeEndObject);
    hand();
  }

  void beginArray(String name) {
    write(() -> json.writeArrayFieldStart(name));
  }

  void endArray() {
    write(json::writeEndArray);
  }

  void number(String name, long value) {
    write(() -> json.writeNumberField(name, value));
  }

  void truth(String name, boolean value) {
    write(() -> json.writeBooleanField(name, value));
  }

  void text(String name, @Nullable String value) {
    write(() -> json.writeStringField(name, value));
  }

  void day(String name, @Nullable LocalDate value) {
    text(name, value == null ? null : value.toString());
  }

  void texts(String name, List<String> values) {
    beginArray(name);
    values.forEach(value -> write(() -> json.writeString(value)));
    endArray();
  }

  private void hand() {
    write(json::flush);
    out.jsonPart(text.toString());
    text.getBuffer().setLength(0);
  }

  @Override
  public void close() {
    write(json::writeEndObject);
    hand();
    out.line("");
    write(json::close);
  }
}
