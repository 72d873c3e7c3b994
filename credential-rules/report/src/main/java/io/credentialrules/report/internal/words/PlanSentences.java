package io.credentialrules.report.internal.words;

import io.credentialrules.Measure;
import io.credentialrules.Plan;
import io.credentialrules.policy.Operator;
import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Plans in words. */
public final class PlanSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ConditionSentences conditions;
  private final FactSentences facts;
  private final ShortfallSentences missing;
  private final DemandSentences demands;
  private final PolicyIndex policy;

  PlanSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
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
    this.demands = new DemandSentences(messages, writing, lexicon, facts);
    this.policy = policy;
  }

  /** A plan, a line for each step or for each reason why there is none. */
  public List<String> of(Plan plan) {
    if (plan instanceof Plan.AlreadyEarned) {
      return List.of(messages.say("plan.earned"));
    }
    if (plan instanceof Plan.Steps steps) {
      List<String> lines = new ArrayList<>();
      List<PlanLine> merged = PlanLine.merged(steps.steps());
      boolean hasCosts = steps.steps().stream().anyMatch(step -> step.cost() != 1);
      for (PlanLine line : merged) {
        int first = steps.startOn() == null ? 0 : 1;
        String said = step(line, number -> first + PlanLine.line(merged, number));
        lines.add(
            hasCosts
                ? messages.say(
                    "plan.cost",
                    "step",
                    said,
                    "cost",
                    writing.number(BigDecimal.valueOf(line.cost())))
                : said);
      }
      LocalDate startOn = steps.startOn();
      if (startOn != null) {
        lines.add(0, messages.say("plan.wait", "day", writing.date(startOn)));
      }
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

  /** The steps that each line of a plan is about, in the order of the lines. */
  public List<List<Plan.Step>> steps(Plan plan) {
    List<List<Plan.Step>> lines = new ArrayList<>();
    if (plan instanceof Plan.Steps steps) {
      PlanLine.merged(steps.steps())
          .forEach(line -> lines.add(line.own().stream().map(steps.steps()::get).toList()));
      if (steps.startOn() != null) {
        lines.add(0, List.of());
      }
      if (steps.waitUntil() != null) {
        lines.add(List.of());
      }
    } else {
      of(plan).forEach(line -> lines.add(List.of()));
    }
    return List.copyOf(lines);
  }

  /** Which of several plans it is, and what it costs. */
  public String heading(Plan.Steps plan, int number, int of) {
    return messages.say(
        plan.waitUntil() != null && plan.steps().isEmpty() ? "plan.of" : "plan.of-at-cost",
        "number",
        writing.number(BigDecimal.valueOf(number)),
        "count",
        writing.number(BigDecimal.valueOf(of)),
        "cost",
        writing.number(BigDecimal.valueOf(plan.cost())));
  }

  /** One step, and the requirement that it is for. */
  public String step(Plan.Step step) {
    return step(new PlanLine(List.of(), step, step.adds(), false), number -> number + 1);
  }

  /** The requirement by its name, or a condition of a credential rule by what it asks for. */
  private String name(String id, String name) {
    return writing.quote(conditions.called(id, name));
  }

  private String step(PlanLine line, IntUnaryOperator places) {
    Plan.Step step = line.step();
    return messages.say(
        "plan.step",
        "step",
        demands.with(action(step, line.adds()), step, line.own(), places),
        "requirement",
        name(step.requirement(), step.name()));
  }

  private String action(Plan.Step step, @Nullable BigDecimal adds) {
    Fact replaced = step.replaces();
    if (replaced == null) {
      return added(step, adds);
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

  private String added(Plan.Step step, @Nullable BigDecimal adds) {
    Measure measure = step.measure();
    Amount amount = adds == null || measure == null ? null : amount(step.place(), measure.unit());
    if (adds == null || measure == null || amount == null) {
      String asked = condition(step.place(), step.condition());
      VocabularyType type = facts.type(step.fact());
      if (type == null || !isOfTotal(step.place())) {
        return messages.say("step." + step.action(), "a", asked);
      }
      boolean isSaid = name(step.requirement(), step.name()).equals(writing.quote(asked));
      return isSaid
          ? messages.say("step." + step.action(), "a", summand(step, type))
          : messages.say("step.total", "a", thing(step, type), "c", asked);
    }
    boolean isCount = amount.key().equals("step.count");
    String said =
        messages.say(
            amount.key(),
            "more",
            isCount
                ? lexicon.count(adds, amount.things(), true)
                : lexicon.more(adds, measure.unit(), amount.of()),
            "amount",
            isCount
                ? lexicon.count(adds, amount.things(), false)
                : lexicon.exactAmount(adds, measure.unit(), amount.of()),
            "of",
            amount.things().of(),
            "many",
            amount.things().many());
    if (isMoreThanLacking(adds, measure)) {
      return said;
    }
    return messages.say(
        isLessThanLacking(adds, measure) ? "step.has.others" : "step.has",
        "step",
        said,
        "has",
        missing.measures().has(measure, amount.of()),
        "needs",
        missing.measures().needs(measure, amount.of()));
  }

  /** Whether so much is there for another total as well, which needs more than this one. */
  private static boolean isMoreThanLacking(BigDecimal adds, Measure measure) {
    BigDecimal has = measure.has();
    return has != null
        && measure.operator() == Operator.AT_LEAST
        && adds.compareTo(measure.needs().subtract(has)) > 0;
  }

  /** Whether other steps add to the amount too, for this total or for others. */
  private static boolean isLessThanLacking(BigDecimal adds, Measure measure) {
    BigDecimal has = measure.has();
    return has != null && adds.compareTo(measure.needs().subtract(has)) < 0;
  }

  /** Whether a total is asked for, of which the sentence does not say what there has to be. */
  private boolean isOfTotal(SourceSpan place) {
    PolicyIndex.PlacedCondition condition = policy.condition(place);
    PolicyIndex.PlacedConstraint constraint = policy.constraint(place);
    return condition == null
        ? constraint != null && constraint.accumulate() != null
        : condition.condition() instanceof Condition.Accumulate total
            && !total.constraints().isEmpty();
  }

  /** One of what is totalled, with all that its pattern says. */
  private String summand(Plan.Step step, VocabularyType type) {
    Totalled totalled = Totalled.at(step.place(), policy);
    return totalled == null
        ? thing(step, type)
        : conditions.things(totalled.total(), totalled.scope()).a();
  }

  /** What there has to be; by its kind, where the kind is asked for. */
  private String thing(Plan.Step step, VocabularyType type) {
    boolean isOfKind = step.demands().stream().anyMatch(demand -> demand.field().equals("type"));
    return isOfKind ? facts.noun(type, step.fact()).a() : lexicon.noun(type).a();
  }

  private record Amount(String key, Noun things, @Nullable VocabularyType of) {}

  private @Nullable Amount amount(SourceSpan place, String unit) {
    Totalled totalled = Totalled.at(place, policy);
    if (totalled == null || totalled.total().functions().isEmpty()) {
      return null;
    }
    Noun things = conditions.things(totalled.total(), totalled.scope());
    return switch (totalled.function(unit, messages)) {
      case "sum" -> new Amount("step.amount", things, null);
      case "count" -> new Amount("step.count", things, null);
      case "countDistinct" -> new Amount("step.distinct", things, totalled.counted());
      default -> null;
    };
  }

  private String condition(SourceSpan place, String text) {
    PolicyIndex.PlacedCondition placed = policy.condition(place);
    return placed == null ? text : conditions.of(placed.condition(), placed.scope());
  }

  private String obstacle(Plan.Obstacle obstacle) {
    PolicyIndex.PlacedCondition placed = policy.condition(obstacle.place());
    boolean isOfEach =
        obstacle.cause() == Plan.Cause.EXCLUDED
            && placed != null
            && placed.condition() instanceof Condition.ForAll;
    return messages.say(
        "obstacle",
        "requirement",
        name(obstacle.requirement(), obstacle.name()),
        "reason",
        messages.say(
            "obstacle." + (isOfEach ? "EACH" : obstacle.cause()),
            "c",
            condition(obstacle.place(), obstacle.condition())));
  }
}
