package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to "what must I do?" for one credential: nothing, a few steps, or why no step helps. A
 * plan is verified before it is given: with exactly its facts the credential is earned on the date
 * of evaluation, and with any one of them left out it is not. Immutable.
 */
public sealed interface Plan {

  /** The credential that is aimed at. */
  Credential credential();

  /** It is earned already, so there is nothing to do. */
  record Earned(Credential credential) implements Plan {}

  /**
   * What would earn it.
   *
   * @param steps in the order in which to take them: what a prerequisite needs stands before what
   *     builds on it; never empty
   */
  record Steps(Credential credential, List<Step> steps) implements Plan {
    /** Copies the steps; a plan without steps would be earned. */
    public Steps {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException(
            "a plan for `" + credential.id() + "` without steps is earned");
      }
    }

    /**
     * A record as it would be after these steps: without what they replace, and with their facts.
     */
    public LearnerRecord appliedTo(LearnerRecord record) {
      List<Fact> facts = new ArrayList<>(record.facts());
      for (Step step : steps) {
        if (step.replaces() != null) {
          facts.removeIf(step.replaces()::equals);
        }
        facts.add(step.fact());
      }
      return new LearnerRecord(record.learner(), facts, record.waivers(), record.policyDate());
    }
  }

  /**
   * No further fact would earn it, or none was found.
   *
   * @param isCertain whether it is certain that nothing can; otherwise only that no plan was found
   * @param routes why, for each route in force, nearest first; empty when no rule is in force on
   *     the date
   */
  record Unreachable(Credential credential, boolean isCertain, List<ClosedRoute> routes)
      implements Plan {
    /** Copies the routes. */
    public Unreachable {
      routes = List.copyOf(routes);
    }
  }

  /** What a step asks for. */
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

  /**
   * One thing to do.
   *
   * @param action what to do
   * @param credential the credential that asks for it: the one aimed at, or one that comes first
   * @param requirement the id of the requirement of that credential
   * @param name the sentence of that requirement
   * @param fact exactly the fact that would then be in the record
   * @param replaces the fact of the record that it takes the place of; null for a new fact
   * @param adds how much the fact adds to the amount; null where it is not about an amount
   * @param measure the amount that is asked for, with what there is before any step; null where it
   *     is not about an amount
   * @param condition the condition of the policy that asks for the fact, as the author wrote it
   * @param place where that condition stands
   */
  record Step(
      Action action,
      String credential,
      String requirement,
      String name,
      Fact fact,
      @Nullable Fact replaces,
      @Nullable BigDecimal adds,
      @Nullable Measure measure,
      String condition,
      SourceSpan place) {
    /** Checks that an amount has its measure, and that only new facts replace nothing. */
    public Step {
      if ((adds == null) != (measure == null)) {
        throw new IllegalArgumentException("an amount that is added belongs to a measure");
      }
      boolean isNew = action == Action.ADD || action == Action.SIGN_OFF;
      if (isNew != (replaces == null)) {
        throw new IllegalArgumentException(action + " and the fact it replaces do not agree");
      }
    }
  }

  /**
   * A route to the credential that no plan was found for.
   *
   * @param rule the name of the credential rule
   * @param place where it stands
   * @param obstacles what stands in the way, in the order of the requirements; never empty
   */
  record ClosedRoute(String rule, SourceSpan place, List<Obstacle> obstacles) {
    /** Copies the obstacles. */
    public ClosedRoute {
      obstacles = List.copyOf(obstacles);
      if (obstacles.isEmpty()) {
        throw new IllegalArgumentException("a route that nothing stands in the way of is open");
      }
    }
  }

  /**
   * What stands in the way.
   *
   * @param reason why no further fact helps
   * @param isCertain whether it is certain that none does; otherwise only that none was found
   * @param credential the credential that asks for it: the one aimed at, or one that comes first
   * @param requirement the id of its requirement
   * @param name the sentence of that requirement
   * @param condition the condition of the policy that cannot be satisfied
   * @param place where it stands
   * @param facts the facts of the record that stand in the way, where there are some
   * @param measure the amount that is out of reach; null where it is not about an amount
   */
  record Obstacle(
      Reason reason,
      boolean isCertain,
      String credential,
      String requirement,
      String name,
      String condition,
      SourceSpan place,
      List<Fact> facts,
      @Nullable Measure measure) {
    /** Copies the facts. */
    public Obstacle {
      facts = List.copyOf(facts);
    }
  }

  /** Why no further fact helps. */
  enum Reason {
    /** It is about the learner: age, campus, role. */
    LEARNER,
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
