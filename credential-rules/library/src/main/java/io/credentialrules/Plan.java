package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "what must I do?" for one credential: nothing, a few steps, or why no step helps. A
 * plan is verified before it is given: with exactly its facts the credential is earned on the date
 * of evaluation, or on the day to wait for, and with any one of them left out it is not. Immutable.
 */
public sealed interface Plan {

  /** The credential that is aimed at. */
  Credential credential();

  /** It is earned already, so there is nothing to do. */
  non-sealed interface AlreadyEarned extends Plan {}

  /** What would earn it. */
  non-sealed interface Steps extends Plan {

    /**
     * In the order in which to take them: what a prerequisite needs comes before what builds on it;
     * empty only where waiting alone earns it.
     */
    List<Step> steps();

    /**
     * The first step: to wait until this day, on which the others are to be taken; null where they
     * can be taken at once.
     */
    @Nullable LocalDate startOn();

    /**
     * The last step: to wait until this day, on which the credential is earned if nothing else is
     * added; null where it is earned at once. Where steps say days that are to come, the last of
     * them is no later.
     */
    @Nullable LocalDate waitUntil();

    /**
     * Whether it is certain that no other facts earn it on the same date at a smaller cost, which
     * is no fewer of them where each costs as much; otherwise only that none were found. Left aside
     * are credentials of the policy that are held from elsewhere, and facts that would have to have
     * happened already and are not on record.
     */
    boolean isProvenSmallest();

    /** What the steps cost together; waiting costs nothing. */
    long cost();

    /**
     * A record as it would be after these steps: without what they replace, and with their facts.
     */
    LearnerRecord appliedTo(LearnerRecord record);
  }

  /** No further fact would earn it, or none was found. */
  non-sealed interface Unreachable extends Plan {

    /** Whether it is certain that nothing can; otherwise only that no plan was found. */
    boolean isCertain();

    /** Why, for each route in force, nearest first; empty when no rule is in force on the date. */
    List<ClosedRoute> routes();
  }

  /** What a step needs. */
  enum Action {
    /** A fact of the record is reviewed and accepted. */
    REVIEW,
    /** Work that is in progress is completed. */
    COMPLETE,
    /** A fact whose validity has ended is renewed. */
    RENEW,
    /** Somebody signs off. */
    SIGN_OFF,
    /** Something new. */
    ADD
  }

  /** One thing to do. */
  interface Step {

    /** What to do. */
    Action action();

    /** What it costs: 1, unless the host says otherwise. */
    int cost();

    /** The credential that asks for it: the one aimed at, or one that comes first. */
    String credential();

    /** The id of the requirement of that credential. */
    String requirement();

    /** The sentence of that requirement. */
    String name();

    /** A fact that would do: the one that the plan was tried with. */
    Fact fact();

    /**
     * What such a fact must be like, all of it: whatever is so does as well as {@link #fact()},
     * with the other steps done in any way that they allow. Of what is replaced only what is said
     * changes, and amounts only grow; of a new fact the fields that are not named can be anything,
     * and where no date is said it happens on the date of evaluation, or on that of {@link
     * Steps#startOn()}. In the order of the fields.
     */
    List<Demand> demands();

    /** The fact of the record that it takes the place of; null for a new fact. */
    @Nullable Fact replaces();

    /** How much the fact adds to the amount; null where it is not about an amount. */
    @Nullable BigDecimal adds();

    /**
     * The amount that is asked for, with what there is before any step; null where it is not about
     * an amount.
     */
    @Nullable Measure measure();

    /** The condition of the policy that asks for the fact, as the author wrote it. */
    String condition();

    /** The place of that condition. */
    SourceSpan place();
  }

  /** What a field of a step's fact must be like. */
  interface Demand {

    /** The field. */
    String field();

    /** How its value relates to those that are named. */
    Relation relation();

    /**
     * The values: texts, words by their names, amounts, dates, or whether it is so; empty where
     * steps are named.
     */
    List<Object> values();

    /** The numbers of other steps, from 0, whose same field is meant; empty where values are. */
    List<Integer> steps();

    /** Whether the condition of the step says it already, in the author's words. */
    boolean isInCondition();
  }

  /** How a field relates to values or to other steps. */
  enum Relation {
    /** It has a value, whatever it is. */
    GIVEN,
    /** It has no value. */
    ABSENT,
    /** It is one of the values. */
    ONE_OF,
    /** It is one of the values, or not given. */
    ONE_OF_OR_ABSENT,
    /** It is none of the values, or not given. */
    NONE_OF,
    /** It is the value or more; a date, or later. */
    AT_LEAST,
    /** It is the value or less; a date, or earlier. */
    AT_MOST,
    /** It has these texts, and no others. */
    EXACTLY,
    /** It has these texts, and may have others. */
    INCLUDES,
    /** It has none of these texts, and may have others. */
    EXCLUDES,
    /** It is the same as in the step. */
    SAME,
    /** It is not the same as in any of the steps. */
    DIFFERENT
  }

  /** A route to the credential that no plan was found for. */
  interface ClosedRoute {

    /** The name of the credential rule. */
    String rule();

    /** Its state. */
    SourceSpan place();

    /** The obstacles, in the order of the requirements; never empty. */
    List<Obstacle> obstacles();
  }

  /** An obstacle. */
  interface Obstacle {

    /** Why no further fact helps. */
    Cause cause();

    /** Whether it is certain that none does; otherwise only that none was found. */
    boolean isCertain();

    /** The credential that asks for it: the one aimed at, or one that comes first. */
    String credential();

    /** The id of its requirement. */
    String requirement();

    /** The sentence of that requirement. */
    String name();

    /** The condition of the policy that cannot be satisfied. */
    String condition();

    /** Its state. */
    SourceSpan place();

    /** The facts of the record that are the obstacle, where there are some. */
    List<Fact> facts();

    /** The amount that is out of reach; null where it is not about an amount. */
    @Nullable Measure measure();
  }

  /** Why no further fact helps. */
  enum Cause {
    /** It is about the learner: age, campus, role. */
    LEARNER,
    /** It is about a fact that only the institution states, such as an enrolment. */
    INSTITUTION,
    /** Something is there that must not be. */
    EXCLUDED,
    /** An amount is already past its upper bound. */
    TOO_MUCH,
    /** No rule for it is in force on the date. */
    NOT_IN_FORCE,
    /** The credential was suspended or revoked, and first has to be reinstated. */
    REVOKED,
    /**
     * It had to happen before the date of evaluation. Never certain: it may have happened, and not
     * be in the record yet.
     */
    TOO_LATE,
    /** No fact was found that satisfies it, together with those that are there. */
    NOT_FOUND
  }
}
