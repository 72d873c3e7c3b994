package io.credentialrules.examples.campus;

import io.credentialrules.LearnerRecord;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.decision.Delivery;
import io.credentialrules.examples.campus.decision.Outbox;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A server that decides, and is killed in the middle of the delivery of what it decided. */
final class DyingServer {
  static final int KILLED = 137;

  private DyingServer() {}

  /** Takes the database. */
  public static void main(String[] arguments) {
    Server server = Server.small(arguments[0], Deliveries.class);
    String kim = server.learner(LearnerRecord.builder("kim").build());
    server
        .bean(Decisions.class)
        .change(
            kim,
            Cause.RECORD,
            "test",
            record -> record.with(OutboxTest.COURSE, OutboxTest.REFLECTION));
    server.bean(Outbox.class).deliverAll();
    throw new AssertionError("nothing was delivered");
  }

  /** The delivery that never ends well: no shutdown hook runs, nothing is flushed. */
  static class Deliveries {
    @Bean
    @Primary
    Delivery dying() {
      return change -> Runtime.getRuntime().halt(KILLED);
    }
  }
}
