package io.credentialrules.examples.campus;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What the application configures of itself.
 *
 * @param address where it is reached from outside
 * @param packs the packs on the class path that are in force in a new database
 * @param demo what an empty database is filled with
 * @param delivery how often what waits in the outbox is looked for
 * @param lapses how often learners are looked for whose credentials change today
 * @param budgets how often somebody may ask for what costs
 */
@ConfigurationProperties("campus")
public record CampusProperties(
    URI address, List<String> packs, Demo demo, Every delivery, Every lapses, Budgets budgets) {

  /** With a list of its own. */
  public CampusProperties {
    packs = List.copyOf(packs);
  }

  /**
   * What an empty database is filled with.
   *
   * @param learners how many learners are generated; none, and no accounts, for 0
   */
  public record Demo(int learners) {}

  /**
   * How often something is done.
   *
   * @param every the time between the end of one time and the start of the next
   */
  public record Every(Duration every) {}

  /**
   * How often a minute somebody may ask for what costs.
   *
   * @param questions about one record or one text: a plan, a picture, a check, a verification
   * @param studies of many: coverage, impact, a trial
   * @param signIns attempts to sign in from one address
   */
  public record Budgets(int questions, int studies, int signIns) {}
}
