package io.credentialrules.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.Impact;
import io.credentialrules.LearnerRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From 100 to 200 hours: of the campuses UM, UMF, UMA and UMPI. */
@Tag("once")
class GroupsTest {
  private static final PolicyText BEFORE = Learners.asking(100);
  private static final PolicyText AFTER = Learners.asking(200);

  private static List<String> impact(List<String> texts, long smallest) {
    SparkBatch batch = SparkBatch.of(LocalSpark.session(), BEFORE, LocalSpark.AS_OF);
    return lines(
        batch.impact(AFTER, LocalSpark.texts(texts, 3), RecordMapper.json(), "campus", smallest),
        "before",
        "after",
        "gained",
        "lost",
        "requirements");
  }

  private static List<String> lines(Dataset<Row> rows, String... columns) {
    List<String> lines = new ArrayList<>();
    for (Row row : rows.collectAsList()) {
      StringBuilder line = new StringBuilder(row.<Boolean>getAs("merged") ? "*" : "");
      line.append(row.<String>getAs("group")).append(' ');
      line.append(row.<Long>getAs("learners")).append('/').append(row.<Long>getAs("failed"));
      line.append(' ').append(row.<String>getAs("credential")).append(':');
      for (String column : columns) {
        Object value = row.getAs(column);
        line.append(' ').append(value instanceof Long ? value : list(row, column));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static List<String> list(Row row, String column) {
    int index = row.fieldIndex(column);
    return row.isNullAt(index)
        ? List.of()
        : row.<Row>getList(index).stream().map(each -> each.mkString("-")).toList();
  }

  @SafeVarargs
  private static List<String> texts(List<LearnerRecord>... groups) {
    List<String> texts = new ArrayList<>();
    for (List<LearnerRecord> group : groups) {
      group.forEach(record -> texts.add(LocalSpark.json(record)));
    }
    return texts;
  }

  @Test
  void an_impact_is_that_of_the_library_group_by_group() {
    List<LearnerRecord> um = new ArrayList<>(Learners.of("UM", 4, 150));
    um.addAll(Learners.of("UM", 3, 200));
    List<LearnerRecord> umf = Learners.of("UMF", 5, 99);
    Impact.Count count =
        Impact.of(BEFORE.rules(), AFTER.rules(), um, LocalSpark.AS_OF).counts().get(0);

    assertThat(impact(texts(um, umf), 5))
        .containsExactly(
            "UM 7/0 apprentice: 7 3 0 4 [hours-At least 200 hours-LOST-4]",
            "UMF 5/0 apprentice: 0 0 0 0 []");
    assertThat(List.of(count.before(), count.after(), count.gained(), count.lost()))
        .containsExactly(7L, 3L, 0L, 4L);
  }

  @Test
  void smaller_groups_are_merged_into_one() {
    List<String> texts =
        texts(
            Learners.of("UM", 5, 150),
            Learners.of("UMF", 4, 150),
            Learners.of("UMA", 3, 100),
            Learners.of("UMPI", 2, 250));

    assertThat(impact(texts, 5))
        .containsExactly(
            "UM 5/0 apprentice: 5 0 0 5 [hours-At least 200 hours-LOST-5]",
            "*null 9/0 apprentice: 9 2 0 7 [hours-At least 200 hours-LOST-7]");
    assertThat(impact(texts, 4))
        .extracting(line -> line.split(" ", -1)[0])
        .containsExactly("UM", "UMF", "*null");
  }

  @Test
  void a_merged_group_that_is_too_small_takes_the_smallest_of_the_others_with_it() {
    List<String> texts =
        texts(Learners.of("UM", 7, 150), Learners.of("UMF", 6, 150), Learners.of("UMA", 4, 150));

    assertThat(impact(texts, 5))
        .extracting(line -> line.split(":", -1)[0])
        .containsExactly("UM 7/0 apprentice", "*null 10/0 apprentice");
    assertThat(impact(texts, 4))
        .extracting(line -> line.split(":", -1)[0])
        .containsExactly("UM 7/0 apprentice", "UMA 4/0 apprentice", "UMF 6/0 apprentice");
  }

  @Test
  void nothing_is_said_of_fewer_learners_than_a_group_must_have() {
    List<String> texts = texts(Learners.of("UM", 2, 150), Learners.of("UMF", 2, 150));

    assertThat(impact(texts, 5)).isEmpty();
    assertThat(impact(texts, 4)).hasSize(1);
  }

  @Test
  void records_that_cannot_be_read_are_counted_and_belong_to_no_group() {
    List<String> texts = new ArrayList<>(texts(Learners.of("UM", 3, 200)));
    texts.add("{");
    texts.add("nothing");

    assertThat(impact(texts, 3))
        .containsExactly("null 0/2 null: [] [] [] [] []", "UM 3/0 apprentice: 3 3 0 0 []");
  }

  @Test
  void records_beyond_the_limits_fail_in_their_group() {
    SparkBatch batch =
        SparkBatch.of(LocalSpark.session(), BEFORE.limit("maxFacts", "1"), LocalSpark.AS_OF);
    LearnerRecord two = Learners.with("two", "UM", 100);
    List<String> texts = new ArrayList<>(texts(Learners.of("UM", 2, 100)));
    texts.add(LocalSpark.json(two.with(Learners.with("two", "UM", 7).facts().get(0))));
    Dataset<String> records = LocalSpark.texts(texts, 2);

    assertThat(lines(batch.impact(AFTER, records, RecordMapper.json(), "campus", 1), "before"))
        .containsExactly("UM 3/1 apprentice: 2");
    assertThat(
            lines(
                batch.plans(List.of("apprentice"), records, RecordMapper.json(), "campus", 1),
                "earned"))
        .containsExactly("UM 3/1 apprentice: 2");
  }

  @Test
  void plans_say_what_a_group_lacks() {
    SparkBatch batch = SparkBatch.of(LocalSpark.session(), BEFORE, LocalSpark.AS_OF);
    Dataset<String> records =
        LocalSpark.texts(
            texts(Learners.of("UM", 4, 60), Learners.of("UM", 2, 100), Learners.of("UMF", 3, 99)),
            3);

    assertThat(
            lines(
                batch.plans(List.of("apprentice"), records, RecordMapper.json(), "campus", 3),
                "earned",
                "reachable",
                "unreachable",
                "unanswered",
                "lacks"))
        .containsExactly(
            "UM 6/0 apprentice: 2 4 0 0 [hours-At least 100 hours-ADD-4]",
            "UMF 3/0 apprentice: 0 3 0 0 [hours-At least 100 hours-ADD-3]");
  }

  @Test
  void what_learners_do_not_have_is_refused() {
    SparkBatch batch = SparkBatch.of(LocalSpark.session(), BEFORE, LocalSpark.AS_OF);
    Dataset<String> none = LocalSpark.texts(List.of(), 1);

    assertThatThrownBy(() -> batch.impact(AFTER, none, RecordMapper.json(), "shoes", 5))
        .hasMessageContaining("`shoes`")
        .hasMessageContaining("campus");
    assertThatThrownBy(() -> batch.impact(AFTER, none, RecordMapper.json(), "campus", 0))
        .hasMessageContaining("`smallest`");
    assertThatThrownBy(
            () -> batch.plans(List.of("apprentic"), none, RecordMapper.json(), "campus", 5))
        .hasMessageContaining("`apprentic`");
  }
}
