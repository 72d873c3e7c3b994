package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.Vetting;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Plans beside a search that knows nothing: all sets of one and of two facts, of the kinds and
 * values that the generated policies look at, and of what is on record and could be made to count.
 * Everything happens today, as whatever can still be done does.
 */
class PlanBruteForceTest {
  private static final Provenance NOW = Provenance.vettedBy("R", ReviewerRole.FACULTY, TODAY);
  private static final List<Fact> KINDS = kinds();

  /** A fact that is added, or that takes the place of one on record. */
  private record Change(@Nullable Fact before, Fact after) {}

  /** What was found: plans of two and three steps, and records without a plan. */
  private static final class Tally {
    int plans;
    int larger;
    int unreachable;
    int missed;
    final List<String> wrong = new ArrayList<>();

    void look(long seed, int mostWithoutPlan) {
      look(seed, mostWithoutPlan, policy -> policy);
    }

    void look(long seed, int mostWithoutPlan, UnaryOperator<String> change) {
      SmallWorld world = new SmallWorld(seed * 7_919);
      CredentialRules rules;
      String policy = change.apply(world.policy());
      try {
        rules = rules(policy);
      } catch (PolicyException refused) {
        return;
      }
      LearnerRecord record = world.record();
      Evaluation evaluation = rules.evaluate(record, TODAY, ZONE);
      for (Credential credential : rules.catalogue()) {
        Plan plan = evaluation.plan(credential.id());
        if (plan instanceof Plan.Steps steps
            && steps.waitUntil() == null
            && steps.startOn() == null
            && (steps.steps().size() == 2 || steps.steps().size() == 3)) {
          plans++;
          List<Change> fewer = earning(rules, record, steps, steps.steps().size() - 1);
          if (!fewer.isEmpty()) {
            larger++;
            String said = seed + " " + credential.id() + ": " + steps + " though " + fewer;
            assertThat(steps.isProvenSmallest()).as("%s in %s", said, policy).isFalse();
            wrong.add(said);
          }
        } else if (plan instanceof Plan.Unreachable none) {
          unreachable++;
          List<Change> enough = earning(rules, record, none, mostWithoutPlan);
          if (!enough.isEmpty()) {
            missed++;
            wrong.add(seed + " " + credential.id() + ": " + none + " though " + enough);
          }
        }
      }
    }
  }

  private static List<Fact> kinds() {
    List<Fact> kinds = new ArrayList<>();
    for (AssessmentType type : List.of(AssessmentType.QUIZ, AssessmentType.EXAM)) {
      for (int score : new int[] {50, 70, 90, 100}) {
        kinds.add(
            new AssessmentResult(type, null, null, BigDecimal.valueOf(score), true, TODAY, NOW));
      }
    }
    for (EvidenceType type :
        List.of(EvidenceType.PLAN, EvidenceType.LOG, EvidenceType.REFLECTION)) {
      for (String topic : List.of("a", "c")) {
        kinds.add(new SubmittedEvidence(type, topic, null, null, true, null, TODAY, NOW));
      }
    }
    for (WorkExperienceType type : List.of(WorkExperienceType.JOB, WorkExperienceType.INTERNSHIP)) {
      for (boolean isApproved : new boolean[] {true, false}) {
        for (int hours : new int[] {0, 40, 60, 100}) {
          kinds.add(job(type, isApproved, hours));
        }
      }
    }
    for (String criterion : List.of("x", "y", "z")) {
      kinds.add(new RubricScore("r", criterion, "HIGH", null, null, TODAY, NOW));
    }
    for (String experience : List.of("e", "f")) {
      kinds.add(
          new PerformanceFeedback(
              FeedbackOutcome.POSITIVE,
              ReviewerRole.SUPERVISOR,
              null,
              experience,
              null,
              TODAY,
              NOW));
    }
    kinds.add(new HeldCredential("h-1", null, TODAY, NOW));
    return kinds;
  }

  private static WorkExperience job(WorkExperienceType type, boolean isApproved, int hours) {
    return WorkExperience.builder()
        .type(type)
        .experience("e")
        .siteApproved(isApproved)
        .hours(BigDecimal.valueOf(hours))
        .endedOn(TODAY)
        .provenance(NOW)
        .build();
  }

  /** The first of all sets of at most so many changes that earns; empty where none does. */
  private static List<Change> earning(
      CredentialRules rules, LearnerRecord record, Plan plan, int most) {
    List<Change> all = new ArrayList<>();
    for (Fact fact : KINDS) {
      all.add(new Change(null, numbered(fact, all.size())));
    }
    if (plan instanceof Plan.Steps steps) {
      steps.steps().forEach(step -> all.add(new Change(step.replaces(), step.fact())));
    }
    record.facts().forEach(fact -> counting(fact).forEach(now -> all.add(new Change(fact, now))));
    for (int first = 0; first < all.size(); first++) {
      if (earns(rules, record, plan, all.get(first))) {
        return List.of(all.get(first));
      }
    }
    for (int first = 0; most > 1 && first < all.size(); first++) {
      for (int second = first + 1; second < all.size(); second++) {
        Change one = all.get(first);
        Change other = all.get(second);
        boolean isOfTwo = one.before() == null || one.before() != other.before();
        if (isOfTwo && earns(rules, record, plan, one, other)) {
          return List.of(one, other);
        }
      }
    }
    return List.of();
  }

