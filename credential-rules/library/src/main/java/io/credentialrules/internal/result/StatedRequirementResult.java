package io.credentialrules.internal.result;

import io.credentialrules.Measure;
import io.credentialrules.NotCounted;
import io.credentialrules.RequirementResult;
import io.credentialrules.RequirementResult.Alternative;
import io.credentialrules.RequirementResult.Kind;
import io.credentialrules.RequirementState;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link RequirementResult} as the library states it. */
public record StatedRequirementResult(
    String id,
    Kind kind,
    String name,
    RequirementState state,
    List<Fact> evidence,
    @Nullable Measure measure,
    List<NotCounted> notCounted,
    List<String> blockedBy,
    List<Alternative> alternatives,
    @Nullable Waiver waiver,
    @Nullable String metBy,
    List<Part> parts,
    List<ValueInUse> values)
    implements RequirementResult {

  /** One that is not made of others, and has one rule. */
  public StatedRequirementResult(
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
    this(
        id,
        kind,
        name,
        state,
        evidence,
        measure,
        notCounted,
        blockedBy,
        alternatives,
        waiver,
        null,
        List.of(),
        List.of());
  }

  /** One whose rules name no values. */
  public StatedRequirementResult(
      String id,
      Kind kind,
      String name,
      RequirementState state,
      List<Fact> evidence,
      @Nullable Measure measure,
      List<NotCounted> notCounted,
      List<String> blockedBy,
      List<Alternative> alternatives,
      @Nullable Waiver waiver,
      @Nullable String metBy,
      List<Part> parts) {
    this(
        id,
        kind,
        name,
        state,
        evidence,
        measure,
        notCounted,
        blockedBy,
        alternatives,
        waiver,
        metBy,
        parts,
        List.of());
  }

  /** The same, made of parts. */
  public StatedRequirementResult with(List<? extends Part> parts) {
    return with(measure, alternatives, parts, values);
  }

  /** The same, short of something else. */
  public StatedRequirementResult shortOf(List<Alternative> lacking, @Nullable Measure amount) {
    return with(amount, lacking, parts, values);
  }

  /** The same, with the named values in its rules. */
  public StatedRequirementResult naming(List<ValueInUse> named) {
    return named.isEmpty() ? this : with(measure, alternatives, parts, named);
  }

  private StatedRequirementResult with(
      @Nullable Measure amount,
      List<Alternative> ways,
      List<? extends Part> ofParts,
      List<ValueInUse> named) {
    return new StatedRequirementResult(
        id,
        kind,
        name,
        state,
        evidence,
        amount,
        notCounted,
        blockedBy,
        ways,
        waiver,
        metBy,
        List.copyOf(ofParts),
        named);
  }

  /** Copies the lists and checks that the parts agree with the state. */
  public StatedRequirementResult {
    evidence = List.copyOf(evidence);
    notCounted = List.copyOf(notCounted);
    blockedBy = List.copyOf(blockedBy);
    alternatives = List.copyOf(alternatives);
    parts = List.copyOf(parts);
    values = List.copyOf(values);
    if (metBy != null && state != RequirementState.MET) {
      throw new IllegalArgumentException("`" + id + "` is not met, and met by `" + metBy + "`");
    }
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

  @Override
  public boolean isSatisfied() {
    return state.isSatisfied();
  }

  /** Such as {@code apprenticeship-hours: UNMET, 140 of 200 hours}. */
  @Override
  public String toString() {
    return id + ": " + state + (measure == null ? "" : ", " + measure);
  }
}
