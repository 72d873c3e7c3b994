package io.credentialrules.testkit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record of a scenario as JSON, each value on the line on which it stands in the YAML
 * file, so that the reader of learner records reports mistakes at the right line. Facts that say
 * nothing of their vetting get the default.
 */
final class RecordJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String VETTING = "vetting";

  private final Yaml.@Nullable Mapping vettedBy;
  private final StringWriter text = new StringWriter();
  private int line = 1;

  /** While the default vetting is written, which stands elsewhere in the file. */
  private boolean standing;

  private RecordJson(Yaml.@Nullable Mapping vettedBy) {
    this.vettedBy = vettedBy;
  }

  static String of(Yaml.Mapping record, Yaml.@Nullable Mapping vettedBy) {
    RecordJson json = new RecordJson(vettedBy);
    try (JsonGenerator out = JSON.createGenerator(json.text)) {
      json.record(record, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return json.text.toString();
  }

  private void record(Yaml.Mapping record, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Yaml.Entry entry : record.entries()) {
      key(entry, out);
      if (entry.key().equals("facts") && entry.value() instanceof Yaml.Mapping types) {
        facts(types, out);
      } else {
        value(entry.value(), out);
      }
    }
    out.writeEndObject();
  }

  private void facts(Yaml.Mapping types, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Yaml.Entry type : types.entries()) {
      key(type, out);
      if (type.value() instanceof Yaml.Items items) {
        out.writeStartArray();
        for (Yaml item : items.values()) {
          if (item instanceof Yaml.Mapping fact) {
            fact(fact, out);
          } else {
            value(item, out);
          }
        }
        out.writeEndArray();
      } else {
        value(type.value(), out);
      }
    }
    out.writeEndObject();
  }

  private void fact(Yaml.Mapping fact, JsonGenerator out) throws IOException {
    toLineOf(fact.place(), out);
    out.writeStartObject();
    boolean saysVetting = false;
    for (Yaml.Entry entry : fact.entries()) {
      boolean vetting = entry.key().equals(VETTING);
      saysVetting |= vetting;
      if (!(vetting && entry.value() instanceof Yaml.Text text && text.value().equals("none"))) {
        key(entry, out);
        value(entry.value(), out);
      }
    }
    if (!saysVetting && vettedBy != null) {
      standing = true;
      out.writeFieldName(VETTING);
      value(vettedBy, out);
      standing = false;
    }
    out.writeEndObject();
  }

  private void key(Yaml.Entry entry, JsonGenerator out) throws IOException {
    toLineOf(entry.place(), out);
    out.writeFieldName(entry.key());
  }

  private void value(Yaml value, JsonGenerator out) throws IOException {
    toLineOf(value.place(), out);
    if (value instanceof Yaml.Mapping mapping) {
      out.writeStartObject();
      for (Yaml.Entry entry : mapping.entries()) {
        key(entry, out);
        value(entry.value(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Yaml.Items items) {
      out.writeStartArray();
      for (Yaml item : items.values()) {
        value(item, out);
      }
      out.writeEndArray();
    } else if (value instanceof Yaml.Text plain) {
      out.writeString(plain.value());
    } else if (value instanceof Yaml.Number number) {
      out.writeNumber(number.value().toString());
    } else if (value instanceof Yaml.Truth truth) {
      out.writeBoolean(truth.value());
    } else {
      out.writeNull();
    }
  }

  private void toLineOf(Yaml.Place place, JsonGenerator out) throws IOException {
    for (; line < place.line() && !standing; line++) {
      out.writeRaw('\n');
    }
  }
}
