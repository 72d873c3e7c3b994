package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Problems as JSON, in the form that {@code problems.schema.json} describes. */
final class ProblemJson {
  private ProblemJson() {}

  /** All problems, on one line where a program reads many answers one after the other. */
  static String of(List<Problem> problems, PackFolders packs, boolean oneLine) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      if (!oneLine) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartObject();
      json.writeNumberField("errors", count(problems, Severity.ERROR));
      json.writeNumberField("warnings", count(problems, Severity.WARNING));
      json.writeArrayFieldStart("problems");
      for (Problem problem : problems) {
        write(problem, packs, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private static long count(List<Problem> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  private static void write(Problem problem, PackFolders packs, JsonGenerator json)
      throws IOException {
    SourceSpan span = problem.span();
    json.writeStartObject();
    json.writeStringField("code", problem.code());
    json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("file", packs.path(span.file()));
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
    json.writeStringField("message", problem.message());
    if (!problem.hint().isEmpty()) {
      json.writeStringField("hint", problem.hint());
    }
    json.writeEndObject();
  }
}