  private static boolean earns(
      CredentialRules rules, LearnerRecord record, Plan plan, Change... changes) {
    List<Fact> facts = new ArrayList<>(record.facts());
    for (Change change : changes) {
      facts.remove(change.before());
    }
    Arrays.stream(changes).map(Change::after).forEach(facts::add);
    return rules
        .evaluate(LearnerRecord.builder(record.learner()).addAll(facts).build(), TODAY, ZONE)
        .isEarned(plan.credential().id());
  }

  /** What is on record and does not count yet, reviewed; or completed or renewed today. */
  private static List<Fact> counting(Fact fact) {
    Provenance provenance = fact.provenance();
    boolean isOver = provenance.validUntil() != null;
    boolean isOpen = provenance.status() == FactStatus.IN_PROGRESS;
    boolean isReviewed = provenance.vetting().role() == ReviewerRole.FACULTY;
    if (provenance.status() == FactStatus.REVOKED || (isReviewed && !isOver && !isOpen)) {
      return List.of();
    }
    Provenance now =
        provenance.toBuilder()
            .status(FactStatus.COMPLETED)
            .validUntil(null)
            .vetting(Vetting.by("R", ReviewerRole.FACULTY, TODAY))
            .build();
    return List.of(dated(fact, isOver || isOpen, now));
  }

  private static Fact numbered(Fact fact, int number) {
    return dated(fact, true, NOW.toBuilder().id("new " + number).build());
  }

  private static Fact dated(Fact fact, boolean isToday, Provenance now) {
    if (fact instanceof AssessmentResult one) {
      return one.toBuilder().provenance(now).takenOn(isToday ? TODAY : one.takenOn()).build();
    }
    if (fact instanceof SubmittedEvidence one) {
      return one.toBuilder()
          .provenance(now)
          .submittedOn(isToday ? TODAY : one.submittedOn())
          .build();
    }
    if (fact instanceof WorkExperience one) {
      return one.toBuilder().provenance(now).endedOn(isToday ? TODAY : one.endedOn()).build();
    }
    if (fact instanceof RubricScore one) {
      return one.toBuilder().provenance(now).assessedOn(isToday ? TODAY : one.assessedOn()).build();
    }
    if (fact instanceof PerformanceFeedback one) {
      return one.toBuilder().provenance(now).givenOn(isToday ? TODAY : one.givenOn()).build();
    }
    HeldCredential one = (HeldCredential) fact;
    return one.toBuilder().provenance(now).awardedOn(isToday ? TODAY : one.awardedOn()).build();
  }

  /** Each piece of evidence serves one requirement of a credential, whatever the rule says. */
  private static String exclusive(String policy) {
    return policy
        .replace(" @evidence( \"exclusive\" )", "")
        .replaceAll("@credential\\( \"\\w+\" \\)", "$0 @evidence( \"exclusive\" )");
  }

  @Test
  void some_plans_are_as_small_as_what_is_found_by_trying_everything() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= 25; seed++) {
      tally.look(seed, 1);
    }
    assertThat(tally.plans).isGreaterThan(5);
    assertThat(tally.wrong).isEmpty();
  }

  @Test
  @Tag("long")
  void of_a_hundred_plans_ninety_nine_are_as_small_as_what_is_found_by_trying_everything() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= 600; seed++) {
      tally.look(seed, 2);
    }
    assertThat(tally.plans).isGreaterThan(200);
    assertThat(tally.larger * 100).as("%s", tally.wrong).isLessThanOrEqualTo(tally.plans);
    assertThat(tally.missed * 100).as("%s", tally.wrong).isLessThanOrEqualTo(tally.unreachable);
  }

  @Test
  void some_plans_whose_evidence_serves_once_are_as_small() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= 20; seed++) {
      tally.look(seed, 1, PlanBruteForceTest::exclusive);
    }
    assertThat(tally.plans).isGreaterThan(3);
    assertThat(tally.wrong).isEmpty();
  }

  @Test
  @Tag("long")
  void of_a_hundred_plans_whose_evidence_serves_once_ninety_nine_are_as_small() {
    Tally tally = new Tally();
    for (long seed = 1; seed <= 400; seed++) {
      tally.look(seed, 1, PlanBruteForceTest::exclusive);
    }
    assertThat(tally.plans).isGreaterThan(150);
    assertThat(tally.larger * 100).as("%s", tally.wrong).isLessThanOrEqualTo(tally.plans);
  }
}
