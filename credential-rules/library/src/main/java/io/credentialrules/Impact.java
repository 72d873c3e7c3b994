package io.credentialrules;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a change of policy does to many learners: who gains a credential, who loses one, and which
 * requirement did it. Immutable.
 *
 * @param asOf the instant for which both policies were asked
 * @param policyBefore the digest of the policy before
 * @param policyAfter the digest of the policy after
 * @param records how many records were weighed, those in {@code failures} included
 * @param counts for each credential of either policy how many learners earn it, by id
 * @param effects the learners who gain or lose something, in the order of the records
 * @param failures the records that could not be weighed, in their order
 */
public record Impact(
    ZonedDateTime asOf,
    String policyBefore,
    String policyAfter,
    long records,
    List<Count> counts,
    List<Effect> effects,
    List<Failure> failures) {

  /** Copies the lists. */
  public Impact {
    counts = List.copyOf(counts);
    effects = List.copyOf(effects);
    failures = List.copyOf(failures);
  }

  /**
   * How many learners earn a credential.
   *
   * @param credential its id
   * @param before by the policy before
   * @param after by the policy after
   * @param gained by the one after only
   * @param lost by the one before only
   */
  public record Count(String credential, long before, long after, long gained, long lost) {}

  /**
   * What one learner gains and loses.
   *
   * @param learner the learner's id
   * @param changes the credentials that are gained or lost, by id; never empty
   */
  public record Effect(String learner, List<Difference.Change> changes) {
    /** Copies the changes. */
    public Effect {
      changes = List.copyOf(changes);
      if (changes.isEmpty()) {
        throw new IllegalArgumentException("`" + learner + "` neither gains nor loses anything");
      }
    }
  }

  /**
   * A record that would cost more than the limits of one of the policies allow.
   *
   * @param learner the learner's id
   * @param limit the name of the limit
   * @param message what to do next
   */
  public record Failure(String learner, String limit, String message) {}

  /**
   * Weighs records by two policies on one date. Records are taken one at a time and let go, so that
   * memory is needed only for the learners who gain or lose something. Used by one thread.
   *
   * @throws IllegalArgumentException when a record holds a fact of a type that is not registered
   */
  public static Impact of(
      CredentialRules before,
      CredentialRules after,
      Iterable<LearnerRecord> records,
      ZonedDateTime asOf) {
    return of(before, after, StreamSupport.stream(records.spliterator(), false), asOf);
  }

  /** As {@link #of(CredentialRules, CredentialRules, Iterable, ZonedDateTime)}. */
  public static Impact of(
      CredentialRules before,
      CredentialRules after,
      Stream<LearnerRecord> records,
      ZonedDateTime asOf) {
    Collector collector = new Collector(before, after, asOf);
    records.sequential().forEach(collector::add);
    return collector.impact();
  }

  private static final class Collector {
    private final CredentialRules before;
    private final CredentialRules after;
    private final ZonedDateTime asOf;
    private final Set<String> inBefore;
    private final Set<String> inAfter;
    private final Map<String, long[]> counts = new TreeMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();
    private long records;

    private Collector(CredentialRules before, CredentialRules after, ZonedDateTime asOf) {
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

    private void add(LearnerRecord record) {
      records++;
      String learner = record.learner().id();
      try {
        add(learner, before.evaluate(record, asOf), after.evaluate(record, asOf));
      } catch (LimitExceededException exceeded) {
        failures.add(new Failure(learner, exceeded.limit(), String.valueOf(exceeded.getMessage())));
      }
    }

    /** Counts only when all of the record could be weighed. */
    private void add(String learner, Evaluation one, Evaluation other) {
      List<Difference.Change> changes = new ArrayList<>();
      Map<String, long[]> own = new TreeMap<>();
      for (String id : counts.keySet()) {
        boolean isBefore = inBefore.contains(id) && one.isEarned(id);
        boolean isAfter = inAfter.contains(id) && other.isEarned(id);
        own.put(
            id,
            new long[] {
              isBefore ? 1 : 0,
              isAfter ? 1 : 0,
              isAfter && !isBefore ? 1 : 0,
              isBefore && !isAfter ? 1 : 0
            });
        if (isBefore != isAfter) {
          Difference.Change change =
              Difference.change(decision(one, id, inBefore), decision(other, id, inAfter));
          if (change == null) {
            throw new IllegalStateException("`" + id + "` is decided otherwise than it is earned");
          }
          changes.add(change);
        }
      }
      own.forEach(
          (id, ones) -> {
            long[] sums = counts.getOrDefault(id, ones);
            for (int i = 0; i < sums.length; i++) {
              sums[i] += ones[i];
            }
          });
      if (!changes.isEmpty()) {
        effects.add(new Effect(learner, changes));
      }
    }

    private static @Nullable Decision decision(
        Evaluation evaluation, String id, Set<String> catalogue) {
      return catalogue.contains(id) ? evaluation.decision(id) : null;
    }

    private Impact impact() {
      List<Count> all = new ArrayList<>();
      counts.forEach((id, sums) -> all.add(new Count(id, sums[0], sums[1], sums[2], sums[3])));
      return new Impact(asOf, before.digest(), after.digest(), records, all, effects, failures);
    }
  }
}
