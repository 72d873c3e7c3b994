package io.credentialrules.examples.campus.policy;

import io.credentialrules.CredentialRules;
import io.credentialrules.Impact;
import io.credentialrules.examples.campus.learner.Learners;
import io.credentialrules.examples.campus.learner.StoredLearner;
import io.credentialrules.spring.PolicyInForce;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/**
 * What a policy would change for some learners, for whoever is writing it: numbers of groups, as
 * the table of a trial may show them, and nobody by name. Only a trial decides about all.
 */
@Service
public class SampleImpact {
  private static final int LEARNERS = 100;

  private final Learners learners;
  private final PolicyInForce policy;
  private final Clock clock;

  SampleImpact(Learners learners, PolicyInForce policy, Clock clock) {
    this.learners = learners;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * What was found.
   *
   * @param learners how many were looked at; 0 where there are too few to tell anything
   * @param groups the groups that are large enough
   * @param rows a row for each credential that somebody gains or loses
   */
  public record Found(int learners, List<String> groups, List<ImpactTable.Row> rows) {}

  /** What the policy would change against the one in force. */
  public Found of(CredentialRules after) {
    List<StoredLearner> sample = learners.sample(LEARNERS);
    if (sample.size() < ImpactTable.SMALLEST) {
      return new Found(0, List.of(), List.of());
    }
    Map<String, String> groupOf = new TreeMap<>();
    Map<String, Integer> sizes = new TreeMap<>();
    for (StoredLearner learner : sample) {
      String group = String.valueOf(learner.record().learner().campus());
      groupOf.put(learner.id(), group);
      sizes.merge(group, 1, Integer::sum);
    }
    Impact impact =
        Impact.of(
            policy.rules(),
            after,
            sample.stream().map(StoredLearner::record),
            LocalDate.now(clock).atTime(LocalTime.MAX).atZone(policy.zone()));
    return new Found(
        sample.size(),
        ImpactTable.groups(sizes),
        ImpactTable.of(sizes, Trials.effectsOf(impact, groupOf)));
  }
}
