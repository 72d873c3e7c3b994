package io.credentialrules.openbadges;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.openbadges.Verification.Kind;
import io.credentialrules.openbadges.Verification.Outcome;
import io.credentialrules.vocabulary.FactStatus;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Badges of Open Badges 2.0 that are verified by where they are. */
final class HostedBadgeTest {
  private static final String ADDRESS = "https://good.example/a/1";
  private static final String ISSUER = "https://good.example/issuer";
  private static final String GOOD_ISSUER =
      "{\"type\": \"Issuer\", \"id\": \"https://good.example/issuer\", \"name\": \"Good\"}";

  @Test
  void a_badge_at_its_own_address_and_that_of_its_issuer_is_valid() {
    String badge = badge(ADDRESS, "\"" + ISSUER + "\"");
    assertThat(proof(badge, Map.of(ADDRESS, badge, ISSUER, GOOD_ISSUER))).isEqualTo(Outcome.VALID);
  }

  @Test
  void a_badge_is_not_hosted_by_being_read_under_its_own_address() {
    String badge = badge(ADDRESS, "\"" + ISSUER + "\"");
    assertThat(proof(badge, Map.of(ISSUER, GOOD_ISSUER))).isEqualTo(Outcome.NOT_CHECKED);
  }

  @Test
  void another_document_at_the_address_makes_it_invalid_and_a_revocation_there_revokes_it() {
    String badge = badge(ADDRESS, "\"" + ISSUER + "\"");
    assertThat(proof(badge, Map.of(ADDRESS, badge.replace("2024", "2020"), ISSUER, GOOD_ISSUER)))
        .isEqualTo(Outcome.INVALID);
    String revoked = badge.replace("\"hosted\"}", "\"hosted\"}, \"revoked\": true");
    BadgeImport read = read(revoked, Map.of(ADDRESS, revoked, ISSUER, GOOD_ISSUER));
    assertThat(read.facts().get(0).provenance().status()).isEqualTo(FactStatus.REVOKED);
  }

  @Test
  void a_badge_elsewhere_does_not_become_that_of_an_issuer_by_what_it_says_of_it() {
    String elsewhere = "https://evil.example/a/1";
    String issuer =
        "{\"type\": \"Issuer\", \"id\": \"https://good.example/issuer\", \"name\": \"Good\","
            + " \"verification\": {\"allowedOrigins\": \"evil.example\"}}";
    String badge = badge(elsewhere, issuer);
    assertThat(proof(badge, Map.of(elsewhere, badge, ISSUER, GOOD_ISSUER)))
        .isEqualTo(Outcome.INVALID);
    assertThat(proof(badge, Map.of(elsewhere, badge))).isEqualTo(Outcome.INVALID);
    assertThat(proof(badge, Map.of(elsewhere, badge, ISSUER, issuer))).isEqualTo(Outcome.VALID);
  }

  @Test
  void only_addresses_are_asked_for() {
    List<String> asked = new ArrayList<>();
    String badge = badge("not an address", "\"" + ISSUER + "\"");
    BadgeReader.builder(ZoneOffset.UTC)
        .documents(
            address -> {
              asked.add(address);
              return Optional.empty();
            })
        .build()
        .read("x", badge.getBytes(StandardCharsets.UTF_8), Holder.of(), Fixtures.TODAY);
    assertThat(asked).containsExactly(ISSUER);
  }

  private static String badge(String id, String issuer) {
    return """
        {"@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "%s",
         "recipient": {"type": "email", "hashed": false, "identity": "ada@example.org"},
         "issuedOn": "2024-01-01T00:00:00Z", "verification": {"type": "hosted"},
         "badge": {"type": "BadgeClass", "id": "https://good.example/b/1", "name": "B", "issuer": %s}}
        """
        .formatted(id, issuer);
  }

  private static Outcome proof(String badge, Map<String, String> documents) {
    return read(badge, documents).credentials().get(0).verification().check(Kind.PROOF).outcome();
  }

  private static BadgeImport read(String badge, Map<String, String> documents) {
    return BadgeReader.builder(ZoneOffset.UTC)
        .documents(
            address ->
                Optional.ofNullable(documents.get(address))
                    .map(text -> text.getBytes(StandardCharsets.UTF_8)))
        .trusting(ISSUER)
        .build()
        .read(
            ADDRESS,
            badge.getBytes(StandardCharsets.UTF_8),
            Holder.of("ada@example.org"),
            Fixtures.TODAY);
  }
}
