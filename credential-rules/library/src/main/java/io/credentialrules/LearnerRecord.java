package io.credentialrules;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known about one learner: facts, waivers, and the date that may choose the version of a
 * policy. Immutable. The order of facts means nothing, and a fact that is repeated is one fact.
 *
 * @param learner the learner
 * @param facts everything else that is known, counting or not
 * @param waivers requirements that need not be met
 * @param policyDate the learner's own policy date, such as that of enrolment; null where there is
 *     none
 */
public record LearnerRecord(
    Learner learner, List<Fact> facts, List<Waiver> waivers, @Nullable LocalDate policyDate) {

  /** Copies facts and waivers. */
  public LearnerRecord {
    Objects.requireNonNull(learner, "learner");
    facts = List.copyOf(facts);
    waivers = List.copyOf(waivers);
  }

  /** A record of these facts. */
  public static LearnerRecord of(Learner learner, Fact... facts) {
    return new LearnerRecord(learner, List.of(facts), List.of(), null);
  }

  /** This record and further facts. */
  public LearnerRecord with(Fact... further) {
    List<Fact> all = new ArrayList<>(facts);
    all.addAll(List.of(further));
    return new LearnerRecord(learner, all, waivers, policyDate);
  }

  /** This record and further waivers. */
  public LearnerRecord waiving(Waiver... further) {
    List<Waiver> all = new ArrayList<>(waivers);
    all.addAll(List.of(further));
    return new LearnerRecord(learner, facts, all, policyDate);
  }

  /** This record with a policy date. */
  public LearnerRecord onPolicyOf(LocalDate date) {
    return new LearnerRecord(learner, facts, waivers, date);
  }
}
