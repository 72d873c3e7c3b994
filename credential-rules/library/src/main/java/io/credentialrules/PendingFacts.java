package io.credentialrules;

import io.credentialrules.internal.result.StatedAwaitingReview;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what awaits review in one evaluation: for each credential that is not earned, the facts and
 * sign-offs that its pending requirements wait for, and through a pending credential that comes
 * first, those that it waits for.
 */
final class PendingFacts {
  static final Comparator<AwaitingReview> MOST_DECISIVE_FIRST =
      Comparator.<AwaitingReview>comparingInt(item -> -item.decides().size())
          .thenComparingInt(item -> -item.waiting().size())
          .thenComparing(
              item -> item.fact() == null ? null : item.fact().occurredOn(),
              Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(AwaitingReview::learner)
          .thenComparing(item -> item.requirements().get(0).id())
          .thenComparing(item -> String.valueOf(item.fact()));

  /** What waits: a fact, or the requirement whose sign-off is missing. */
  private record Key(@Nullable Fact fact, String requirement) {}

  private final Evaluation evaluation;
  private final Map<String, Decision> decisions = new LinkedHashMap<>();
  private final Map<String, Set<Key>> keysOf = new LinkedHashMap<>();
  private final Map<Key, Map<String, RequirementResult>> requirements = new LinkedHashMap<>();

  PendingFacts(Evaluation evaluation) {
    this.evaluation = evaluation;
    for (Decision decision : evaluation.decisions()) {
      decisions.put(decision.credential().id(), decision);
    }
  }

  List<AwaitingReview> items() {
    Map<Key, Set<String>> waiting = new LinkedHashMap<>();
    Map<Key, Set<String>> decided = new LinkedHashMap<>();
    for (String credential : decisions.keySet()) {
      for (Key key : keys(credential)) {
        waiting.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(credential);
        if (lacksOnlyReviews(credential)) {
          decided.computeIfAbsent(key, one -> new LinkedHashSet<>()).add(credential);
        }
      }
    }
    List<AwaitingReview> items = new ArrayList<>();
    waiting.forEach(
        (key, credentials) ->
            items.add(
                new StatedAwaitingReview(
                    evaluation.record().learner().id(),
                    key.fact(),
                    List.copyOf(requirements.getOrDefault(key, Map.of()).values()),
                    List.copyOf(decided.getOrDefault(key, Set.of())),
                    List.copyOf(credentials))));
    items.sort(MOST_DECISIVE_FIRST);
    return items;
  }

  private boolean lacksOnlyReviews(String credential) {
    return decisions.get(credential) instanceof Decision.NotEarned notEarned
        && notEarned.missing().stream()
            .allMatch(missing -> missing.state() == RequirementState.PENDING_REVIEW);
  }

  /** What a credential waits for. Credentials come first without a circle, so this ends. */
  private Set<Key> keys(String credential) {
    Set<Key> known = keysOf.get(credential);
    if (known != null) {
      return known;
    }
    Set<Key> keys = new LinkedHashSet<>();
    if (decisions.get(credential) instanceof Decision.NotEarned notEarned) {
      for (RequirementResult missing : notEarned.missing()) {
        if (missing.state() == RequirementState.PENDING_REVIEW) {
          boolean isFirst = missing.kind() == RequirementResult.Kind.PREREQUISITE;
          keys.addAll(isFirst ? keys(missing.id()) : keys(missing, lacksOnlyReviews(credential)));
        }
      }
    }
    keysOf.put(credential, keys);
    return keys;
  }

  /** The facts; a sign-off only where nothing but reviews is missing, so that it can be given. */
  private Set<Key> keys(RequirementResult pending, boolean canBeSigned) {
    Set<Key> keys = new LinkedHashSet<>();
    for (NotCounted notCounted : pending.notCounted()) {
      if (notCounted.reason() == NotCounted.Reason.UNVETTED) {
        keys.add(new Key(notCounted.fact(), ""));
      }
    }
    if (keys.isEmpty() && canBeSigned) {
      keys.add(new Key(null, pending.id()));
    }
    for (Key key : keys) {
      requirements
          .computeIfAbsent(key, one -> new LinkedHashMap<>())
          .putIfAbsent(pending.id(), pending);
    }
    return keys;
  }
}
