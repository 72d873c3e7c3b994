package io.credentialrules.json;

import static io.credentialrules.json.CommonForms.CREDENTIAL;
import static io.credentialrules.json.CommonForms.MEASURE;
import static io.credentialrules.json.ValueForms.LONG_COUNT;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.TIME;
import static io.credentialrules.json.ValueForms.list;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.Difference;
import io.credentialrules.Difference.Change;
import io.credentialrules.Difference.Detail;
import io.credentialrules.Difference.RequirementChange;
import io.credentialrules.Difference.Side;
import io.credentialrules.Impact;
import io.credentialrules.RequirementState;

/** The forms of differences between evaluations and of impacts of a change of policy. */
final class DifferenceForms {
  private static final ObjectForm<Side> SIDE =
      ObjectForm.<Side>named("side")
          .with("learner", NAME, Side::learner)
          .with("asOf", TIME, Side::asOf)
          .with("zone", NAME, side -> side.asOf().getZone().getId())
          .with("policyDigest", NAME, Side::policyDigest);

  private static final ObjectForm<RequirementChange> REQUIREMENT_CHANGE =
      ObjectForm.<RequirementChange>named("requirementChange")
          .with("id", NAME, RequirementChange::id)
          .with("name", TEXT, RequirementChange::name)
          .optional("before", word(RequirementState.class), RequirementChange::before)
          .optional("after", word(RequirementState.class), RequirementChange::after)
          .optional("measureBefore", MEASURE, RequirementChange::measureBefore)
          .optional("measureAfter", MEASURE, RequirementChange::measureAfter);

  private static final ObjectForm<Detail> DETAIL =
      ObjectForm.<Detail>named("detail")
          .with("name", NAME, Detail::name)
          .optional("before", TEXT, Detail::before)
          .optional("after", TEXT, Detail::after);

  private static final ObjectForm<Change> CHANGE =
      ObjectForm.<Change>named("change")
          .with("credential", CREDENTIAL, Change::credential)
          .with("kind", word(Difference.Kind.class), Change::kind)
          .with("presence", word(Difference.Presence.class), Change::presence)
          .with("requirements", list(REQUIREMENT_CHANGE), Change::requirements)
          .with(
              "decisive",
              list(TEXT),
              change -> change.decisive().stream().map(RequirementChange::id).toList())
          .with("details", list(DETAIL), Change::details);

  static final ObjectForm<Difference> DIFFERENCE =
      ObjectForm.<Difference>inPlace()
          .with("before", SIDE, Difference::before)
          .with("after", SIDE, Difference::after)
          .with("changes", list(CHANGE), Difference::changes);

  private static final ObjectForm<Impact.Count> EFFECTS_OF_CREDENTIAL =
      ObjectForm.<Impact.Count>named("count")
          .with("credential", NAME, Impact.Count::credential)
          .with("before", LONG_COUNT, Impact.Count::before)
          .with("after", LONG_COUNT, Impact.Count::after)
          .with("gained", LONG_COUNT, Impact.Count::gained)
          .with("lost", LONG_COUNT, Impact.Count::lost);

  private static final ObjectForm<Impact.Effect> EFFECT =
      ObjectForm.<Impact.Effect>named("effect")
          .with("learner", NAME, Impact.Effect::learner)
          .with("changes", list(CHANGE), Impact.Effect::changes);

  private static final ObjectForm<Impact.Failure> FAILURE =
      ObjectForm.<Impact.Failure>named("failure")
          .with("learner", NAME, Impact.Failure::learner)
          .with("limit", NAME, Impact.Failure::limit)
          .with("message", TEXT, Impact.Failure::message);

  static final ObjectForm<Impact> IMPACT =
      ObjectForm.<Impact>inPlace()
          .with("asOf", TIME, Impact::asOf)
          .with("zone", NAME, impact -> impact.asOf().getZone().getId())
          .with("policyBefore", NAME, Impact::policyBefore)
          .with("policyAfter", NAME, Impact::policyAfter)
          .with("records", LONG_COUNT, Impact::records)
          .with("counts", list(EFFECTS_OF_CREDENTIAL), Impact::counts)
          .with("effects", list(EFFECT), Impact::effects)
          .with("failures", list(FAILURE), Impact::failures);

  private DifferenceForms() {}
}
