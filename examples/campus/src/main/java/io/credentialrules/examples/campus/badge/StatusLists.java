package io.credentialrules.examples.campus.badge;

import io.credentialrules.examples.campus.CampusProperties;
import io.credentialrules.openbadges.StatusEntry;
import io.credentialrules.openbadges.StatusList;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The lists that say which badges are revoked. A row of the outbox issues one badge at most, so its
 * number says on which list the badge is; where on it is chance, so that a place tells nothing.
 */
@Repository
class StatusLists {
  private static final long BADGES = 100_000;

  private final JdbcClient jdbc;
  private final URI address;
  private final RandomGenerator random = new SecureRandom();

  StatusLists(JdbcClient jdbc, CampusProperties properties) {
    this.jdbc = jdbc;
    this.address = properties.address();
  }

  /**
   * A place of a badge.
   *
   * @param list the number of the list
   * @param index the place on it
   */
  record Place(long list, int index) {}

  /**
   * A free place for the badge of a row of the outbox. Where two servers choose the same one, the
   * second cannot write its badge, and issues it the next time.
   */
  Place free(long outbox) {
    long list = outbox / BADGES + 1;
    while (true) {
      int index = random.nextInt(StatusList.PLACES);
      if (jdbc.sql("select count(*) from award where status_list = ? and status_index = ?")
              .param(list)
              .param(index)
              .query(Long.class)
              .single()
          == 0) {
        return new Place(list, index);
      }
    }
  }

  /** Where the status of a badge is looked up. */
  StatusEntry entry(Place place) {
    return StatusEntry.of(address(place.list()), place.index());
  }

  /** Where a list is published. */
  String address(long list) {
    return address.resolve("/status/" + list).toString();
  }

  /** The number of the list at an address; nothing for any other address. */
  Optional<Long> number(String published) {
    String start = address.resolve("/status/").toString();
    String rest = published.startsWith(start) ? published.substring(start.length()) : "";
    return rest.matches("[1-9]\\d{0,9}") ? Optional.of(Long.valueOf(rest)) : Optional.empty();
  }

  /**
   * The places of a list whose badges are revoked: those that ended before their last day. Nothing
   * where no badge has a place on it.
   */
  Optional<Set<Integer>> revoked(long list) {
    long badges =
        jdbc.sql("select count(*) from award where status_list = ?")
            .param(list)
            .query(Long.class)
            .single();
    return badges == 0
        ? Optional.empty()
        : Optional.of(
            new TreeSet<>(
                jdbc.sql(
                        "select status_index from award where status_list = ?"
                            + " and ended_on is not null"
                            + " and (valid_until is null or ended_on <= valid_until)")
                    .param(list)
                    .query(Integer.class)
                    .list()));
  }
}
