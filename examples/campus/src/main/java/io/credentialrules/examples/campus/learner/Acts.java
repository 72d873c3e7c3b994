package io.credentialrules.examples.campus.learner;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what, to whom, and why. Acts are added and never changed. */
@Repository
public class Acts {
  private final JdbcClient jdbc;
  private final Clock clock;

  Acts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What somebody can do that is kept. */
  public enum Kind {
    /** Evidence was accepted. */
    ACCEPTED,
    /** Evidence was returned to the learner. */
    RETURNED,
    /** A requirement was signed off. */
    SIGNED_OFF,
    /** A requirement was waived. */
    WAIVED,
    /** An employer endorsed a credential. */
    ENDORSED,
    /** An employer committed to an interview. */
    INTERVIEW
  }

  /**
   * Something that somebody did.
   *
   * @param at when
   * @param by who
   * @param kind what
   * @param subject to what
   * @param reason why
   */
  public record Act(OffsetDateTime at, String by, Kind kind, String subject, String reason) {}

  /** Keeps that somebody did something. */
  public void add(String by, Kind kind, @Nullable String learner, String subject, String reason) {
    jdbc.sql(
            "insert into act (at, by_whom, kind, learner, subject, reason)"
                + " values (?, ?, ?, ?, ?, ?)")
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(by)
        .param(kind.name())
        .param(learner)
        .param(subject)
        .param(reason)
        .update();
  }

  /** What was done to a learner, newest first. */
  public List<Act> of(String learner, int most) {
    return jdbc.sql("select * from act where learner = ? order by id desc limit ?")
        .param(learner)
        .param(most)
        .query(
            (row, number) ->
                new Act(
                    row.getObject("at", OffsetDateTime.class),
                    row.getString("by_whom"),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    row.getString("reason")))
        .list();
  }
}
