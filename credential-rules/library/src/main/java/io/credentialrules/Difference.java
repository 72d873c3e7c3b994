package io.credentialrules;

import io.credentialrules.internal.compare.Differences;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes between two evaluations, whatever it is that differs: the record, the date, the
 * policy or several of them. Immutable.
 */
public interface Difference {

  /** The evaluation that is compared. */
  Side before();

  /** The one that it is compared with. */
  Side after();

  /** The credentials about which the two say something different, by id. */
  List<Change> changes();

  /** Whether the two say the same of every credential. */
  boolean isEmpty();

  /** What becomes of the credentials that are gained, lost or otherwise of a kind. */
  List<Change> changes(Kind kind);

  /** The same difference, seen from the other side. */
  Difference reversed();

  /** One of the two evaluations. */
  interface Side {

    /** The learner's id. */
    String learner();

    /** The instant for which it holds. */
    ZonedDateTime asOf();

    /** The digest of the policy. */
    String policyDigest();
  }

  /** What becomes of a credential. */
  enum Kind {
    /** Earned after, not before. */
    GAINED,
    /** Earned before, not after. */
    LOST,
    /** Earned before and after, otherwise than before. */
    STILL_EARNED,
    /** Not earned before and after, for other reasons than before. */
    STILL_NOT_EARNED
  }

  /** Which of the two policies awards a credential. */
  enum Presence {
    /** Both. */
    BOTH,
    /** Only the one before. */
    ONLY_BEFORE,
    /** Only the one after. */
    ONLY_AFTER
  }

  /** What changes about one credential. */
  interface Change {

    /** The credential, as the policy after has it, or else the one before. */
    Credential credential();

    /** What becomes of it. */
    Kind kind();

    /** Which policy awards it. */
    Presence presence();

    /** The requirements that differ, by id. */
    List<RequirementChange> requirements();

    /**
     * What else differs where both award it, by name: {@code route}, {@code since}, {@code until},
     * {@code held}, the window in which the route is in force and its settings.
     */
    List<Detail> details();

    /**
     * The requirements that decide it: for a credential that is gained those that were not
     * satisfied and now are, or are not asked for any more; for one that is lost the opposite;
     * otherwise all that changed.
     */
    List<RequirementChange> decisive();
  }

  /** A requirement that differs. */
  interface RequirementChange {

    /** The requirement's id. */
    String id();

    /** Its sentence. */
    String name();

    /** Its state before; null where the route before does not need it. */
    @Nullable RequirementState before();

    /** Its state after; null where the route after does not need it. */
    @Nullable RequirementState after();

    /** The amount that decided it; null where there was none. */
    @Nullable Measure measureBefore();

    /** The amount that decides it; null where there is none. */
    @Nullable Measure measureAfter();
  }

  /** Something else that differs. */
  interface Detail {

    /** What it is. */
    String name();

    /** Its value before; null where there was none. */
    @Nullable String before();

    /** Its value after; null where there is none. */
    @Nullable String after();
  }

  /** What changes from one evaluation to another. Throws as {@link Evaluation#decisions}. */
  static Difference between(Evaluation before, Evaluation after) {
    return Differences.between(before, after);
  }
}
