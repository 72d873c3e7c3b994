package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an alternative of a requirement lacks, with the place in the policy that requires
 * it. Further kinds may be added: a host that tells them apart treats one that it does not know by
 * its {@link #condition} and {@link #kind}.
 */
public interface Shortfall {

  /**
   * The kind in a word that never changes, such as {@code MISSING_FACT}; the same as in JSON. A
   * kind that is added later has a word of its own.
   */
  String kind();

  /** The condition as the author wrote it. */
  String condition();

  /** Its place in the policy. */
  SourceSpan place();

  /** No fact satisfies a pattern. */
  interface MissingFact extends Shortfall {

    /** The fact type's name. */
    String factType();

    /**
     * The facts that miss the least, nearest first, at most three. Of more than 1,000 facts of the
     * type, these are the nearest of 1,000, of which those with the text or word that the pattern
     * names, or nearly so, are the first.
     */
    List<NearFact> nearest();
  }

  /** A sum, count or other total is not what it must be. */
  interface Amount extends Shortfall {

    /** What there is and what is needed; never satisfied. */
    Measure measure();

    /** The facts that it was made of. */
    List<Fact> counted();

    /** Of what there is more than counts, because the policy caps it; in the order of the rule. */
    List<Cap> caps();

    /**
     * The groups that are not counted and should be, those that miss the least first, among them
     * those that only facts belong to which miss something; where fewer are wanted, those that are
     * counted. At most ten; empty where nothing is grouped.
     */
    List<Group> groups();
  }

  /** What is summed up for one value of a key, such as a week. */
  interface Group {

    /** The value of the key; of a span of time its first day, in ISO format. */
    String key();

    /** The constraints that it misses; empty where it is counted, or where any fact is enough. */
    List<Miss> misses();

    /**
     * The facts that would be in it and are not, each with what is different in it, nearest first,
     * at most three: facts that have the texts which the pattern names, or nearly so, and miss
     * something else. Empty where the group is counted.
     */
    List<NearFact> nearest();
  }

  /** A total of which the policy lets no more count than so much. */
  interface Cap {

    /** The function as the author wrote it, such as {@code $career : sumUpTo( $credits, 6 )}. */
    String function();

    /** Its state. */
    SourceSpan place();

    /** What there is. */
    BigDecimal has();

    /** What counts of it, which is less. */
    BigDecimal counts();

    /** The unit of both, plural; never blank. */
    String unit();
  }

  /** A total is not what it must be in a way that is no amount, such as a set that lacks a text. */
  interface Total extends Shortfall {

    /** The facts that it was made of. */
    List<Fact> counted();
  }

  /** The credential was achieved too long ago. */
  interface Lapsed extends Shortfall {

    /** The day on which it was achieved last. */
    LocalDate achieved();

    /** The last day on which it was valid. */
    LocalDate until();

    /** The ids of the requirements that were not met again in time, in the order of the rule. */
    List<String> notRenewed();

    /**
     * What each of {@link #notRenewed()} is called, in the same order: its name, or the text of the
     * policy for a condition that is written in the credential rule itself.
     */
    default List<String> notRenewedNames() {
      return notRenewed();
    }
  }

  /** The credential was suspended or revoked after it was issued, and not reinstated since. */
  interface Withdrawn extends Shortfall {

    /** The credential as it was issued, with the reason. */
    NotCounted held();
  }

  /** The facts that would meet the requirement serve another one, and each may serve one only. */
  interface InUse extends Shortfall {

    /** The facts that are in use. */
    List<Fact> facts();

    /** The ids of the requirements that they serve, in the order of the rule. */
    List<String> requirements();

    /**
     * What each of {@link #requirements()} is called, in the same order: its name, or the text of
     * the policy for a condition that is written in the credential rule itself.
     */
    default List<String> requirementNames() {
      return requirements();
    }
  }

  /** Another credential comes first; any one of those named. */
  interface MissingCredential extends Shortfall {

    /** The ids of the credentials, any one of which is needed. */
    List<String> credentials();
  }

  /** A credential is earned, but not since or until when the rule asks for it. */
  interface OtherTime extends Shortfall {

    /** The id of the credential. */
    String credential();

    /** The first day of the time in which it is earned; null where it has no beginning. */
    @Nullable LocalDate since();

    /** The last day of that time; null where it has no end. */
    @Nullable LocalDate until();
  }

  /** Another requirement must be met; any one of those named. */
  interface MissingRequirement extends Shortfall {

    /** The ids of the requirements, any one of which is needed. */
    List<String> requirements();
  }

  /** Something must not be there, and is. */
  interface Excluded extends Shortfall {

    /** The facts that must not be there. */
    List<Fact> facts();
  }

  /** A fact that nearly satisfies a pattern. */
  interface NearFact {

    /** The fact. */
    Fact fact();

    /** The constraints that it misses, never empty. */
    List<Miss> misses();
  }

  /** A constraint that a fact misses. */
  interface Miss {

    /** As the author wrote it. */
    String constraint();

    /** Its state. */
    SourceSpan place();

    /** The fact's value in words; empty where it is absent. */
    String has();

    /** Has and needs, where the constraint compares amounts; otherwise null. */
    @Nullable Measure measure();
  }
}
