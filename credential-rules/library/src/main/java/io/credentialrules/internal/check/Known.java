package io.credentialrules.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the values of one branch behind some of its constraints. */
final class Known {
  private final Map<String, Domain> domains;
  private final Map<String, Domain> totals;

  Known() {
    this(Map.of(), Map.of());
  }

  private Known(Map<String, Domain> domains, Map<String, Domain> totals) {
    this.domains = new HashMap<>(domains);
    this.totals = new HashMap<>(totals);
  }

  Known copy() {
    return new Known(domains, totals);
  }

  /** What a value can be; null where nothing was said of it. */
  @Nullable Domain of(String key) {
    Domain known = domains.get(key);
    return known == null ? totals.get(key) : known;
  }

  /** What the result of a function can be. */
  void total(String key, Domain domain) {
    totals.put(key, domain);
  }

  /** The same with what a total can be, where it asks of one. */
  Asked withTotal(Asked asked) {
    Domain total = totals.get(asked.key());
    return total == null ? asked : asked.withNatural(total);
  }

  /** What a value can be before the constraint is asked. */
  Domain before(Asked asked) {
    Domain known = domains.get(asked.key());
    return known == null ? asked.natural() : known;
  }

  /** Learns that a constraint holds; whether it can. */
  boolean learn(Asked asked) {
    Domain after = before(asked).and(asked.domain());
    if (after.isEmpty()) {
      return false;
    }
    domains.put(asked.key(), after);
    return true;
  }
}
