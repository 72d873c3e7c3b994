package io.credentialrules.json;

import static io.credentialrules.json.EvaluationWriter.Options.DEFAULT_MOST_LISTED;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Prints documents as JSON: names in the order in which they come, amounts in plain notation, and a
 * line feed at the end. What is written to stays open and is flushed.
 */
final class JsonPrinter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
          .build();
  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

  private JsonPrinter() {}

  /** Writes one document. */
  interface Document {
    void write(JsonOutput out) throws IOException;
  }

  /** An indented document made of maps by name, as {@link JsonOutput#value}. */
  static String print(Map<String, ?> document) {
    return print(out -> out.value(document), JsonLayout.INDENTED, DEFAULT_MOST_LISTED);
  }

  /** A value as JSON. */
  static <T> String print(Form<? super T> form, T value, JsonLayout layout) {
    return print(out -> form.write(value, out), layout, DEFAULT_MOST_LISTED);
  }

  static <T> void print(Form<? super T> form, T value, JsonLayout layout, OutputStream stream)
      throws IOException {
    print(out -> form.write(value, out), layout, DEFAULT_MOST_LISTED, stream);
  }

  static <T> void print(Form<? super T> form, T value, JsonLayout layout, Writer writer)
      throws IOException {
    print(out -> form.write(value, out), layout, DEFAULT_MOST_LISTED, writer);
  }

  static String print(Document document, JsonLayout layout, int mostListed) {
    StringWriter text = new StringWriter();
    try {
      print(document, layout, mostListed, text);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  /** Prints in UTF-8. */
  static void print(Document document, JsonLayout layout, int mostListed, OutputStream stream)
      throws IOException {
    print(
        document,
        layout,
        mostListed,
        new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8)));
  }

  static void print(Document document, JsonLayout layout, int mostListed, Writer writer)
      throws IOException {
    try (JsonGenerator generator = JSON.createGenerator(writer)) {
      if (layout == JsonLayout.INDENTED) {
        generator.setPrettyPrinter(indented());
      }
      document.write(new JsonOutput(generator, true, mostListed));
    }
    writer.append('\n').flush();
  }

  private static DefaultPrettyPrinter indented() {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(LINES);
    printer.indentArraysWith(LINES);
    return printer;
  }
}
