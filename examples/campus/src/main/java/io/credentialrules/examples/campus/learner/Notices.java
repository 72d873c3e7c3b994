package io.credentialrules.examples.campus.learner;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What learners are told. */
@Repository
public class Notices {
  private final JdbcClient jdbc;
  private final Clock clock;

  Notices(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Something that a learner was told.
   *
   * @param at when
   * @param text what
   */
  public record Notice(OffsetDateTime at, String text) {}

  /**
   * Tells a learner something.
   *
   * @param outbox the change that it is about, of which nobody is told twice; null for none
   */
  public void tell(String learner, String text, @Nullable Long outbox) {
    jdbc.sql("insert into notice (learner, at, text, outbox) values (?, ?, ?, ?)")
        .param(learner)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(text)
        .param(outbox)
        .update();
  }

  /** What a learner was told last, newest first. */
  public List<Notice> latest(String learner, int most) {
    return jdbc.sql("select at, text from notice where learner = ? order by id desc limit ?")
        .param(learner)
        .param(most)
        .query(
            (row, number) ->
                new Notice(
                    Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)),
                    Objects.requireNonNull(row.getString("text"))))
        .list();
  }
}
