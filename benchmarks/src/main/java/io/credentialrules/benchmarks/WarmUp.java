package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rounds that do not count. */
final class WarmUp {
  private static final int MOST_ROUNDS = 40;

  /** What a contender takes of its fastest round so far where it has become faster. */
  private static final double A_GAIN = 0.95;

  private WarmUp() {}

  /**
   * In turns, until so many rounds one after the other have made no contender faster: what has more
   * code takes the JVM longer to compile, and would be measured half compiled.
   */
  static void of(
      Map<String, Consumer<LearnerRecord>> contenders,
      List<LearnerRecord> learners,
      int still,
      long most) {
    Map<String, Double> fastest = new HashMap<>();
    int withoutGain = 0;
    for (int round = 0; round < MOST_ROUNDS && withoutGain < still; round++) {
      withoutGain++;
      for (Map.Entry<String, Consumer<LearnerRecord>> one : contenders.entrySet()) {
        Samples unmeasured = new Samples();
        unmeasured.round(one.getValue(), learners, most);
        double now = unmeasured.middle();
        if (now < A_GAIN * fastest.getOrDefault(one.getKey(), Double.MAX_VALUE)) {
          withoutGain = 0;
        }
        fastest.merge(one.getKey(), now, Math::min);
      }
    }
  }
}
