package io.credentialrules.kafka;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Makes one record of the messages about a learner. */
final class RecordMessages {
  private final LearnerRecordReader reader;

  RecordMessages(CredentialRules rules, ZoneId zone) {
    this.reader = LearnerRecordReader.of(rules.vocabulary(), zone);
  }

  /**
   * The record in a message.
   *
   * @throws io.credentialrules.json.RecordException when it cannot be read
   * @throws IllegalArgumentException when it is about somebody else than its key says
   */
  LearnerRecord read(FactKey key, String value) {
    LearnerRecord record = reader.read(key.toString(), value);
    if (!record.learner().id().equals(key.learner())) {
      throw new IllegalArgumentException(
          "the message `" + key + "` is about the learner `" + record.learner().id() + "`");
    }
    return record;
  }

  /**
   * All facts and waivers together; the learner and the policy date are those of the message that
   * is about the learner. Throws as {@link #read}.
   */
  LearnerRecord together(String learner, SortedMap<String, String> messages) {
    LearnerRecord.Builder all = LearnerRecord.builder(learner);
    @Nullable String own = messages.get(FactKey.of(learner).toString());
    if (own != null) {
      LearnerRecord record = read(FactKey.of(learner), own);
      all = LearnerRecord.builder(record.learner()).policyDate(record.policyDate());
    }
    for (Map.Entry<String, String> message : messages.entrySet()) {
      LearnerRecord record = read(FactKey.parse(message.getKey()), message.getValue());
      all.addAll(record.facts());
      record.waivers().forEach(all::waive);
    }
    return all.build();
  }
}
