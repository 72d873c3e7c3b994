package io.credentialrules.internal.check;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import io.credentialrules.internal.program.Aggregation;
import io.credentialrules.internal.program.Step;
import io.credentialrules.internal.program.Test;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.RuleHeader;
import io.credentialrules.policy.VocabularyField;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds constraints that no fact can satisfy, and those that every fact satisfies. */
final class Reach {
  private final Findings findings;
  private final RuleHeader header;

  Reach(Findings findings, RuleHeader header) {
    this.findings = findings;
    this.header = header;
  }

  void check(List<Step> steps) {
    for (Step step : steps) {
      if (step instanceof Step.Match match) {
        tests(match.tests(), Map.of());
      } else if (step instanceof Step.None none) {
        check(none.steps());
      } else if (step instanceof Step.Some some) {
        check(some.steps());
      } else if (step instanceof Step.Every every) {
        check(List.of(every.each()));
        check(every.fits());
      } else if (step instanceof Step.Total total) {
        check(total.steps());
        tests(total.tests(), counts(total));
      }
    }
  }

  /**
   * What each value of a pattern or total can be after each test; the first that leaves nothing is
   * the mistake.
   */
  private void tests(List<Test> tests, Map<String, Range<BigDecimal>> known) {
    Map<String, Range<BigDecimal>> ranges = new HashMap<>(known);
    Map<String, Set<Object>> words = new HashMap<>();
    for (Test test : tests) {
      Test.Comparison comparison = test.comparison();
      if (comparison == null || !comparison.right().isLiteral()) {
        continue;
      }
      String key = comparison.left().key();
      if (comparison.right().literal() instanceof BigDecimal amount) {
        Range<BigDecimal> asked = range(comparison.operator(), amount);
        if (asked != null) {
          Range<BigDecimal> before = ranges.getOrDefault(key, natural(comparison.left().field()));
          ranges.put(key, narrowed(test, before, asked));
        }
      } else {
        Set<Object> asked = words(comparison);
        if (asked != null) {
          Set<Object> left = new HashSet<>(words.getOrDefault(key, asked));
          left.retainAll(asked);
          if (left.isEmpty()) {
            neverMet(test, "it contradicts what is asked before");
            left = asked;
          }
          words.put(key, left);
        }
      }
    }
  }

  private static @Nullable Set<Object> words(Test.Comparison comparison) {
    if (comparison.operator() == Operator.EQUAL
        && comparison.right().literal() instanceof String word) {
      return Set.of(word);
    }
    if (comparison.operator() == Operator.IN
        && comparison.right().literal() instanceof List<?> list) {
      return new HashSet<>(list);
    }
    return null;
  }

  private Range<BigDecimal> narrowed(Test test, Range<BigDecimal> before, Range<BigDecimal> asked) {
    if (!before.isConnected(asked) || before.intersection(asked).isEmpty()) {
      neverMet(test, "the value can only be " + words(before));
      return asked;
    }
    if (asked.encloses(before) && !before.equals(Range.<BigDecimal>all())) {
      Lints.warn(
          findings,
          header,
          "always-true",
          test.source().span(),
          "`" + test.source().text() + "` is true of every value that can be there",
          "remove it, or ask for more");
    }
    return before.intersection(asked);
  }

  private void neverMet(Test test, String why) {
    findings.error(
        "never-met",
        test.source().span(),
        "nothing can ever satisfy `" + test.source().text() + "`: " + why,
        "change one of the two");
  }

  private static String words(Range<BigDecimal> range) {
    String lower =
        range.hasLowerBound()
            ? (range.lowerBoundType() == BoundType.CLOSED ? "at least " : "more than ")
                + range.lowerEndpoint().toPlainString()
            : "";
    String upper =
        range.hasUpperBound()
            ? (range.upperBoundType() == BoundType.CLOSED ? "at most " : "less than ")
                + range.upperEndpoint().toPlainString()
            : "";
    return lower + (lower.isEmpty() || upper.isEmpty() ? "" : " and ") + upper;
  }

  private static Range<BigDecimal> natural(@Nullable VocabularyField field) {
    Range<BigDecimal> range = Range.all();
    if (field != null && field.min() != null) {
      range = range.intersection(Range.atLeast(field.min()));
    }
    if (field != null && field.max() != null) {
      range = range.intersection(Range.atMost(field.max()));
    }
    return range;
  }

  private static @Nullable Range<BigDecimal> range(Operator operator, BigDecimal amount) {
    return switch (operator) {
      case EQUAL -> Range.singleton(amount);
      case LESS -> Range.lessThan(amount);
      case AT_MOST -> Range.atMost(amount);
      case MORE -> Range.greaterThan(amount);
      case AT_LEAST -> Range.atLeast(amount);
      default -> null;
    };
  }

  /**
   * Counts are never negative, and different values are never more than a list that they must be
   * in.
   */
  private static Map<String, Range<BigDecimal>> counts(Step.Total total) {
    Map<String, Range<BigDecimal>> counts = new HashMap<>();
    for (Step.Function function : total.functions()) {
      String key = "$" + function.slot();
      if (function.kind() == Aggregation.COUNT) {
        counts.put(key, Range.atLeast(BigDecimal.ZERO));
      } else if (function.kind() == Aggregation.COUNT_DISTINCT) {
        BigDecimal most = listed(total, function);
        counts.put(
            key,
            most == null ? Range.atLeast(BigDecimal.ZERO) : Range.closed(BigDecimal.ZERO, most));
      }
    }
    return counts;
  }

  private static @Nullable BigDecimal listed(Step.Total total, Step.Function function) {
    if (function.argument() == null) {
      return null;
    }
    for (Step step : total.steps()) {
      if (step instanceof Step.Match match) {
        for (Test test : match.tests()) {
          Test.Comparison comparison = test.comparison();
          if (comparison != null
              && comparison.left().key().equals(function.argument().key())
              && words(comparison) != null) {
            return BigDecimal.valueOf(java.util.Objects.requireNonNull(words(comparison)).size());
          }
        }
      }
    }
    return null;
  }
}
