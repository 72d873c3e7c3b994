package io.credentialrules.cli;

import io.credentialrules.testkit.ScenarioFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one scenario.
 *
 * @param file the scenario's file
 * @param story what happens in it; empty where it could not be read
 * @param expected the answer that it tells; empty where it could not be tried
 * @param given the answer of the rules; empty where it could not be tried
 * @param why on lines, what explains the answer of the rules
 * @param whatToDo on lines, what would earn the credential where the scenario says that it is
 *     earned
 * @param error why it could not be tried; null where it was
 * @param milliseconds how long it took
 */
record ScenarioResult(
    ScenarioFile file,
    String story,
    String expected,
    String given,
    List<String> why,
    List<String> whatToDo,
    @Nullable String error,
    long milliseconds) {

  /** Whether the rules answer what the scenario tells. */
  boolean passed() {
    return error == null && expected.equals(given);
  }
}
