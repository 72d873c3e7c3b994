package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.hash.Hashing;
import io.credentialrules.policy.Problem;
import io.credentialrules.policy.Severity;
import io.credentialrules.policy.SourceSpan;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Problems as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines. Fingerprints
 * do not depend on the line, so that a problem stays the same one when lines before it change.
 */
final class Sarif {
  /** Code hosts show no more, and refuse files that are much larger. */
  private static final int MOST_RESULTS = 5_000;

  private static final int LONGEST_MESSAGE = 2_000;
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private final PackFolders packs;
  private final String documents;
  private final String version;

  /** With the address of {@code docs/checks.md}, whose sections explain the codes. */
  Sarif(PackFolders packs, String documents, String version) {
    this.packs = packs;
    this.documents = documents;
    this.version = version;
  }

  /**
   * The problems, errors before warnings where there are too many; then says how many there are.
   */
  String of(List<Problem> all) {
    List<Problem> problems = all.size() <= MOST_RESULTS ? all : worst(all);
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      Map<String, Problem> rules = new TreeMap<>();
      problems.forEach(problem -> rules.putIfAbsent(problem.code(), problem));
      List<String> codes = List.copyOf(rules.keySet());
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(rules, json);
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeArrayFieldStart("results");
      Map<String, Integer> seen = new HashMap<>();
      for (Problem problem : problems) {
        result(problem, codes.indexOf(problem.code()), seen, json);
      }
      json.writeEndArray();
      invocation(all.size() - problems.size(), json);
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return text.toString();
  }

  private static List<Problem> worst(List<Problem> all) {
    Comparator<Problem> errorsFirst = Comparator.comparing(Problem::severity);
    List<Problem> shown = all.stream().sorted(errorsFirst).limit(MOST_RESULTS).toList();
    return shown.stream().sorted().toList();
  }

  private static void invocation(int left, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("invocations");
    json.writeStartObject();
    json.writeBooleanField("executionSuccessful", true);
    if (left > 0) {
      json.writeArrayFieldStart("toolExecutionNotifications");
      json.writeStartObject();
      json.writeStringField("level", "warning");
      text("message", "and " + left + " more problems; `check --json` lists all", json);
      json.writeEndObject();
      json.writeEndArray();
    }
    json.writeEndObject();
    json.writeEndArray();
  }

  private void tool(Map<String, Problem> rules, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "credential-rules");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (Map.Entry<String, Problem> rule : rules.entrySet()) {
      json.writeStartObject();
      json.writeStringField("id", rule.getKey());
      text("shortDescription", rule.getKey().replace('-', ' '), json);
      json.writeStringField("helpUri", documents + "#" + rule.getKey());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(rule.getValue()));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Problem problem, int rule, Map<String, Integer> seen, JsonGenerator json)
      throws IOException {
    SourceSpan span = problem.span();
    String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
    json.writeStartObject();
    json.writeStringField("ruleId", problem.code());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", level(problem));
    text("message", withoutLinks(problem.message() + hint), json);
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(packs.path(span.file())));
    json.writeEndObject();
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", span.line());
    json.writeNumberField("startColumn", span.column());
    json.writeNumberField("endLine", span.endLine());
    json.writeNumberField("endColumn", span.endColumn());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("problem/v1", fingerprint(problem, seen));
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Text in which nothing is a link: SARIF reads {@code [text](address)} as one (3.11.6). */
  private static String withoutLinks(String text) {
    String shown =
        text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "…";
    return shown.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]");
  }

  private static void text(String field, String text, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Problem problem) {
    return problem.severity() == Severity.ERROR ? "error" : "warning";
  }

  /** Of the code, the file and the message without places; the same again gets a number. */
  private static String fingerprint(Problem problem, Map<String, Integer> seen) {
    String place = problem.span().file();
    String message = problem.message().replaceAll(":[0-9]+:[0-9]+", "");
    String text = problem.code() + "\n" + place + "\n" + message;
    int times = seen.merge(text, 1, Integer::sum);
    return Hashing.sha256().hashString(text + "\n" + times, StandardCharsets.UTF_8).toString();
  }

  private static String uri(String path) {
    try {
      return Path.of(path).isAbsolute()
          ? Path.of(path).toUri().toString()
          : new URI(null, null, path, null).getRawPath();
    } catch (URISyntaxException noPath) {
      throw new IllegalStateException("the path `" + path + "` is none", noPath);
    }
  }
}
