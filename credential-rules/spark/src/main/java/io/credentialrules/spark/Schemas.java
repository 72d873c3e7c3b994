package io.credentialrules.spark;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The columns of what {@link SparkBatch} returns. */
public final class Schemas {
  private static final DataType TEXT = DataTypes.StringType;
  private static final DataType NUMBER = DataTypes.LongType;

  /**
   * One row for each decision, and one for each bad record.
   *
   * <ul>
   *   <li>{@code learner}: the learner's id; null where the record could not be read
   *   <li>{@code credential}: its id; null for a bad record
   *   <li>{@code earned}: whether it is earned; null for a bad record
   *   <li>{@code since}, {@code until}: the first and the last day of the time in which it is
   *       earned; null where that is not bounded, and where it is not earned
   *   <li>{@code eligibleFrom}: the day on which waiting alone earns it, otherwise null. Of these
   *       three days, those before the year 1 and after the year 9999 are null
   *   <li>{@code route}: the sentence of the route that was taken, or else of the nearest; null
   *       where there is none
   *   <li>{@code requirements}: of that route, in order; null for a bad record. Each has {@code
   *       id}, {@code state} (a {@link io.credentialrules.RequirementState}), {@code sentence} and
   *       {@code amount}, such as {@code 140.5 of 200 hours} or null
   *   <li>{@code asOf}: the instant of evaluation with its zone
   *   <li>{@code policy}: the digest of the policy
   *   <li>{@code errors}: why a record is bad, null for all others. Each has {@code source}, what
   *       names the record, {@code place} in it, a JSON Pointer, line and column, {@code message}
   *       and {@code hint}; source and place are null where nothing can be said
   * </ul>
   */
  public static final StructType DECISIONS =
      new StructType()
          .add("learner", TEXT)
          .add("credential", TEXT)
          .add("earned", DataTypes.BooleanType)
          .add("since", DataTypes.DateType)
          .add("until", DataTypes.DateType)
          .add("eligibleFrom", DataTypes.DateType)
          .add("route", TEXT)
          .add("requirements", list("id", "state", "sentence", "amount"))
          .add("asOf", TEXT, false)
          .add("policy", TEXT, false)
          .add("errors", list("source", "place", "message", "hint"));

  /** What both kinds of groups begin with. */
  private static final StructType GROUPS =
      new StructType()
          .add("group", TEXT)
          .add("merged", DataTypes.BooleanType)
          .add("learners", NUMBER)
          .add("failed", NUMBER)
          .add("credential", TEXT);

  /**
   * One row for each group of learners and credential of either policy, in the order of the groups
   * and ids.
   *
   * <ul>
   *   <li>{@code group}: the value of the learner's field as text; null for learners without, and
   *       for groups that were merged
   *   <li>{@code merged}: whether the row is about all groups that are too small to be shown
   *   <li>{@code learners}: how many records the group has
   *   <li>{@code failed}: how many of them would cost more than the limits allow
   *   <li>{@code credential}: its id. A row without one, which is there where records could not be
   *       read, has their number as {@code failed}; nothing is known of their groups
   *   <li>{@code before}, {@code after}: how many earn it by the policy before and after
   *   <li>{@code gained}, {@code lost}: how many earn it by one of them only
   *   <li>{@code requirements}: which requirements did it: {@code requirement}, {@code sentence},
   *       {@code action} ({@code GAINED} or {@code LOST}) and {@code learners}
   *   <li>{@code policyBefore}, {@code policyAfter}: the digests
   * </ul>
   */
  public static final StructType IMPACT =
      GROUPS
          .add("before", NUMBER)
          .add("after", NUMBER)
          .add("gained", NUMBER)
          .add("lost", NUMBER)
          .add("requirements", reasons())
          .add("policyBefore", TEXT, false)
          .add("policyAfter", TEXT, false);

  /**
   * One row for each group of learners and credential that was asked for, in the order of the
   * groups and ids; the first five columns are those of {@link #IMPACT}.
   *
   * <ul>
   *   <li>{@code earned}: how many earn it
   *   <li>{@code reachable}: how many have a plan for it
   *   <li>{@code unreachable}: how many have none
   *   <li>{@code unanswered}: of how many a plan would cost more than the limits allow
   *   <li>{@code lacks}: what those without it lack: {@code requirement}, {@code sentence}, {@code
   *       action}, which is a {@link io.credentialrules.Plan.Action} or, where no step helps, a
   *       {@link io.credentialrules.Plan.Cause}, and {@code learners}: how many lack that
   *   <li>{@code policy}: the digest
   * </ul>
   */
  public static final StructType PLANS =
      GROUPS
          .add("earned", NUMBER)
          .add("reachable", NUMBER)
          .add("unreachable", NUMBER)
          .add("unanswered", NUMBER)
          .add("lacks", reasons())
          .add("policy", TEXT, false);

  private Schemas() {}

  private static DataType list(String... names) {
    StructType each = new StructType();
    for (String name : names) {
      each = each.add(name, TEXT);
    }
    return DataTypes.createArrayType(each, false);
  }

  private static DataType reasons() {
    return DataTypes.createArrayType(
        new StructType()
            .add("requirement", TEXT)
            .add("sentence", TEXT)
            .add("action", TEXT)
            .add("learners", NUMBER),
        false);
  }
}
