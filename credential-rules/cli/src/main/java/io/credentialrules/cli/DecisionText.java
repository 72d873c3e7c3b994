package io.credentialrules.cli;

import com.google.common.base.Ascii;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.policy.Operator;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation as text that a registrar can read, without colour. Nothing of a record reaches the
 * terminal but plain text.
 */
final class DecisionText {
  private static final int FACTS_SHOWN = 5;

  private final Evaluation evaluation;
  private final List<String> lines = new ArrayList<>();

  DecisionText(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** All decisions, or those for some credentials. */
  String of(List<String> credentials) {
    lines.add(
        "Learner "
            + evaluation.record().learner().id()
            + " on "
            + evaluation.asOf().toLocalDate()
            + " ("
            + evaluation.asOf().getZone()
            + "), policy "
            + evaluation.policyDigest().substring(0, 12));
    for (Decision decision : evaluation.decisions()) {
      if (credentials.isEmpty() || credentials.contains(decision.credential().id())) {
        lines.add("");
        if (decision instanceof Decision.Earned earned) {
          earned(earned);
        } else if (decision instanceof Decision.NotEarned notEarned) {
          notEarned(notEarned);
        }
      }
    }
    evaluation
        .unknownWaivers()
        .forEach(
            waiver ->
                lines.add("Note: a waiver names no known requirement: " + waiver.requirement()));
    return plain(String.join("\n", lines));
  }

  private static String title(Decision decision) {
    return decision.credential().name() + " (" + decision.credential().id() + ")";
  }

  private void earned(Decision.Earned earned) {
    lines.add(
        "EARNED      "
            + title(earned)
            + (earned.since() == null ? "" : ", since " + earned.since())
            + (earned.until() == null ? "" : ", until " + earned.until()));
    Route route = earned.route();
    if (route == null) {
      lines.add("  held already: " + fact(Objects.requireNonNull(earned.held())));
      return;
    }
    route.requirements().forEach(this::requirement);
    recommendations(route);
  }

  private void notEarned(Decision.NotEarned notEarned) {
    if (notEarned.routes().isEmpty()) {
      lines.add("NOT EARNED  " + title(notEarned) + ": no rule is in force on this date");
    }
    boolean isFirst = true;
    for (Route route : notEarned.routes()) {
      String progress = route.progress() + " requirements met";
      lines.add(
          isFirst
              ? "NOT EARNED  " + title(notEarned) + ": " + progress
              : "  or by \"" + route.rule() + "\": " + progress);
      route.requirements().forEach(this::requirement);
      recommendations(route);
      isFirst = false;
    }
    notEarned
        .lapsed()
        .forEach(
            lapsed ->
                lines.add("  held before, but " + reason(lapsed) + ": " + fact(lapsed.fact())));
  }

  private void recommendations(Route route) {
    for (RequirementResult recommended : route.recommendations()) {
      lines.add(
          "  (recommended, not required) "
              + (recommended.isSatisfied() ? "done: " : "open: ")
              + recommended.name());
    }
  }

  private void requirement(RequirementResult result) {
    String mark = result.isSatisfied() ? "  [x] " : "  [ ] ";
    lines.add(mark + result.name() + " (" + result.id() + "): " + state(result));
    if (result.state() == RequirementState.MET) {
      evidence(result.evidence());
      return;
    }
    for (RequirementResult.Alternative alternative : result.alternatives()) {
      if (result.alternatives().size() > 1) {
        lines.add("        one way, \"" + alternative.rule() + "\":");
      }
      alternative.shortfalls().forEach(this::shortfall);
    }
    for (NotCounted notCounted : result.notCounted()) {
      lines.add("        does not count, " + reason(notCounted) + ": " + fact(notCounted.fact()));
    }
  }

  private static String state(RequirementResult result) {
    return switch (result.state()) {
      case MET -> "met" + measured(result.measure());
      case WAIVED -> {
        var waiver = Objects.requireNonNull(result.waiver());
        yield "waived by " + waiver.by() + " on " + waiver.on() + ", because: " + waiver.why();
      }
      case PENDING_REVIEW -> "pending review";
      case IN_PROGRESS -> "in progress";
      case EXPIRED -> "expired";
      case REVOKED -> "suspended or revoked";
      case EVIDENCE_IN_USE -> "possible alone, but its evidence serves another requirement";
      case BLOCKED -> "blocked by " + String.join(" or ", result.blockedBy());
      case NOT_APPLICABLE -> "no rule for it is in force on this date";
      case UNMET -> "not met" + measured(result.measure());
    };
  }

  private static String measured(@Nullable Measure measure) {
    return measure == null ? "" : ", " + words(measure);
  }

  private static String words(Measure measure) {
    BigDecimal has = measure.has();
    return "has "
        + (has == null ? "none" : has.toPlainString())
        + ", needs "
        + words(measure.operator())
        + measure.needs().toPlainString()
        + " "
        + measure.unit();
  }

  private static String words(Operator operator) {
    return switch (operator) {
      case LESS -> "less than ";
      case AT_MOST -> "at most ";
      case MORE -> "more than ";
      case AT_LEAST -> "at least ";
      case NOT_EQUAL -> "other than ";
      default -> "exactly ";
    };
  }

  private void evidence(List<Fact> evidence) {
    evidence.stream().limit(FACTS_SHOWN).forEach(fact -> lines.add("        by " + fact(fact)));
    if (evidence.size() > FACTS_SHOWN) {
      lines.add("        and " + (evidence.size() - FACTS_SHOWN) + " more");
    }
  }

  private void shortfall(Shortfall shortfall) {
    if (shortfall instanceof Shortfall.Amount amount) {
      lines.add("        " + words(amount.measure()) + " (" + amount.place() + ")");
    } else if (shortfall instanceof Shortfall.MissingFact missing) {
      lines.add("        missing: " + missing.condition() + " (" + missing.place() + ")");
      for (Shortfall.NearFact near : missing.nearest()) {
        String misses =
            String.join(
                " and ",
                near.misses().stream()
                    .map(
                        miss ->
                            miss.constraint()
                                + (miss.has().isEmpty() ? "" : " (has " + miss.has() + ")"))
                    .toList());
        lines.add("          near: " + fact(near.fact()) + " misses " + misses);
      }
    } else if (shortfall instanceof Shortfall.MissingCredential missing) {
      lines.add("        first earn " + String.join(" or ", missing.credentials()));
    } else if (shortfall instanceof Shortfall.MissingRequirement missing) {
      lines.add("        first meet " + String.join(" or ", missing.requirements()));
    } else if (shortfall instanceof Shortfall.Withdrawn withdrawn) {
      lines.add("        " + reason(withdrawn.held()) + ": " + fact(withdrawn.held().fact()));
    } else if (shortfall instanceof Shortfall.InUse inUse) {
      lines.add("        in use for " + String.join(" and ", inUse.requirements()) + ":");
      inUse.facts().forEach(fact -> lines.add("          " + fact(fact)));
    } else if (shortfall instanceof Shortfall.Lapsed lapsed) {
      lines.add("        achieved on " + lapsed.achieved() + ", valid until " + lapsed.until());
    } else if (shortfall instanceof Shortfall.Excluded excluded) {
      lines.add("        must not be: " + excluded.condition() + " (" + excluded.place() + ")");
      excluded.facts().forEach(fact -> lines.add("          is there: " + fact(fact)));
    } else {
      lines.add("        " + shortfall.condition() + " (" + shortfall.place() + ")");
    }
  }

  private static String reason(NotCounted notCounted) {
    return switch (notCounted.reason()) {
      case UNVETTED -> "not reviewed yet";
      case REVIEWER_NOT_AUTHORISED -> "reviewer not authorised";
      case VETTED_LATER -> "reviewed after this date";
      case REJECTED -> "rejected by the reviewer";
      case IN_PROGRESS -> "not completed yet";
      case IN_THE_FUTURE -> "after this date";
      case NOT_YET_VALID -> "not valid yet";
      case EXPIRED -> "expired";
      case SUSPENDED -> "suspended";
      case REVOKED -> "revoked";
      case FAILED -> "failed";
      case WITHDREW -> "withdrawn";
    };
  }

  /** The noun, what is known of it, and who vetted it. */
  private static String fact(Fact fact) {
    List<String> parts = new ArrayList<>();
    for (var component : fact.getClass().getRecordComponents()) {
      Object value = value(fact, component);
      if (value != null && !value.equals(false) && !(value instanceof Provenance)) {
        parts.add(component.getName() + " " + words(value));
      }
    }
    var vetting = fact.provenance().vetting();
    if (vetting.role() != null) {
      String reviewer = vetting.reviewer() == null ? "" : " " + vetting.reviewer();
      parts.add("vetted by" + reviewer + ", " + Ascii.toLowerCase(vetting.role().name()));
    }
    return fact.getClass().getSimpleName() + " (" + String.join(", ", parts) + ")";
  }

  private static String words(Object value) {
    return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }

  private static @Nullable Object value(Fact fact, java.lang.reflect.RecordComponent component) {
    try {
      return component.getAccessor().invoke(fact);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("reading " + Arrays.asList(component) + " failed", failure);
    }
  }

  /** Without control characters, which could move the cursor of a terminal. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", "\uFFFD");
  }
}
