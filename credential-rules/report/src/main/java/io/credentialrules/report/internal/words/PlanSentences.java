package io.credentialrules.report.internal.words;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans in words. */
public final class PlanSentences {
  private final Messages messages;
  private final Writing writing;
  private final Lexicon lexicon;
  private final ConditionSentences conditions;
  private final FactSentences facts;
  private final ShortfallSentences missing;
  private final PolicyIndex policy;

  PlanSentences(
      Messages messages,
      Writing writing,
      Lexicon lexicon,
      ConditionSentences conditions,
      FactSentences facts,
      ShortfallSentences missing,
      PolicyIndex policy) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.conditions = conditions;
    this.facts = facts;
    this.missing = missing;
    this.policy = policy;
  }

  /** A plan, a line for each step or for each reason why there is none. */
  public List<String> of(Plan plan) {
    if (plan instanceof Plan.AlreadyEarned) {
      return List.of(messages.say("plan.earned"));
    }
    if (plan instanceof Plan.Steps steps) {
      List<String> lines = new ArrayList<>();
      merged(steps.steps()).stream().map(this::step).forEach(lines::add);
      LocalDate waitUntil = steps.waitUntil();
      if (waitUntil != null) {
        lines.add(messages.say("plan.wait", "day", writing.date(waitUntil)));
      }
      return lines;
    }
    Plan.Unreachable unreachable = (Plan.Unreachable) plan;
    List<String> lines = new ArrayList<>();
    lines.add(messages.say(unreachable.isCertain() ? "plan.certain" : "plan.unknown"));
    if (unreachable.routes().isEmpty()) {
      lines.add(messages.say("plan.no-rule"));
    }
    for (Plan.ClosedRoute route : unreachable.routes()) {
      route.obstacles().stream().map(this::obstacle).distinct().forEach(lines::add);
    }
    return lines;
  }

  /** Steps that add to one amount are one: two meetings are said as two, not twice as one. */
  private static List<Plan.Step> merged(List<Plan.Step> steps) {
    Map<SourceSpan, Plan.Step> amounts = new LinkedHashMap<>();
    List<Plan.Step> merged = new ArrayList<>();
    for (Plan.Step step : steps) {
      BigDecimal adds = step.adds();
      Plan.Step before = adds == null || step.replaces() != null ? null : amounts.get(step.place());
      BigDecimal addedBefore = before == null ? null : before.adds();
      Plan.Step sum = step;
      if (before != null && adds != null && addedBefore != null) {
        sum = withAmount(step, addedBefore.add(adds));
        merged.set(merged.indexOf(before), sum);
      } else {
        merged.add(step);
      }
      if (adds != null && step.replaces() == null) {
        amounts.put(step.place(), sum);
      }
    }
    return merged;
  }

  private static Plan.Step withAmount(Plan.Step step, BigDecimal adds) {
    return new SummedStep(
        step.action(),
        step.credential(),
        step.requirement(),
        step.name(),
        step.fact(),
        step.replaces(),
        adds,
        step.measure(),
        step.condition(),
        step.place());
  }

  /** Several steps that add to one amount, told as one. */
  private record SummedStep(
      Plan.Action action,
      String credential,
      String requirement,
      String name,
      Fact fact,
      @Nullable Fact replaces,
      @Nullable BigDecimal adds,
      @Nullable Measure measure,
      String condition,
      SourceSpan place)
      implements Plan.Step {}

  /** One step, and the requirement that it is for. */
  public String step(Plan.Step step) {
    return messages.say(
        "plan.step", "step", action(step), "requirement", name(step.requirement(), step.name()));
  }

  /** The requirement by its name, or a condition of a credential rule by what it asks for. */
  private String name(String id, String name) {
    return id.matches(".*#[0-9]+")
        ? writing.quote(conditions.ofRequirement(id, name))
        : writing.quote(policy.name(id));
  }

  private String action(Plan.Step step) {
    Fact replaced = step.replaces();
    if (replaced == null) {
      return added(step);
    }
    VocabularyType type = facts.type(step.fact());
    var role = step.fact().provenance().vetting().role();
    return messages.say(
        "step." + step.action(),
        "one",
        type == null ? facts.of(replaced) : facts.noun(type, replaced).one(),
        "role",
        role == null ? "" : writing.quote(lexicon.role(role)),
        "fact",
        type == null ? "" : facts.details(type, replaced));
  }

  private String added(Plan.Step step) {
    BigDecimal adds = step.adds();
    Measure measure = step.measure();
    Amount amount = adds == null ? null : amount(step.place());
    if (adds == null || measure == null || amount == null) {
      return messages.say("step." + step.action(), "a", condition(step.place(), step.condition()));
    }
    boolean isCount = amount.key().equals("step.count");
    String said =
        messages.say(
            amount.key(),
            "more",
            isCount
                ? lexicon.count(adds, amount.things(), true)
                : lexicon.more(adds, measure.unit()),
            "amount",
            isCount
                ? lexicon.count(adds, amount.things(), false)
                : lexicon.exactAmount(adds, measure.unit()),
            "of",
            amount.things().of(),
            "many",
            amount.things().many());
    return messages.say(
        "step.has", "step", said, "has", missing.has(measure), "needs", missing.needs(measure));
  }

  private record Amount(String key, Noun things) {}

  private @Nullable Amount amount(SourceSpan place) {
    PolicyIndex.PlacedCondition placed = policy.condition(place);
    PolicyIndex.PlacedConstraint constraint = policy.constraint(place);
    Condition.Accumulate accumulate =
        placed != null && placed.condition() instanceof Condition.Accumulate own
            ? own
            : constraint == null ? null : constraint.accumulate();
    if (accumulate == null || accumulate.functions().isEmpty()) {
      return null;
    }
    VariableMeanings scope =
        placed != null ? placed.scope() : constraint == null ? null : constraint.scope();
    if (scope == null) {
      return null;
    }
    Noun things = conditions.things(accumulate, scope);
    Condition.Aggregate asked =
        constraint == null ? null : TotalSentences.function(constraint.constraint(), accumulate);
    Condition.Aggregate function = asked == null ? accumulate.functions().get(0) : asked;
    return switch (function.function()) {
      case "sum" -> new Amount("step.amount", things);
      case "count" -> new Amount("step.count", things);
      case "countDistinct" -> new Amount("step.distinct", things);
      default -> null;
    };
  }

  private String condition(SourceSpan place, String text) {
    PolicyIndex.PlacedCondition placed = policy.condition(place);
    return placed == null ? text : conditions.of(placed.condition(), placed.scope());
  }

  private String obstacle(Plan.Obstacle obstacle) {
    return messages.say(
        "obstacle",
        "requirement",
        name(obstacle.requirement(), obstacle.name()),
        "reason",
        messages.say(
            "obstacle." + obstacle.cause(),
            "c",
            condition(obstacle.place(), obstacle.condition())));
  }
}
