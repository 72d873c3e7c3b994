package io.credentialrules;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one requirement of a credential stands, and why.
 *
 * @param id the requirement's id; for a prerequisite the credential's id; for a condition of the
 *     credential rule itself the credential's id, {@code #} and its number; for its validity the
 *     credential's id and {@code #validity}, for its standing {@code #standing}
 * @param kind what asks for it
 * @param name the sentence that people read: the name of its first rule
 * @param state where it stands
 * @param evidence the facts that meet it, in the order of the record's canonical form; empty while
 *     it is not met
 * @param measure the amount that decides it, where there is one: of the nearest alternative;
 *     otherwise null
 * @param notCounted the facts that would bear on it but do not count, with the reason
 * @param blockedBy the credentials that must be earned first
 * @param alternatives what each alternative lacks, nearest first; empty when the requirement is met
 * @param waiver who waived it and why; null where nobody did
 */
public record RequirementResult(
    String id,
    Kind kind,
    String name,
    RequirementState state,
    List<Fact> evidence,
    @Nullable Measure measure,
    List<NotCounted> notCounted,
    List<String> blockedBy,
    List<Alternative> alternatives,
    @Nullable Waiver waiver) {

  /** What asks for a requirement. */
  public enum Kind {
    /** A requirement with rules of its own. */
    REQUIREMENT,
    /** A credential that comes first. */
    PREREQUISITE,
    /** A condition that stands in the credential rule. */
    CONDITION,
    /** That the credential was achieved recently enough, from {@code @validFor}. */
    VALIDITY,
    /** That the credential, once issued, was not suspended or revoked. */
    STANDING
  }

  /**
   * One way to meet a requirement, which is not met.
   *
   * @param rule the name of the rule
   * @param place where the rule stands
   * @param shortfalls what it lacks, never empty, in the order of its conditions
   */
  public record Alternative(String rule, SourceSpan place, List<Shortfall> shortfalls) {
    /** Copies the shortfalls; a way that lacks nothing would be met. */
    public Alternative {
      shortfalls = List.copyOf(shortfalls);
      if (shortfalls.isEmpty()) {
        throw new IllegalArgumentException("an alternative that lacks nothing is met");
      }
    }
  }

  /** Copies the lists and checks that the parts agree with the state. */
  public RequirementResult {
    evidence = List.copyOf(evidence);
    notCounted = List.copyOf(notCounted);
    blockedBy = List.copyOf(blockedBy);
    alternatives = List.copyOf(alternatives);
    if (state == RequirementState.MET && !alternatives.isEmpty()) {
      throw new IllegalArgumentException("`" + id + "` is met and lacks something");
    }
    if ((state == RequirementState.WAIVED) != (waiver != null)) {
      throw new IllegalArgumentException("`" + id + "` is waived if and only if it has a waiver");
    }
    if (state == RequirementState.BLOCKED && blockedBy.isEmpty()) {
      throw new IllegalArgumentException("`" + id + "` is blocked by nothing");
    }
    if (!state.isSatisfied() && !evidence.isEmpty()) {
      throw new IllegalArgumentException("`" + id + "` is not met and has evidence");
    }
    if (!state.isSatisfied()
        && state != RequirementState.NOT_APPLICABLE
        && alternatives.isEmpty()) {
      throw new IllegalArgumentException("`" + id + "` is not met and lacks nothing");
    }
  }

  /** Whether it is met or waived. */
  public boolean isSatisfied() {
    return state.isSatisfied();
  }
}
