package io.credentialrules.json;

import static io.credentialrules.json.CommonForms.CREDENTIAL;
import static io.credentialrules.json.CommonForms.FACT;
import static io.credentialrules.json.CommonForms.FACTS;
import static io.credentialrules.json.CommonForms.MEASURE;
import static io.credentialrules.json.CommonForms.PLACE;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.TRUTH;
import static io.credentialrules.json.ValueForms.list;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.Plan;
import java.math.BigDecimal;

/** The form of plans. */
final class PlanForms {
  private static final Form<Object> VALUE =
      ValueForms.form((value, out) -> out.text(text(value)), definitions -> Schema.text());

  private static final ObjectForm<Plan.Demand> DEMAND =
      ObjectForm.<Plan.Demand>named("demand")
          .with("field", NAME, Plan.Demand::field)
          .with("relation", word(Plan.Relation.class), Plan.Demand::relation)
          .with("values", list(VALUE), Plan.Demand::values)
          .with("steps", list(ValueForms.COUNT), Plan.Demand::steps)
          .with("isInCondition", TRUTH, Plan.Demand::isInCondition);

  private static final ObjectForm<Plan.Step> STEP =
      ObjectForm.<Plan.Step>named("step")
          .with("action", word(Plan.Action.class), Plan.Step::action)
          .with("cost", ValueForms.POSITIVE, Plan.Step::cost)
          .with("credential", NAME, Plan.Step::credential)
          .with("requirement", NAME, Plan.Step::requirement)
          .with("name", TEXT, Plan.Step::name)
          .with("fact", FACT, Plan.Step::fact)
          .with("demands", list(DEMAND), Plan.Step::demands)
          .optional("replaces", FACT, Plan.Step::replaces)
          .optional("adds", ValueForms.AMOUNT, Plan.Step::adds)
          .optional("measure", MEASURE, Plan.Step::measure)
          .with("condition", TEXT, Plan.Step::condition)
          .with("place", PLACE, Plan.Step::place);

  private static final ObjectForm<Plan.Obstacle> OBSTACLE =
      ObjectForm.<Plan.Obstacle>named("obstacle")
          .with("reason", word(Plan.Cause.class), Plan.Obstacle::cause)
          .with("isCertain", TRUTH, Plan.Obstacle::isCertain)
          .with("credential", NAME, Plan.Obstacle::credential)
          .with("requirement", NAME, Plan.Obstacle::requirement)
          .with("name", TEXT, Plan.Obstacle::name)
          .with("condition", TEXT, Plan.Obstacle::condition)
          .with("place", PLACE, Plan.Obstacle::place)
          .listed("facts", FACT, Plan.Obstacle::facts)
          .optional("measure", MEASURE, Plan.Obstacle::measure);

  private static final ObjectForm<Plan.ClosedRoute> CLOSED_ROUTE =
      ObjectForm.<Plan.ClosedRoute>named("closedRoute")
          .with("rule", TEXT, Plan.ClosedRoute::rule)
          .with("place", PLACE, Plan.ClosedRoute::place)
          .with("obstacles", list(OBSTACLE), Plan.ClosedRoute::obstacles);

  static final ChoiceForm<Plan> PLAN =
      ChoiceForm.<Plan>inPlace()
          .or(Plan.AlreadyEarned.class, PlanForms.<Plan.AlreadyEarned>plan("EARNED"))
          .or(
              Plan.Steps.class,
              PlanForms.<Plan.Steps>plan("STEPS")
                  .with("steps", list(STEP), Plan.Steps::steps)
                  .with("cost", ValueForms.LONG_COUNT, Plan.Steps::cost)
                  .with("isProvenSmallest", TRUTH, Plan.Steps::isProvenSmallest)
                  .optional("startOn", ValueForms.DATE, Plan.Steps::startOn)
                  .optional("waitUntil", ValueForms.DATE, Plan.Steps::waitUntil)
                  .with("facts", FACTS, plan -> plan))
          .or(
              Plan.Unreachable.class,
              PlanForms.<Plan.Unreachable>plan("UNREACHABLE")
                  .with("isCertain", TRUTH, Plan.Unreachable::isCertain)
                  .with("routes", list(CLOSED_ROUTE), Plan.Unreachable::routes)
                  .with("facts", FACTS, plan -> plan));

  private PlanForms() {}

  private static String text(Object value) {
    return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
  }

  private static <P extends Plan> ObjectForm<P> plan(String word) {
    return ObjectForm.<P>inPlace()
        .with("credential", CREDENTIAL, Plan::credential)
        .constant("plan", word);
  }
}
