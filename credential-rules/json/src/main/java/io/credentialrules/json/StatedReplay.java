package io.credentialrules.json;

import java.util.List;

/** {@link Replay} as it is stated. */
record StatedReplay(Outcome outcome, List<Finding> findings, String json) implements Replay {

  /** Copies the findings. */
  StatedReplay {
    findings = List.copyOf(findings);
    if ((outcome == Outcome.CONFIRMED) != findings.isEmpty()) {
      throw new IllegalArgumentException("what is confirmed has no findings, and only that");
    }
  }

  /** Such as {@code POLICY_CHANGED: [/policy/packs/0: the pack `ums-horticulture` is another]}. */
  @Override
  public String toString() {
    return outcome + (findings.isEmpty() ? "" : ": " + findings);
  }
}
