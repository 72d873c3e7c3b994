package io.credentialrules;

import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the credential rules say of one learner record on a date: a decision for each credential of
 * the catalogue. Immutable and safe to share between threads. Decisions are worked out when they
 * are asked for, each once at every call; the same rules, record and date give equal decisions,
 * whatever the order of facts.
 */
public interface Evaluation {

  /** The rules that decided. */
  CredentialRules rules();

  /** The record that was evaluated. */
  LearnerRecord record();

  /** The instant and zone for which it holds; its date is "today" for the rules. */
  ZonedDateTime asOf();

  /** The last day whose reviews are known; the date of evaluation where no other was given. */
  LocalDate knownOn();

  /** The digest of the policy, as {@link CredentialRules#digest()}. */
  String policyDigest();

  /** Whether a credential is earned; cheaper than its decision. Throws as {@link #decision}. */
  boolean isEarned(String credential);

  /** The ids of all credentials that are earned, in the order of the catalogue. */
  List<String> earned();

  /**
   * The credentials that are earned by a route and not held yet, in the order of the catalogue:
   * what is to be issued.
   */
  List<String> newlyEarned();

  /**
   * What was decided, without the reasons, small enough to keep and to compare with the next
   * evaluation.
   */
  default Outcome outcome() {
    return Outcome.of(this);
  }

  /**
   * The decision for one credential.
   *
   * @throws IllegalArgumentException when the catalogue has no such credential
   */
  Decision decision(String credential);

  /** The decisions for all credentials, in the order of the catalogue. */
  List<Decision> decisions();

  /**
   * The result of one requirement, whichever credential needs it. Throws {@link
   * IllegalArgumentException} for an unknown id.
   */
  RequirementResult requirement(String id);

  /**
   * What would earn a credential: a plan that was verified by evaluating again, or why there is
   * none. What is new in it happens on the date of evaluation. It costs many evaluations, all
   * within the time of {@link Limits#evaluationTime}. Throws as {@link #decision}.
   *
   * @throws LimitExceededException when finding it would take longer than the limits allow
   */
  Plan plan(String credential);

  /**
   * Plans for several credentials as one question: all within the time of one and within the work
   * of a few, counted so that the same are reached on every machine.
   *
   * @param credentials ids of credentials
   * @return the plan of each that was reached, in the order in which they were asked for; those
   *     that are not in it would have cost more
   * @throws IllegalArgumentException when the catalogue has no such credential
   * @throws LimitExceededException when finding them would take longer than the limits allow
   */
  Map<String, Plan> plans(Collection<String> credentials);

  /**
   * Up to so many plans for a credential, by what their steps cost. The first is the cheapest that
   * was found; each of the others leaves out something that one before it asks for, and needs
   * nothing that can be left out. Where waiting alone earns it, that is the first, and the others
   * earn it at once. Where there is nothing to do, or no plan, that is the only answer.
   *
   * @param most from 1 to 3
   * @throws IllegalArgumentException for another number, for an unknown credential, and when a type
   *     that has a cost is not in the vocabulary
   * @throws LimitExceededException when finding them would take longer than the limits allow
   */
  List<Plan> plans(String credential, StepCosts costs, int most);

  /**
   * The next day after the date of evaluation on which a credential is earned or lost if nothing is
   * added to the record, and which; null where that never happens. Reviews that the record dates
   * ahead are known from their day on. Each day counts as it is at the time of day of the
   * evaluation. It costs a look at every credential.
   *
   * @throws LimitExceededException when finding it would take longer than the limits allow
   */
  @Nullable Upcoming nextChange();

  /** All such changes up to and including a day, in order. Throws as {@link #nextChange}. */
  List<Upcoming> changes(LocalDate until);

  /**
   * The facts of the record that count, each once, in canonical order; the learner is one of them.
   * With those of {@link #notCounted} and {@link #duplicates} they are all facts.
   */
  List<Fact> counted();

  /** The facts of the record that do not count, with the reason, in canonical order. */
  List<NotCounted> notCounted();

  /**
   * The facts of the record that were left out because they equal another one, in canonical order,
   * once for each time: facts that are equal are one fact. Where they are two, such as two shifts
   * of one day, an {@code id} in their provenance tells them apart.
   */
  List<Fact> duplicates();

  /** The facts of the record whose dates contradict each other, in canonical order. */
  List<DateConflict> dateConflicts();

  /**
   * The texts of the record that no rule names, in fields in which rules name texts, each once, in
   * the canonical order of the facts: ids that were mistyped, or what this policy says nothing
   * about. Throws as {@link #decision}.
   */
  List<UnknownText> unknownTexts();

  /**
   * Waivers of the record that do not count because they name no requirement of the policy, or were
   * given in a role that may not vet evidence either, such as by the learner: reported, never
   * silently ignored.
   */
  List<Waiver> unknownWaivers();
}
