package io.credentialrules.testkit;

import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementState;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.policy.Vocabulary;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a scenario file. The record itself is read by the reader of learner records, with its
 * checks.
 */
final class ScenarioReader {
  private static final ZoneId ZONE = ZoneId.of("America/New_York");
  private static final String[] KEYS = {
    "story",
    "case",
    "packs",
    "as-of",
    "zone",
    "defaults",
    "record",
    "unmet",
    "unmet-recommendations",
    "since",
    "until",
    "also"
  };

  private final ScenarioFile file;
  private final String text;
  private final Keys keys;

  private ScenarioReader(ScenarioFile file, String text, Keys keys) {
    this.file = file;
    this.text = text;
    this.keys = keys;
  }

  static Scenario read(ScenarioFile file, Vocabulary vocabulary) {
    String text = file.text();
    Keys keys = Keys.of(YamlReader.read(file.display(), text), "a scenario", KEYS);
    return new ScenarioReader(file, text, keys).scenario(vocabulary);
  }

  private Scenario scenario(Vocabulary vocabulary) {
    ZoneId zone = zone();
    if (file.earned()) {
      keys.without("unmet", "is not allowed in a scenario whose folder says `earned`");
    } else {
      keys.without("since", "is not allowed in a scenario whose folder says `not-earned`")
          .without("until", "is not allowed in a scenario whose folder says `not-earned`");
    }
    return new StatedScenario(
        file.path(),
        file.name(),
        Keys.text("story", keys.required("story")),
        number(),
        packs(),
        file.credential(),
        file.earned(),
        asOf(zone),
        record(vocabulary, zone),
        file.earned() ? List.of() : unmet(keys.required("unmet")),
        keys.texts("unmet-recommendations"),
        keys.date("since"),
        keys.date("until"),
        also());
  }

  private @Nullable Integer number() {
    var number = keys.number("case");
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException fraction) {
      throw keys.required("case").place().refuse("`case` must be a whole number");
    }
  }

  private List<String> packs() {
    Set<String> packs = new LinkedHashSet<>();
    packs.add(file.pack());
    Set<String> further = keys.texts("packs");
    if (further != null) {
      packs.addAll(further);
    }
    return List.copyOf(packs);
  }

  private ZoneId zone() {
    String zone = keys.text("zone");
    try {
      return zone == null ? ZONE : ZoneId.of(zone);
    } catch (DateTimeException unknown) {
      throw keys.required("zone").place().refuse("there is no time zone `" + zone + "`");
    }
  }

  private ZonedDateTime asOf(ZoneId zone) {
    Yaml value = keys.required("as-of");
    String text = Keys.text("as-of", value);
    try {
      return text.contains("T")
          ? LocalDateTime.parse(text).atZone(zone)
          : LocalDate.parse(text).atTime(LocalTime.MAX).atZone(zone);
    } catch (DateTimeException neither) {
      throw value
          .place()
          .refuse(
              "`as-of` must be a date, such as 2026-05-01, or a date with a time, such as"
                  + " 2026-05-01T12:00:00");
    }
  }

  private LearnerRecord record(Vocabulary vocabulary, ZoneId zone) {
    Yaml defaults = keys.value("defaults");
    Yaml vettedBy =
        defaults == null
            ? null
            : Keys.of(defaults, "`defaults`", "vetted-by").required("vetted-by");
    JsonValue record =
        RecordTree.of(
            Keys.mapping(keys.required("record"), "`record`"),
            vettedBy == null ? null : Keys.mapping(vettedBy, "`vetted-by`"));
    try {
      return LearnerRecordReader.of(vocabulary, zone).read(file.display(), text, record);
    } catch (RecordException refused) {
      throw new ScenarioException(
          refused.problems().stream()
              .map(ScenarioReader::describe)
              .collect(Collectors.joining("\n")),
          refused);
    }
  }

  /** Without the pointer, which is one into the record and not into the file. */
  private static String describe(RecordProblem problem) {
    String hint = problem.hint().isEmpty() ? "" : "; " + problem.hint();
    return problem.source()
        + ":"
        + problem.line()
        + ":"
        + problem.column()
        + ": "
        + problem.message()
        + hint;
  }

  private static List<Scenario.Unmet> unmet(Yaml value) {
    List<Scenario.Unmet> unmet = new ArrayList<>();
    if (value instanceof Yaml.Mapping mapping) {
      mapping.entries().forEach(entry -> unmet.add(unmet(entry.key(), entry.value())));
    } else {
      for (String id : Keys.texts("unmet", value)) {
        unmet.add(new StatedUnmet(id, null, null, null, null, null, null));
      }
    }
    return unmet;
  }

  private static Scenario.Unmet unmet(String id, Yaml value) {
    Keys keys =
        Keys.of(
            value, "`" + id + "`", "state", "has", "needs", "unit", "blocked-by", "not-counted");
    RequirementState state = keys.word("state", RequirementState.class);
    if (state != null && state.isSatisfied()) {
      throw keys.required("state").place().refuse("a requirement in this state is not unmet");
    }
    return new StatedUnmet(
        id,
        state,
        keys.number("has"),
        keys.number("needs"),
        keys.text("unit"),
        keys.texts("blocked-by"),
        keys.words("not-counted", NotCounted.Reason.class));
  }

  private Map<String, Boolean> also() {
    Map<String, Boolean> also = new LinkedHashMap<>();
    Yaml value = keys.value("also");
    if (value != null) {
      for (Yaml.Entry entry : Keys.mapping(value, "`also`").entries()) {
        also.put(entry.key(), verdict(entry));
      }
    }
    return also;
  }

  private static boolean verdict(Yaml.Entry entry) {
    String verdict = Keys.text(entry.key(), entry.value());
    return switch (verdict) {
      case "earned" -> true;
      case "not-earned" -> false;
      default ->
          throw entry
              .value()
              .place()
              .refuse("`" + verdict + "` is no verdict; it is `earned` or `not-earned`");
    };
  }
}
