package io.credentialrules.spark;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordWriter;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/** Spark with two threads of this process, and what tests put into it. */
final class LocalSpark {
  static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");

  private static final SparkSession SESSION =
      SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.sql.shuffle.partitions", 1)
          .config("spark.sql.adaptive.enabled", false)
          // Without it, dates need a JVM that is opened to Spark.
          .config("spark.sql.datetime.java8API.enabled", true)
          .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
          .getOrCreate();

  private LocalSpark() {}

  static SparkSession session() {
    return SESSION;
  }

  static Dataset<String> texts(List<String> texts, int partitions) {
    return SESSION.createDataset(texts, Encoders.STRING()).repartition(partitions);
  }

  static Dataset<String> records(Collection<LearnerRecord> records, int partitions) {
    return texts(records.stream().map(LocalSpark::json).toList(), partitions);
  }

  static String json(LearnerRecord record) {
    return LearnerRecordWriter.write(record, JsonLayout.COMPACT);
  }
}
