package io.credentialrules.internal.compare;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Difference;
import io.credentialrules.Evaluation;
import io.credentialrules.Impact;
import io.credentialrules.Impact.Count;
import io.credentialrules.Impact.Effect;
import io.credentialrules.Impact.Failure;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.internal.batch.InOrder;
import io.credentialrules.internal.result.StatedCount;
import io.credentialrules.internal.result.StatedEffect;
import io.credentialrules.internal.result.StatedFailure;
import io.credentialrules.internal.result.StatedImpact;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Adds up what two policies say of one record after another. Used by one thread. */
public final class Impacts {
  private final CredentialRules before;
  private final CredentialRules after;
  private final ZonedDateTime asOf;
  private final Set<String> inBefore;
  private final Set<String> inAfter;
  private final Map<String, long[]> counts = new TreeMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Failure> failures = new ArrayList<>();
  private long records;

  /** Counts from nothing. */
  public Impacts(CredentialRules before, CredentialRules after, ZonedDateTime asOf) {
    this.before = before;
    this.after = after;
    this.asOf = asOf;
    this.inBefore = ids(before);
    this.inAfter = ids(after);
    inBefore.forEach(id -> counts.put(id, new long[4]));
    inAfter.forEach(id -> counts.put(id, new long[4]));
  }

  private static Set<String> ids(CredentialRules rules) {
    return rules.catalogue().stream().map(Credential::id).collect(Collectors.toSet());
  }

  /** What one record adds: changes and ones for each credential, or why it could not be weighed. */
  private record Share(
      String learner,
      Map<String, long[]> ones,
      List<Difference.Change> changes,
      @Nullable Failure failure) {}

  /** Counts all records; weighs them as the work says, and adds them up in their order. */
  public Impact of(Iterator<LearnerRecord> all, InOrder work) {
    if (!work.run(all, this::share, this::add)) {
      throw new IllegalStateException("nobody can cancel it");
    }
    return impact();
  }

  private Share share(LearnerRecord record) {
    String learner = record.learner().id();
    try {
      return share(learner, before.evaluate(record, asOf), after.evaluate(record, asOf));
    } catch (LimitExceededException exceeded) {
      Failure failure =
          new StatedFailure(learner, exceeded.limit(), String.valueOf(exceeded.getMessage()));
      return new Share(learner, Map.of(), List.of(), failure);
    }
  }

  private Share share(String learner, Evaluation one, Evaluation other) {
    List<Difference.Change> changes = new ArrayList<>();
    Map<String, long[]> ones = new TreeMap<>();
    for (String id : counts.keySet()) {
      boolean isBefore = inBefore.contains(id) && one.isEarned(id);
      boolean isAfter = inAfter.contains(id) && other.isEarned(id);
      ones.put(
          id,
          new long[] {
            isBefore ? 1 : 0,
            isAfter ? 1 : 0,
            isAfter && !isBefore ? 1 : 0,
            isBefore && !isAfter ? 1 : 0
          });
      if (isBefore != isAfter) {
        Difference.Change change =
            Differences.change(decision(one, id, inBefore), decision(other, id, inAfter));
        if (change == null) {
          throw new IllegalStateException("`" + id + "` is decided otherwise than it is earned");
        }
        changes.add(change);
      }
    }
    return new Share(learner, ones, changes, null);
  }

  private void add(Share share) {
    records++;
    if (share.failure() != null) {
      failures.add(share.failure());
    }
    share
        .ones()
        .forEach(
            (id, ones) -> {
              long[] sums = counts.getOrDefault(id, ones);
              for (int i = 0; i < sums.length; i++) {
                sums[i] += ones[i];
              }
            });
    if (!share.changes().isEmpty()) {
      effects.add(new StatedEffect(share.learner(), share.changes()));
    }
  }

  private static @Nullable Decision decision(
      Evaluation evaluation, String id, Set<String> catalogue) {
    return catalogue.contains(id) ? evaluation.decision(id) : null;
  }

  private Impact impact() {
    List<Count> all = new ArrayList<>();
    counts.forEach((id, sums) -> all.add(new StatedCount(id, sums[0], sums[1], sums[2], sums[3])));
    return new StatedImpact(asOf, before.digest(), after.digest(), records, all, effects, failures);
  }
}
