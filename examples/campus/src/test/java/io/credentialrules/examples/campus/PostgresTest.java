package io.credentialrules.examples.campus;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;

/** The same on PostgreSQL. Skipped, and said so, where its server cannot be started. */
@Tag("once")
class PostgresTest extends OutboxTest {
  private @Nullable EmbeddedPostgres postgres;
  private int databases;

  @Override
  String database() {
    String name = "campus_" + ++databases;
    try {
      EmbeddedPostgres running = running();
      try (Connection connection = running.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        if (databases == 1) {
          statement.execute("create role campus superuser login password 'campus'");
        }
        statement.execute("create database " + name + " owner campus");
      }
      return "jdbc:postgresql://localhost:" + running.getPort() + "/" + name;
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  String lasting(Path folder) {
    return database();
  }

  private EmbeddedPostgres running() {
    EmbeddedPostgres running = postgres;
    if (running == null) {
      running = start(Duration.ofMinutes(1));
      postgres = running;
    }
    return running;
  }

  private static EmbeddedPostgres start(Duration patience) {
    try {
      return EmbeddedPostgres.builder().setPGStartupWait(patience).start();
    } catch (IOException | IllegalStateException failure) {
      return Assumptions.abort(
          "PostgreSQL cannot be started here, perhaps because user namespaces are blocked, as which"
              + " it runs where the tests run as root: "
              + failure.getMessage());
    }
  }

  @AfterAll
  void stopPostgres() throws IOException {
    if (postgres != null) {
      postgres.close();
    }
  }
}
