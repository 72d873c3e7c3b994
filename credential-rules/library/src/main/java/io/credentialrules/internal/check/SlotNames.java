package io.credentialrules.internal.check;

import java.util.Map;

/** Renames the slots in the keys of tests and values, so that keys of two rules can be compared. */
final class SlotNames {
  private SlotNames() {}

  /** The key with other slots; what an author wrote in quotes stays as it is. */
  static String renamed(String key, Map<Integer, Integer> slots) {
    boolean same = slots.entrySet().stream().allMatch(e -> e.getKey().equals(e.getValue()));
    if (same) {
      return key;
    }
    StringBuilder renamed = new StringBuilder();
    boolean quoted = false;
    int at = 0;
    while (at < key.length()) {
      char c = key.charAt(at++);
      renamed.append(c);
      if (quoted && c == '\\' && at < key.length()) {
        renamed.append(key.charAt(at++));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (c == '$' && !quoted) {
        int end = at;
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
          end++;
        }
        if (end > at) {
          int slot = Integer.parseInt(key.substring(at, end));
          renamed.append(slots.getOrDefault(slot, slot));
        }
        at = end;
      }
    }
    return renamed.toString();
  }
}
