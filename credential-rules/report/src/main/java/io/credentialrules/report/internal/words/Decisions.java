package io.credentialrules.report.internal.words;

import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import java.util.HashMap;
import java.util.Map;

/**
 * The decisions that a report tells, each worked out once. Where most of the catalogue is told, all
 * are one question, which may cost what one question may.
 */
public final class Decisions {
  private final Evaluation evaluation;
  private final boolean most;
  private final Map<String, Decision> known = new HashMap<>();

  /**
   * Of one evaluation.
   *
   * @param number how many credentials are told
   */
  public Decisions(Evaluation evaluation, int number) {
    this.evaluation = evaluation;
    this.most = number > evaluation.rules().catalogue().size() / 2;
  }

  /** That of a credential; throws as {@link Evaluation#decision}. */
  public Decision of(String credential) {
    if (most && known.isEmpty()) {
      evaluation.decisions().forEach(decision -> known.put(decision.credential().id(), decision));
    }
    return known.computeIfAbsent(credential, evaluation::decision);
  }
}
