package io.credentialrules;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A policy file, and the changes that it went through. Places in it are told by the change, or the
 * rule, that they are in. Immutable.
 *
 * @param lines its lines
 * @param isAdded whether it is no file of {@code rules/}, so that its lines count from its head
 * @param changes what was changed, in any order
 */
record PatchedFile(ImmutableList<String> lines, boolean isAdded, ImmutableList<Change> changes) {
  private static final Pattern RULE = Pattern.compile("\\s*rule\\b.*");

  /** The lines from {@code first} to before {@code end}, counted from 0. */
  record Change(int number, int first, int end) {
    private Change moved(int from, int by) {
      return first >= from ? new Change(number, first + by, end + by) : this;
    }
  }

  static PatchedFile of(String text) {
    return new PatchedFile(ImmutableList.copyOf(text.split("\n", -1)), false, ImmutableList.of());
  }

  static PatchedFile added(List<String> patch) {
    List<String> lines = new ArrayList<>(withSigns("+", patch));
    lines.add("");
    return new PatchedFile(ImmutableList.copyOf(lines), true, ImmutableList.of());
  }

  String text() {
    return String.join("\n", lines);
  }

  /**
   * Replaces lines.
   *
   * @param place where the patch is, for messages
   * @throws IllegalArgumentException when the file does not have the old lines exactly once
   */
  PatchedFile change(int number, String place, List<String> patch) {
    List<String> before = withSigns(" -", patch);
    List<String> after = withSigns(" +", patch);
    int first = Collections.indexOfSubList(lines, before);
    if (first < 0) {
      throw new IllegalArgumentException(
          place
              + "the pack no longer has the lines that are to be changed; write those of today:\n"
              + String.join("\n", before));
    }
    int end = first + before.size();
    if (before.isEmpty() || Collections.lastIndexOfSubList(lines, before) != first) {
      throw new IllegalArgumentException(
          place + "the pack has these lines more than once; add some of those around them");
    }
    if (changes.stream().anyMatch(other -> first < other.end && other.first < end)) {
      throw new IllegalArgumentException(place + "another change has changed these lines");
    }
    int by = after.size() - before.size();
    return new PatchedFile(
        Stream.of(lines.subList(0, first), after, lines.subList(end, lines.size()))
            .flatMap(List::stream)
            .collect(ImmutableList.toImmutableList()),
        isAdded,
        Stream.concat(
                changes.stream().map(change -> change.moved(end, by)),
                Stream.of(new Change(number, first, first + after.size())))
            .collect(ImmutableList.toImmutableList()));
  }

  /**
   * The change or rule that a line, counted from 1, is in; empty where lines count from the head.
   */
  String part(int line) {
    return changes.stream()
        .filter(change -> change.first < line && line <= change.end)
        .map(change -> "change " + change.number)
        .findFirst()
        .orElseGet(() -> rule(line) < 0 ? "" : lines.get(rule(line)).strip());
  }

  /** The line, counted from 1, within its {@link #part}. */
  int lineInPart(int line) {
    return changes.stream()
        .filter(change -> change.first < line && line <= change.end)
        .map(change -> line - change.first)
        .findFirst()
        .orElseGet(() -> rule(line) < 0 ? line : line - rule(line));
  }

  /** The first line, counted from 0, of the rule that a line counted from 1 is in; or -1. */
  private int rule(int line) {
    int first = isAdded ? -1 : Math.min(line, lines.size()) - 1;
    while (first >= 0 && !RULE.matcher(lines.get(first)).matches()) {
      first--;
    }
    return first;
  }

  private static List<String> withSigns(String signs, List<String> patch) {
    return patch.stream()
        .filter(line -> signs.indexOf(line.charAt(0)) >= 0)
        .map(line -> line.substring(1))
        .toList();
  }
}
