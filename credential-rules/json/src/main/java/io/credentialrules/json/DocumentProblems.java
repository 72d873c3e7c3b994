package io.credentialrules.json;

import io.credentialrules.json.tree.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with one document. */
final class DocumentProblems {
  static final int MOST = 1_000;

  private static final Comparator<RecordProblem> BY_PLACE =
      Comparator.comparingInt(RecordProblem::line).thenComparingInt(RecordProblem::column);

  private final DocumentText document;
  private final List<RecordProblem> found = new ArrayList<>();

  DocumentProblems(DocumentText document) {
    this.document = document;
  }

  void add(Place place, String message, String hint) {
    if (found.size() == MOST) {
      found.add(problem(place, "there are more than " + MOST + " problems", "correct these first"));
      throw exception();
    }
    found.add(problem(place, message, hint));
  }

  private RecordProblem problem(Place place, String message, String hint) {
    return RecordProblem.of(
        document.name(),
        place.pointer(),
        document.line(place.offset()),
        document.column(place.offset()),
        message,
        hint);
  }

  int count() {
    return found.size();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  RecordException exception() {
    return new RecordException(found.stream().sorted(BY_PLACE).toList());
  }
}
