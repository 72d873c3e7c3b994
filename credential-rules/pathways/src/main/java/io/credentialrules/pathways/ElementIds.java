package io.credentialrules.pathways;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The id of each element in the policy: from its name, another where two have the same. */
final class ElementIds {
  private final Map<String, String> byKey = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  ElementIds(Pathway pathway) {
    Set<String> ids = new HashSet<>();
    Set<String> rules = new HashSet<>();
    for (Element element : pathway.elements().values()) {
      String carried = element.carried().id();
      if (!carried.isEmpty() && ids.add(carried)) {
        byKey.put(element.key(), carried);
      }
    }
    for (Element element : pathway.elements().values()) {
      String id = ForeignText.id(element.name());
      if (id.isEmpty()) {
        id = ForeignText.id(element.code());
      }
      if (!byKey.containsKey(element.key())) {
        byKey.put(element.key(), free(id.isEmpty() ? "element" : id, ids));
      }
      String name = ForeignText.line(element.name());
      names.put(element.key(), freeName(name.isEmpty() ? "An element" : name, rules));
    }
  }

  private static String free(String wanted, Set<String> taken) {
    String free = wanted;
    for (int i = 2; !taken.add(free); i++) {
      free = wanted + "-" + i;
    }
    return free;
  }

  private static String freeName(String wanted, Set<String> taken) {
    String free = wanted;
    for (int i = 2; !taken.add(free); i++) {
      String number = " (" + i + ")";
      // A name that is cut would lose its number.
      free = ForeignText.line(wanted, number.length()) + number;
    }
    return free;
  }

  String of(String key) {
    return byKey.getOrDefault(key, key);
  }

  /** The name of its rule, which no other rule has. */
  String name(String key) {
    return names.getOrDefault(key, key);
  }
}
