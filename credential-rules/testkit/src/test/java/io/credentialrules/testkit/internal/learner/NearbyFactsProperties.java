package io.credentialrules.testkit.internal.learner;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Vocabulary;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class NearbyFactsProperties {
  private static final ZonedDateTime AS_OF =
      ZonedDateTime.parse("2026-05-01T23:59:59-04:00[America/New_York]");

  /** Whatever the fact's own validity is, also one that is over or to come. */
  @Property
  void beside_any_fact_there_is_one_that_is_over_and_one_that_is_to_come(@ForAll Fact fact) {
    List<Provenance> around =
        new NearbyFacts(Vocabulary.standard(), AS_OF)
            .around(fact).stream().map(Fact::provenance).toList();

    Instant now = AS_OF.toInstant();
    assertThat(around)
        .anyMatch(each -> each.validUntil() != null && each.validUntil().isBefore(now))
        .anyMatch(each -> each.validFrom() != null && each.validFrom().isAfter(now));
  }
}
