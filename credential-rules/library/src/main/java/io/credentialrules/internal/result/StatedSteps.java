package io.credentialrules.internal.result;

import io.credentialrules.Credential;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.Plan.Step;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@link Plan.Steps} as the library states it. */
public record StatedSteps(
    Credential credential,
    List<Step> steps,
    @Nullable LocalDate startOn,
    @Nullable LocalDate waitUntil,
    boolean isProvenSmallest)
    implements Plan.Steps {

  /** Copies the steps; a plan without steps would be earned. */
  public StatedSteps {
    steps = List.copyOf(steps);
    if (steps.isEmpty() && waitUntil == null) {
      throw new IllegalArgumentException(
          "a plan for `" + credential.id() + "` without steps is earned");
    }
  }

  /** What earns it at once, and may not be the least. */
  public StatedSteps(Credential credential, List<Step> steps) {
    this(credential, steps, null, null, false);
  }

  /** What earns it on the date that is asked about, or by waiting once the steps are taken. */
  public StatedSteps(
      Credential credential,
      List<Step> steps,
      @Nullable LocalDate waitUntil,
      boolean isProvenSmallest) {
    this(credential, steps, null, waitUntil, isProvenSmallest);
  }

  /** The same steps, taken on a later day. */
  public StatedSteps from(LocalDate day) {
    return new StatedSteps(credential, steps, day, waitUntil, false);
  }

  /** The same steps, taken one after the other until a later day. */
  public StatedSteps by(LocalDate day) {
    return new StatedSteps(credential, steps, null, day, false);
  }

  @Override
  public long cost() {
    return steps.stream().mapToLong(Step::cost).sum();
  }

  @Override
  public LearnerRecord appliedTo(LearnerRecord record) {
    List<Fact> facts = new ArrayList<>(record.facts());
    for (Step step : steps) {
      if (step.replaces() != null) {
        facts.removeIf(step.replaces()::equals);
      }
      facts.add(step.fact());
    }
    return LearnerRecord.builder(record.learner())
        .addAll(facts)
        .waive(record.waivers().toArray(new Waiver[0]))
        .policyDate(record.policyDate())
        .build();
  }

  /** The steps, each with what it asks for. */
  @Override
  public String toString() {
    return credential.id()
        + ": "
        + steps
        + (startOn == null ? "" : " from " + startOn)
        + (waitUntil == null ? "" : " until " + waitUntil);
  }
}
