package io.credentialrules.examples.campus.employer;

import io.credentialrules.examples.campus.learner.SearchWords;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The badges that employers may find: shared, in force, and of learners who agreed. */
@Repository
class FoundSkills {
  private static final String SHARED =
      "select a.id, a.name, l.name as learner from award a join learner l on l.id = a.learner"
          + " where l.findable and a.shared ";
  private static final String FINDABLE =
      SHARED + "and a.ended_on is null and (a.valid_until is null or a.valid_until >= ?) ";

  private final JdbcClient jdbc;
  private final Clock clock;

  FoundSkills(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A badge.
   *
   * @param id the badge's id
   * @param name the credential's name
   * @param learner the learner's name
   */
  record Found(String id, String name, String learner) {}

  /** The badges whose name has these words, by name. */
  List<Found> search(String words, int most) {
    return jdbc.sql(
            FINDABLE + "and lower(a.name) like ? escape '!' order by a.name, l.name limit ?")
        .param(LocalDate.now(clock))
        .param(SearchWords.pattern(words))
        .param(most)
        .query(Found.class)
        .list();
  }

  /** The badge with this id. */
  Optional<Found> find(String id) {
    return jdbc.sql(FINDABLE + "and a.id = ?")
        .param(LocalDate.now(clock))
        .param(id)
        .query(Found.class)
        .optional();
  }

  /** The badge with this id, also one that holds no more: whoever has it open can verify it. */
  Optional<Found> findEnded(String id) {
    return jdbc.sql(SHARED + "and a.id = ?").param(id).query(Found.class).optional();
  }
}
