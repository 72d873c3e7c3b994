package io.credentialrules.examples.campus;

import io.credentialrules.LearnerRecord;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The application, started for a test on a port of its own. */
public final class Server implements AutoCloseable {
  /** Of all servers of a test. */
  public static final TestClock CLOCK = new TestClock();

  private final ConfigurableApplicationContext context;

  private Server(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** A database in memory that nobody else has. */
  public static String memory() {
    return "jdbc:h2:mem:"
        + UUID.randomUUID()
        + ";DB_CLOSE_DELAY=-1;MODE=PostgreSQL;"
        + "DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";
  }

  /** With the small policy of the tests, and nobody in the database. */
  public static Server small(String database, Class<?>... further) {
    return start(
        database, List.of("--campus.packs=campus-first-aid", "--campus.demo.learners=0"), further);
  }

  static Server start(String database, List<String> arguments, Class<?>... further) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--server.port=0",
                "--spring.datasource.url=" + database,
                "--spring.main.banner-mode=off",
                "--logging.level.root=warn",
                "--logging.level.org.flywaydb=error",
                "--credential-rules.reload.every=1h",
                "--campus.delivery.every=1h",
                "--campus.lapses.every=1h",
                // The clock of the tests does not go on by itself.
                "--campus.budgets.questions=1000000",
                "--campus.budgets.studies=1000000",
                "--campus.budgets.sign-ins=1000000"));
    // One that is given twice would be a list.
    all.removeIf(
        one ->
            arguments.stream().anyMatch(own -> own.startsWith(one.substring(0, one.indexOf('=')))));
    all.addAll(arguments);
    List<Class<?>> sources = new ArrayList<>(List.of(CampusApplication.class, Clocks.class));
    sources.addAll(List.of(further));
    return new Server(
        new SpringApplicationBuilder(sources.toArray(Class<?>[]::new))
            .run(all.toArray(String[]::new)));
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  <T> T bean(String name, Class<T> type) {
    return context.getBean(name, type);
  }

  URI address() {
    return URI.create(
        "http://localhost:"
            + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
  }

  /** Adds a learner of whom nothing is decided yet. */
  String learner(LearnerRecord record) {
    String id = record.learner().id();
    bean(Learners.class)
        .add(new StoredLearner(id, UUID.randomUUID().toString(), "The learner " + id, record));
    return id;
  }

  @Override
  public void close() {
    context.close();
  }

  /** The clock of the tests in place of the real one. */
  static class Clocks {
    @Bean
    @Primary
    TestClock testClock() {
      return CLOCK;
    }
  }
}
