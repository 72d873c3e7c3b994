package io.credentialrules.report;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementState;
import io.credentialrules.Route;
import io.credentialrules.Shortfall;
import io.credentialrules.Waiver;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.report.internal.words.LanguageChoice;
import io.credentialrules.report.internal.words.Messages;
import io.credentialrules.report.internal.words.Speech;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Each part of an answer in words of a language: generated from the policy and the facts, so that
 * authors write nothing for it. What authors and records say stays as they wrote it and is not
 * escaped; whoever shows a sentence escapes it for the place where it is shown. Most sentences are
 * the middle of one: without a capital letter and without a full stop. Used by one thread.
 */
public final class Sentences {
  private final Speech speech;

  private Sentences(Speech speech) {
    this.speech = speech;
  }

  /** For what an evaluation answers; see {@link #of(CredentialRules, ZonedDateTime, Locale)}. */
  public static Sentences of(Evaluation evaluation, Locale locale) {
    return new Sentences(new Speech(evaluation, Messages.in(locale)));
  }

  /**
   * For answers of compiled rules.
   *
   * @param asOf the instant and zone of the evaluation, by which ages and days of validity are said
   * @param locale its language is one of the {@link #languages()}; in any other language the
   *     sentences are in English. Its region shapes numbers and dates
   */
  public static Sentences of(CredentialRules rules, ZonedDateTime asOf, Locale locale) {
    return new Sentences(new Speech(rules, asOf, Messages.in(locale)));
  }

  /** The languages that there are sentences in. */
  public static List<Locale> languages() {
    return Messages.LANGUAGES;
  }

  /**
   * The language that a reader likes best among the {@link #languages()}, with the region that the
   * reader named; English where none fits.
   *
   * @param acceptLanguage what a browser sends as {@code Accept-Language}, such as {@code
   *     fr-CA,fr;q=0.9,en;q=0.5}; null or empty for no wish, and what is malformed is passed over
   */
  public static Locale language(@Nullable String acceptLanguage) {
    return LanguageChoice.of(acceptLanguage);
  }

  /** As {@link #language(String)}, for ranges that were parsed already, best first. */
  public static Locale language(List<Locale.LanguageRange> wishes) {
    return LanguageChoice.of(wishes);
  }

  /** The text as the start of a sentence. */
  public String sentence(String text) {
    return speech.writing().sentence(text);
  }

  /** A number, exact up to six decimals. */
  public String number(BigDecimal number) {
    return speech.writing().number(number);
  }

  /** A date, written out. */
  public String date(LocalDate date) {
    return speech.writing().date(date);
  }

  /** An amount with its unit. */
  public String amount(BigDecimal number, String unit) {
    return speech.lexicon().amount(number, unit);
  }

  /** All of several things, joined. */
  public String all(List<String> items) {
    return speech.writing().and(items);
  }

  /** One of several things, joined. */
  public String any(List<String> items) {
    return speech.writing().or(items);
  }

  /** The name of a credential, or else of a requirement, or else the id itself. */
  public String name(String id) {
    return speech.policy().name(id);
  }

  /**
   * A condition of the policy, such as: at least 200 hours of apprenticeship at an approved site.
   *
   * @throws IllegalArgumentException when the condition is not one of the rules'
   */
  public String condition(Condition condition) {
    return speech.condition(condition);
  }

  /** What a requirement asks for: the author's name of it, or a sentence where it has none. */
  public String requirement(RequirementResult result) {
    return speech.requirements().of(result);
  }

  /** A state in a word or two. */
  public String state(RequirementState state) {
    return speech.messages().say("state." + state);
  }

  /** A named value of the policy that a requirement compares with, and since when it holds. */
  public String value(RequirementResult.ValueInUse value) {
    return speech.requirements().value(value);
  }

  /** Why a requirement is in its state, in one sentence; a waiver with who, when and why. */
  public String why(RequirementResult result) {
    return speech.requirements().why(result);
  }

  /** What there is and what is asked for. */
  public String measure(Measure measure) {
    return speech.missing().measure(measure);
  }

  /**
   * One thing that is missing, such as: 60 more hours of apprenticeship at an approved site are
   * needed: has 140 hours, needs at least 200 hours.
   */
  public String shortfall(Shortfall shortfall) {
    return speech.missing().of(shortfall);
  }

  /**
   * The facts that nearly fit, each with what it misses; facts of another name altogether are left
   * out.
   */
  public List<String> nearest(Shortfall.MissingFact missing) {
    return speech.nearest(missing);
  }

  /** The same of the groups of a total that do not count. */
  public List<String> nearest(Shortfall.Amount amount) {
    return speech.nearest(amount);
  }

  /** The same of a part of a requirement that does not hold. */
  public List<String> nearest(RequirementResult.Part part) {
    return speech.nearest(part);
  }

  /** What is known of a fact, without who vetted it. */
  public String fact(Fact fact) {
    return speech.facts().of(fact);
  }

  /** Who vetted a fact, in which role and when. */
  public String vetting(Fact fact) {
    return speech.facts().vetting(fact);
  }

  /** Who accepted a fact, in which role; null where nobody did. */
  public @Nullable String who(Fact fact) {
    return speech.facts().who(fact);
  }

  /** A fact that does not count, with the reason. */
  public String notCounted(NotCounted notCounted) {
    return speech.notCounted(notCounted);
  }

  /** That a fact of {@link Evaluation#duplicates} was left out, and what would tell them apart. */
  public String duplicate(Fact fact) {
    return speech.duplicate(fact);
  }

  /**
   * That a decision is shown without those of the credentials that come first.
   *
   * @param how what to write or choose, so that they are shown
   */
  public String elsewhere(String how) {
    return speech.elsewhere(how);
  }

  /** Who waived a requirement, in which role, when and why. */
  public String waiver(Waiver waiver) {
    return speech.requirements().waiver(waiver);
  }

  /** A decision in one sentence. */
  public String decision(Decision decision) {
    return speech.decision(decision);
  }

  /**
   * A plan: a line for each step, such as: 60 more hours of apprenticeship at an approved site, for
   * “At least 200 hours at an approved site”; or a line for each reason why there is none.
   */
  public List<String> plan(Plan plan) {
    return speech.plans().of(plan);
  }

  /**
   * The steps that each line of {@link #plan} is about, in the order of its lines: several where a
   * line says alike steps together, such as 3 more meetings; none where it says a day to wait for,
   * that nothing is left to do, or why there is no plan.
   */
  public List<List<Plan.Step>> steps(Plan plan) {
    return speech.plans().steps(plan);
  }

  /**
   * The heading of one of several plans, such as: plan 2 of 3, at a cost of 4.
   *
   * @param number from 1
   * @param of how many plans there are
   */
  public String planHeading(Plan.Steps plan, int number, int of) {
    return speech.plans().heading(plan, number, of);
  }

  /** One step of a plan, and the requirement that it is for. */
  public String step(Plan.Step step) {
    return speech.plans().step(step);
  }

  /** What becomes of a credential from one evaluation to another. */
  public String change(Difference.Change change) {
    return speech.changes().of(change);
  }

  /** That nothing changes from one evaluation to another. */
  public String nothingChanges() {
    return speech.messages().say("difference.none");
  }

  /** What made it so: a line for each requirement and setting that decides. */
  public List<String> reasons(Difference.Change change) {
    return speech.changes().reasons(change);
  }

  /** What the policy says where institutions differ, for one route. */
  public List<String> settings(Route route) {
    return speech.settings().of(route);
  }

  /** The language. */
  @Override
  public String toString() {
    return "sentences in " + speech.messages().locale().toLanguageTag();
  }
}
