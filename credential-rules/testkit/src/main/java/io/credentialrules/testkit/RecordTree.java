package io.credentialrules.testkit;

import io.credentialrules.json.tree.JsonValue;
import io.credentialrules.json.tree.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record in YAML as the reader of learner records takes it, with the places of the file. A type
 * whose facts were all deleted is empty; of a scenario, facts that say nothing of their vetting get
 * the default.
 */
final class RecordTree {
  private static final String FACTS = "facts";
  private static final String VETTING = "vetting";
  private static final String NONE = "none";

  private final Yaml.@Nullable Mapping vettedBy;

  private RecordTree(Yaml.@Nullable Mapping vettedBy) {
    this.vettedBy = vettedBy;
  }

  static JsonValue of(Yaml.Mapping record, Yaml.@Nullable Mapping vettedBy) {
    return new RecordTree(vettedBy).record(record);
  }

  private JsonValue record(Yaml.Mapping record) {
    Place place = Place.root(record.place().offset());
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    for (Yaml.Entry entry : record.entries()) {
      Place at = new Place(place, entry.key(), entry.value().place().offset());
      JsonValue value =
          entry.key().equals(FACTS) && entry.value() instanceof Yaml.Mapping types
              ? facts(types, at)
              : value(entry.value(), at);
      members.put(entry.key(), new JsonValue.Member(at.at(entry.place().offset()), value));
    }
    return new JsonValue.Members(place, members);
  }

  private JsonValue facts(Yaml.Mapping types, Place place) {
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    for (Yaml.Entry type : types.entries()) {
      Place at = new Place(place, type.key(), type.value().place().offset());
      JsonValue value =
          type.value() instanceof Yaml.Items items
              ? facts(items, at)
              : type.value() instanceof Yaml.Nothing
                  ? new JsonValue.Items(at, List.of())
                  : value(type.value(), at);
      members.put(type.key(), new JsonValue.Member(at.at(type.place().offset()), value));
    }
    return new JsonValue.Members(place, members);
  }

  private JsonValue facts(Yaml.Items items, Place place) {
    List<JsonValue> facts = new ArrayList<>();
    for (Yaml item : items.values()) {
      Place at = new Place(place, Integer.toString(facts.size()), item.place().offset());
      facts.add(item instanceof Yaml.Mapping fact ? fact(fact, at) : value(item, at));
    }
    return new JsonValue.Items(place, facts);
  }

  private JsonValue fact(Yaml.Mapping fact, Place place) {
    Map<String, JsonValue.Member> members = members(fact, place);
    if (members.containsKey(VETTING)) {
      members.entrySet().removeIf(member -> member.getKey().equals(VETTING) && isNone(member));
    } else if (vettedBy != null) {
      Place at = new Place(place, VETTING, vettedBy.place().offset());
      members.put(VETTING, new JsonValue.Member(at, value(vettedBy, at)));
    }
    return new JsonValue.Members(place, members);
  }

  private static boolean isNone(Map.Entry<String, JsonValue.Member> member) {
    return member.getValue().value() instanceof JsonValue.Text text && text.text().equals(NONE);
  }

  private static JsonValue value(Yaml value, Place place) {
    if (value instanceof Yaml.Mapping mapping) {
      return new JsonValue.Members(place, members(mapping, place));
    } else if (value instanceof Yaml.Items items) {
      List<JsonValue> values = new ArrayList<>();
      for (Yaml item : items.values()) {
        Place at = new Place(place, Integer.toString(values.size()), item.place().offset());
        values.add(value(item, at));
      }
      return new JsonValue.Items(place, values);
    } else if (value instanceof Yaml.Text text) {
      return new JsonValue.Text(place, text.value());
    } else if (value instanceof Yaml.Number number) {
      return new JsonValue.Numeral(place, number.written());
    } else if (value instanceof Yaml.Truth truth) {
      return new JsonValue.Truth(place, truth.value());
    }
    return new JsonValue.Null(place);
  }

  private static Map<String, JsonValue.Member> members(Yaml.Mapping mapping, Place place) {
    Map<String, JsonValue.Member> members = new LinkedHashMap<>();
    for (Yaml.Entry entry : mapping.entries()) {
      Place at = new Place(place, entry.key(), entry.value().place().offset());
      members.put(
          entry.key(),
          new JsonValue.Member(at.at(entry.place().offset()), value(entry.value(), at)));
    }
    return members;
  }
}
