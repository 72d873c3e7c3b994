package io.credentialrules;

import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** Sets limits by their names, as configuration and command lines do. */
final class NamedLimits {
  private static final String TIME = "evaluationTime";

  /** How each limit that is counted is set. */
  private static final ImmutableSortedMap<String, BiFunction<Limits, Integer, Limits>> COUNTED =
      ImmutableSortedMap.<String, BiFunction<Limits, Integer, Limits>>naturalOrder()
          .put("maxFiles", Limits::withMaxFiles)
          .put("maxFileCharacters", Limits::withMaxFileCharacters)
          .put("maxPolicyCharacters", Limits::withMaxPolicyCharacters)
          .put("maxTextCharacters", Limits::withMaxTextCharacters)
          .put("maxNesting", Limits::withMaxNesting)
          .put("maxRules", Limits::withMaxRules)
          .put("maxProblems", Limits::withMaxProblems)
          .put("maxConditions", Limits::withMaxConditions)
          .put("maxAlternatives", Limits::withMaxAlternatives)
          .put("maxExpandedConditions", Limits::withMaxExpandedConditions)
          .put("maxRegularExpression", Limits::withMaxRegularExpression)
          .put("maxDependencies", Limits::withMaxDependencies)
          .put("maxChain", Limits::withMaxChain)
          .put("maxFacts", Limits::withMaxFacts)
          .put("maxWaivers", Limits::withMaxWaivers)
          .put("maxDerivedFacts", Limits::withMaxDerivedFacts)
          .put("maxJoinRows", Limits::withMaxJoinRows)
          .buildOrThrow();

  private NamedLimits() {}

  static List<String> names() {
    List<String> names = new ArrayList<>(COUNTED.keySet());
    names.add(TIME);
    return Ordering.natural().immutableSortedCopy(names);
  }

  static Limits with(Limits limits, String name, String value) {
    BiFunction<Limits, Integer, Limits> setting = COUNTED.get(name);
    if (setting == null && !name.equals(TIME)) {
      throw new IllegalArgumentException(
          "there is no limit `" + name + "`; there are " + String.join(", ", names()));
    }
    try {
      return setting == null
          ? limits.withEvaluationTime(Duration.parse("PT" + value.toUpperCase(Locale.ROOT)))
          : setting.apply(limits, Integer.valueOf(value));
    } catch (NumberFormatException | DateTimeException wrong) {
      throw new IllegalArgumentException(
          "`" + value + "` is not a value for `" + name + "`", wrong);
    }
  }
}
