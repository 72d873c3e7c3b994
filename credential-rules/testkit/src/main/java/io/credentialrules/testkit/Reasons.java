package io.credentialrules.testkit;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.Shortfall;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a requirement is not met, for those who look for the mistake: what its nearest alternative
 * lacks, each with its place in the policy.
 */
final class Reasons {
  private static final int MOST = 3;

  private Reasons() {}

  /** A line each; none where the requirement is met. */
  static List<String> of(RequirementResult result) {
    return result.alternatives().stream()
        .limit(1)
        .flatMap(alternative -> alternative.shortfalls().stream())
        .limit(MOST)
        .map(Reasons::line)
        .toList();
  }

  private static String line(Shortfall shortfall) {
    String detail = detail(shortfall);
    return shortfall.place()
        + ": lacks `"
        + shortfall.condition()
        + "`"
        + (detail.isEmpty() ? "" : "; " + detail);
  }

  private static String detail(Shortfall shortfall) {
    if (shortfall instanceof Shortfall.MissingFact missing) {
      return missing.nearest().isEmpty()
          ? "no " + missing.factType() + " is near"
          : "the nearest " + missing.factType() + " " + misses(missing.nearest().get(0));
    } else if (shortfall instanceof Shortfall.Amount amount) {
      return "counted " + facts(amount.counted().size());
    } else if (shortfall instanceof Shortfall.Excluded excluded) {
      return facts(excluded.facts().size()) + " must not be there";
    } else if (shortfall instanceof Shortfall.InUse inUse) {
      return "its evidence serves " + String.join(", ", inUse.requirements());
    }
    return "";
  }

  private static String misses(Shortfall.NearFact near) {
    return near.misses().stream()
        .limit(MOST)
        .map(miss -> "misses `" + miss.constraint() + "`, has " + has(miss))
        .collect(Collectors.joining(", and "));
  }

  private static String has(Shortfall.Miss miss) {
    Measure measure = miss.measure();
    if (measure != null && measure.has() != null) {
      return Answer.plain(measure.has());
    }
    return miss.has().isEmpty() ? "nothing" : miss.has();
  }

  private static String facts(int count) {
    return count == 1 ? "1 fact" : count + " facts";
  }
}
