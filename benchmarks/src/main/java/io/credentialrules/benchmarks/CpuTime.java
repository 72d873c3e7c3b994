package io.credentialrules.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyPack;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Learners for each second of processor time of one thread, ratios to the library, and the
 * processor time of compiling. For machines that do other work too, where a clock measures that
 * work as well; the engines take turns, so that whatever disturbs them disturbs all.
 */
public final class CpuTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int LEARNERS = 1_000;
  private static final int LEARNERS_WITH_PLANS = 100;
  private static final int BETWEEN_LOOKS_AT_THE_CLOCK = 20;

  private CpuTime() {}

  /**
   * Prints the median of some rounds and the range of their middle half.
   *
   * @param arguments the number of rounds, 15 without one, of which the first third only warms up
   */
  public static void main(String[] arguments) {
    int rounds = arguments.length == 0 ? 15 : Integer.parseInt(arguments[0]);
    for (PackSet set : PackSet.values()) {
      compiling(set, rounds);
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
    contenders.put("library, one decision", record -> oneDecision(rules, record));
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
                "  %-32s %,10.0f a second (%,.0f to %,.0f), %.3f of the library%n",
                name,
                quantile(all, 0.5),
                quantile(all, 0.25),
                quantile(all, 0.75),
                quantile(all, 0.5) / library));
    plans(rules, learners.subList(0, LEARNERS_WITH_PLANS));
  }

  /** Of the first credential that is not earned. */
  private static void oneDecision(CredentialRules rules, LearnerRecord record) {
    Evaluation evaluation = rules.evaluate(record, Engine.AS_OF);
    evaluation.decision(firstNotEarned(rules, evaluation));
  }

  /** A plan searches, so what one costs differs by learner; the limits cut off what is too long. */
  private static void plans(CredentialRules rules, List<LearnerRecord> learners) {
    List<Double> costs = new ArrayList<>();
    int cutOff = 0;
    for (LearnerRecord record : learners) {
      Evaluation evaluation = rules.evaluate(record, Engine.AS_OF);
      long started = THREADS.getCurrentThreadCpuTime();
      try {
        evaluation.plan(firstNotEarned(rules, evaluation));
      } catch (LimitExceededException exceeded) {
        cutOff++;
      }
      costs.add((THREADS.getCurrentThreadCpuTime() - started) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "  a plan: median %.2f ms, nine of ten below %.1f ms, longest %.0f ms; cut off: %d of %d%n",
        quantile(costs, 0.5),
        quantile(costs, 0.9),
        quantile(costs, 1),
        cutOff,
        learners.size());
  }

  private static String firstNotEarned(CredentialRules rules, Evaluation evaluation) {
    return rules.catalogue().stream()
        .map(Credential::id)
        .filter(id -> !evaluation.isEarned(id))
        .findFirst()
        .orElse(rules.catalogue().get(0).id());
  }

  /** The processor time of the whole process, with that of the JVM's own compiler and collector. */
  private static void compiling(PackSet set, int rounds) {
    List<PolicyPack> packs = set.packs();
    Map<String, String> plain = PlainDrl.of(packs);
    List<Double> library = new ArrayList<>();
    List<Double> drools = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      double first = milliseconds(() -> Library.compile(packs));
      double second = milliseconds(() -> PlainDrools.compile(plain, Set.of()));
      if (round >= rounds / 3) {
        library.add(first);
        drools.add(second);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, compile: library %.0f ms (%.0f to %.0f), plain Drools %.0f ms (%.0f to %.0f), %.1f times%n",
        set,
        quantile(library, 0.5),
        quantile(library, 0.25),
        quantile(library, 0.75),
        quantile(drools, 0.5),
        quantile(drools, 0.25),
        quantile(drools, 0.75),
        quantile(drools, 0.5) / quantile(library, 0.5));
  }

  private static double milliseconds(Runnable work) {
    long started = PROCESS.getProcessCpuTime();
    work.run();
    return (PROCESS.getProcessCpuTime() - started) / 1e6;
  }

  private static double speed(Consumer<LearnerRecord> contender, List<LearnerRecord> learners) {
    long started = THREADS.getCurrentThreadCpuTime();
    long done = 0;
    long spent;
    do {
      for (int i = 0; i < BETWEEN_LOOKS_AT_THE_CLOCK; i++) {
        contender.accept(learners.get((int) (done++ % learners.size())));
      }
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
