package io.credentialrules.testkit.mutation;

import io.credentialrules.policy.SourceSpan;
import io.credentialrules.testkit.internal.change.RuleChange;
import io.credentialrules.testkit.internal.change.RuleChanges;
import java.util.Locale;

/**
 * {@link Mutant} as it is stated.
 *
 * @param replaced where in the file something is replaced
 */
record StatedMutant(
    String kind,
    String rule,
    SourceSpan place,
    String text,
    String original,
    String replacement,
    SourceSpan replaced,
    Status status,
    String reason,
    String suggestion)
    implements Mutant {

  static StatedMutant of(
      RuleChange change, RuleChanges changes, Status status, String reason, String suggestion) {
    int[] from = changes.position(change.rule(), change.edit().from());
    int[] to = changes.position(change.rule(), change.edit().to());
    return new StatedMutant(
        change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        change.rule().header().name(),
        change.place(),
        change.written(),
        changes.replaced(change),
        change.edit().replacement(),
        new SourceSpan(change.edit().file(), from[0], from[1], to[0], to[1]),
        status,
        reason,
        suggestion);
  }

  /** Place, change, and what became of it. */
  @Override
  public String toString() {
    return place + ": " + change() + ", " + status.name().toLowerCase(Locale.ROOT);
  }
}
