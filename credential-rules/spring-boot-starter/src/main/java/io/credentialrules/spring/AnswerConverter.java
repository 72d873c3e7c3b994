package io.credentialrules.spring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Writes an answer as JSON, in the form of {@code docs/json.md}; reads none. */
final class AnswerConverter<T> extends AbstractHttpMessageConverter<T> {

  private final Class<T> type;
  private final Function<T, String> writing;

  AnswerConverter(Class<T> type, Function<T, String> writing) {
    super(
        StandardCharsets.UTF_8, MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    this.type = type;
    this.writing = writing;
  }

  @Override
  protected boolean supports(Class<?> wanted) {
    return type.isAssignableFrom(wanted);
  }

  @Override
  public boolean canRead(Class<?> wanted, @Nullable MediaType as) {
    return false;
  }

  @Override
  protected T readInternal(Class<? extends T> wanted, HttpInputMessage message) {
    throw new HttpMessageNotReadableException("answers are not read", message);
  }

  @Override
  protected void writeInternal(T answer, HttpOutputMessage message) throws IOException {
    // As a whole, because what is refused halfway is no document, and the response has not begun
    // yet.
    message.getBody().write(writing.apply(answer).getBytes(StandardCharsets.UTF_8));
  }
}
