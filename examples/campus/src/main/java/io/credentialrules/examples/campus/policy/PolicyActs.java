package io.credentialrules.examples.campus.policy;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who did what with a policy. Acts are added and never changed. */
@Repository
public class PolicyActs {
  private final JdbcClient jdbc;
  private final Clock clock;

  PolicyActs(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What can be done with a policy. */
  public enum Kind {
    /** Somebody wrote it. */
    PROPOSED,
    /** Its scenarios and its impact were tried. */
    TRIED,
    /** Somebody saw the impact. */
    IMPACT_SEEN,
    /** Somebody approved it. */
    APPROVED,
    /** It came in force. */
    PUT_IN_FORCE,
    /** It was to come in force, and was refused. */
    REFUSED
  }

  /**
   * Something that was done with a policy.
   *
   * @param at when
   * @param kind what
   * @param by who
   * @param against the policy that was in force
   * @param detail what there is to say
   */
  public record Act(
      OffsetDateTime at, Kind kind, String by, @Nullable String against, String detail) {}

  /** Keeps that somebody did something. */
  public void add(String digest, Kind kind, String by, @Nullable String against, String detail) {
    jdbc.sql(
            "insert into policy_act (digest, at, kind, by_whom, against, detail)"
                + " values (?, ?, ?, ?, ?, ?)")
        .param(digest)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(kind.name())
        .param(by)
        .param(against)
        .param(detail)
        .update();
  }

  /** What was done with a policy, in its order. */
  public List<Act> of(String digest) {
    return jdbc.sql("select * from policy_act where digest = ? order by id")
        .param(digest)
        .query(
            (row, number) ->
                new Act(
                    row.getObject("at", OffsetDateTime.class),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("by_whom"),
                    row.getString("against"),
                    row.getString("detail")))
        .list();
  }
}
