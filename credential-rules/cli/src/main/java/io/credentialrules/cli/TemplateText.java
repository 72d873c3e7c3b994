package io.credentialrules.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import com.google.common.base.Splitter;
import io.credentialrules.policy.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a template as JSON, as YAML, or as CSV with a file for each type of fact. */
final class TemplateText {
  /** The column that says what a row is for; no reader looks at it. */
  static final String NOTE = "note";

  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z<][A-Za-z0-9_<>/+ .|;=-]*");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final CsvMapper CSV = new CsvMapper();

  private final RecordTemplate template;

  TemplateText(RecordTemplate template) {
    this.template = template;
  }

  String json() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("learner", nested(template.learner()));
    Map<String, List<Object>> byType = new LinkedHashMap<>();
    for (TemplateFact fact : template.facts()) {
      byType.computeIfAbsent(fact.type().name(), type -> new ArrayList<>()).add(nested(fact));
    }
    record.put("facts", byType);
    try {
      return JSON.writeValueAsString(record);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> nested(TemplateFact fact) {
    Map<String, Object> members = new LinkedHashMap<>();
    Map<String, Object> review = new LinkedHashMap<>();
    fact.texts()
        .forEach(
            (name, text) -> {
              if (name.startsWith("vetting.")) {
                review.put(name.substring("vetting.".length()), text);
              } else {
                members.put(name, value(fact.kind(name), text));
              }
            });
    if (!review.isEmpty()) {
      members.put("vetting", review);
    }
    return members;
  }

  private static Object value(FieldKind kind, String text) {
    if (kind == FieldKind.TEXTS) {
      return text.startsWith("<") ? List.of(text) : texts(text);
    }
    return kind == FieldKind.TRUTH ? (Object) text.equals("true") : text;
  }

  /** With what each fact is for, and with what would do instead, as comments. */
  String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# Replace whatever is in < and >; all else is as the rules ask for it.\n");
    if (template.joinsFacts()) {
      yaml.append("# A name that ends in a number joins facts: leave it, or replace it in all of")
          .append(" them.\n");
    }
    template.remarks().forEach(remark -> yaml.append("# ").append(remark).append('\n'));
    yaml.append("learner:\n");
    lines(yaml, template.learner(), "  ", "  ");
    yaml.append("facts:\n");
    for (String type : TemplateFact.types(template.facts())) {
      yaml.append("  ").append(type).append(":\n");
      for (TemplateFact fact : of(type)) {
        fact.purposes().forEach(what -> yaml.append("    # ").append(what).append('\n'));
        lines(yaml, fact, "    - ", "      ");
      }
    }
    return yaml.toString();
  }

  private static void lines(StringBuilder yaml, TemplateFact fact, String first, String next) {
    String indent = first;
    boolean isReviewed = false;
    for (Map.Entry<String, String> entry : fact.texts().entrySet()) {
      String name = entry.getKey();
      if (name.startsWith("vetting.")) {
        if (!isReviewed) {
          yaml.append(indent).append("vetting:\n");
          isReviewed = true;
        }
        indent = next + "  ";
        name = name.substring("vetting.".length());
      }
      FieldKind kind = fact.kind(name);
      yaml.append(indent).append(name).append(": ");
      yaml.append(
              kind == FieldKind.TEXTS
                  ? list(entry.getValue(), kind)
                  : scalar(entry.getValue(), kind))
          .append('\n');
      indent = isReviewed ? next + "  " : next;
    }
  }

  private static List<String> texts(String joined) {
    return Splitter.on(TemplateField.SEVERAL).splitToList(joined);
  }

  private static String list(String text, FieldKind kind) {
    List<String> items = text.startsWith("<") ? List.of(text) : texts(text);
    return "[ " + String.join(", ", items.stream().map(item -> scalar(item, kind)).toList()) + " ]";
  }

  private static String scalar(String text, FieldKind kind) {
    boolean isBare =
        kind == FieldKind.TRUTH
            || (kind == FieldKind.AMOUNT && NUMBER.matcher(text).matches())
            || (PLAIN.matcher(text).matches() && !Set.of("true", "false", "null").contains(text));
    return isBare ? text : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** The text of each file, by its name. */
  Map<String, String> csv() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("Learner.csv", table(List.of(template.learner())));
    for (String type : TemplateFact.types(template.facts())) {
      files.put(type + ".csv", table(of(type)));
    }
    return files;
  }

  private List<TemplateFact> of(String type) {
    return template.facts().stream().filter(fact -> fact.type().name().equals(type)).toList();
  }

  private static String table(List<TemplateFact> facts) {
    Set<String> columns = new LinkedHashSet<>();
    facts.forEach(fact -> columns.addAll(fact.texts().keySet()));
    CsvSchema.Builder schema = CsvSchema.builder();
    columns.forEach(schema::addColumn);
    schema.addColumn(NOTE);
    List<Map<String, String>> rows = new ArrayList<>();
    for (TemplateFact fact : facts) {
      Map<String, String> row = new LinkedHashMap<>(fact.texts());
      row.put(NOTE, String.join("; ", fact.purposes()));
      rows.add(row);
    }
    try {
      return CSV.writer(schema.build().withHeader()).writeValueAsString(rows);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
