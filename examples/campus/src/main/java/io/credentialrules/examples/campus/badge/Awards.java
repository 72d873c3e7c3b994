package io.credentialrules.examples.campus.badge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The badges of the database. */
@Repository
public class Awards {
  private final JdbcClient jdbc;

  Awards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Award award, long outbox, StatusLists.Place place) {
    jdbc.sql(
            "insert into award (id, outbox, learner, credential, name, badge, picture, issued_on,"
                + " valid_until, shared, status_list, status_index)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .param(award.id())
        .param(outbox)
        .param(award.learner())
        .param(award.credential())
        .param(award.name())
        .param(award.badge())
        .param(award.picture())
        .param(award.issuedOn())
        .param(award.validUntil())
        .param(award.shared())
        .param(place.list())
        .param(place.index())
        .update();
  }

  void end(String learner, String credential, LocalDate on, String how) {
    jdbc.sql(
            "update award set ended_on = ?, ended_how = ?"
                + " where learner = ? and credential = ? and ended_on is null")
        .param(on)
        .param(how)
        .param(learner)
        .param(credential)
        .update();
  }

  /** The badges of a learner, newest first. */
  public List<Award> of(String learner) {
    return jdbc.sql("select * from award where learner = ? order by issued_on desc, outbox desc")
        .param(learner)
        .query(Awards::row)
        .list();
  }

  /** A badge that its learner shares. */
  public Optional<Award> shared(String id) {
    return jdbc.sql("select * from award where id = ? and shared")
        .param(id)
        .query(Awards::row)
        .optional();
  }

  /**
   * Shares a badge, or shares it no more.
   *
   * @param learner whose badge it has to be
   * @return whether there is such a badge of this learner
   */
  public boolean share(String id, String learner, boolean shared) {
    return jdbc.sql("update award set shared = ? where id = ? and learner = ?")
            .param(shared)
            .param(id)
            .param(learner)
            .update()
        == 1;
  }

  private static Award row(ResultSet row, int number) throws SQLException {
    return new Award(
        row.getString("id"),
        row.getString("learner"),
        row.getString("credential"),
        row.getString("name"),
        row.getString("badge"),
        row.getString("picture"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("valid_until", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        row.getString("ended_how"),
        row.getBoolean("shared"));
  }
}
