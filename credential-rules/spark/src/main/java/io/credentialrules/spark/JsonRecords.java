package io.credentialrules.spark;

import com.google.common.hash.Hashing;
import io.credentialrules.LearnerRecord;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.RecordException;
import java.nio.charset.StandardCharsets;

/** Reads records of JSON; only those that are bad are read twice, to be named. */
final class JsonRecords implements RecordMapper<String> {
  private static final long serialVersionUID = 1L;

  @Override
  public LearnerRecord record(String json, LearnerRecordReader reader) {
    try {
      return reader.read("", json);
    } catch (RecordException unnamed) {
      return reader.read(
          Hashing.sha256().hashString(json, StandardCharsets.UTF_8).toString(), json);
    }
  }

  @Override
  public String toString() {
    return "records of JSON";
  }
}
