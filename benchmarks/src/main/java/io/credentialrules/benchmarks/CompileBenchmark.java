package io.credentialrules.benchmarks;

import io.credentialrules.PolicyPack;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

/** From the text of packs to rules that can evaluate, once the JVM is warm. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
public class CompileBenchmark {

  /** Which packs. */
  @Param({"HORTICULTURE", "ALL"})
  public PackSet packs = PackSet.HORTICULTURE;

  private List<PolicyPack> texts = List.of();
  private Map<String, String> plain = Map.of();

  /** Loads the texts. */
  @Setup
  public void prepare() {
    texts = packs.packs();
    plain = PlainDrl.of(texts);
  }

  /** This library, with all its checks. */
  @Benchmark
  public Object library() {
    return Library.compile(texts);
  }

  /** Plain Drools, executable model. */
  @Benchmark
  public Object plainDrools() {
    return PlainDrools.compile(plain, Set.of());
  }
}
