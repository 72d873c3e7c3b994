package io.credentialrules.examples.campus.decision;

import io.credentialrules.AwaitingReview;
import io.credentialrules.Evaluation;
import io.credentialrules.RequirementResult;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Fact;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The review queue of all learners. It is written with each decision, so that a page of it is one
 * query, however many learners there are.
 */
@Repository
public class WaitingReviews {
  private static final String COLUMNS =
      "select w.id, w.learner, l.name, w.fact, w.requirement, w.requirement_name, w.what,"
          + " w.decides, w.waiting, w.occurred_on from awaiting_review w"
          + " join learner l on l.id = w.learner ";

  private final JdbcClient jdbc;

  WaitingReviews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Something that awaits a reviewer.
   *
   * @param id of the item, while it waits
   * @param learner the learner's id
   * @param name the learner's name
   * @param fact the id of the fact; null where a sign-off is missing
   * @param requirement the first requirement for which it would count
   * @param requirementName what that asks for
   * @param what the fact in words
   * @param decides how many credentials lack nothing else
   * @param waiting how many credentials wait for it
   * @param occurredOn when it happened; null where nobody knows
   */
  public record Item(
      String id,
      String learner,
      String name,
      @Nullable String fact,
      String requirement,
      String requirementName,
      String what,
      int decides,
      int waiting,
      @Nullable LocalDate occurredOn) {}

  void replace(String learner, List<AwaitingReview> items, Evaluation evaluation) {
    jdbc.sql("delete from awaiting_review where learner = ?").param(learner).update();
    Sentences sentences = Sentences.of(evaluation, Locale.US);
    for (AwaitingReview item : items) {
      Fact fact = item.fact();
      RequirementResult requirement = item.requirements().get(0);
      String name = sentences.requirement(requirement);
      jdbc.sql(
              "insert into awaiting_review (id, learner, fact, requirement, requirement_name, what,"
                  + " decides, waiting, occurred_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .param(id(learner, fact, requirement))
          .param(learner)
          .param(fact == null ? null : fact.provenance().id())
          .param(requirement.id())
          .param(name)
          .param(fact == null ? "A sign-off is missing" : sentences.sentence(sentences.fact(fact)))
          .param(item.decides().size())
          .param(item.waiting().size())
          .param(fact == null ? null : fact.occurredOn())
          .update();
    }
  }

  /** The same for what still waits, so that an open page keeps its meaning. */
  private static String id(String learner, @Nullable Fact fact, RequirementResult requirement) {
    String waits = fact == null ? "sign-off " + requirement.id() : fact.provenance().id();
    return UUID.nameUUIDFromBytes((learner + " " + waits).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /**
   * The most decisive items that are not about one learner, who may be the reviewer.
   *
   * @param most how many a page has
   * @param page which page, from 0
   */
  public List<Item> mostDecisive(@Nullable String exceptLearner, int most, int page) {
    return jdbc.sql(
            COLUMNS
                + "where w.learner <> ? order by w.decides desc, w.waiting desc,"
                + " w.occurred_on nulls last, w.learner, w.requirement, w.id"
                + " limit ? offset ?")
        .param(exceptLearner == null ? "" : exceptLearner)
        .param(most)
        .param((long) most * page)
        .query(WaitingReviews::row)
        .list();
  }

  /** How many items wait that are not about one learner. */
  public long count(@Nullable String exceptLearner) {
    return jdbc.sql("select count(*) from awaiting_review where learner <> ?")
        .param(exceptLearner == null ? "" : exceptLearner)
        .query(Long.class)
        .single();
  }

  /** An item that still waits. */
  public Optional<Item> find(String id) {
    return jdbc.sql(COLUMNS + "where w.id = ?").param(id).query(WaitingReviews::row).optional();
  }

  private static Item row(ResultSet row, int number) throws SQLException {
    return new Item(
        row.getString("id"),
        row.getString("learner"),
        row.getString("name"),
        row.getString("fact"),
        row.getString("requirement"),
        row.getString("requirement_name"),
        row.getString("what"),
        row.getInt("decides"),
        row.getInt("waiting"),
        row.getObject("occurred_on", LocalDate.class));
  }
}
