package io.credentialrules.examples.campus;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts the application. */
@SpringBootApplication
@EnableConfigurationProperties(CampusProperties.class)
@EnableScheduling
public class CampusApplication {

  /** Starts the application. */
  public static void main(String[] arguments) {
    SpringApplication.run(CampusApplication.class, arguments);
  }

  /** Today, for everything: the library reads no clock. */
  @Bean
  Clock clock(@Value("${credential-rules.zone}") ZoneId zone) {
    return Clock.system(zone);
  }
}
