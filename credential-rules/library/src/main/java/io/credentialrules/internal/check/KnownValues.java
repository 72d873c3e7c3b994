package io.credentialrules.internal.check;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of the values of one branch after some of its constraints. */
final class KnownValues {
  private final Map<String, ValueSet> domains;
  private final Map<String, ValueSet> totals;

  KnownValues() {
    this(Map.of(), Map.of());
  }

  private KnownValues(Map<String, ValueSet> domains, Map<String, ValueSet> totals) {
    this.domains = new HashMap<>(domains);
    this.totals = new HashMap<>(totals);
  }

  KnownValues copy() {
    return new KnownValues(domains, totals);
  }

  /** What a value can be; null where nothing was said of it. */
  @Nullable ValueSet of(String key) {
    ValueSet known = domains.get(key);
    return known == null ? totals.get(key) : known;
  }

  /** What the result of a function can be. */
  void total(String key, ValueSet domain) {
    totals.put(key, domain);
  }

  /** The same with what a total can be, where it asks of one. */
  Restriction withTotal(Restriction asked) {
    ValueSet total = totals.get(asked.key());
    return total == null ? asked : asked.withNatural(total);
  }

  /** What a value can be before the constraint is asked. */
  ValueSet before(Restriction asked) {
    ValueSet known = domains.get(asked.key());
    return known == null ? asked.natural() : known;
  }

  /** Learns that a constraint holds; whether it can. */
  boolean learn(Restriction asked) {
    ValueSet after = before(asked).and(asked.domain());
    if (after.isEmpty()) {
      return false;
    }
    domains.put(asked.key(), after);
    return true;
  }
}
