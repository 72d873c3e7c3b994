package io.credentialrules.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Documents go to streams as they come, and end where they cannot go on. */
class StreamingTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** A stream that must not be closed, and tells whether it was flushed. */
  private static class Sink extends ByteArrayOutputStream {
    private boolean isFlushed;

    @Override
    public void flush() {
      isFlushed = true;
    }

    @Override
    public void close() {
      throw new IllegalStateException("the stream is its owner's to close");
    }
  }

  private static LearnerRecord many(int facts) {
    List<Fact> all = new ArrayList<>();
    for (int i = 0; i < facts; i++) {
      all.add(new Awkward("s" + i, null, Set.of(), Provenance.UNVETTED));
    }
    return LearnerRecord.builder(Learner.of("ada")).addAll(all).build();
  }

  @AfterEach
  void behave() {
    Awkward.GIVES.remove();
    boolean unused = Thread.interrupted();
  }

  @Property
  void streams_writers_and_texts_are_the_same(@ForAll long seed, @ForAll JsonLayout layout)
      throws IOException {
    LearnerRecord record = GeneratedRecords.record(seed);
    String text = LearnerRecordWriter.write(record, layout);
    Sink sink = new Sink();
    LearnerRecordWriter.write(record, layout, sink);
    StringWriter writer = new StringWriter();
    LearnerRecordWriter.write(record, layout, writer);

    assertThat(sink.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    assertThat(sink.isFlushed).isTrue();
    assertThat(writer).hasToString(text);
  }

  @Property
  void the_layout_changes_nothing_but_space(@ForAll long seed) throws JsonProcessingException {
    LearnerRecord record = GeneratedRecords.record(seed);
    String compact = LearnerRecordWriter.write(record, JsonLayout.COMPACT);

    assertThat(compact).endsWith("}\n").containsOnlyOnce("\n");
    assertThat(JSON.readTree(compact))
        .isEqualTo(JSON.readTree(LearnerRecordWriter.write(record, JsonLayout.INDENTED)));
  }

  @Test
  void what_comes_first_is_out_before_what_comes_last_is_read() throws IOException {
    Sink sink = new Sink();
    List<Integer> writtenBefore = new ArrayList<>();
    Awkward.GIVES.set(
        () -> {
          writtenBefore.add(sink.size());
          return "s";
        });
    LearnerRecordWriter.write(many(5_000), JsonLayout.COMPACT, sink);

    assertThat(writtenBefore).hasSize(5_000).startsWith(0);
    assertThat(sink.size() - writtenBefore.get(4_999)).isLessThan(50_000);
    assertThat(sink.size()).isGreaterThan(100_000);
  }

  @Test
  void a_stream_that_fails_ends_the_document() {
    IOException full = new IOException("the disk is full");
    OutputStream failing =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw full;
          }
        };

    assertThatThrownBy(() -> LearnerRecordWriter.write(many(9), JsonLayout.COMPACT, failing))
        .isSameAs(full);
  }

  @ParameterizedTest
  @EnumSource
  void an_interrupted_thread_writes_nothing_and_stays_interrupted(JsonLayout layout) {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> LearnerRecordWriter.write(many(9), layout))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(LearnerRecordWriter.write(many(9), layout)).endsWith("}\n");
  }

  @Test
  void a_thread_that_is_interrupted_while_it_writes_stops_at_the_next_fact() {
    Sink sink = new Sink();
    int[] read = {0};
    Awkward.GIVES.set(
        () -> {
          if (++read[0] == 1_000) {
            Thread.currentThread().interrupt();
          }
          return "s";
        });

    assertThatThrownBy(() -> LearnerRecordWriter.write(many(5_000), JsonLayout.COMPACT, sink))
        .isInstanceOf(CancellationException.class);
    assertThat(read[0]).isEqualTo(1_000);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void an_interrupted_thread_reads_nothing_and_stays_interrupted() {
    LearnerRecordReader reader =
        LearnerRecordReader.of(GeneratedRecords.VOCABULARY, ZoneId.of("UTC"));
    String json = LearnerRecordWriter.write(GeneratedRecords.record(1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> reader.read("a.json", json)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(LearnerRecordWriter.write(reader.read("a.json", json))).isEqualTo(json);
  }

  @Test
  void half_of_a_character_is_escaped_because_no_encoding_has_it() throws IOException {
    LearnerRecord record = LearnerRecord.of(Learner.of("a\ud83c\"b\ud83c\udf31"));
    Sink sink = new Sink();
    LearnerRecordWriter.write(record, JsonLayout.COMPACT, sink);

    assertThat(sink.toString(StandardCharsets.UTF_8))
        .contains("\"id\":\"a\\ud83c\\\"b\ud83c\udf31\"");
    assertThat(JSON.readTree(sink.toByteArray()).at("/learner/id").asText())
        .isEqualTo("a\ud83c\"b\ud83c\udf31");
  }
}
