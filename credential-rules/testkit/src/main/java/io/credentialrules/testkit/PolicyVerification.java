package io.credentialrules.testkit;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a policy is verified with: a learner, a few facts and waivers. Immutable; each method that
 * adds something gives another one, so that the nearest case can be told beside the first.
 */
public final class PolicyVerification {
  private final CredentialRules rules;
  private final LearnerRecord record;

  private PolicyVerification(CredentialRules rules, LearnerRecord record) {
    this.rules = rules;
    this.record = record;
  }

  static PolicyVerification of(CredentialRules rules) {
    return new PolicyVerification(
        rules, LearnerRecord.of(new Learner("learner", null, null, Set.of(), Provenance.UNVETTED)));
  }

  /** With another learner. */
  public PolicyVerification givenLearner(Learner learner) {
    return with(
        LearnerRecord.builder(learner)
            .addAll(record.facts())
            .waive(record.waivers().toArray(new Waiver[0]))
            .policyDate(record.policyDate())
            .build());
  }

  /** With these facts too. */
  public PolicyVerification given(Fact... facts) {
    List<Fact> all = new ArrayList<>(record.facts());
    all.addAll(List.of(facts));
    return with(
        LearnerRecord.builder(record.learner())
            .addAll(all)
            .waive(record.waivers().toArray(new Waiver[0]))
            .policyDate(record.policyDate())
            .build());
  }

  /** With these waivers too. */
  public PolicyVerification given(Waiver... waivers) {
    List<Waiver> all = new ArrayList<>(record.waivers());
    all.addAll(List.of(waivers));
    return with(
        LearnerRecord.builder(record.learner())
            .addAll(record.facts())
            .waive(all.toArray(new Waiver[0]))
            .policyDate(record.policyDate())
            .build());
  }

  /** With another policy date of the learner. */
  public PolicyVerification givenPolicyDate(LocalDate date) {
    return with(
        LearnerRecord.builder(record.learner())
            .addAll(record.facts())
            .waive(record.waivers().toArray(new Waiver[0]))
            .policyDate(date)
            .build());
  }

  /** With another record in place of everything given so far. */
  public PolicyVerification given(LearnerRecord other) {
    return with(other);
  }

  /** What the rules answer at the end of a day. */
  public EvaluationAssert on(LocalDate date, ZoneId zone) {
    return new EvaluationAssert(rules.evaluate(record, date, zone));
  }

  /** What the rules answer at a time. */
  public EvaluationAssert at(ZonedDateTime time) {
    return new EvaluationAssert(rules.evaluate(record, time));
  }

  private PolicyVerification with(LearnerRecord other) {
    return new PolicyVerification(rules, other);
  }

  /** The rules and the record. */
  @Override
  public String toString() {
    return record + " by " + rules;
  }
}
