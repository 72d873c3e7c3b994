package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Learners for each second of processor time of one thread, and ratios to the library. For machines
 * that do other work too, where a clock measures that work as well; the engines take turns, so that
 * whatever disturbs them disturbs all.
 */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int LEARNERS = 1_000;

  private CpuTime() {}

  /**
   * Prints the median of some rounds and the range of their middle half.
   *
   * @param arguments the number of rounds, 15 without one, of which the first third only warms up
   */
  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    for (PackSet set : PackSet.values()) {
      measure(set, rounds);
    }
  }

  private static void measure(PackSet set, int rounds) {
    Agreement engines = new Agreement(set);
    engines.check(LEARNERS, 2);
    List<LearnerRecord> learners = Learners.of(set.packs(), LEARNERS, 2);
    CredentialRules rules = ((Library) engines.engine(Agreement.LIBRARY)).rules();
    Map<String, Consumer<LearnerRecord>> contenders = new LinkedHashMap<>();
    for (String name : List.of(Agreement.LIBRARY, Agreement.PLAIN_DROOLS, Agreement.JAVA_BY_HAND)) {
      Engine engine = engines.engine(name);
      contenders.put(name, engine::earned);
    }
    contenders.put(
        "library, decisions with reasons",
        record -> rules.evaluate(record, Engine.AS_OF).decisions());
    Map<String, List<Double>> speeds = new LinkedHashMap<>();
    for (int round = 0; round < rounds; round++) {
      boolean warm = round >= rounds / 3;
      contenders.forEach(
          (name, contender) -> {
            double speed = speed(contender, learners);
            if (warm) {
              speeds.computeIfAbsent(name, unseen -> new ArrayList<>()).add(speed);
            }
          });
    }
    double library = quantile(speeds.getOrDefault(Agreement.LIBRARY, List.of()), 0.5);
    double facts = learners.stream().mapToInt(record -> record.facts().size()).average().orElse(0);
    System.out.printf(Locale.ROOT, "%s, %.0f facts a learner%n", set, facts);
    speeds.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT,
                "  %-32s %,10.0f a second (%,.0f to %,.0f), %.2f of the library%n",
                name,
                quantile(all, 0.5),
                quantile(all, 0.25),
                quantile(all, 0.75),
                quantile(all, 0.5) / library));
  }

  private static double speed(Consumer<LearnerRecord> contender, List<LearnerRecord> learners) {
    long started = THREADS.getCurrentThreadCpuTime();
    long done = 0;
    long spent;
    do {
      learners.forEach(contender);
      done += learners.size();
      spent = THREADS.getCurrentThreadCpuTime() - started;
    } while (spent < 500_000_000L);
    return done * 1e9 / spent;
  }

  private static double quantile(List<Double> values, double part) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.get((int) Math.floor(part * (sorted.size() - 1)));
  }
}
