package io.credentialrules.examples.campus.learner;

import io.credentialrules.LearnerRecord;
import io.credentialrules.json.JsonLayout;
import io.credentialrules.json.LearnerRecordReader;
import io.credentialrules.json.LearnerRecordWriter;
import io.credentialrules.spring.PolicyInForce;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The learners of the database. */
@Repository
public class Learners {
  private static final String COLUMNS = "select id, badge_holder, name, record from learner ";

  private final JdbcClient jdbc;
  private final PolicyInForce policy;

  Learners(JdbcClient jdbc, PolicyInForce policy) {
    this.jdbc = jdbc;
    this.policy = policy;
  }

  /** The learner with this id. */
  public Optional<StoredLearner> find(String id) {
    return jdbc.sql(COLUMNS + "where id = ?").param(id).query(this::row).optional();
  }

  /**
   * The learner with this id, whom no other transaction changes until this one ends: this is what
   * makes two servers take turns.
   */
  public StoredLearner lock(String id) {
    return jdbc.sql(COLUMNS + "where id = ? for update").param(id).query(this::row).single();
  }

  /** The digest of the policy that decided about a learner last; null before the first decision. */
  public @Nullable String decidedBy(String id) {
    return jdbc.sql("select decided_by from learner where id = ?")
        .param(id)
        .query((row, number) -> Optional.ofNullable(row.getString(1)))
        .single()
        .orElse(null);
  }

  /**
   * Some learners, chosen by what says nothing of them: those whose ids in badges come first.
   *
   * @param most how many at most
   */
  public List<StoredLearner> sample(int most) {
    return jdbc.sql(COLUMNS + "order by badge_holder limit ?").param(most).query(this::row).list();
  }

  /** All learners, one after the other; the stream is to be closed. */
  public Stream<StoredLearner> all() {
    return jdbc.sql(COLUMNS + "order by id").withFetchSize(50).query(this::row).stream();
  }

  /** How many there are. */
  public long count() {
    return jdbc.sql("select count(*) from learner").query(Long.class).single();
  }

  /**
   * The ids of those whose credentials change by this day if nothing is added.
   *
   * @param after the id after which they come; empty for the first
   */
  public List<String> changingBy(LocalDate day, String after, int most) {
    return jdbc.sql("select id from learner where next_change <= ? and id > ? order by id limit ?")
        .param(day)
        .param(after)
        .param(most)
        .query(String.class)
        .list();
  }

  /** Whether the learner's credentials change by this day if nothing is added. */
  public boolean isChangingBy(String id, LocalDate day) {
    return jdbc.sql("select count(*) from learner where id = ? and next_change <= ?")
            .param(id)
            .param(day)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Adds a learner of whom nothing is decided yet. */
  public void add(StoredLearner learner) {
    jdbc.sql(
            "insert into learner (id, badge_holder, name, campus, record, findable)"
                + " values (?, ?, ?, ?, ?, false)")
        .param(learner.id())
        .param(learner.badgeHolder())
        .param(learner.name())
        .param(String.valueOf(learner.record().learner().campus()))
        .param(LearnerRecordWriter.write(learner.record(), JsonLayout.COMPACT))
        .update();
  }

  /**
   * The ids of those about whom another policy than this decided last, or none.
   *
   * @param after the id after which they come; empty for the first
   */
  public List<String> notDecidedBy(String policyDigest, String after, int most) {
    return jdbc.sql(
            "select id from learner where decided_by is distinct from ? and id > ?"
                + " order by id limit ?")
        .param(policyDigest)
        .param(after)
        .param(most)
        .query(String.class)
        .list();
  }

  /**
   * Keeps what is known now, by which policy it was decided, and the next day on which it earns or
   * loses something.
   */
  public void save(
      String id, LearnerRecord record, String policyDigest, @Nullable LocalDate nextChange) {
    jdbc.sql(
            "update learner set record = ?, findable = ?, decided_by = ?, next_change = ?"
                + " where id = ?")
        .param(LearnerRecordWriter.write(record, JsonLayout.COMPACT))
        .param(record.facts().stream().anyMatch(Consent.class::isInstance))
        .param(policyDigest)
        .param(nextChange)
        .param(id)
        .update();
  }

  private StoredLearner row(ResultSet row, int number) throws SQLException {
    String id = row.getString("id");
    return new StoredLearner(
        id,
        row.getString("badge_holder"),
        row.getString("name"),
        LearnerRecordReader.of(policy.rules().vocabulary(), policy.zone())
            .read(id, row.getString("record")));
  }
}
