package io.credentialrules.examples.spark;

import com.sun.management.OperatingSystemMXBean;
import io.credentialrules.PolicyPack;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.spark.PolicyText;
import io.credentialrules.spark.RecordMapper;
import io.credentialrules.spark.SparkBatch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Decides about many learners on Spark, from Parquet to Parquet, with two threads of this process,
 * and with a batch: says whether the decisions are the same, and what each took.
 */
public final class ManyLearners {
  private static final ZonedDateTime TONIGHT =
      ZonedDateTime.parse("2026-05-01T23:00:00-04:00[America/New_York]");
  private static final int THREADS = 2;

  private ManyLearners() {}

  /** How many learners, 3,000 without an argument; and with how many of them to begin, a tenth. */
  public static void main(String[] arguments) throws IOException {
    int learners = arguments.length == 0 ? 3_000 : Integer.parseInt(arguments[0]);
    int few = arguments.length < 2 ? learners / 10 : Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("many-learners");
    SparkSession spark =
        SparkSession.builder()
            .master("local[" + THREADS + "]")
            .appName("many learners")
            .config("spark.ui.enabled", false)
            .config("spark.ui.showConsoleProgress", isTerminal())
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2 * THREADS)
            .config("spark.sql.datetime.java8API.enabled", true)
            .getOrCreate();
    try {
      System.out.print(compare(spark, learners, few, folder));
    } finally {
      spark.stop();
      delete(folder);
    }
  }

  /** Whether there is somebody to whom Spark can draw its bar. */
  // A JDK from 22 to 24 may give a console that is none; the bar goes to the log then.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  private static String compare(SparkSession spark, int learners, int few, Path folder) {
    PolicyText policy =
        PolicyText.of(
            PolicyPack.fromClassPath(ManyLearners.class.getClassLoader(), "ums-horticulture"));
    String file = folder.resolve("learners").toString();
    spark
        .range(learners)
        .map(
            (MapFunction<Long, String>)
                number -> LearnerRecordWriter.write(Apprentices.number(number), JsonLayout.COMPACT),
            Encoders.STRING())
        .write()
        .parquet(file);
    Dataset<String> records = spark.read().parquet(file).as(Encoders.STRING());
    SparkBatch batch = SparkBatch.of(spark, policy, TONIGHT);
    Dataset<Row> decisions = batch.decisions(records, RecordMapper.json());

    List<String> texts = records.collectAsList();

    // So that neither is measured before the machine has compiled it.
    write(batch.decisions(records.limit(few), RecordMapper.json()), folder.resolve("few"));
    new InOneProcess(policy.rules(), TONIGHT, THREADS).decide(texts.subList(0, few));

    // Half of the batch before and half after, so that a machine that others use more or less
    // meanwhile favours neither.
    InOneProcess inOneProcess = new InOneProcess(policy.rules(), TONIGHT, THREADS);
    double inBatch = processorTime(() -> inOneProcess.decide(texts.subList(0, learners / 2)));
    double onSpark = processorTime(() -> write(decisions, folder.resolve("decisions")));
    inBatch += processorTime(() -> inOneProcess.decide(texts.subList(learners / 2, learners)));
    Dataset<Row> written = spark.read().parquet(folder.resolve("decisions").toString());
    return String.format(
        Locale.ROOT,
        """
        %s
        learners about whom a batch in one process decides otherwise: %d of %d
        seconds of processor time on Spark, from Parquet to Parquet: %.1f
        seconds of processor time in a batch, in memory: %.1f
        overhead of Spark: %.2f times; learners a second on a core: %.0f
        """,
        batch.counts(),
        inOneProcess.differences(written),
        learners,
        onSpark,
        inBatch,
        onSpark / inBatch,
        learners / onSpark);
  }

  private static void write(Dataset<Row> decisions, Path folder) {
    decisions.write().parquet(folder.toString());
  }

  /** Of all threads of this process, which does nothing else: other processes do not disturb it. */
  private static double processorTime(Runnable work) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long begun = system.getProcessCpuTime();
    work.run();
    return (system.getProcessCpuTime() - begun) / 1e9;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
