package io.credentialrules.json;

import io.credentialrules.json.tree.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A place at which two documents differ.
 *
 * @param pointer as a JSON Pointer
 * @param message what the first says and what the second
 */
record JsonDifference(String pointer, String message) {

  /** All differences, in the order of the first document. */
  static List<JsonDifference> between(JsonValue one, JsonValue other) {
    List<JsonDifference> found = new ArrayList<>();
    compare("", one, other, found);
    return found;
  }

  boolean isWithin(String part) {
    return pointer.equals(part) || pointer.startsWith(part + "/");
  }

  private static void compare(
      String pointer, JsonValue one, JsonValue other, List<JsonDifference> found) {
    if (one instanceof JsonValue.Members first && other instanceof JsonValue.Members second) {
      Set<String> names = new LinkedHashSet<>(first.byName().keySet());
      names.addAll(second.byName().keySet());
      for (String name : names) {
        String inner = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
        JsonValue.Member here = first.byName().get(name);
        JsonValue.Member there = second.byName().get(name);
        if (here == null || there == null) {
          found.add(
              new JsonDifference(
                  inner,
                  here == null
                      ? "the document lacks it; it is " + shown(second, name)
                      : "the document has it; it is not there anew"));
        } else {
          compare(inner, here.value(), there.value(), found);
        }
      }
    } else if (one instanceof JsonValue.Items first && other instanceof JsonValue.Items second) {
      int common = Math.min(first.values().size(), second.values().size());
      for (int i = 0; i < common; i++) {
        compare(pointer + "/" + i, first.values().get(i), second.values().get(i), found);
      }
      if (first.values().size() != second.values().size()) {
        found.add(
            new JsonDifference(
                pointer,
                "the document lists "
                    + first.values().size()
                    + ", and anew it is "
                    + second.values().size()));
      }
    } else if (!CanonicalJson.print(one).equals(CanonicalJson.print(other))) {
      found.add(
          new JsonDifference(
              pointer,
              "the document says " + one.described() + ", and anew it is " + other.described()));
    }
  }

  private static String shown(JsonValue.Members members, String name) {
    JsonValue.Member member = members.byName().get(name);
    return member == null ? "nothing" : member.value().described();
  }
}
