package io.credentialrules.spark;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Batch;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.RequirementResult;
import io.credentialrules.Route;
import io.credentialrules.testkit.PolicyRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Spark decides what {@link Batch} decides. Few tries, because each is a job or two. */
@Tag("once")
class DecisionsProperties {
  private static final PolicyText POLICY =
      PolicyText.of(
          PolicyPack.fromClassPath(DecisionsProperties.class.getClassLoader(), "ums-horticulture"));

  @Provide
  Arbitrary<List<LearnerRecord>> records() {
    return PolicyRecords.of(POLICY.rules(), LocalSpark.AS_OF)
        .any()
        .list()
        .ofMinSize(1)
        .ofMaxSize(40)
        .map(DecisionsProperties::numbered);
  }

  @Provide
  Arbitrary<String> bad() {
    return Arbitraries.of(
        "",
        "{",
        "null",
        "[]",
        "{\"learner\": {\"id\": \"x\"}, \"facts\": {\"Nothing\": []}}",
        "{\"learner\": {\"id\": \"x\"}, \"facts\": {\"WorkExperience\": [{\"type\": \"APPRENTICESHIP\","
            + " \"hours\": -1}]}}",
        "[".repeat(100_000));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void the_same_records_have_the_same_decisions_as_in_a_batch_however_they_are_partitioned(
      @ForAll("records") List<LearnerRecord> records,
      @ForAll @IntRange(min = 1, max = 7) int partitions) {
    List<String> texts = records.stream().map(LocalSpark::json).toList();

    assertThat(bySpark(texts, partitions)).isEqualTo(byBatch(records));
  }

  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void a_bad_record_changes_no_other_row_and_does_not_end_the_job(
      @ForAll("records") List<LearnerRecord> records,
      @ForAll("bad") String bad,
      @ForAll @IntRange(max = 40) int position,
      @ForAll @IntRange(min = 1, max = 7) int partitions) {
    List<String> texts = new ArrayList<>(records.stream().map(LocalSpark::json).toList());
    texts.add(Math.min(position, texts.size()), bad);

    Map<String, List<String>> rows = bySpark(texts, partitions);

    assertThat(rows.remove("")).hasSize(1);
    assertThat(rows).isEqualTo(byBatch(records));
  }

  private static List<LearnerRecord> numbered(List<LearnerRecord> records) {
    List<LearnerRecord> all = new ArrayList<>();
    for (LearnerRecord record : records) {
      all.add(LearnerRecord.builder("learner-" + all.size()).addAll(record.facts()).build());
    }
    return all;
  }

  /** The rows of each learner, in their order; those of nobody under an empty id. */
  private static Map<String, List<String>> bySpark(List<String> texts, int partitions) {
    Map<String, List<String>> rows = new TreeMap<>();
    SparkBatch.of(LocalSpark.session(), POLICY, LocalSpark.AS_OF)
        .decisions(LocalSpark.texts(texts, partitions), RecordMapper.json())
        .collectAsList()
        .forEach(
            row -> {
              String learner = row.getAs("learner");
              rows.computeIfAbsent(learner == null ? "" : learner, id -> new ArrayList<>())
                  .add(line(row));
            });
    return rows;
  }

  private static Map<String, List<String>> byBatch(List<LearnerRecord> records) {
    CredentialRules rules = POLICY.rules();
    Map<String, List<String>> rows = new TreeMap<>();
    Batch.builder(rules, LocalSpark.AS_OF)
        .build()
        .run(
            records.stream(),
            Evaluation::decisions,
            result ->
                rows.put(
                    result.record().learner().id(),
                    requireNonNull(result.value()).stream()
                        .map(decision -> line(decision, rules.digest()))
                        .toList()));
    return rows;
  }

  private static String line(Row row) {
    StringBuilder line = new StringBuilder();
    for (String column :
        List.of("credential", "earned", "since", "until", "eligibleFrom", "route")) {
      Object value = row.getAs(column);
      line.append(value).append(" | ");
    }
    if (!row.isNullAt(row.fieldIndex("requirements"))) {
      for (Row requirement : row.<Row>getList(row.fieldIndex("requirements"))) {
        line.append(requirement.mkString(" ")).append("; ");
      }
    }
    return line.append(row.<Object>getAs("policy")).toString();
  }

  private static String line(Decision decision, String digest) {
    StringBuilder line = new StringBuilder();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(decision.credential().id());
    values.add(decision.isEarned());
    if (decision instanceof Decision.Earned earned) {
      Route route = earned.route();
      values.add(earned.since());
      values.add(earned.until());
      values.add(null);
      values.add(route == null ? null : route.rule());
    } else if (decision instanceof Decision.NotEarned not) {
      values.add(null);
      values.add(null);
      values.add(not.eligibleFrom());
      values.add(not.routes().isEmpty() ? null : not.routes().get(0).rule());
    }
    values.forEach(value -> line.append(value).append(" | "));
    for (RequirementResult each : decision.requirements()) {
      line.append(each.id()).append(' ').append(each.state()).append(' ').append(each.name());
      line.append(' ').append(each.measure()).append("; ");
    }
    return line.append(digest).toString();
  }
}
