package io.credentialrules.benchmarks;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Learners a second on one thread. The engines have answered alike before the clock starts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 2,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class EvaluateBenchmark {
  private static final int LEARNERS = 1_000;

  /** Which packs. */
  @Param({"HORTICULTURE", "ALL"})
  public PackSet packs = PackSet.HORTICULTURE;

  private List<LearnerRecord> learners = List.of();
  private Agreement engines = Agreement.NONE;
  private int next;

  /** Compiles, generates learners, and makes sure that the engines agree on them. */
  @Setup
  public void prepare() {
    engines = new Agreement(packs);
    engines.check(LEARNERS, 2);
    learners = Learners.of(packs.packs(), LEARNERS, 2);
  }

  private LearnerRecord learner() {
    next = next + 1 == LEARNERS ? 0 : next + 1;
    return learners.get(next);
  }

  /** This library: what is earned. */
  @Benchmark
  public Object library() {
    return engines.engine(Agreement.LIBRARY).earned(learner());
  }

  /** This library: every decision, with its reasons. */
  @Benchmark
  public Object libraryDecisions() {
    CredentialRules rules = ((Library) engines.engine(Agreement.LIBRARY)).rules();
    return rules.evaluate(learner(), Engine.AS_OF).decisions();
  }

  /** Plain Drools: what is earned. */
  @Benchmark
  public Object plainDrools() {
    return engines.engine(Agreement.PLAIN_DROOLS).earned(learner());
  }

  /** Java by hand: what is earned. */
  @Benchmark
  public Object javaByHand() {
    return engines.engine(Agreement.JAVA_BY_HAND).earned(learner());
  }
}
