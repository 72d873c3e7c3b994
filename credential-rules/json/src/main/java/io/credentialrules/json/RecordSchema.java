package io.credentialrules.json;

import io.credentialrules.policy.Vocabulary;

/**
 * The JSON Schema (draft 2020-12) of learner records. That of the standard vocabulary is published
 * within the jar as {@code io/credentialrules/json/learner-record.schema.json}. What no schema can
 * say is left to {@link LearnerRecordReader}: repeated names, dates that the calendar does not have
 * or that are in the wrong order, and the bounds of amounts that are written as texts.
 */
public final class RecordSchema {
  private RecordSchema() {}

  /** The schema of records with facts of these types. */
  public static String of(Vocabulary vocabulary) {
    return Definitions.of(vocabulary)
        .document("learner-record", "Learner record", LearnerRecordWriter.FORM);
  }
}
