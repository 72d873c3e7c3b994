package io.credentialrules;

import java.time.Duration;

/**
 * Is told what rules do and how long it takes, such as for metrics. It learns numbers and names of
 * the policy, and nothing of a learner. Called by the thread that did the work, after the work;
 * what it throws reaches the caller, so it throws nothing. Without a listener no time is taken.
 */
public interface RulesListener {

  /** A policy was compiled. */
  default void compiled(Compiled event) {}

  /** A record was evaluated. */
  default void evaluated(Evaluated event) {}

  /** An evaluation was asked why, or what to do. */
  default void explained(Explained event) {}

  /** A policy or a record was refused, or a question to an evaluation. */
  default void refused(Refused event) {}

  /** What all events have. */
  interface Event {

    /** The digest of the policy. */
    String policyDigest();

    /** How long it took. */
    Duration time();
  }

  /** A policy that was compiled. */
  interface Compiled extends Event {

    /** How many rules it has. */
    int rules();

    /** How many credentials it awards. */
    int credentials();

    /** How many warnings there are. */
    int warnings();
  }

  /** A record that was evaluated. */
  interface Evaluated extends Event {

    /** How many facts the record has, but for the learner. */
    int facts();

    /** How many credentials are earned. */
    int earned();
  }

  /** A question that was answered. */
  interface Explained extends Event {

    /** What was asked. */
    Question question();
  }

  /** What was refused. */
  interface Refused extends Event {

    /** What was being done. Further stages may be added. */
    Stage stage();

    /**
     * The reason in a word: the name of the limit for a {@link LimitExceededException}, {@code
     * problems} for a policy with errors, {@code record} for a record that cannot be evaluated,
     * {@code id} for a question about an id that the policy does not have.
     */
    String reason();
  }

  /** What an evaluation is asked. Further questions may be added. */
  enum Question {
    /** {@link Evaluation#decision}. */
    DECISION,
    /** {@link Evaluation#decisions}. */
    DECISIONS,
    /** {@link Evaluation#requirement}. */
    REQUIREMENT,
    /** {@link Evaluation#plan}. */
    PLAN
  }

  /** What was being done when something was refused. */
  enum Stage {
    /** A policy was compiled. */
    COMPILE,
    /** A record was evaluated. */
    EVALUATE,
    /** An evaluation was asked. */
    EXPLAIN
  }
}
