package io.credentialrules.internal.program;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tests a matcher takes to pass, where that is not simply what they say. */
public interface Acceptance {

  /** Whether all tests pass. */
  boolean passes(List<Test> tests, Row row);

  /** What a function gives over rows, where its result is this one. */
  default @Nullable Object result(
      Step.Total total, Step.Function function, List<? extends Row> rows, @Nullable Object result) {
    return result;
  }

  /** Whether something of a fact is taken otherwise than it says. */
  default boolean isOpen(Candidate fact) {
    return false;
  }

  /** What is known of a combination where absences are looked for. */
  default Slots known(Slots slots) {
    return slots;
  }
}
