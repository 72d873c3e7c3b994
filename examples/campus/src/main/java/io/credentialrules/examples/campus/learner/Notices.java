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
   * @param id its number
   * @param at when
   * @param text what
   */
  public record Notice(long id, OffsetDateTime at, String text) {}

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
    return before(learner, Long.MAX_VALUE, most);
  }

  /** What a learner was told before a notice, newest first. */
  public List<Notice> before(String learner, long id, int most) {
    return jdbc.sql(
            "select id, at, text from notice where learner = ? and id < ?"
                + " order by id desc limit ?")
        .param(learner)
        .param(id)
        .param(most)
        .query(
            (row, number) ->
                new Notice(
                    row.getLong("id"),
                    Objects.requireNonNull(row.getObject("at", OffsetDateTime.class)),
                    Objects.requireNonNull(row.getString("text"))))
        .list();
  }
}
