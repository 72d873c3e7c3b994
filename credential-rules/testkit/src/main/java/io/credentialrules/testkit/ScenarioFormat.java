package io.credentialrules.testkit;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordWriter;
import net.jqwik.api.SampleReportingFormat;

/**
 * Prints a generated learner record as the {@code record} of a scenario: JSON, which YAML is too,
 * so that it can be pasted into a file.
 */
public final class ScenarioFormat implements SampleReportingFormat {
  /** For jqwik, which finds it as a service. */
  public ScenarioFormat() {}

  @Override
  public boolean appliesTo(Object value) {
    return value instanceof LearnerRecord;
  }

  @Override
  public Object report(Object value) {
    try {
      return new Text("record: " + LearnerRecordWriter.write((LearnerRecord) value).strip());
    } catch (IllegalArgumentException noRoom) {
      return new Text(value + " (no scenario can say this: " + noRoom.getMessage() + ")");
    }
  }

  /** Printed as it is, without quotes. */
  private record Text(String text) {
    @Override
    public String toString() {
      return text;
    }
  }
}
