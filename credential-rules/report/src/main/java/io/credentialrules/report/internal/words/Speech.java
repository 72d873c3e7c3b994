package io.credentialrules.report.internal.words;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.DateConflict;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.NotCounted;
import io.credentialrules.Progress;
import io.credentialrules.RequirementResult;
import io.credentialrules.Shortfall;
import io.credentialrules.Upcoming;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that can be said of the answers of some rules, in one language. */
public final class Speech {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final PolicyIndex policy;
  private final TotalSentences totals;
  private final ConditionSentences conditions;
  private final FactSentences facts;
  private final ShortfallSentences missing;
  private final NearFactSentences misses;
  private final SettingSentences settings;
  private final RequirementSentences requirements;
  private final PlanSentences plans;
  private final DifferenceSentences changes;

  /** For answers about any learner. */
  public Speech(CredentialRules rules, ZonedDateTime asOf, Messages messages) {
    this(rules, asOf, null, messages);
  }

  /** For what an evaluation answers. */
  public Speech(Evaluation evaluation, Messages messages) {
    this(evaluation.rules(), evaluation.asOf(), evaluation.record().policyDate(), messages);
  }

  private Speech(
      CredentialRules rules,
      ZonedDateTime asOf,
      @Nullable LocalDate policyDate,
      Messages messages) {
    this.messages = messages;
    this.writing = new Writing(messages);
    this.lexicon = new Terms(messages, writing, rules.vocabulary());
    this.policy = new PolicyIndex(rules, asOf.toLocalDate(), policyDate);
    ValuePhrases values = new ValuePhrases(messages, writing, lexicon, policy, this::total);
    ComparisonPhrases comparisons = new ComparisonPhrases(messages, lexicon, values);
    PatternPhrases phrases = new PatternPhrases(messages, writing, lexicon, values, comparisons);
    this.totals = new TotalSentences(messages, writing, lexicon, values, comparisons);
    this.conditions = new ConditionSentences(messages, writing, phrases, totals, policy);
    this.facts = new FactSentences(messages, writing, lexicon, values, rules.vocabulary(), asOf);
    this.missing =
        new ShortfallSentences(messages, writing, lexicon, conditions, totals, facts, policy);
    this.misses = new NearFactSentences(messages, lexicon, phrases, comparisons, facts, policy);
    this.settings = new SettingSentences(messages, writing);
    this.requirements =
        new RequirementSentences(messages, writing, lexicon, conditions, settings, missing, policy);
    this.plans = new PlanSentences(messages, writing, lexicon, conditions, facts, missing, policy);
    this.changes = new DifferenceSentences(messages, writing, requirements, missing);
  }

  private String total(VariableMeanings.OfTotal total, VariableMeanings scope) {
    if (scope.isBrief()) {
      return totals.phrases().brief(total.total(), scope);
    }
    VariableMeanings within = scope.brief();
    return totals.phrases().of(total.total(), conditions.things(total.of(), within), within);
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
  public Terms lexicon() {
    return lexicon;
  }

  /** What rules are called. */
  public PolicyIndex policy() {
    return policy;
  }

  /** Facts in words. */
  public FactSentences facts() {
    return facts;
  }

  /** What is missing, in words. */
  public ShortfallSentences missing() {
    return missing;
  }

  /** Requirements in words. */
  public RequirementSentences requirements() {
    return requirements;
  }

  /** Settings in words. */
  public SettingSentences settings() {
    return settings;
  }

  /** Plans in words. */
  public PlanSentences plans() {
    return plans;
  }

  /** Differences in words. */
  public DifferenceSentences changes() {
    return changes;
  }

  /** A condition of the policy. */
  public String condition(Condition condition) {
    PolicyIndex.PlacedCondition placed = policy.condition(condition.span());
    if (placed == null) {
      throw new IllegalArgumentException(
          "there is no condition at " + condition.span() + " in these rules");
    }
    return conditions.of(placed.condition(), placed.scope());
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

  /** The same of the groups that an amount lacks. */
  public List<String> nearest(Shortfall.Amount amount) {
    return nearest(amount.groups().stream().flatMap(group -> group.nearest().stream()));
  }

  /** The same of a part of a requirement. */
  public List<String> nearest(RequirementResult.Part part) {
    return nearest(part.nearest().stream());
  }

  private List<String> nearest(Stream<Shortfall.NearFact> facts) {
    return facts.filter(misses::isWorthTelling).map(this::near).distinct().toList();
  }

  /** A fact that does not count, with the reason. */
  public String notCounted(NotCounted notCounted) {
    return messages.say(
        "not-counted", "reason", facts.reason(notCounted), "fact", facts.of(notCounted.fact()));
  }

  /** That a fact was left out because it equals another one, and what would tell them apart. */
  public String duplicate(Fact fact) {
    return messages.say("duplicate", "fact", facts.of(fact));
  }

  /** That credentials which come first are not shown, and how they are. */
  public String elsewhere(String how) {
    return messages.say("elsewhere", "how", how);
  }

  /** That dates of a fact contradict each other. */
  public String dateConflict(DateConflict conflict) {
    return messages.say(
        "date-conflict." + conflict.kind(),
        "happened",
        writing.date(conflict.happened()),
        "other",
        writing.date(conflict.other()),
        "fact",
        facts.of(conflict.fact()));
  }

  /** What changes next, a sentence each for what is earned and what is lost. */
  public List<String> nextChange(Upcoming next) {
    List<String> said = new ArrayList<>();
    nextChange("next-change.earned", next, next.earned(), said);
    nextChange("next-change.lost", next, next.lost(), said);
    return said;
  }

  private void nextChange(String key, Upcoming next, List<String> ids, List<String> said) {
    if (!ids.isEmpty()) {
      said.add(
          messages.say(
              key,
              "date",
              writing.date(next.on()),
              "n",
              ids.size(),
              "names",
              writing.and(ids.stream().map(policy::name).map(writing::quote).toList())));
    }
  }

  /** Whether a credential has several rules, so that it is to be said which of them awards it. */
  public boolean hasSeveralRules(Credential credential) {
    return policy.hasSeveralRules(credential.id());
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

  /** That so many more are not shown. */
  public String more(int number) {
    return messages.say(
        "page.more", "n", number, "number", writing.number(BigDecimal.valueOf(number)));
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
