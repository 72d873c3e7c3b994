package io.credentialrules.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.policy.Vocabulary;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A host's own property: what it stores as JSON is what it reads. */
class StoredRecordsProperties {
  private static final LearnerRecordReader READER =
      LearnerRecordReader.of(Vocabulary.standard(), ZoneOffset.UTC);

  @Property(tries = 50)
  void a_record_survives_the_database(@ForAll LearnerRecord record) {
    LearnerRecord read = READER.read("row 1", LearnerRecordWriter.write(record));

    assertThat(read.learner()).isEqualTo(record.learner());
    assertThat(read.facts()).containsExactlyInAnyOrderElementsOf(record.facts());
  }
}
