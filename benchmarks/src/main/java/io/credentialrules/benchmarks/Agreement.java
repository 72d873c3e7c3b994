package io.credentialrules.benchmarks;

import io.credentialrules.Credential;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * That all engines give the same answers. Run before anything is timed: an engine that answers
 * another question is fast for nothing.
 */
public final class Agreement {
  static final String LIBRARY = "library";
  static final String PLAIN_DROOLS = "plain Drools";
  static final String JAVA_BY_HAND = "Java by hand";

  /** No packs and no engines, before there are any. */
  static final Agreement NONE = new Agreement();

  private final List<PolicyPack> packs;
  private final Map<String, Engine> engines = new TreeMap<>();

  private Agreement() {
    packs = List.of();
  }

  /** Compiles the packs for every engine. */
  Agreement(PackSet set) {
    this.packs = set.packs();
    engines.put(LIBRARY, Library.compile(packs));
    engines.put(PLAIN_DROOLS, PlainDrools.compile(PlainDrl.of(packs), catalogue()));
    engines.put(JAVA_BY_HAND, HandWritten.of(set));
  }

  /** One of the engines, by its name. */
  Engine engine(String name) {
    return Objects.requireNonNull(engines.get(name), name);
  }

  /** The ids of all credentials. */
  Set<String> catalogue() {
    return ((Library) engine(LIBRARY))
        .rules().catalogue().stream()
            .map(Credential::id)
            .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * How often each credential is earned among generated learners.
   *
   * @throws IllegalStateException when two engines answer differently, naming learner and answers
   */
  Map<String, Integer> check(int learners, long seed) {
    Map<String, Integer> earned = new TreeMap<>();
    for (LearnerRecord record : Learners.of(packs, learners, seed)) {
      Map<String, Set<String>> answers = new TreeMap<>();
      engines.forEach((name, engine) -> answers.put(name, new TreeSet<>(engine.earned(record))));
      if (new LinkedHashSet<>(answers.values()).size() > 1) {
        throw new IllegalStateException("the engines disagree: " + answers + " on " + record);
      }
      answers.values().iterator().next().forEach(id -> earned.merge(id, 1, Integer::sum));
    }
    return earned;
  }

  /** Prints how often each credential is earned among 5,000 learners. */
  public static void main(String[] arguments) {
    for (PackSet set : PackSet.values()) {
      Map<String, Integer> earned = new Agreement(set).check(5_000, 1);
      System.out.println(set + ": the engines agree on 5,000 learners; earned: " + earned);
    }
  }
}
