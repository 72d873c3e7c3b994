package io.credentialrules.examples.campus.decision;

import io.credentialrules.Evaluation;
import io.credentialrules.examples.campus.learner.SearchWords;
import io.credentialrules.json.AuditRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;

/** The decisions of the database, which are added and never changed. */
@Repository
public class DecisionRows {
  private static final String COLUMNS =
      "select d.id, d.learner, l.name, d.decided_at, d.as_of, d.policy_digest, d.cause,"
          + " d.decided_for, d.outcome, d.audit_digest from decision d"
          + " join learner l on l.id = d.learner ";

  private final JdbcClient jdbc;
  private final Clock clock;

  DecisionRows(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A decision without its audit record.
   *
   * @param id its number
   * @param learner the learner's id
   * @param name the learner's name
   * @param at when it was made
   * @param asOf the day for which it was made
   * @param policyDigest by which policy
   * @param cause why
   * @param by who caused it
   * @param outcome what was decided, in one line
   * @param auditDigest the digest of the audit record
   */
  public record Row(
      long id,
      String learner,
      String name,
      OffsetDateTime at,
      LocalDate asOf,
      String policyDigest,
      Cause cause,
      String by,
      String outcome,
      String auditDigest) {}

  long add(
      String learner,
      LocalDate asOf,
      Cause cause,
      String by,
      Evaluation evaluation,
      AuditRecord audit) {
    KeyHolder key = new GeneratedKeyHolder();
    jdbc.sql(
            "insert into decision (learner, decided_at, as_of, policy_digest, cause, decided_for,"
                + " outcome, audit, audit_digest) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(learner)
        .param(clock.instant().atOffset(ZoneOffset.UTC))
        .param(asOf)
        .param(evaluation.policyDigest())
        .param(cause.name())
        .param(by)
        .param(evaluation.outcome().toString())
        .param(audit.json())
        .param(audit.digest())
        .update(key, "id");
    return Objects.requireNonNull(key.getKey()).longValue();
  }

  /** The decision with this number. */
  public Optional<Row> find(long id) {
    return jdbc.sql(COLUMNS + "where d.id = ?").param(id).query(DecisionRows::row).optional();
  }

  /** The latest decisions before one, newest first. */
  public List<Row> before(long id, int most) {
    return jdbc.sql(COLUMNS + "where d.id < ? order by d.id desc limit ?")
        .param(id)
        .param(most)
        .query(DecisionRows::row)
        .list();
  }

  /** The same of learners whose name has these words. */
  public List<Row> before(long id, String name, int most) {
    return jdbc.sql(
            COLUMNS
                + "where d.id < ? and lower(l.name) like ? escape '!' order by d.id desc limit ?")
        .param(id)
        .param(SearchWords.pattern(name))
        .param(most)
        .query(DecisionRows::row)
        .list();
  }

  /** The audit record of a decision, as it was written. */
  public String audit(long id) {
    return jdbc.sql("select audit from decision where id = ?")
        .param(id)
        .query(String.class)
        .single();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("id"),
        row.getString("learner"),
        row.getString("name"),
        row.getObject("decided_at", OffsetDateTime.class),
        row.getObject("as_of", LocalDate.class),
        row.getString("policy_digest"),
        Cause.valueOf(row.getString("cause")),
        row.getString("decided_for"),
        row.getString("outcome"),
        row.getString("audit_digest"));
  }
}
