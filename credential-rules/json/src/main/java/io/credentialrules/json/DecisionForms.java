package io.credentialrules.json;

import static io.credentialrules.json.CommonForms.FACT;
import static io.credentialrules.json.CommonForms.FACTS;
import static io.credentialrules.json.CommonForms.PLACE;
import static io.credentialrules.json.ValueForms.COUNT;
import static io.credentialrules.json.ValueForms.DATE;
import static io.credentialrules.json.ValueForms.NAME;
import static io.credentialrules.json.ValueForms.TEXT;
import static io.credentialrules.json.ValueForms.TIME;
import static io.credentialrules.json.ValueForms.list;
import static io.credentialrules.json.ValueForms.word;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Progress;
import io.credentialrules.Route;
import io.credentialrules.Upcoming;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.policy.CredentialSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of evaluations, and of the decisions in them. */
final class DecisionForms {
  private static final ObjectForm<Progress> PROGRESS =
      ObjectForm.<Progress>named("progress")
          .with("done", COUNT, Progress::done)
          .with("total", COUNT, Progress::total)
          .with("percent", ValueForms.PERCENT, Progress::percent);

  private static final ObjectForm<CredentialSettings> SETTINGS =
      ObjectForm.<CredentialSettings>named("settings")
          .optional("validFor", TEXT, settings -> text(settings.validFor()))
          .optional("validTo", TEXT, settings -> text(settings.validTo()))
          .optional(
              "renews",
              word(CredentialSettings.Renews.class),
              settings -> settings.validFor() == null ? null : settings.renews())
          .with("lapses", word(CredentialSettings.Lapses.class), CredentialSettings::lapses)
          .with(
              "versionBy", word(CredentialSettings.VersionBy.class), CredentialSettings::versionBy)
          .with(
              "evidence", word(CredentialSettings.EvidenceUse.class), CredentialSettings::evidence);

  private static final ObjectForm<Route> VERSION =
      ObjectForm.<Route>named("version")
          .optional("from", DATE, route -> route.window().from())
          .optional("until", DATE, route -> route.window().until())
          .with("chosenBy", DATE, Route::versionDate);

  private static final ObjectForm<AlignmentTarget> ALIGNMENT =
      ObjectForm.<AlignmentTarget>named("alignment")
          .with("name", TEXT, AlignmentTarget::name)
          .with("url", TEXT, AlignmentTarget::url)
          .optional("framework", TEXT, AlignmentTarget::framework)
          .optional("code", TEXT, AlignmentTarget::code);

  private static final ObjectForm<Route> ROUTE =
      ObjectForm.<Route>named("route")
          .with("rule", TEXT, Route::rule)
          .with("place", PLACE, Route::place)
          .with("progress", PROGRESS, Route::progress)
          .with("requirements", list(RequirementForms.REQUIREMENT), Route::requirements)
          .with("recommendations", list(RequirementForms.REQUIREMENT), Route::recommendations)
          .with("settings", SETTINGS, Route::settings)
          .with("version", VERSION, route -> route)
          .with("sources", list(TEXT), Route::sources)
          .optional("alignments", list(ALIGNMENT), route -> someOf(route.alignments()));

  private static final ObjectForm<Decision.Earned> EARNED =
      ObjectForm.<Decision.Earned>named("earned")
          .with("credential", CommonForms.CREDENTIAL, Decision.Earned::credential)
          .constant("decision", "EARNED")
          .optional("since", DATE, Decision.Earned::since)
          .optional("until", DATE, Decision.Earned::until)
          .optional("held", FACT, Decision.Earned::held)
          .optional("progress", PROGRESS, earned -> progress(routes(earned)))
          .with("routes", list(ROUTE), DecisionForms::routes);

  private static final ObjectForm<Decision.NotEarned> NOT_EARNED =
      ObjectForm.<Decision.NotEarned>named("notEarned")
          .with("credential", CommonForms.CREDENTIAL, Decision.NotEarned::credential)
          .constant("decision", "NOT_EARNED")
          .optional("progress", PROGRESS, missed -> progress(missed.routes()))
          .with("routes", list(ROUTE), Decision.NotEarned::routes)
          .listed("lapsed", CommonForms.NOT_COUNTED, Decision.NotEarned::lapsed)
          .optional("eligibleFrom", DATE, Decision.NotEarned::eligibleFrom);

  private static final ChoiceForm<Decision> DECISION =
      ChoiceForm.<Decision>named("decision")
          .or(Decision.Earned.class, EARNED)
          .or(Decision.NotEarned.class, NOT_EARNED);

  static final ObjectForm<Answer> EVALUATION =
      ObjectForm.<Answer>inPlace()
          .with("learner", NAME, answer -> answer.evaluation().record().learner().id())
          .with("asOf", TIME, answer -> answer.evaluation().asOf())
          .with("zone", NAME, answer -> answer.evaluation().asOf().getZone().getId())
          .with("policyDigest", NAME, answer -> answer.evaluation().policyDigest())
          .with("decisions", list(DECISION), Answer::decisions)
          .with(
              "notCounted",
              list(CommonForms.NOT_COUNTED),
              answer -> answer.evaluation().notCounted())
          .with(
              "unknownWaivers",
              list(CommonForms.WAIVER),
              answer -> answer.evaluation().unknownWaivers())
          .optional(
              "dateConflicts",
              list(CommonForms.DATE_CONFLICT),
              answer -> someOf(answer.evaluation().dateConflicts()))
          .optional("duplicates", list(LeftOut.FORM), answer -> someOf(answer.duplicates()))
          .optional("nextChange", CommonForms.UPCOMING, Answer::nextChange)
          .with("facts", FACTS, answer -> answer);

  private DecisionForms() {}

  /**
   * An evaluation with the decisions that are written.
   *
   * @param decisions in the order of the catalogue
   * @param duplicates empty too where a record is written that has each fact once
   * @param nextChange null where there is none, or where it is not asked for
   */
  record Answer(
      Evaluation evaluation,
      List<Decision> decisions,
      List<LeftOut> duplicates,
      @Nullable Upcoming nextChange) {

    /** With the record as it is audited: each fact once. */
    static Answer audited(Evaluation evaluation) {
      return new Answer(evaluation, evaluation.decisions(), List.of(), null);
    }
  }

  /** Null where there is none. */
  private static <T> @Nullable List<T> someOf(List<T> all) {
    return all.isEmpty() ? null : all;
  }

  private static List<Route> routes(Decision.Earned earned) {
    return earned.route() == null ? List.of() : List.of(earned.route());
  }

  private static @Nullable Progress progress(List<Route> routes) {
    return routes.isEmpty() ? null : routes.get(0).progress();
  }

  private static @Nullable String text(@Nullable Object period) {
    return period == null ? null : period.toString();
  }
}
