package io.credentialrules.spark;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Sums tallies by group without showing a group of fewer learners than a bound. All groups that are
 * smaller are merged into one row. Where even that row would have fewer learners than the bound,
 * the smallest of the others is merged too: otherwise the row could be had as the difference
 * between the groups that are shown and a run over all learners. Where all learners together are
 * fewer than the bound, nothing is shown.
 */
final class GroupSums {
  private static final List<String> NUMBERS = List.of("n1", "n2", "n3", "n4");

  private final long smallest;

  GroupSums(long smallest) {
    if (smallest < 1) {
      throw new IllegalArgumentException("`smallest` must be positive, but is " + smallest);
    }
    this.smallest = smallest;
  }

  /**
   * Runs the job.
   *
   * @param names what the job calls the four numbers of a credential
   * @param reasons what it calls the list of requirements
   */
  Dataset<Row> of(Dataset<Row> tallies, List<String> names, String reasons) {
    // The records are read once; what follows looks at sums only.
    Dataset<Row> sums =
        summed(tallies, "group", "credential", "requirement", "sentence", "action")
            .localCheckpoint();
    Dataset<Row> sizes =
        sums.filter(col("credential").isNull().and(col("n1").gt(0)))
            .select(col("group").as("own"), col("n1").as("size"));
    Dataset<Row> shown =
        summed(
            sums.join(sizes, col("group").eqNullSafe(col("own")))
                .withColumn("merged", isMerged(sizes))
                .withColumn("group", when(col("merged"), lit(null)).otherwise(col("group"))),
            "group",
            "merged",
            "credential",
            "requirement",
            "sentence",
            "action");
    Dataset<Row> heads = heads(shown);
    Dataset<Row> lines = lines(shown, names, reasons);
    return heads
        .join(
            lines,
            col("group").eqNullSafe(col("ofGroup")).and(col("merged").equalTo(col("ofMerged"))),
            "left")
        .drop("ofGroup", "ofMerged")
        .unionByName(unread(sums), true)
        .repartition(1)
        .sortWithinPartitions(col("merged"), col("group"), col("credential"));
  }

  private static Dataset<Row> summed(Dataset<Row> rows, String... keys) {
    return rows.groupBy(Arrays.stream(keys).map(key -> col(key)).toArray(Column[]::new))
        .agg(sum("n1").as("n1"), sum("n2").as("n2"), sum("n3").as("n3"), sum("n4").as("n4"));
  }

  private Column isMerged(Dataset<Row> sizes) {
    Column size = col("size");
    Row bounds =
        sizes
            .agg(
                coalesce(sum(when(size.lt(smallest), size)), lit(0L)),
                min(when(size.geq(smallest), struct(size, col("own")))))
            .first();
    long together = bounds.getLong(0);
    Column isSmall = size.lt(smallest);
    if (together == 0 || together >= smallest || bounds.isNullAt(1)) {
      return isSmall;
    }
    return isSmall.or(col("own").eqNullSafe(lit(bounds.getStruct(1).get(1))));
  }

  /** How many learners each group has that is shown, and how many of their records failed. */
  private Dataset<Row> heads(Dataset<Row> shown) {
    return shown
        .filter(col("credential").isNull().and(col("n1").geq(smallest)))
        .select(col("group"), col("merged"), col("n1").as("learners"), col("n2").as("failed"));
  }

  private static Dataset<Row> lines(Dataset<Row> shown, List<String> names, String reasons) {
    Column isWhole = col("requirement").isNull();
    List<Column> numbers = new ArrayList<>();
    for (int i = 0; i < NUMBERS.size(); i++) {
      numbers.add(max(when(isWhole, col(NUMBERS.get(i)))).as(names.get(i)));
    }
    Column requirement =
        struct(col("requirement"), col("sentence"), col("action"), col("n1").as("learners"));
    return shown
        .filter(col("credential").isNotNull())
        .groupBy(col("group").as("ofGroup"), col("merged").as("ofMerged"), col("credential"))
        .agg(
            sort_array(collect_list(when(isWhole, lit(null)).otherwise(requirement))).as(reasons),
            numbers.toArray(Column[]::new));
  }

  private static Dataset<Row> unread(Dataset<Row> sums) {
    return sums.filter(col("credential").isNull().and(col("n3").gt(0)))
        .select(
            lit(null).cast("string").as("group"),
            lit(false).as("merged"),
            lit(0L).as("learners"),
            col("n3").as("failed"));
  }
}
