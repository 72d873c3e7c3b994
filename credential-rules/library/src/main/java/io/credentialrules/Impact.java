package io.credentialrules;

import io.credentialrules.internal.batch.InOrder;
import io.credentialrules.internal.compare.Impacts;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What a change of policy does to many learners: who gains a credential, who loses one, and which
 * requirement did it. Immutable.
 */
public interface Impact {

  /** The instant for which both policies were evaluated. */
  ZonedDateTime asOf();

  /** The digest of the policy before. */
  String policyBefore();

  /** The digest of the policy after. */
  String policyAfter();

  /** How many records were evaluated, those in {@code failures} included. */
  long records();

  /** For each credential of either policy how many learners earn it, by id. */
  List<Count> counts();

  /** The learners who gain or lose something, in the order of the records. */
  List<Effect> effects();

  /** The records that could not be evaluated, in their order. */
  List<Failure> failures();

  /** How many learners earn a credential. */
  interface Count {

    /** Its id. */
    String credential();

    /** By the policy before. */
    long before();

    /** By the policy after. */
    long after();

    /** By the one after only. */
    long gained();

    /** By the one before only. */
    long lost();
  }

  /** What one learner gains and loses. */
  interface Effect {

    /** The learner's id. */
    String learner();

    /** The credentials that are gained or lost, by id; never empty. */
    List<Difference.Change> changes();
  }

  /** A record that would cost more than the limits of one of the policies allow. */
  interface Failure {

    /** The learner's id. */
    String learner();

    /** The name of the limit. */
    String limit();

    /** What to do next. */
    String message();
  }

  /**
   * Weighs records by two policies on one date. Records are taken one at a time and let go, so that
   * memory is needed only for the learners who gain or lose something. Used by one thread.
   *
   * @throws IllegalArgumentException when a record holds a fact of a type that is not registered
   */
  static Impact of(
      CredentialRules before,
      CredentialRules after,
      Iterable<LearnerRecord> records,
      ZonedDateTime asOf) {
    return of(before, after, StreamSupport.stream(records.spliterator(), false), asOf);
  }

  /** As {@link #of(CredentialRules, CredentialRules, Iterable, ZonedDateTime)}. */
  static Impact of(
      CredentialRules before,
      CredentialRules after,
      Stream<LearnerRecord> records,
      ZonedDateTime asOf) {
    return of(before, after, records, asOf, Runnable::run, 1);
  }

  /**
   * Weighs records on an executor of the host, and adds them up in their order. Throws as {@link
   * #of(CredentialRules, CredentialRules, Iterable, ZonedDateTime)}.
   *
   * @param ahead how many records may be in memory, evaluated or waiting; at least 1, and best a
   *     few times the number of threads
   * @throws java.util.concurrent.CancellationException when the calling thread is interrupted,
   *     whose flag stays
   */
  static Impact of(
      CredentialRules before,
      CredentialRules after,
      Stream<LearnerRecord> records,
      ZonedDateTime asOf,
      Executor executor,
      int ahead) {
    return new Impacts(before, after, asOf)
        .of(records.sequential().iterator(), new InOrder(executor, ahead));
  }
}
