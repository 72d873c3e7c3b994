package io.credentialrules.benchmarks;

import com.sun.management.ThreadMXBean;
import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * How the engines do as a catalogue grows: processor time of one thread for each learner, in turns,
 * so that whatever disturbs one disturbs all; bytes allocated; percentiles; and the processor time
 * of compiling. All engines must agree before any is timed.
 */
public final class CatalogueTime {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int LEARNERS = 300;
  private static final int ROUNDS = 6;
  private static final long ROUND_NANOSECONDS = 400_000_000L;
  private static final int DEFAULT_MOST_FOR_PLAIN_DROOLS = 100;

  private CatalogueTime() {}

  /**
   * Prints a table for each size.
   *
   * @param arguments the sizes, 1, 100, 1,000 and 10,000 without any; {@code --drools=N} lets plain
   *     Drools take part up to a size, 100 without it, because it takes minutes to compile
   */
  public static void main(String[] arguments) {
    int mostForDrools = DEFAULT_MOST_FOR_PLAIN_DROOLS;
    List<Integer> sizes = new ArrayList<>();
    for (String argument : arguments) {
      if (argument.startsWith("--drools=")) {
        mostForDrools = Integer.parseInt(argument.substring("--drools=".length()));
      } else {
        sizes.add(Integer.parseInt(argument));
      }
    }
    for (int size : sizes.isEmpty() ? List.of(1, 100, 1_000, 10_000) : sizes) {
      measure(new Catalogue(size), size <= mostForDrools);
    }
  }

  private static void measure(Catalogue catalogue, boolean withDrools) {
    PolicyPack pack = catalogue.pack();
    Map<String, Engine> engines = new LinkedHashMap<>();
    long compiling = THREADS.getCurrentThreadCpuTime();
    CredentialRules rules = CredentialRules.builder().add(pack).compile();
    double compiled = (THREADS.getCurrentThreadCpuTime() - compiling) / 1e6;
    engines.put(Agreement.LIBRARY, new Library(rules));
    Set<String> ids =
        rules.catalogue().stream().map(Credential::id).collect(Collectors.toUnmodifiableSet());
    if (withDrools) {
      engines.put(Agreement.PLAIN_DROOLS, PlainDrools.compile(PlainDrl.of(List.of(pack)), ids));
    }
    engines.put(Agreement.JAVA_BY_HAND, new CatalogueByHand(catalogue));
    List<LearnerRecord> learners = catalogue.learners(LEARNERS, 2);
    agree(engines, learners);

    Map<String, Consumer<LearnerRecord>> contenders = new LinkedHashMap<>();
    engines.forEach((name, engine) -> contenders.put(name, engine::earned));
    contenders.put("library, one decision", record -> decision(rules, record));
    Map<String, Samples> samples = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      boolean warm = round >= ROUNDS / 3;
      contenders.forEach(
          (name, contender) -> {
            Samples of = samples.computeIfAbsent(name, unseen -> new Samples());
            run(contender, learners, warm ? of : new Samples());
          });
    }
    double library = samples.getOrDefault(Agreement.LIBRARY, new Samples()).mean();
    System.out.printf(
        Locale.ROOT,
        "%,d pathways, %,d credentials; the library compiles in %,.0f ms%n",
        catalogue.pathways(),
        ids.size(),
        compiled);
    samples.forEach(
        (name, of) ->
            System.out.printf(
                Locale.ROOT,
                "  %-24s %,10.1f µs a learner, %.2f of the library's speed, p99/p50 %.1f, %,d KB%n",
                name,
                of.mean() / 1e3,
                library / of.mean(),
                of.quantile(0.99) / of.quantile(0.5),
                of.kilobytes()));
  }

  /** Of a credential that the learner's facts touch. */
  private static void decision(CredentialRules rules, LearnerRecord record) {
    Evaluation evaluation = rules.evaluate(record, Engine.AS_OF);
    List<String> earned = evaluation.earned();
    evaluation.decision(earned.isEmpty() ? "p0" : earned.get(0));
  }

  private static void agree(Map<String, Engine> engines, List<LearnerRecord> learners) {
    for (LearnerRecord record : learners) {
      Map<String, Set<String>> answers = new LinkedHashMap<>();
      engines.forEach((name, engine) -> answers.put(name, new TreeSet<>(engine.earned(record))));
      if (Set.copyOf(answers.values()).size() > 1) {
        throw new IllegalStateException("the engines disagree: " + answers + " on " + record);
      }
    }
  }

  private static void run(
      Consumer<LearnerRecord> contender, List<LearnerRecord> learners, Samples samples) {
    long started = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    int done = 0;
    long before = started;
    while (before - started < ROUND_NANOSECONDS) {
      contender.accept(learners.get(done++ % learners.size()));
      long now = THREADS.getCurrentThreadCpuTime();
      samples.nanoseconds.add(now - before);
      before = now;
    }
    samples.bytes += THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - allocated;
  }

  /** What single calls took. */
  private static final class Samples {
    private final List<Long> nanoseconds = new ArrayList<>();
    private long bytes;

    private double mean() {
      return nanoseconds.stream().mapToLong(Long::longValue).average().orElse(Double.NaN);
    }

    private double quantile(double part) {
      List<Long> sorted = new ArrayList<>(nanoseconds);
      Collections.sort(sorted);
      return sorted.get((int) Math.floor(part * (sorted.size() - 1)));
    }

    private long kilobytes() {
      return bytes / Math.max(1, nanoseconds.size()) / 1024;
    }
  }
}
