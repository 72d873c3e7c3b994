package io.credentialrules.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.json.PackageVersion;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyException;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("once")
class SparkBatchTest {
  private static final PolicyText POLICY = Learners.asking(100);

  /** A fact type of a host. */
  @FactType(noun = "field trip", plural = "field trips")
  public record FieldTrip(@Field(unit = "hours", min = "0") BigDecimal hours, Provenance provenance)
      implements Fact {}

  private static SparkBatch batch(PolicyText policy) {
    return SparkBatch.of(LocalSpark.session(), policy, LocalSpark.AS_OF);
  }

  @Test
  void a_policy_is_compiled_once_in_a_process_and_not_for_each_task() {
    SparkBatch batch = batch(POLICY);
    Dataset<Row> rows =
        batch.decisions(LocalSpark.records(Learners.of("UM", 64, 100), 8), RecordMapper.json());
    CompiledPolicies.forget();
    long before = CompiledPolicies.compiled();

    assertThat(rows.collectAsList()).hasSize(64);
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(8);
    assertThat(CompiledPolicies.compiled() - before).isEqualTo(1);
    assertThat(batch.counts().compilations()).isEqualTo(1);
    assertThat(rows.collectAsList()).hasSize(64);
    assertThat(CompiledPolicies.compiled() - before).isEqualTo(1);
  }

  @Test
  void what_was_done_is_counted() {
    List<LearnerRecord> records = new ArrayList<>(Learners.of("UM", 3, 100));
    records.addAll(Learners.of("UM", 2, 99));
    List<String> texts = new ArrayList<>(records.stream().map(LocalSpark::json).toList());
    texts.add("{");
    SparkBatch batch = batch(POLICY);
    Dataset<Row> rows = batch.decisions(LocalSpark.texts(texts, 2), RecordMapper.json());

    assertThat(batch.counts().records()).isZero();
    assertThat(rows.collectAsList()).hasSize(6);
    assertThat(batch.counts())
        .hasToString("6 records, 1 failed, 5 decisions")
        .returns(3L, JobCounts::earned);
    assertThat(batch.counts().readingTime()).isPositive();
    assertThat(batch.counts().evaluatingTime()).isPositive();
  }

  @Test
  void a_bad_record_is_named_by_its_digest_and_says_where_what_is_wrong() {
    String bad = "{\"learner\": {\"id\": \"ada\"},\n \"fact\": {}}";
    Dataset<String> texts = LocalSpark.texts(List.of(bad), 1);

    Row row = batch(POLICY).decisions(texts, RecordMapper.json()).first();

    String digest = texts.select(functions.sha2(functions.col("value"), 256)).first().getString(0);
    assertThat(row.<String>getAs("learner")).isNull();
    assertThat(row.<Boolean>getAs("earned")).isNull();
    Row error = row.<Row>getList(row.fieldIndex("errors")).get(0);
    assertThat(error.<String>getAs("source")).isEqualTo(digest);
    assertThat(error.<String>getAs("place")).isEqualTo("/fact 2:2");
    assertThat(error.<String>getAs("message")).contains("`fact`");
    assertThat(error.<String>getAs("hint")).contains("`facts`");
  }

  @Test
  void a_record_beyond_the_limits_keeps_its_learner() {
    List<LearnerRecord> records =
        List.of(
            Learners.with("one", "UM", 100),
            Learners.with("two", "UM", 100).with(Learners.with("two", "UM", 1).facts().get(0)));

    List<Row> rows =
        batch(POLICY.limit("maxFacts", "1"))
            .decisions(LocalSpark.records(records, 1), RecordMapper.json())
            .orderBy("learner")
            .collectAsList();

    assertThat(rows).extracting(row -> row.getAs("learner")).containsExactly("one", "two");
    assertThat(rows).extracting(row -> row.getAs("earned")).containsExactly(true, null);
    Row error = rows.get(1).<Row>getList(rows.get(1).fieldIndex("errors")).get(0);
    assertThat(error.<String>getAs("message")).contains("maxFacts");
  }

  @Test
  void rows_of_an_application_are_mapped_and_one_that_cannot_be_is_a_bad_record() {
    Dataset<Long> hours =
        LocalSpark.session()
            .createDataset(Arrays.asList(99L, 100L, -1L, null), Encoders.LONG())
            .coalesce(1);
    RecordMapper<Long> mapper =
        (each, reader) -> Learners.with("learner-" + each, "UM", each.intValue());

    List<Row> rows = batch(POLICY).decisions(hours, mapper).collectAsList();

    assertThat(rows)
        .extracting(row -> row.getAs("earned"))
        .containsExactly(false, true, null, null);
    assertThat(rows.get(2).<Row>getList(10).get(0).<String>getAs("message")).contains("hours");
    assertThat(rows.get(3).<Row>getList(10).get(0).<String>getAs("message")).contains("null");
  }

  @Test
  void a_mapper_reads_json_of_a_column_and_names_the_record_by_another() {
    Dataset<Row> table =
        LocalSpark.texts(List.of("{"), 1)
            .select(functions.lit("row 17").as("key"), functions.col("value").as("record"));

    Row row =
        batch(POLICY)
            .<Row>decisions(
                table, (each, reader) -> reader.read(each.getString(0), each.getString(1)))
            .first();

    Row error = row.<Row>getList(row.fieldIndex("errors")).get(0);
    assertThat(error.<String>getAs("source")).isEqualTo("row 17");
  }

  @Test
  void rows_have_the_documented_columns() {
    Dataset<String> none = LocalSpark.texts(List.of(), 1);
    SparkBatch batch = batch(POLICY);

    assertThat(batch.decisions(none, RecordMapper.json()).schema()).isEqualTo(Schemas.DECISIONS);
    assertThat(batch.impact(POLICY, none, RecordMapper.json(), "campus", 1).schema())
        .isEqualTo(Schemas.IMPACT);
    assertThat(batch.plans(List.of("apprentice"), none, RecordMapper.json(), "age", 1).schema())
        .isEqualTo(Schemas.PLANS);
  }

  @Test
  void a_policy_with_mistakes_is_refused_before_any_job() {
    PolicyText wrong = PolicyText.of(PolicyPack.of("wrong", Map.of("wrong.drl", "rule")));

    assertThatThrownBy(() -> batch(wrong)).isInstanceOf(PolicyException.class);
  }

  @Test
  void an_impact_is_refused_where_the_policies_read_other_facts() {
    Dataset<String> none = LocalSpark.texts(List.of(), 1);
    PolicyText other = POLICY.register(FieldTrip.class);

    assertThatThrownBy(() -> batch(POLICY).impact(other, none, RecordMapper.json(), "campus", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("FieldTrip");
    assertThat(batch(other).impact(other, none, RecordMapper.json(), "campus", 1).count()).isZero();
  }

  @Test
  void a_value_of_the_host_is_another_policy() {
    PolicyText text = PolicyText.of(PolicyPack.of("values", Map.of("values.drl", "")));

    assertThat(text.value("hours", "5"))
        .isEqualTo(text.value("hours", "5"))
        .isNotEqualTo(text.value("hours", "6"))
        .isNotEqualTo(text);
    assertThatThrownBy(() -> text.limit("maxFact", "1")).hasMessageContaining("`maxFact`");
  }

  @Test
  void the_tests_run_with_the_jackson_of_spark() {
    assertThat(PackageVersion.VERSION).hasToString("2.21.2");
  }
}
