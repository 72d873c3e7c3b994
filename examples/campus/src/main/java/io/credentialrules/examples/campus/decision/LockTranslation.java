package io.credentialrules.examples.campus.decision;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * Failures by the codes of the database: what PostgreSQL says of a lock that took too long has no
 * class of its own in Spring otherwise, and H2 says that it was a query.
 */
@Configuration(proxyBeanMethods = false)
class LockTranslation {

  @Bean
  SQLExceptionTranslator byCodeOfTheDatabase(DataSource database) {
    return new SQLErrorCodeSQLExceptionTranslator(database);
  }
}
