package io.credentialrules.report.internal.words;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.NotCounted;
import io.credentialrules.Progress;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.policy.Condition;
import io.credentialrules.vocabulary.Learner;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Everything that can be said of the answers of some rules, in one language. */
public final class Speech {
  private final Messages messages;
  private final Writing writing;
  private final Lexicon lexicon;
  private final Policy policy;
  private final Conditions conditions;
  private final Facts facts;
  private final Missing missing;
  private final Misses misses;
  private final Settings settings;
  private final Plans plans;
  private final Changes changes;

  /** For answers of compiled rules. */
  public Speech(CredentialRules rules, ZonedDateTime asOf, Locale locale) {
    this.messages = Messages.in(locale);
    this.writing = new Writing(messages);
    this.lexicon = new Lexicon(messages, writing, rules.vocabulary());
    this.policy = new Policy(rules);
    Values values = new Values(messages, writing, lexicon, policy);
    Comparisons comparisons = new Comparisons(messages, lexicon, values);
    Phrases phrases = new Phrases(messages, writing, lexicon, values, comparisons);
    Totals totals = new Totals(messages, writing, lexicon, values, comparisons);
    this.conditions = new Conditions(messages, writing, phrases, totals, policy);
    this.facts = new Facts(messages, writing, lexicon, values, rules.vocabulary(), asOf);
    this.missing = new Missing(messages, writing, lexicon, conditions, totals, facts, policy);
    this.misses = new Misses(messages, lexicon, phrases, comparisons, facts, policy);
    this.settings = new Settings(messages, writing);
    this.plans = new Plans(messages, writing, lexicon, conditions, facts, missing, policy);
    this.changes = new Changes(messages, writing, missing);
  }

  /** The messages. */
  public Messages messages() {
    return messages;
  }

  /** Numbers, dates and lists. */
  public Writing writing() {
    return writing;
  }

  /** What things are called. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** What rules are called. */
  public Policy policy() {
    return policy;
  }

  /** Facts in words. */
  public Facts facts() {
    return facts;
  }

  /** What is missing, in words. */
  public Missing missing() {
    return missing;
  }

  /** Settings in words. */
  public Settings settings() {
    return settings;
  }

  /** Plans in words. */
  public Plans plans() {
    return plans;
  }

  /** Differences in words. */
  public Changes changes() {
    return changes;
  }

  /** A condition of the policy. */
  public String condition(Condition condition) {
    Policy.Placed placed = policy.condition(condition.span());
    if (placed == null) {
      throw new IllegalArgumentException(
          "there is no condition at " + condition.span() + " in these rules");
    }
    return conditions.of(placed.condition(), placed.scope());
  }

  /** What a requirement asks for. */
  public String requirement(RequirementResult result) {
    return switch (result.kind()) {
      case REQUIREMENT -> result.name();
      case PREREQUISITE ->
          messages.say("requirement.PREREQUISITE", "name", writing.quote(policy.name(result.id())));
      case CONDITION -> condition(result);
      case VALIDITY ->
          policy
              .validity(result.id(), result.name())
              .map(period -> messages.say("requirement.VALIDITY", "period", writing.period(period)))
              .orElse(result.name());
      case STANDING -> messages.say("requirement.STANDING");
    };
  }

  private String condition(RequirementResult result) {
    String credential = result.id().substring(0, result.id().lastIndexOf('#'));
    Policy.Placed placed = policy.conditionOf(credential, result.name());
    return placed == null
        ? result.name()
        : messages.say(
            "requirement.CONDITION", "c", conditions.of(placed.condition(), placed.scope()));
  }

  /** Why a requirement stands where it does. */
  public String why(RequirementResult result) {
    if (result.state() == RequirementState.WAIVED) {
      return waiver(Objects.requireNonNull(result.waiver()));
    }
    if (result.state() == RequirementState.BLOCKED) {
      return messages.say(
          "why.BLOCKED",
          "names",
          writing.or(result.blockedBy().stream().map(policy::name).map(writing::quote).toList()));
    }
    return messages.say("why." + result.state());
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

  /** A fact that nearly fits, and what it misses. */
  public String near(Shortfall.NearFact near) {
    return messages.say(
        near.fact() instanceof Learner ? "short.near" : "short.nearest",
        "fact",
        facts.of(near.fact()),
        "misses",
        misses.of(near, writing));
  }

  /**
   * The facts that nearly fit and are worth telling: those that are what is asked for in some way,
   * and not of another name altogether.
   */
  public List<String> nearest(Shortfall.MissingFact missing) {
    return missing.nearest().stream()
        .filter(near -> misses.isWorthTelling(near, missing.place()))
        .map(this::near)
        .toList();
  }

  /** A fact that does not count, with the reason. */
  public String notCounted(NotCounted notCounted) {
    return messages.say(
        "not-counted", "reason", facts.reason(notCounted), "fact", facts.of(notCounted.fact()));
  }

  /** How many of the requirements are met. */
  public String progress(Progress progress) {
    return messages.say(
        "decision.progress",
        "n",
        progress.done(),
        "total",
        progress.total(),
        "done",
        writing.number(BigDecimal.valueOf(progress.done())),
        "totalText",
        writing.number(BigDecimal.valueOf(progress.total())));
  }

  /** A decision in one sentence. */
  public String decision(Decision decision) {
    String name = writing.quote(decision.credential().name());
    if (decision.isEarned()) {
      return messages.say("decision.sentence.earned", "name", name);
    }
    Decision.NotEarned notEarned = (Decision.NotEarned) decision;
    return messages.say(
        "decision.sentence.not-earned",
        "name",
        name,
        "progress",
        notEarned.routes().isEmpty()
            ? messages.say("decision.no-rule")
            : progress(notEarned.routes().get(0).progress()));
  }
}
