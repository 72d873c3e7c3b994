package io.credentialrules.spark;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What one record adds to the sums of its group. The four numbers mean: without a credential, how
 * many records, how many of them failed, and how many could not be read; with a credential, what
 * the job counts of it; with a requirement too, how many learners.
 */
final class Tally {
  static final StructType SCHEMA =
      new StructType()
          .add("group", DataTypes.StringType)
          .add("credential", DataTypes.StringType)
          .add("requirement", DataTypes.StringType)
          .add("sentence", DataTypes.StringType)
          .add("action", DataTypes.StringType)
          .add("n1", DataTypes.LongType, false)
          .add("n2", DataTypes.LongType, false)
          .add("n3", DataTypes.LongType, false)
          .add("n4", DataTypes.LongType, false);

  private Tally() {}

  /** One learner of a group. */
  static Row learner(@Nullable String group, boolean isFailed) {
    return RowFactory.create(group, null, null, null, null, 1L, isFailed ? 1L : 0L, 0L, 0L);
  }

  /** A record that could not be read. */
  static Row unread() {
    return RowFactory.create(null, null, null, null, null, 0L, 0L, 1L, 0L);
  }

  /** What the job counts of a credential. */
  static Row credential(
      @Nullable String group, String credential, long n1, long n2, long n3, long n4) {
    return RowFactory.create(group, credential, null, null, null, n1, n2, n3, n4);
  }

  /** A requirement that one learner meets, misses or lacks. */
  static Row requirement(
      @Nullable String group, String credential, String id, String sentence, String action) {
    return RowFactory.create(group, credential, id, sentence, action, 1L, 0L, 0L, 0L);
  }
}
