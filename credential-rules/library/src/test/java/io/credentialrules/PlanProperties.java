package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedEffect;
import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.WorkExperience;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

class PlanProperties {
  private static final ZonedDateTime AS_OF = TODAY.atTime(18, 0).atZone(ZONE);

  private static CredentialRules rules(SmallWorld world) {
    try {
      return Records.rules(world.policy());
    } catch (PolicyException refused) {
      Assume.that(false);
      throw refused;
    }
  }

  @Property(seed = Laws.SEED)
  void a_plan_earns_and_none_of_its_steps_can_be_left_out(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules rules = rules(world);
    LearnerRecord record = world.record();
    LearnerRecord shuffled = shuffledAndRepeated(record, world.random());
    Evaluation evaluation = rules.evaluate(record, AS_OF);
    for (Credential credential : rules.catalogue()) {
      Plan plan = evaluation.plan(credential.id());
      assertThat(plan instanceof Plan.AlreadyEarned)
          .isEqualTo(evaluation.isEarned(credential.id()));
      assertThat(rules.evaluate(shuffled, AS_OF).plan(credential.id())).isEqualTo(plan);
      if (plan instanceof Plan.Steps steps) {
        earnsAndIsMinimal(rules, record, steps);
      } else if (plan instanceof Plan.Unreachable unreachable && unreachable.isCertain()) {
        isNotEarnedByFurtherFacts(rules, record, credential, world);
      }
    }
  }

  @Property(seed = Laws.SEED)
  void whoever_does_what_the_steps_say_has_earned_it(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules rules = rules(world);
    LearnerRecord record = world.record();
    Evaluation evaluation = rules.evaluate(record, AS_OF);
    for (Credential credential : rules.catalogue()) {
      if (evaluation.plan(credential.id()) instanceof Plan.Steps plan) {
        ZonedDateTime start = on(plan.startOn());
        ZonedDateTime then = plan.waitUntil() == null ? start : on(plan.waitUntil());
        UnhelpfulFacts facts = new UnhelpfulFacts(rules.vocabulary(), start, world.random());
        for (int tries = 0; tries < 10; tries++) {
          LearnerRecord after = facts.after(plan, record);
          assertThat(rules.evaluate(after, then).isEarned(credential.id()))
              .as(
                  () ->
                      "%s\n%s\n%s\n%s"
                          .formatted(
                              plan,
                              plan.steps().stream().map(Plan.Step::demands).toList(),
                              record.facts(),
                              after.facts()))
              .isTrue();
        }
      }
    }
  }

  @Property(seed = Laws.SEED)
  void what_is_proven_smallest_is_not_earned_by_fewer_facts(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules rules = rules(world);
    LearnerRecord record = world.record();
    Evaluation evaluation = rules.evaluate(record, AS_OF);
    for (Credential credential : rules.catalogue()) {
      if (evaluation.plan(credential.id()) instanceof Plan.Steps plan
          && plan.isProvenSmallest()
          && plan.steps().size() > 1) {
        for (int tries = 0; tries < 100; tries++) {
          LearnerRecord with = withFewer(record, plan.steps().size() - 1, world);
          assertThat(isEarned(rules, with, credential))
              .as(() -> plan + "\n" + with.facts())
              .isFalse();
        }
      }
    }
  }

  /** So many facts are accepted, or come along today. */
  private static LearnerRecord withFewer(LearnerRecord record, int most, SmallWorld world) {
    List<Fact> facts = new ArrayList<>(record.facts());
    for (int i = 0; i < most; i++) {
      int at = facts.isEmpty() ? 0 : world.random().nextInt(2 * facts.size());
      if (at < facts.size()) {
        facts.set(at, accepted(facts.get(at)));
      } else {
        Fact fact = accepted(world.fact(TODAY));
        if (!(fact instanceof HeldCredential)) {
          facts.add(fact);
        }
      }
    }
    return LearnerRecord.builder(record.learner()).addAll(facts).build();
  }

  /** As it is once it is accepted; what has expired is renewed, which happens today. */
  private static Fact accepted(Fact fact) {
    Instant until = fact.provenance().validUntil();
    boolean isOver = until != null && until.isBefore(AS_OF.toInstant());
    if (fact instanceof WorkExperience work) {
      return work.toBuilder()
          .endedOn(isOver ? TODAY : work.endedOn())
          .provenance(Records.VETTED)
          .build();
    }
    if (fact instanceof SubmittedEvidence evidence) {
      return evidence.toBuilder()
          .submittedOn(isOver ? TODAY : evidence.submittedOn())
          .provenance(Records.VETTED)
          .build();
    }
    return fact instanceof AssessmentResult result
        ? result.toBuilder()
            .takenOn(isOver ? TODAY : result.takenOn())
            .provenance(Records.VETTED)
            .build()
        : fact;
  }

  private static LearnerRecord shuffledAndRepeated(LearnerRecord record, Random random) {
    List<Fact> facts = new ArrayList<>(record.facts());
    facts.addAll(record.facts());
    Collections.shuffle(facts, random);
    return LearnerRecord.builder(record.learner())
        .addAll(facts)
        .waive(record.waivers().toArray(new Waiver[0]))
        .policyDate(record.policyDate())
        .build();
  }

