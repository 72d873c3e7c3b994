package io.credentialrules.examples.campus.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers what decisions changed. Each change is taken by one server, which holds its row until it
 * is delivered; a server that dies lets go of it, and the next one takes it. The changes of one
 * credential of one learner are delivered in their order.
 */
@Service
public class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final String WAITING =
      """
      select id, decision, learner, credential, kind from outbox waiting
      where delivered_at is null and id > ? %s and not exists (
        select 1 from outbox earlier
        where earlier.learner = waiting.learner and earlier.credential = waiting.credential
          and earlier.id < waiting.id and earlier.delivered_at is null)
      order by id limit 1 for update skip locked
      """;
  private static final String NEXT = WAITING.formatted("");
  private static final String NEXT_OF_LEARNER = WAITING.formatted("and learner = ?");

  private final JdbcClient jdbc;
  private final Delivery delivery;
  private final Clock clock;
  private final TransactionTemplate transaction;

  Outbox(JdbcClient jdbc, Delivery delivery, Clock clock, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.delivery = delivery;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  /**
   * Delivers everything that waits and that no other server is delivering. What cannot be delivered
   * waits for the next time, and does not keep the rest.
   */
  @Scheduled(
      initialDelayString = "${campus.delivery.every}",
      fixedDelayString = "${campus.delivery.every}")
  public void deliverAll() {
    deliver(after -> jdbc.sql(NEXT).param(after));
  }

  /**
   * Delivers what waits for one learner, so that whoever changed the record sees what came of it. A
   * request does no more than that, however much waits for others.
   */
  public void deliverTo(String learner) {
    deliver(after -> jdbc.sql(NEXT_OF_LEARNER).param(after).param(learner));
  }

  private void deliver(LongFunction<JdbcClient.StatementSpec> next) {
    long last = 0;
    long taken = deliverOne(next, last);
    while (taken > last) {
      last = taken;
      taken = deliverOne(next, last);
    }
  }

  /** How many changes wait. */
  public long waiting() {
    return jdbc.sql("select count(*) from outbox where delivered_at is null")
        .query(Long.class)
        .single();
  }

  /** The id of the first change after an id that was taken; the same id where none waits. */
  private long deliverOne(LongFunction<JdbcClient.StatementSpec> waiting, long after) {
    AtomicLong taken = new AtomicLong(after);
    try {
      transaction.executeWithoutResult(
          status -> {
            Optional<Change> next = waiting.apply(after).query(Outbox::row).optional();
            next.ifPresent(
                change -> {
                  taken.set(change.id());
                  delivery.deliver(change);
                  jdbc.sql("update outbox set delivered_at = ? where id = ?")
                      .param(clock.instant().atOffset(ZoneOffset.UTC))
                      .param(change.id())
                      .update();
                });
          });
    } catch (RuntimeException failure) {
      LOG.warn("after {}, the change {} is not delivered: {}", after, taken, failure.toString());
    }
    return taken.get();
  }

  private static Change row(ResultSet row, int number) throws SQLException {
    return new Change(
        row.getLong("id"),
        row.getLong("decision"),
        row.getString("learner"),
        row.getString("credential"),
        Change.Kind.valueOf(row.getString("kind")));
  }
}
