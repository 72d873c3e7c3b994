package io.credentialrules.cli;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.Limits;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The limits of a command, each by its name in {@code docs/limits.md}. */
final class LimitOptions {
  private static final String TIME = "evaluationTime";

  /** How each limit that is counted is set. */
  static final Map<String, BiFunction<Limits, Integer, Limits>> COUNTED =
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

  @Option(
      names = "--limit",
      paramLabel = "NAME=VALUE",
      description =
          "set a limit of docs/limits.md, such as maxFacts=20000 or evaluationTime=30s; can be"
              + " repeated")
  private Map<String, String> limits = Map.of();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  /** The default limits, but for those that were set. */
  Limits limits() {
    Limits set = Limits.DEFAULT;
    for (Map.Entry<String, String> limit : limits.entrySet()) {
      try {
        set = with(set, limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException | DateTimeException wrong) {
        String reason =
            wrong instanceof NumberFormatException || wrong instanceof DateTimeException
                ? "`" + limit.getValue() + "` is not a value for `" + limit.getKey() + "`"
                : wrong.getMessage();
        throw new ParameterException(spec.commandLine(), "--limit: " + reason, wrong);
      }
    }
    return set;
  }

  private static Limits with(Limits limits, String name, String value) {
    if (name.equals(TIME)) {
      return limits.withEvaluationTime(Duration.parse("PT" + value));
    }
    BiFunction<Limits, Integer, Limits> setting = COUNTED.get(name);
    if (setting == null) {
      throw new IllegalArgumentException(
          "there is no limit `"
              + name
              + "`; there are "
              + String.join(", ", COUNTED.keySet())
              + " and "
              + TIME);
    }
    return setting.apply(limits, Integer.valueOf(value));
  }
}