  private static void earnsAndIsMinimal(
      CredentialRules rules, LearnerRecord record, Plan.Steps steps) {
    Credential credential = steps.credential();
    LocalDate waitUntil = steps.waitUntil();
    if (waitUntil != null) {
      earnsByWaiting(rules, record, steps, waitUntil);
      return;
    }
    ZonedDateTime then = on(steps.startOn());
    assertThat(rules.evaluate(steps.appliedTo(record), then).isEarned(credential.id())).isTrue();
    for (int left = 0; left < steps.steps().size(); left++) {
      List<Plan.Step> others = new ArrayList<>(steps.steps());
      others.remove(left);
      LearnerRecord without =
          others.isEmpty() ? record : new StatedSteps(credential, others).appliedTo(record);
      assertThat(rules.evaluate(without, then).isEarned(credential.id())).isFalse();
    }
  }

  /** The date of evaluation, where there is no other. */
  private static ZonedDateTime on(@Nullable LocalDate day) {
    return day == null ? AS_OF : day.atTime(18, 0).atZone(ZONE);
  }

  /** With its facts it is earned on the day that is said, and not the day before. */
  private static void earnsByWaiting(
      CredentialRules rules, LearnerRecord record, Plan.Steps steps, LocalDate day) {
    LearnerRecord after = steps.appliedTo(record);
    String credential = steps.credential().id();
    LocalDate today = AS_OF.toLocalDate();
    assertThat(day).isAfter(today);
    for (LocalDate date = today; !date.isAfter(day); date = date.plusDays(1)) {
      assertThat(rules.evaluate(after, date.atTime(18, 0).atZone(ZONE)).isEarned(credential))
          .isEqualTo(date.equals(day));
    }
  }

  /** Nothing that a chance brings earns what is certainly out of reach. */
  private static void isNotEarnedByFurtherFacts(
      CredentialRules rules, LearnerRecord record, Credential credential, SmallWorld world) {
    for (int tries = 0; tries < 10; tries++) {
      List<Fact> further = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        Fact fact = world.fact();
        if (!(fact instanceof HeldCredential)) {
          further.add(fact);
        }
      }
      assertThat(isEarned(rules, record.with(further.toArray(Fact[]::new)), credential)).isFalse();
    }
  }

  private static boolean isEarned(
      CredentialRules rules, LearnerRecord record, Credential credential) {
    return rules.evaluate(record, AS_OF).isEarned(credential.id());
  }

  @Property(seed = Laws.SEED)
  void equal_evaluations_do_not_differ_and_others_differ_both_ways_alike(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules one = rules(world);
    CredentialRules other = rules(world);
    LearnerRecord record = world.record();
    LearnerRecord shuffled = shuffledAndRepeated(record, world.random());
    LearnerRecord further =
        record
            .with(world.fact(), world.fact())
            .waiving(
                Waiver.of("r0", "Dean", ReviewerRole.FACULTY, "why", LocalDate.of(2026, 1, 1)));
    Evaluation before = one.evaluate(record, AS_OF);
    assertThat(Difference.between(before, one.evaluate(shuffled, AS_OF)).isEmpty()).isTrue();
    for (Evaluation after :
        List.of(
            other.evaluate(record, AS_OF),
            one.evaluate(further, AS_OF),
            one.evaluate(record, AS_OF.minusDays(60)),
            other.evaluate(further, AS_OF.plusDays(60)))) {
      Difference difference = Difference.between(before, after);
      assertThat(Difference.between(after, before)).isEqualTo(difference.reversed());
      assertThat(difference.reversed().reversed()).isEqualTo(difference);
      assertThat(difference.changes(Difference.Kind.GAINED))
          .extracting(change -> change.credential().id())
          .containsExactlyInAnyOrderElementsOf(newlyEarned(before, after));
    }
  }

  private static List<String> newlyEarned(Evaluation before, Evaluation after) {
    List<String> gained = new ArrayList<>(after.earned());
    gained.removeAll(before.earned());
    return gained;
  }

  @Property(seed = Laws.SEED)
  void the_impact_is_what_all_differences_say(@ForAll long seed) {
    SmallWorld world = new SmallWorld(seed);
    CredentialRules before = rules(world);
    CredentialRules after = rules(world);
    List<LearnerRecord> records = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      records.add(world.record());
    }

    Impact impact = Impact.of(before, after, records, AS_OF);

    List<Impact.Effect> effects = new ArrayList<>();
    for (LearnerRecord record : records) {
      List<Difference.Change> changes =
          new ArrayList<>(
              Difference.between(before.evaluate(record, AS_OF), after.evaluate(record, AS_OF))
                  .changes());
      changes.removeIf(
          change ->
              change.kind() != Difference.Kind.GAINED && change.kind() != Difference.Kind.LOST);
      if (!changes.isEmpty()) {
        effects.add(new StatedEffect(record.learner().id(), changes));
      }
    }
    assertThat(impact.effects()).isEqualTo(effects);
    assertThat(impact.counts().stream().mapToLong(Impact.Count::gained).sum())
        .isEqualTo(count(effects, Difference.Kind.GAINED));
    assertThat(impact.counts().stream().mapToLong(Impact.Count::lost).sum())
        .isEqualTo(count(effects, Difference.Kind.LOST));
  }

  private static long count(List<Impact.Effect> effects, Difference.Kind kind) {
    return effects.stream()
        .flatMap(effect -> effect.changes().stream())
        .filter(change -> change.kind() == kind)
        .count();
  }
}
