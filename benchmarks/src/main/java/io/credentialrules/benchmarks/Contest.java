package io.credentialrules.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.EvaluationWriter;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All engines on one catalogue, in turns, so that whatever disturbs one disturbs all. They must
 * agree before any is timed.
 */
final class Contest {
  static final String ONE_DECISION = "one decision";
  static final String TOUCHED_DECISIONS = "all decisions that the facts touch";
  static final String PLAN = "a plan";
  static final String JSON = "JSON in, decisions as JSON out";

  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int LEARNERS = 300;
  private static final long SEED = 2;

  private final Catalogue catalogue;
  private final Map<String, Double> compiling = new LinkedHashMap<>();
  private final Map<String, Double> kilobytes = new LinkedHashMap<>();
  private final Map<String, Engine> engines = new LinkedHashMap<>();
  private final Map<String, Samples> samples = new LinkedHashMap<>();
  private final List<LearnerRecord> learners;
  private final CredentialRules rules;

  /** Compiles a catalogue for all engines, plain Drools only where it takes part. */
  Contest(Catalogue catalogue, boolean withDrools) {
    this.catalogue = catalogue;
    this.learners = catalogue.learners(LEARNERS, SEED);
    PolicyPack pack = catalogue.pack();
    long free = used();
    long begun = PROCESS.getProcessCpuTime();
    this.rules = CredentialRules.compile(pack);
    compiling.put(Agreement.LIBRARY, (PROCESS.getProcessCpuTime() - begun) / 1e6);
    kilobytes.put(Agreement.LIBRARY, (used() - free) / 1024.0);
    engines.put(Agreement.LIBRARY, new Library(rules));
    if (withDrools) {
      Set<String> ids =
          rules.catalogue().stream().map(Credential::id).collect(Collectors.toUnmodifiableSet());
      Map<String, String> plain = PlainDrl.of(List.of(pack));
      free = used();
      begun = PROCESS.getProcessCpuTime();
      engines.put(Agreement.PLAIN_DROOLS, PlainDrools.compile(plain, ids));
      compiling.put(Agreement.PLAIN_DROOLS, (PROCESS.getProcessCpuTime() - begun) / 1e6);
      kilobytes.put(Agreement.PLAIN_DROOLS, (used() - free) / 1024.0);
    }
    engines.put(Agreement.JAVA_BY_HAND, new CatalogueByHand(catalogue));
  }

  /** Bytes that are reachable, after what is not has been collected. */
  private static long used() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }

  /**
   * Whether all give the same answers.
   *
   * @throws IllegalStateException when two answer differently, naming learner and answers
   */
  void agree() {
    for (LearnerRecord record : learners) {
      Map<String, Set<String>> answers = new LinkedHashMap<>();
      engines.forEach((name, engine) -> answers.put(name, new TreeSet<>(engine.earned(record))));
      if (Set.copyOf(answers.values()).size() > 1) {
        throw new IllegalStateException("the engines disagree: " + answers + " on " + record);
      }
    }
  }

  /**
   * Lets all take turns.
   *
   * @param rounds how many count, after others until half as many have made nothing faster
   * @param most nanoseconds of processor time of one turn
   */
  void run(int rounds, long most) {
    Map<String, Consumer<LearnerRecord>> contenders = new LinkedHashMap<>();
    engines.forEach((name, engine) -> contenders.put(name, engine::earned));
    contenders.put(ONE_DECISION, record -> evaluated(record).decision(touched(record).get(0)));
    contenders.put(
        TOUCHED_DECISIONS,
        record -> {
          Evaluation evaluation = evaluated(record);
          touched(record).forEach(evaluation::decision);
        });
    contenders.put(PLAN, record -> evaluated(record).plan(touched(record).get(0)));
    LearnerRecordReader reader = LearnerRecordReader.of(rules.vocabulary(), Engine.AS_OF.getZone());
    Map<String, String> written =
        learners.stream()
            .collect(Collectors.toMap(record -> record.learner().id(), LearnerRecordWriter::write));
    contenders.put(
        JSON,
        record ->
            EvaluationWriter.write(
                evaluated(reader.read("record", written.getOrDefault(record.learner().id(), ""))),
                EvaluationWriter.Options.ALL
                    .withLayout(JsonLayout.COMPACT)
                    .including(Set.copyOf(touched(record)))));
    WarmUp.of(contenders, learners, rounds / 2, most);
    for (int round = 0; round < rounds; round++) {
      contenders.forEach(
          (name, contender) ->
              samples
                  .computeIfAbsent(name, unseen -> new Samples())
                  .round(contender, learners, most));
    }
  }

  /** The engines by name, in the order of their turns. */
  Map<String, Engine> engines() {
    return engines;
  }

  private Evaluation evaluated(LearnerRecord record) {
    return rules.evaluate(record, Engine.AS_OF);
  }

  private List<String> touched(LearnerRecord record) {
    return catalogue.touchedBy(record);
  }

  Catalogue catalogue() {
    return catalogue;
  }

  CredentialRules rules() {
    return rules;
  }

  List<LearnerRecord> learners() {
    return learners;
  }

  /** What a contender took; nothing where it took no part. */
  Samples of(String name) {
    return samples.getOrDefault(name, new Samples());
  }

  /** How many times as long as evaluating with the library a contender took. */
  double ratio(String name) {
    return of(name).middle() / of(Agreement.LIBRARY).middle();
  }

  /** The contenders in their order. */
  Set<String> names() {
    return samples.keySet();
  }

  /** Milliseconds of processor time of the process, with the JVM's own compiler and collector. */
  double compiling(String name) {
    return compiling.getOrDefault(name, Double.NaN);
  }

  /** Kilobytes that compiled rules keep. */
  double kilobytes(String name) {
    return kilobytes.getOrDefault(name, Double.NaN);
  }
}
