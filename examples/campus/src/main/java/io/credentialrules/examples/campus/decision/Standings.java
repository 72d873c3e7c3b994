package io.credentialrules.examples.campus.decision;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each learner has now, and the outbox row of each change of it. */
@Repository
class Standings {
  private final JdbcClient jdbc;

  Standings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> of(String learner) {
    return new TreeSet<>(
        jdbc.sql("select credential from standing where learner = ?")
            .param(learner)
            .query(String.class)
            .list());
  }

  void change(long decision, String learner, String credential, Change.Kind kind) {
    if (kind == Change.Kind.AWARDED) {
      jdbc.sql("insert into standing (learner, credential, decision) values (?, ?, ?)")
          .param(learner)
          .param(credential)
          .param(decision)
          .update();
    } else {
      jdbc.sql("delete from standing where learner = ? and credential = ?")
          .param(learner)
          .param(credential)
          .update();
    }
    jdbc.sql("insert into outbox (decision, learner, credential, kind) values (?, ?, ?, ?)")
        .param(decision)
        .param(learner)
        .param(credential)
        .param(kind.name())
        .update();
  }
}
