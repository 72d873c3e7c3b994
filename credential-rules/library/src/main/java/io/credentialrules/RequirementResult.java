package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.policy.Window;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The state of one requirement of a credential, and why. */
public interface RequirementResult {

  /**
   * The requirement's id; for a prerequisite the credential's id; for a condition of the credential
   * rule itself the credential's id, {@code #} and its number; for its validity the credential's id
   * and {@code #validity}, for its standing {@code #standing}.
   */
  String id();

  /** What requires it. */
  Kind kind();

  /**
   * The sentence that people read: what {@code @name} says, or else the names of its rules. Moving
   * a rule does not change it.
   */
  String name();

  /**
   * The sentence of the rule that met it, where several could have; null where it is not met by a
   * rule, or where the name is that sentence.
   */
  @Nullable String metBy();

  /**
   * The requirements, credentials and named things of the record that it asks for as a group or by
   * way of other requirements, in the order of the policy, each with its state; then those that are
   * waived farther below. Of a prerequisite that has lapsed and counts still, that credential.
   * Empty where it asks for none.
   */
  List<Part> parts();

  /** Its state. */
  RequirementState state();

  /**
   * The facts that meet it, in the order of the record's canonical form; empty while it is not met.
   */
  List<Fact> evidence();

  /**
   * The amount that decides it, where there is one: of the nearest alternative; otherwise null.
   * Where each fact serves once, it is what the requirements that hold leave.
   */
  @Nullable Measure measure();

  /**
   * The facts that would bear on it but do not count, with the reason. Where each fact serves once
   * and some of these would meet it beside the others, also those that bear on what has its facts.
   */
  List<NotCounted> notCounted();

  /** The credentials that must be earned first. */
  List<String> blockedBy();

  /** What each alternative lacks, nearest first; empty when the requirement is met. */
  List<Alternative> alternatives();

  /** Who waived it and why; null where nobody did. */
  @Nullable Waiver waiver();

  /**
   * The named values in its rules that are in force, each once, in the order of the rules, with the
   * time in which each holds.
   */
  List<ValueInUse> values();

  /** Whether it is met or waived. */
  boolean isSatisfied();

  /** What requires a requirement. */
  enum Kind {
    /** A requirement with rules of its own. */
    REQUIREMENT,
    /** A credential that comes first. */
    PREREQUISITE,
    /** A condition of the credential rule itself. */
    CONDITION,
    /** That the credential was achieved recently enough, from {@code @validFor}. */
    VALIDITY,
    /** That the credential, once issued, was not suspended or revoked. */
    STANDING
  }

  /** A requirement, a credential or a named thing that a requirement is made of. */
  interface Part {

    /** What it is: {@code CONDITION} for a thing of the record. */
    Kind kind();

    /** The id of the requirement or credential, or the thing as the policy writes it. */
    String id();

    /** As people read it. */
    String name();

    /**
     * Its state. Where each fact serves once, that of what the other requirements leave: {@link
     * RequirementState#EVIDENCE_IN_USE} where it would hold with what serves them.
     */
    RequirementState state();

    /** The amount that decides it, such as 39.5 of 40 hours; null where there is none. */
    @Nullable Measure measure();

    /** Who waived it and why; null where nobody did. */
    @Nullable Waiver waiver();

    /**
     * The last day on which a credential was earned that has lapsed and counts still, because the
     * policy keeps what was earned ({@code @lapses( "never" )}); null for any other part.
     */
    default @Nullable LocalDate lapsedAfter() {
      return null;
    }

    /**
     * The facts that are nearest to making it hold, each with what is different in it, nearest
     * first, at most three. Of a thing these are facts of its name, or of one that is written
     * nearly so; of a requirement, the nearest for each fact that its nearest alternative lacks.
     * Empty where it holds, where no fact is near, and for a credential, whose own decision shows
     * them.
     */
    List<Shortfall.NearFact> nearest();
  }

  /** A value that the pack declares and a rule names. */
  interface ValueInUse {

    /** The name in the policy. */
    String name();

    /** As people read the name: what {@code @name} says, or else the name. */
    String called();

    /** The value as a policy writes it: {@code 200}, or {@code "A", "B"}. */
    String value();

    /** The time in which it holds, as the policy says it. */
    Window window();

    /** Whether the host gave the value. */
    boolean isGiven();
  }

  /** One way to meet a requirement, which is not met. */
  interface Alternative {

    /** The name of the rule. */
    String rule();

    /** The place of the rule. */
    SourceSpan place();

    /** What it lacks, never empty, in the order of its conditions. */
    List<Shortfall> shortfalls();
  }
}
