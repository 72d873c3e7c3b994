package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RecordRoundTripProperties {
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(GeneratedRecords.VOCABULARY, ZoneId.of("America/New_York"));

  @Provide
  Arbitrary<LearnerRecord> records() {
    return GeneratedRecords.records();
  }

  @Property
  void what_is_written_is_read_as_the_same_record(@ForAll("records") LearnerRecord record) {
    LearnerRecord read = READER.read("a.json", LearnerRecordWriter.write(record));

    assertThat(read.learner()).isEqualTo(record.learner());
    assertThat(read.waivers()).isEqualTo(record.waivers());
    assertThat(read.policyDate()).isEqualTo(record.policyDate());
    assertThat(sortedByType(read.facts())).isEqualTo(sortedByType(record.facts()));
  }

  @Property
  void what_is_read_is_written_as_the_same_text(@ForAll("records") LearnerRecord record) {
    String text = LearnerRecordWriter.write(record);

    assertThat(LearnerRecordWriter.write(READER.read("a.json", text))).isEqualTo(text);
  }

  @Property
  void what_is_written_is_valid_by_the_schema(@ForAll("records") LearnerRecord record) {
    assertThat(Schemas.RECORD.problems(LearnerRecordWriter.write(record))).isEmpty();
  }

  private static List<Fact> sortedByType(List<Fact> facts) {
    return facts.stream()
        .sorted(Comparator.comparing(fact -> fact.getClass().getSimpleName()))
        .toList();
  }
}
