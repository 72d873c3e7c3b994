package io.credentialrules.spring;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.json.RecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Reads and writes learner records as JSON, with the fact types of the application. A record that
 * cannot be read is a {@link HttpMessageNotReadableException} with a {@link RecordException} as its
 * cause.
 */
final class LearnerRecordConverter extends AbstractHttpMessageConverter<LearnerRecord> {
  private static final String SOURCE = "request";

  // Fact types are the same for each policy of the application.
  private final LearnerRecordReader reader;

  LearnerRecordConverter(PolicyInForce policy) {
    super(
        StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    reader = LearnerRecordReader.of(policy.rules().vocabulary(), policy.zone());
  }

  @Override
  protected boolean supports(Class<?> wanted) {
    return wanted == LearnerRecord.class;
  }

  @Override
  protected LearnerRecord readInternal(
      Class<? extends LearnerRecord> wanted, HttpInputMessage message) throws IOException {
    try {
      return reader.read(SOURCE, message.getBody());
    } catch (RecordException problems) {
      throw new HttpMessageNotReadableException(problems.toString(), problems, message);
    }
  }

  @Override
  protected void writeInternal(LearnerRecord record, HttpOutputMessage message) throws IOException {
    LearnerRecordWriter.write(record, JsonLayout.COMPACT, message.getBody());
  }
}
