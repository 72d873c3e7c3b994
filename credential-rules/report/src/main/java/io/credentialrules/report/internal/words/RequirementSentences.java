package io.credentialrules.report.internal.words;

import io.credentialrules.Measure;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.policy.syntax.Condition;
import java.time.LocalDate;
import java.util.Objects;

/** What a requirement asks for, its state and why, in sentences. */
public final class RequirementSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ConditionSentences conditions;
  private final SettingSentences settings;
  private final ShortfallSentences missing;
  private final PolicyIndex policy;

  RequirementSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ConditionSentences conditions,
      SettingSentences settings,
      ShortfallSentences missing,
      PolicyIndex policy) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.conditions = conditions;
    this.settings = settings;
    this.missing = missing;
    this.policy = policy;
  }

  /** What a requirement asks for. */
  public String of(RequirementResult result) {
    return switch (result.kind()) {
      case REQUIREMENT -> result.name();
      case PREREQUISITE ->
          messages.say("requirement.PREREQUISITE", "name", writing.quote(policy.name(result.id())));
      case CONDITION ->
          messages.say(
              "requirement.CONDITION", "c", conditions.ofRequirement(result.id(), result.name()));
      case VALIDITY ->
          policy
              .validity(result.id(), result.name())
              .map(own -> messages.say("requirement.VALIDITY", "period", settings.period(own)))
              .orElse(result.name());
      case STANDING -> messages.say("requirement.STANDING");
    };
  }

  /** What a requirement is called, by its id and the name that a change gives it. */
  String called(String id, String name) {
    return id.matches(".*#[0-9]+")
        ? conditions.ofRequirement(id, name)
        : policy
            .validity(id, name)
            .map(own -> messages.say("requirement.VALIDITY", "period", settings.period(own)))
            .orElse(name);
  }

  /** The state of a requirement, and which of its rules met it. */
  public String word(RequirementResult result) {
    String metBy = result.metBy();
    return metBy == null
        ? messages.say("state." + result.state())
        : messages.say("state.met-by", "rule", writing.quote(metBy));
  }

  /** A part of a requirement, and its state. */
  public String part(RequirementResult.Part part) {
    Waiver waiver = part.waiver();
    Measure measure = part.measure();
    String name =
        part.kind() == RequirementResult.Kind.PREREQUISITE ? policy.name(part.id()) : part.name();
    String quoted = writing.quote(name);
    if (waiver != null) {
      return messages.say("part.waived", "name", quoted, "waiver", waiver(waiver));
    }
    LocalDate lapsedAfter = part.lapsedAfter();
    if (lapsedAfter != null) {
      return messages.say("part.lapsed", "name", quoted, "date", writing.date(lapsedAfter));
    }
    String state = messages.say("state." + part.state());
    return measure == null || part.state().isSatisfied()
        ? messages.say("part", "name", quoted, "state", state)
        : messages.say(
            "part.measure", "name", quoted, "state", state, "measure", missing.measure(measure));
  }

  /** A named value of the policy, and since when it holds. */
  public String value(RequirementResult.ValueInUse value) {
    LocalDate from = value.window().from();
    String key = value.isGiven() ? "value-in-use.given" : "value-in-use";
    return from == null
        ? messages.say(key, "name", writing.quote(value.called()), "value", value.value())
        : messages.say(
            "value-in-use.since",
            "name",
            writing.quote(value.called()),
            "value",
            value.value(),
            "date",
            writing.date(from));
  }

  /** Why a requirement is in its state. */
  public String why(RequirementResult result) {
    if (result.state() == RequirementState.WAIVED) {
      return waiver(Objects.requireNonNull(result.waiver()));
    }
    if (result.state() == RequirementState.BLOCKED) {
      return messages.say(
          dependsOnWhen(result) ? "why.BLOCKED.dated" : "why.BLOCKED",
          "names",
          writing.or(result.blockedBy().stream().map(policy::name).map(writing::quote).toList()));
    }
    boolean isOfTheCredential =
        result.kind() == RequirementResult.Kind.VALIDITY
            || result.kind() == RequirementResult.Kind.STANDING;
    return messages.say(
        "why." + (isOfTheCredential && !result.isSatisfied() ? result.kind() : result.state()));
  }

  /** Whether more may be missing, such as a wait, than the credentials that block a requirement. */
  private boolean dependsOnWhen(RequirementResult result) {
    return result.alternatives().stream()
        .flatMap(alternative -> alternative.shortfalls().stream())
        .filter(Shortfall.MissingCredential.class::isInstance)
        .map(missing -> policy.condition(missing.place()))
        .anyMatch(
            placed ->
                placed != null
                    && placed.condition() instanceof Condition.Pattern pattern
                    && placed.scope().asksWhenEarned(pattern));
  }

  /** Who waived a requirement, when and why. */
  public String waiver(Waiver waiver) {
    return messages.say(
        "waiver",
        "by",
        waiver.by(),
        "role",
        lexicon.role(waiver.role()),
        "date",
        writing.date(waiver.on()),
        "why",
        waiver.why());
  }
}
