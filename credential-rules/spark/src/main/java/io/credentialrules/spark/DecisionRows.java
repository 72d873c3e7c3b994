package io.credentialrules.spark;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.LearnerRecord;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.json.RecordException;
import io.credentialrules.json.RecordProblem;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The rows of {@link Schemas#DECISIONS}. */
record DecisionRows(ZonedDateTime asOf, JobCounts counts) implements PartitionTask.Answer {
  /** The days that Spark knows end with year 9999; until then or for ever is the same. */
  private static final int LAST_YEAR = 9999;

  /** The columns that are days; they are counted from 1970 until Spark makes dates of them. */
  static final List<String> DAYS = List.of("since", "until", "eligibleFrom");

  /** The columns that are the same in all rows, and added by Spark. */
  private static final Set<String> SAME = Set.of("asOf", "policy");

  /** What is not the same in all rows, with {@link #DAYS} as numbers. */
  static final StructType COUNTED = counted();

  private static StructType counted() {
    StructType columns = new StructType();
    for (StructField column : Schemas.DECISIONS.fields()) {
      if (!SAME.contains(column.name())) {
        DataType type = DAYS.contains(column.name()) ? DataTypes.IntegerType : column.dataType();
        columns = columns.add(column.name(), type);
      }
    }
    return columns;
  }

  @Override
  public List<Row> rows(CredentialRules rules, LearnerRecord record) {
    String learner = record.learner().id();
    List<Decision> decisions = rules.evaluate(record, asOf).decisions();
    List<Row> rows = new ArrayList<>(decisions.size());
    for (Decision decision : decisions) {
      rows.add(row(learner, decision));
    }
    decisions.forEach(decision -> counts.decided(decision.isEarned()));
    return rows;
  }

  private static Row row(String learner, Decision decision) {
    LocalDate since = null;
    LocalDate until = null;
    LocalDate eligibleFrom = null;
    Route route = null;
    if (decision instanceof Decision.Earned earned) {
      since = earned.since();
      until = earned.until();
      route = earned.route();
    } else if (decision instanceof Decision.NotEarned notEarned) {
      eligibleFrom = notEarned.eligibleFrom();
      route = notEarned.routes().isEmpty() ? null : notEarned.routes().get(0);
    }
    return RowFactory.create(
        learner,
        decision.credential().id(),
        decision.isEarned(),
        day(since),
        day(until),
        day(eligibleFrom),
        route == null ? null : route.rule(),
        decision.requirements().stream().map(DecisionRows::row).toArray(Row[]::new),
        null);
  }

  private static Row row(RequirementResult requirement) {
    return RowFactory.create(
        requirement.id(),
        requirement.state().name(),
        requirement.name(),
        requirement.measure() == null ? null : requirement.measure().toString());
  }

  private static @Nullable Integer day(@Nullable LocalDate day) {
    return day == null || day.getYear() < 1 || day.getYear() > LAST_YEAR
        ? null
        : Integer.valueOf(Math.toIntExact(day.toEpochDay()));
  }

  @Override
  public List<Row> failure(
      CredentialRules rules, @Nullable LearnerRecord record, Exception failure) {
    List<Row> errors =
        failure instanceof RecordException refused
            ? refused.problems().stream().map(DecisionRows::error).toList()
            : List.of(RowFactory.create(null, null, message(failure), null));
    return List.of(
        RowFactory.create(
            record == null ? null : record.learner().id(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            errors.toArray(Row[]::new)));
  }

  private static Row error(RecordProblem problem) {
    String place =
        String.format(Locale.ROOT, "%s %d:%d", problem.pointer(), problem.line(), problem.column());
    return RowFactory.create(problem.source(), place.strip(), problem.message(), problem.hint());
  }

  private static String message(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }
}
