package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;

/** {@link Scenario} as it is stated. */
record StatedScenario(
    Path file,
    String name,
    String story,
    @Nullable Integer number,
    List<String> packs,
    String credential,
    boolean earned,
    ZonedDateTime asOf,
    LearnerRecord record,
    List<Unmet> unmet,
    @Nullable Set<String> unmetRecommendations,
    @Nullable LocalDate since,
    @Nullable LocalDate until,
    Map<String, Boolean> also)
    implements Scenario {

  /** Copies the lists, in their order. */
  StatedScenario {
    packs = List.copyOf(packs);
    unmet = List.copyOf(unmet);
    unmetRecommendations = unmetRecommendations == null ? null : Set.copyOf(unmetRecommendations);
    also = Collections.unmodifiableMap(new LinkedHashMap<>(also));
  }

  @Override
  public void verify(CredentialRules rules) {
    ScenarioOutcome outcome = outcome(rules);
    if (!outcome.passed()) {
      throw new AssertionFailedError(outcome.toString(), outcome.expected(), outcome.given());
    }
  }

  @Override
  public ScenarioOutcome outcome(CredentialRules rules) {
    return Answer.outcome(this, rules.evaluate(record, asOf));
  }

  @Override
  public Scenario withRecord(LearnerRecord other) {
    return new StatedScenario(
        file,
        name,
        story,
        number,
        packs,
        credential,
        earned,
        asOf,
        other,
        unmet,
        unmetRecommendations,
        since,
        until,
        also);
  }

  /** Name and story. */
  @Override
  public String toString() {
    return name + ": " + story;
  }
}
