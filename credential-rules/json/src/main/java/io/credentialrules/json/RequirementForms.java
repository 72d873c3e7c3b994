package io.credentialrules.json;

import static io.credentialrules.json.CommonForms.FACT;
import static io.credentialrules.json.CommonForms.PLACE;
import static io.credentialrules.json.ValueForms.DATE;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.TRUTH;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Part;
import io.credentialrules.RequirementResult.ValueInUse;
import io.credentialrules.RequirementState;

/** The form of a requirement's result, without the shortfalls in it. */
final class RequirementForms {
  private static final ObjectForm<Alternative> ALTERNATIVE =
      ObjectForm.<Alternative>named("alternative")
          .with("rule", TEXT, Alternative::rule)
          .with("place", PLACE, Alternative::place)
          .listed("shortfalls", ShortfallForms.SHORTFALL, Alternative::shortfalls);

  private static final ObjectForm<Part> PART =
      ObjectForm.<Part>named("part")
          .with("kind", word(RequirementResult.Kind.class), Part::kind)
          .with("id", TEXT, Part::id)
          .with("name", TEXT, Part::name)
          .with("state", word(RequirementState.class), Part::state)
          .optional("measure", CommonForms.MEASURE, Part::measure)
          .optional("waiver", CommonForms.WAIVER, Part::waiver)
          .optional("lapsedAfter", DATE, Part::lapsedAfter)
          .optional(
              "nearest",
              ValueForms.list(ShortfallForms.NEAR_FACT),
              part -> part.nearest().isEmpty() ? null : part.nearest());

  private static final ObjectForm<ValueInUse> VALUE =
      ObjectForm.<ValueInUse>named("value")
          .with("name", TEXT, ValueInUse::name)
          .with("called", TEXT, ValueInUse::called)
          .with("value", TEXT, ValueInUse::value)
          .optional("from", DATE, value -> value.window().from())
          .optional("until", DATE, value -> value.window().until())
          .with("given", TRUTH, ValueInUse::isGiven);

  static final ObjectForm<RequirementResult> REQUIREMENT =
      ObjectForm.<RequirementResult>named("requirement")
          .with("id", NAME, RequirementResult::id)
          .with("kind", word(RequirementResult.Kind.class), RequirementResult::kind)
          .with("name", TEXT, RequirementResult::name)
          .with("state", word(RequirementState.class), RequirementResult::state)
          .listed("evidence", FACT, RequirementResult::evidence)
          .optional("measure", CommonForms.MEASURE, RequirementResult::measure)
          .listed("notCounted", CommonForms.NOT_COUNTED, RequirementResult::notCounted)
          .listed("blockedBy", TEXT, RequirementResult::blockedBy)
          .listed("alternatives", ALTERNATIVE, RequirementResult::alternatives)
          .optional("waiver", CommonForms.WAIVER, RequirementResult::waiver)
          .optional("metBy", TEXT, RequirementResult::metBy)
          .optional(
              "parts",
              ValueForms.list(PART),
              requirement -> requirement.parts().isEmpty() ? null : requirement.parts())
          .optional(
              "values",
              ValueForms.list(VALUE),
              requirement -> requirement.values().isEmpty() ? null : requirement.values());

  private RequirementForms() {}
}
