package io.credentialrules.testkit.coverage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.testkit.coverage.CoveragePoint.Kind;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Coverage as JSON. */
final class CoverageJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CoverageJson() {}

  static String of(CoverageReport report) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      counts(json, report.points());
      json.writeObjectFieldStart("kinds");
      for (Kind kind : Kind.values()) {
        json.writeObjectFieldStart(word(kind));
        counts(json, CoverageText.of(report.points(), kind));
        json.writeEndObject();
      }
      json.writeEndObject();
      json.writeArrayFieldStart("points");
      for (CoveragePoint point : report.points()) {
        point(json, point);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static void counts(JsonGenerator json, List<CoveragePoint> points) throws IOException {
    json.writeNumberField("points", points.size());
    json.writeNumberField("seen", points.stream().filter(CoveragePoint::isSeen).count());
    json.writeNumberField("percent", CoverageReport.percent(points));
  }

  private static void point(JsonGenerator json, CoveragePoint point) throws IOException {
    SourceSpan place = point.place();
    json.writeStartObject();
    json.writeStringField("kind", word(point.kind()));
    json.writeStringField("file", place.file());
    json.writeNumberField("line", place.line());
    json.writeNumberField("column", place.column());
    json.writeNumberField("endLine", place.endLine());
    json.writeNumberField("endColumn", place.endColumn());
    json.writeStringField("rule", point.rule());
    json.writeStringField("text", point.text());
    if (point.isSeen()) {
      json.writeStringField("seenBy", point.seenBy());
    } else {
      json.writeStringField("missing", point.missing());
    }
    json.writeEndObject();
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
