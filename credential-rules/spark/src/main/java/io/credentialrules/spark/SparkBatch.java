package io.credentialrules.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.lit;

import io.credentialrules.CredentialRules;
import io.credentialrules.PolicyException;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructField;
import scala.reflect.ClassTag$;

/**
 * Jobs over the records of many learners at one instant: what {@link io.credentialrules.Batch},
 * {@link io.credentialrules.Impact} and {@link io.credentialrules.Plan} say in one process, on
 * Spark. The same records have the same decisions however they are partitioned. A bad record is a
 * row of its own, or counted, and changes no other row. The policy is sent to each executor once,
 * as text, and compiled there once.
 */
public final class SparkBatch {
  private final PolicyText policy;
  private final ZonedDateTime asOf;
  private final SparkContext context;
  private final Broadcast<PolicyText> sent;
  private final JobCounts counts;

  private SparkBatch(SparkSession spark, PolicyText policy, ZonedDateTime asOf) {
    this.policy = policy;
    this.asOf = asOf;
    this.context = spark.sparkContext();
    this.sent = send(policy);
    this.counts = new JobCounts(context);
  }

  /**
   * Jobs with a policy, which is compiled here first.
   *
   * @param asOf the instant to evaluate for; its date in its zone is "today" for the rules, and
   *     days in records begin and end in its zone
   * @throws PolicyException with every problem, when one of them is an error
   */
  public static SparkBatch of(SparkSession spark, PolicyText policy, ZonedDateTime asOf) {
    policy.rules();
    return new SparkBatch(spark, policy, asOf);
  }

  /** What the jobs have done so far. */
  public JobCounts counts() {
    return counts;
  }

  /**
   * Every decision on every record, with the columns of {@link Schemas#DECISIONS}, in the order of
   * the records and of the catalogue. Lazy, as Spark is.
   */
  public <T> Dataset<Row> decisions(Dataset<T> records, RecordMapper<? super T> mapper) {
    Dataset<Row> rows =
        records.mapPartitions(
            task(mapper, new DecisionRows(asOf, counts)), Encoders.row(DecisionRows.COUNTED));
    List<Column> columns = new ArrayList<>();
    for (StructField column : Schemas.DECISIONS.fields()) {
      columns.add(column(column.name()).as(column.name()));
    }
    return rows.select(columns.toArray(Column[]::new)).to(Schemas.DECISIONS);
  }

  /**
   * What a change of policy does to groups of learners, with the columns of {@link Schemas#IMPACT}.
   * Runs a job that reads the records once; what is returned holds sums only.
   *
   * @param after the policy after the change; that of these jobs is the one before. Both have the
   *     same registered fact types, since each record is read once
   * @param field of the learner, such as {@code campus} or {@code age}, by which they are grouped
   * @param smallest the fewest learners of a group that is shown; smaller ones are merged, and
   *     where the merged one would be too small, the smallest of the others with it. What is
   *     counted are records, of which one is expected for each learner
   * @throws PolicyException with every problem, when the policy after has an error
   * @throws IllegalArgumentException when learners have no such field, a group could be empty, or
   *     the fact types that are registered with the policies differ
   */
  public <T> Dataset<Row> impact(
      PolicyText after,
      Dataset<T> records,
      RecordMapper<? super T> mapper,
      String field,
      long smallest) {
    if (!policy.registered().equals(after.registered())) {
      throw new IllegalArgumentException(
          "the policies before and after must have the same registered fact types, and have "
              + policy.registered()
              + " and "
              + after.registered());
    }
    CredentialRules later = after.rules();
    GroupSums sums = new GroupSums(smallest);
    LearnerField group = new LearnerField(field, asOf);
    ImpactTallies tallies = new ImpactTallies(send(after), group, asOf, counts);
    return sums.of(
            records.mapPartitions(task(mapper, tallies), Encoders.row(Tally.SCHEMA)),
            List.of("before", "after", "gained", "lost"),
            "requirements")
        .withColumn("policyBefore", lit(policy.rules().digest()))
        .withColumn("policyAfter", lit(later.digest()))
        .to(Schemas.IMPACT);
  }

  /**
   * What groups of learners lack for some credentials, by a plan for each learner who has not
   * earned them, with the columns of {@link Schemas#PLANS}. Runs a job that reads the records once;
   * a plan costs many times as much as a decision.
   *
   * @param credentials ids of credentials
   * @param field as for {@link #impact}
   * @param smallest as for {@link #impact}
   * @throws IllegalArgumentException when the catalogue has no such credential, learners have no
   *     such field, or a group could be empty
   */
  public <T> Dataset<Row> plans(
      Collection<String> credentials,
      Dataset<T> records,
      RecordMapper<? super T> mapper,
      String field,
      long smallest) {
    ArrayList<String> each = new ArrayList<>(new LinkedHashSet<>(credentials));
    policy.rules().catalogue(each);
    GroupSums sums = new GroupSums(smallest);
    PlanTallies tallies = new PlanTallies(each, new LearnerField(field, asOf), asOf);
    return sums.of(
            records.mapPartitions(task(mapper, tallies), Encoders.row(Tally.SCHEMA)),
            List.of("earned", "reachable", "unreachable", "unanswered"),
            "lacks")
        .withColumn("policy", lit(policy.rules().digest()))
        .to(Schemas.PLANS);
  }

  /** What is the same in each row is not made for each. */
  private Column column(String name) {
    if (DecisionRows.DAYS.contains(name)) {
      return date_from_unix_date(col(name));
    }
    return switch (name) {
      case "asOf" -> lit(asOf.toString());
      case "policy" -> lit(policy.rules().digest());
      default -> col(name);
    };
  }

  private <T> PartitionTask<T> task(RecordMapper<? super T> mapper, PartitionTask.Answer answer) {
    return new PartitionTask<>(sent, asOf.getZone(), mapper, answer, counts);
  }

  private Broadcast<PolicyText> send(PolicyText text) {
    return context.broadcast(text, ClassTag$.MODULE$.apply(PolicyText.class));
  }

  /** The policy and the instant. */
  @Override
  public String toString() {
    return "jobs at " + asOf + " by " + policy;
  }
}
