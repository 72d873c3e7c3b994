package io.credentialrules.openbadges;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One JSON document with the place of each value, and the problems that were found in it. */
final class Document {
  private static final int MOST_PROBLEMS = 1_000;

  /** Where a value begins. */
  record Position(int line, int column) {
    static final Position START = new Position(1, 1);
  }

  private final String source;
  private final JsonValue json;
  private final Map<String, Position> positions;
  private final List<BadgeProblem> problems = new ArrayList<>();

  Document(String source, JsonValue json, Map<String, Position> positions) {
    this.source = source;
    this.json = json;
    this.positions = positions;
  }

  String source() {
    return source;
  }

  Node root() {
    return new Node(this, "", json);
  }

  void report(BadgeProblem.Kind kind, String pointer, String message, String hint) {
    if (problems.size() < MOST_PROBLEMS) {
      Position position = positions.getOrDefault(pointer, Position.START);
      problems.add(
          new StatedBadgeProblem(
              kind, source, pointer, position.line(), position.column(), message, hint));
    }
  }

  /** The problems so far, in the order in which they were found. */
  List<BadgeProblem> problems() {
    return List.copyOf(problems);
  }

  /** Whether something within a value does not have the form of its standard. */
  boolean isMalformed(String pointer) {
    return problems.stream()
        .anyMatch(
            problem ->
                problem.kind() == BadgeProblem.Kind.MALFORMED
                    && (problem.pointer().equals(pointer)
                        || problem.pointer().startsWith(pointer + "/")));
  }
}
