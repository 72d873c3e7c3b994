package io.credentialrules.testkit.internal.learner;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A learner record as people write it into a scenario: what most facts have for their review is the
 * default, what is false or empty is left out, and a fact is on one line where it fits.
 */
final class RecordYaml {
  private static final String VETTING = "vetting";
  private static final int WIDTH = 120;
  private static final JsonFactory JSON = new JsonFactory();

  /** What YAML reads as the text that it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z]([A-Za-z0-9 _./-]*[A-Za-z0-9.])?");

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern WORD_OF_YAML =
      Pattern.compile("true|false|yes|no|on|off|null|y|n", Pattern.CASE_INSENSITIVE);

  private final Vocabulary vocabulary;
  private final ZoneId zone;
  private final Map<String, Object> record;
  private final @Nullable Object usual;

  private RecordYaml(Vocabulary vocabulary, ZoneId zone, Map<String, Object> record) {
    this.vocabulary = vocabulary;
    this.zone = zone;
    this.record = record;
    this.usual = usual(facts());
  }

  /** The lines of a scenario in a zone that say the record, with the defaults before it. */
  static List<String> of(Vocabulary vocabulary, ZoneId zone, LearnerRecord record) {
    try (JsonParser json = JSON.createParser(LearnerRecordWriter.write(record))) {
      json.nextToken();
      @SuppressWarnings("unchecked")
      Map<String, Object> read = (Map<String, Object>) value(json);
      return new RecordYaml(vocabulary, zone, read).lines();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      Map<String, Object> members = new LinkedHashMap<>();
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        json.nextToken();
        members.put(name, value(json));
      }
      return members;
    } else if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(json));
      }
      return items;
    }
    return json.currentToken() == JsonToken.VALUE_STRING ? text(json.getText()) : json.getText();
  }

  /** A text as YAML writes it; everything else is written as in JSON. */
  static String text(String text) {
    boolean isPlain =
        DATE.matcher(text).matches()
            || (PLAIN.matcher(text).matches() && !WORD_OF_YAML.matcher(text).matches());
    return isPlain
        ? text
        : '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private Map<String, List<Map<String, Object>>> facts() {
    @SuppressWarnings("unchecked")
    Map<String, List<Map<String, Object>>> facts =
        (Map<String, List<Map<String, Object>>>) record.getOrDefault("facts", Map.of());
    return facts;
  }

  /** The review that most facts have; null where none has one. */
  private static @Nullable Object usual(Map<String, List<Map<String, Object>>> facts) {
    Map<Object, Integer> counts = new LinkedHashMap<>();
    facts
        .values()
        .forEach(
            each ->
                each.stream()
                    .map(fact -> fact.get(VETTING))
                    .filter(Objects::nonNull)
                    .forEach(vetting -> counts.merge(vetting, 1, Integer::sum)));
    return counts.isEmpty()
        ? null
        : Collections.max(counts.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (usual != null) {
      lines.add("defaults:");
      lines.add("  vetted-by: " + flow(usual));
    }
    lines.add("record:");
    record.forEach(
        (name, value) -> {
          if (name.equals("waivers")) {
            lines.add("  waivers:");
            ((List<?>) value).forEach(waiver -> lines.add("    - " + flow(waiver)));
          } else if (!name.equals("facts")) {
            lines.add("  " + name + ": " + flow(withoutEmpty(value)));
          }
        });
    if (!facts().isEmpty()) {
      lines.add("  facts:");
      facts()
          .forEach(
              (type, facts) -> {
                lines.add("    " + type + ":");
                facts.forEach(fact -> lines.addAll(fact(type, fact)));
              });
    }
    return lines;
  }

  private List<String> fact(String type, Map<String, Object> fact) {
    Map<String, Object> said = new LinkedHashMap<>(fact);
    defaults(type).forEach((name, value) -> said.remove(name, value));
    said.computeIfPresent("validFrom", (name, value) -> day(value, LocalTime.MIN));
    said.computeIfPresent("validUntil", (name, value) -> day(value, LocalTime.MAX));
    if (usual != null && !said.containsKey(VETTING)) {
      said.put(VETTING, "none");
    } else {
      said.remove(VETTING, usual);
    }
    String line = "      - " + flow(said);
    if (line.length() <= WIDTH || said.isEmpty()) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    said.forEach(
        (name, value) ->
            lines.add((lines.isEmpty() ? "      - " : "        ") + name + ": " + flow(value)));
    return lines;
  }

  /** A day for the instant at which it begins or ends. */
  private Object day(Object instant, LocalTime time) {
    ZonedDateTime at = Instant.parse(instant.toString().replace("\"", "")).atZone(zone);
    return at.toLocalTime().equals(time) ? at.toLocalDate().toString() : instant;
  }

  /** What a fact has where a record does not say: no truth is so, and sets are empty. */
  private Map<String, Object> defaults(String type) {
    VocabularyType known = vocabulary.type(type);
    Map<String, Object> defaults = new HashMap<>();
    if (known != null) {
      for (RecordComponent component : known.record().getRecordComponents()) {
        if (component.getType() == boolean.class) {
          defaults.put(component.getName(), "false");
        } else if (component.getType() == java.util.Set.class) {
          defaults.put(component.getName(), List.of());
        }
      }
    }
    return defaults;
  }

  private static Object withoutEmpty(Object value) {
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .filter(entry -> !entry.getValue().equals(List.of()))
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
    return value;
  }

  private static String flow(Object value) {
    if (value instanceof Map<?, ?> map) {
      boolean isReviewed = map.containsKey("reviewer") && "VETTED".equals(map.get("status"));
      return map.entrySet().stream()
          .filter(entry -> !isReviewed || !entry.getKey().equals("status"))
          .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    } else if (value instanceof List<?> list) {
      return list.isEmpty()
          ? "[]"
          : list.stream().map(RecordYaml::flow).collect(Collectors.joining(", ", "[ ", " ]"));
    }
    return String.valueOf(value);
  }
}
