package io.credentialrules.testkit;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a scenario expects and the one that was given, both as text with the same
 * details: of each requirement those that the scenario names, or all of a requirement that it does
 * not expect.
 */
final class Answer {
  private static final String INDENT = "  ";

  private Answer() {}

  static ScenarioOutcome outcome(Scenario scenario, Evaluation evaluation) {
    return new StatedOutcome(scenario, expected(scenario), given(scenario, evaluation), evaluation);
  }

  private static String expected(Scenario scenario) {
    List<String> lines = new ArrayList<>();
    lines.add(verdict(scenario.credential(), scenario.earned()));
    if (scenario.since() != null) {
      lines.add(INDENT + "since " + scenario.since());
    }
    if (scenario.until() != null) {
      lines.add(INDENT + "until " + scenario.until());
    }
    scenario.unmet().stream()
        .sorted(Comparator.comparing(Scenario.Unmet::id))
        .forEach(unmet -> lines.add(INDENT + expected(unmet)));
    if (scenario.unmetRecommendations() != null) {
      lines.add(recommendations(scenario.unmetRecommendations()));
    }
    scenario.also().forEach((credential, earned) -> lines.add(verdict(credential, earned)));
    return String.join("\n", lines);
  }

  private static String expected(Scenario.Unmet unmet) {
    List<String> details = new ArrayList<>();
    if (unmet.state() != null) {
      details.add(Keys.word(unmet.state()));
    }
    if (unmet.has() != null) {
      details.add("has " + plain(unmet.has()));
    }
    if (unmet.needs() != null) {
      details.add("needs " + plain(unmet.needs()));
    }
    if (unmet.unit() != null) {
      details.add("in " + unmet.unit());
    }
    if (unmet.blockedBy() != null) {
      details.add("blocked by " + sorted(unmet.blockedBy()));
    }
    if (unmet.notCounted() != null) {
      details.add("not counted: " + sorted(unmet.notCounted().stream().map(Keys::word).toList()));
    }
    return line(unmet.id(), details);
  }

  private static String given(Scenario scenario, Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    Set<String> known =
        evaluation.decisions().stream()
            .map(decision -> decision.credential().id())
            .collect(Collectors.toSet());
    if (!known.contains(scenario.credential())) {
      lines.add(
          scenario.credential() + " is no credential of " + String.join(", ", scenario.packs()));
      return String.join("\n", lines);
    }
    Decision decision = evaluation.decision(scenario.credential());
    lines.add(verdict(scenario.credential(), decision.isEarned()));
    if (decision instanceof Decision.Earned earned) {
      if (scenario.since() != null) {
        lines.add(INDENT + "since " + earned.since());
      }
      if (scenario.until() != null) {
        lines.add(INDENT + "until " + earned.until());
      }
    }
    if (decision instanceof Decision.NotEarned notEarned) {
      notEarned.missing().stream()
          .sorted(Comparator.comparing(RequirementResult::id))
          .forEach(result -> lines.add(INDENT + given(result, scenario)));
    }
    if (scenario.unmetRecommendations() != null) {
      lines.add(recommendations(unmetRecommendations(decision)));
    }
    for (String credential : scenario.also().keySet()) {
      lines.add(
          known.contains(credential)
              ? verdict(credential, evaluation.isEarned(credential))
              : credential + " is no credential of " + String.join(", ", scenario.packs()));
    }
    return String.join("\n", lines);
  }

  private static String given(RequirementResult result, Scenario scenario) {
    return scenario.unmet().stream()
        .filter(unmet -> unmet.id().equals(result.id()))
        .findFirst()
        .map(unmet -> given(result, unmet))
        .orElseGet(() -> summary(result));
  }

  private static String given(RequirementResult result, Scenario.Unmet unmet) {
    Measure measure = result.measure();
    List<String> details = new ArrayList<>();
    if (unmet.state() != null) {
      details.add(Keys.word(result.state()));
    }
    if (unmet.has() != null) {
      details.add("has " + plain(measure == null ? null : measure.has()));
    }
    if (unmet.needs() != null) {
      details.add("needs " + plain(measure == null ? null : measure.needs()));
    }
    if (unmet.unit() != null) {
      details.add("in " + (measure == null ? "nothing" : measure.unit()));
    }
    if (unmet.blockedBy() != null) {
      details.add("blocked by " + sorted(result.blockedBy()));
    }
    if (unmet.notCounted() != null) {
      details.add("not counted: " + sorted(reasons(result)));
    }
    return line(result.id(), details);
  }

  /** The state of a requirement, and on further lines why. */
  static String describe(RequirementResult result) {
    return Stream.concat(
            Stream.of(summary(result)), Reasons.of(result).stream().map(line -> INDENT + line))
        .collect(Collectors.joining("\n"));
  }

  /** The state of a requirement, on one line. */
  private static String summary(RequirementResult result) {
    List<String> details = new ArrayList<>();
    details.add(Keys.word(result.state()));
    Measure measure = result.measure();
    if (measure != null) {
      details.add("has " + plain(measure.has()));
      details.add("needs " + plain(measure.needs()));
      details.add("in " + measure.unit());
    }
    if (!result.blockedBy().isEmpty()) {
      details.add("blocked by " + sorted(result.blockedBy()));
    }
    if (!result.notCounted().isEmpty()) {
      details.add("not counted: " + sorted(reasons(result)));
    }
    return line(result.id(), details);
  }

  /** What is missing, with the reasons, or the requirements by which a credential is earned. */
  static List<String> reasons(Decision decision) {
    if (decision instanceof Decision.Earned earned) {
      return earned.route() == null
          ? List.of()
          : earned.route().requirements().stream().map(Answer::summary).toList();
    }
    return decision instanceof Decision.NotEarned notEarned
        ? notEarned.missing().stream().flatMap(result -> describe(result).lines()).toList()
        : List.of();
  }

  /** The verdict on a credential and what is missing, with the reasons. */
  static String describe(Decision decision) {
    Stream<String> missing =
        decision instanceof Decision.NotEarned notEarned
            ? notEarned.missing().stream().map(result -> describe(result).indent(2).stripTrailing())
            : Stream.of();
    return Stream.concat(
            Stream.of(verdict(decision.credential().id(), decision.isEarned())), missing)
        .collect(Collectors.joining("\n"));
  }

  private static Set<String> unmetRecommendations(Decision decision) {
    Stream<RequirementResult> recommended = Stream.of();
    if (decision instanceof Decision.Earned earned && earned.route() != null) {
      recommended = earned.route().recommendations().stream();
    } else if (decision instanceof Decision.NotEarned notEarned && !notEarned.routes().isEmpty()) {
      recommended = notEarned.routes().get(0).recommendations().stream();
    }
    return recommended
        .filter(result -> !result.isSatisfied())
        .map(RequirementResult::id)
        .collect(Collectors.toSet());
  }

  private static List<String> reasons(RequirementResult result) {
    return result.notCounted().stream().map(NotCounted::reason).map(Keys::word).toList();
  }

  private static String recommendations(Set<String> ids) {
    return INDENT + "recommendations not followed: " + (ids.isEmpty() ? "none" : sorted(ids));
  }

  private static String verdict(String credential, boolean earned) {
    return credential + ": " + (earned ? "earned" : "not earned");
  }

  private static String line(String id, List<String> details) {
    return details.isEmpty() ? id : id + ": " + String.join(", ", details);
  }

  private static String sorted(Collection<String> words) {
    return String.join(", ", new TreeSet<>(words));
  }

  static String plain(@Nullable BigDecimal amount) {
    if (amount == null) {
      return "nothing";
    }
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
