package io.credentialrules.cli;

import com.google.common.collect.ImmutableSortedMap;
import io.credentialrules.Limits;
import io.credentialrules.report.ReportLimits;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The limits of a command, each by its name in {@code docs/limits.md}. */
final class LimitOptions {
  /** How each limit of a report is set. */
  static final Map<String, BiFunction<ReportLimits, Integer, ReportLimits>> REPORTED =
      ImmutableSortedMap.of(
          "maxPictureWork", ReportLimits::withMaxPictureWork,
          "maxSentences", ReportLimits::withMaxSentences);

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
    return set(Limits.DEFAULT, LimitOptions::with);
  }

  /** The default limits of reports, but for those that were set. */
  ReportLimits reportLimits() {
    return set(
        ReportLimits.DEFAULT,
        (set, name, value) -> {
          BiFunction<ReportLimits, Integer, ReportLimits> setting = REPORTED.get(name);
          return setting == null ? set : setting.apply(set, Integer.valueOf(value));
        });
  }

  /** How one limit is set among others; a limit of others is left alone. */
  private interface Setting<T> {
    T with(T limits, String name, String value);
  }

  private <T> T set(T defaults, Setting<T> setting) {
    T set = defaults;
    for (Map.Entry<String, String> limit : limits.entrySet()) {
      try {
        set = setting.with(set, limit.getKey(), limit.getValue());
      } catch (IllegalArgumentException wrong) {
        String reason =
            wrong instanceof NumberFormatException
                ? "`" + limit.getValue() + "` is not a value for `" + limit.getKey() + "`"
                : wrong.getMessage();
        throw new ParameterException(spec.commandLine(), "--limit: " + reason, wrong);
      }
    }
    return set;
  }

  private static Limits with(Limits limits, String name, String value) {
    if (REPORTED.containsKey(name)) {
      return limits;
    }
    if (!Limits.names().contains(name)) {
      throw new IllegalArgumentException(
          "there is no limit `"
              + name
              + "`; there are "
              + String.join(", ", Limits.names())
              + " and "
              + String.join(", ", REPORTED.keySet()));
    }
    return limits.with(name, value);
  }
}
