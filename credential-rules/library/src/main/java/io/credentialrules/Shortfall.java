package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an alternative of a requirement lacks, with the place in the policy that asks for
 * it.
 */
public sealed interface Shortfall {

  /** The condition as the author wrote it. */
  String condition();

  /** Where it stands in the policy. */
  SourceSpan place();

  /**
   * No fact satisfies a pattern.
   *
   * @param factType the fact type's name
   * @param nearest the facts that miss the least, nearest first, at most three
   */
  record MissingFact(String condition, SourceSpan place, String factType, List<NearFact> nearest)
      implements Shortfall {
    /** Copies the facts. */
    public MissingFact {
      nearest = List.copyOf(nearest);
    }
  }

  /**
   * A sum, count or other total is not what it must be.
   *
   * @param counted the facts that it was made of
   */
  record Amount(String condition, SourceSpan place, Measure measure, List<Fact> counted)
      implements Shortfall {
    /** Copies the facts; a total that is satisfied is not short. */
    public Amount {
      counted = List.copyOf(counted);
      if (measure.isSatisfied()) {
        throw new IllegalArgumentException("a satisfied amount is no shortfall: " + measure);
      }
    }
  }

  /** A total is not what it must be in a way that is no amount, such as a set that lacks a text. */
  record Total(String condition, SourceSpan place, List<Fact> counted) implements Shortfall {
    /** Copies the facts. */
    public Total {
      counted = List.copyOf(counted);
    }
  }

  /**
   * The credential was achieved too long ago.
   *
   * @param achieved the day on which it was achieved last
   * @param until the last day on which it was valid
   * @param notRenewed the ids of the requirements that were not met again in time, in the order of
   *     the rule
   */
  record Lapsed(
      String condition,
      SourceSpan place,
      LocalDate achieved,
      LocalDate until,
      List<String> notRenewed)
      implements Shortfall {
    /** Copies the ids. */
    public Lapsed {
      notRenewed = List.copyOf(notRenewed);
    }
  }

  /**
   * The credential was suspended or revoked after it was issued, and not reinstated since.
   *
   * @param held the credential as it was issued, with the reason
   */
  record Withdrawn(String condition, SourceSpan place, NotCounted held) implements Shortfall {}

  /**
   * The facts that would meet the requirement serve another one, and each may serve one only.
   *
   * @param facts the facts that are in use
   * @param requirements the ids of the requirements that they serve, in the order of the rule
   */
  record InUse(String condition, SourceSpan place, List<Fact> facts, List<String> requirements)
      implements Shortfall {
    /** Copies the lists; something must be in use. */
    public InUse {
      facts = List.copyOf(facts);
      requirements = List.copyOf(requirements);
      if (facts.isEmpty() || requirements.isEmpty()) {
        throw new IllegalArgumentException("evidence in use is used by a requirement");
      }
    }
  }

  /** Another credential comes first; any one of those named. */
  record MissingCredential(String condition, SourceSpan place, List<String> credentials)
      implements Shortfall {
    /** Copies the ids. */
    public MissingCredential {
      credentials = List.copyOf(credentials);
    }
  }

  /** Another requirement must be met; any one of those named. */
  record MissingRequirement(String condition, SourceSpan place, List<String> requirements)
      implements Shortfall {
    /** Copies the ids. */
    public MissingRequirement {
      requirements = List.copyOf(requirements);
    }
  }

  /** Something must not be there, and is. */
  record Excluded(String condition, SourceSpan place, List<Fact> facts) implements Shortfall {
    /** Copies the facts. */
    public Excluded {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A fact that nearly satisfies a pattern.
   *
   * @param misses the constraints that it misses, never empty
   */
  record NearFact(Fact fact, List<Miss> misses) {
    /** Copies the misses. */
    public NearFact {
      misses = List.copyOf(misses);
      if (misses.isEmpty()) {
        throw new IllegalArgumentException("a fact that misses nothing is not near");
      }
    }
  }

  /**
   * A constraint that a fact misses.
   *
   * @param constraint as the author wrote it
   * @param place where it stands
   * @param has the fact's value in words; empty where it is absent
   * @param measure has and needs, where the constraint compares amounts; otherwise null
   */
  record Miss(String constraint, SourceSpan place, String has, @Nullable Measure measure) {}
}
