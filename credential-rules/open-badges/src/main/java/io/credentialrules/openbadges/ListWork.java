package io.credentialrules.openbadges;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;

/**
 * How much work the lists of a document are when it becomes statements: each value of a member is
 * compared with all others that the member has, and all objects with one id share their members. So
 * the work of a member is the square of the number of its values.
 */
final class ListWork {
  private final Map<String, Integer> values = new HashMap<>();
  private long work;
  private int anonymous;

  private ListWork() {}

  static long of(JsonObject document) {
    ListWork counting = new ListWork();
    counting.count(document);
    return counting.work;
  }

  private void count(JsonValue value) {
    if (value instanceof JsonArray array) {
      array.forEach(this::count);
    } else if (value instanceof JsonObject object) {
      String id =
          object.get("id") instanceof JsonString text ? "i" + text.getString() : "a" + anonymous++;
      object.forEach(
          (name, member) -> {
            add(id + "\0" + name, member instanceof JsonArray array ? array.size() : 1);
            count(member);
          });
    }
  }

  private void add(String member, long more) {
    long before = values.getOrDefault(member, 0);
    work += more * (more + 2 * before);
    values.put(member, (int) (before + more));
  }
}
