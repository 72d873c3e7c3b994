package io.credentialrules.examples.campus.policy;

import io.credentialrules.PolicyPack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What differs between the files of two policies, for people who are to approve one. */
public final class PolicyChanges {
  private PolicyChanges() {}

  /**
   * A file that differs.
   *
   * @param file the pack and the path
   * @param line the first line that differs, from 1
   * @param removed the lines that are there no more
   * @param added the lines that are there instead
   */
  public record FileChange(String file, int line, List<String> removed, List<String> added) {}

  /** The files that differ, by name; of each the lines between the first and last difference. */
  public static List<FileChange> between(
      Collection<PolicyPack> before, Collection<PolicyPack> after) {
    Map<String, String> old = files(before);
    Map<String, String> next = files(after);
    Map<String, String> all = new TreeMap<>(old);
    all.putAll(next);
    List<FileChange> changes = new ArrayList<>();
    for (String file : all.keySet()) {
      String was = old.getOrDefault(file, "");
      String is = next.getOrDefault(file, "");
      if (!was.equals(is)) {
        changes.add(change(file, was.lines().toList(), is.lines().toList()));
      }
    }
    return changes;
  }

  private static FileChange change(String file, List<String> was, List<String> is) {
    int shorter = Math.min(was.size(), is.size());
    int start = 0;
    while (start < shorter && was.get(start).equals(is.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && was.get(was.size() - 1 - end).equals(is.get(is.size() - 1 - end))) {
      end++;
    }
    return new FileChange(
        file,
        start + 1,
        List.copyOf(was.subList(start, was.size() - end)),
        List.copyOf(is.subList(start, is.size() - end)));
  }

  private static Map<String, String> files(Collection<PolicyPack> packs) {
    Map<String, String> files = new TreeMap<>();
    packs.forEach(
        pack -> pack.files().forEach((path, text) -> files.put(pack.name() + "/" + path, text)));
    return files;
  }
}
