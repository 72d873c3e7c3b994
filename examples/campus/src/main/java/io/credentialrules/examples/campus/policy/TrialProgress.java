package io.credentialrules.examples.campus.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How far trials are, in the database, so that every server tells it. */
@Repository
class TrialProgress {
  /** A server that tries a policy says so each second. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JdbcClient jdbc;
  private final Clock clock;

  TrialProgress(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How far the trial of a policy is; one that nobody works on any more has failed. */
  Optional<TrialRun.Progress> of(String digest) {
    return jdbc.sql("select done, total, seen_at, failure from policy_trial_run where digest = ?")
        .param(digest)
        .query(
            (row, number) ->
                new TrialRun.Progress(
                    row.getLong("done"),
                    row.getLong("total"),
                    isAlive(row.getObject("seen_at", OffsetDateTime.class))
                            || !row.getString("failure").isEmpty()
                        ? row.getString("failure")
                        : "the server that worked on it has stopped"))
        .optional();
  }

  /** Takes the trial of a policy, unless one is under way; its run is what is given back. */
  @Transactional
  public Optional<String> take(String digest, long total) {
    // Whoever takes a trial waits here for others who do.
    jdbc.sql("select id from filling for update").query(Integer.class).single();
    if (of(digest).filter(running -> running.failure().isEmpty()).isPresent()) {
      return Optional.empty();
    }
    jdbc.sql("delete from policy_trial_run where digest = ?").param(digest).update();
    String run = UUID.randomUUID().toString();
    jdbc.sql(
            "insert into policy_trial_run (digest, run, done, total, seen_at, failure)"
                + " values (?, ?, 0, ?, ?, '')")
        .param(digest)
        .param(run)
        .param(total)
        .param(now())
        .update();
    return Optional.of(run);
  }

  /** Says that somebody works on it. */
  void tell(String run, long done) {
    jdbc.sql("update policy_trial_run set done = ?, seen_at = ? where run = ?")
        .param(done)
        .param(now())
        .param(run)
        .update();
  }

  /** Says why it ended early. */
  void fail(String run, String why) {
    jdbc.sql("update policy_trial_run set failure = ? where run = ?")
        .param(why)
        .param(run)
        .update();
  }

  /** Says that it is finished. */
  void finish(String run) {
    jdbc.sql("delete from policy_trial_run where run = ?").param(run).update();
  }

  private boolean isAlive(OffsetDateTime seenAt) {
    return seenAt.toInstant().plus(PATIENCE).isAfter(clock.instant());
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
