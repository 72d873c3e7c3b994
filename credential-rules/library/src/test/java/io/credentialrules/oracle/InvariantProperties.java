package io.credentialrules.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.Laws;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.Route;
import io.credentialrules.Waiver;
import io.credentialrules.policy.syntax.NamedValue.Dated;
import io.credentialrules.policy.syntax.PolicyModel;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every policy and every learner, from design section 7. */
class InvariantProperties {
  private static List<Learners.Case> cases(CredentialRules rules, Learners learners) {
    return learners.of(rules.policy()).subList(0, 2);
  }

  @Property(seed = Laws.SEED)
  void shuffling_and_repeating_facts_and_waivers_changes_nothing(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners, @ForAll long seed) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    Random random = new Random(seed);
    for (Learners.Case learner : cases(rules, learners)) {
      LearnerRecord record = learner.record();
      LearnerRecord shuffled =
          LearnerRecord.builder(record.learner())
              .addAll(shuffled(record.facts(), random))
              .waive(shuffled(record.waivers(), random).toArray(new Waiver[0]))
              .policyDate(record.policyDate())
              .build();
      assertThat(Answer.of(rules.evaluate(shuffled, learner.asOf())))
          .as("%s", learner)
          .isEqualTo(Answer.of(rules.evaluate(record, learner.asOf())));
    }
  }

  private static <T> List<T> shuffled(List<T> all, Random random) {
    List<T> more = new ArrayList<>(all);
    all.stream().filter(one -> random.nextBoolean()).forEach(more::add);
    Collections.shuffle(more, random);
    return more;
  }

  @Property(seed = Laws.SEED)
  void a_further_fact_that_counts_takes_nothing_away_where_only_lower_bounds_are_asked(
      @ForAll("lowerBounds") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    List<Learners.Case> cases = learners.of(rules.policy());
    for (int i = 0; i + 2 < cases.size(); i += 2) {
      LearnerRecord record = cases.get(i).record();
      ZonedDateTime asOf = cases.get(i).asOf();
      Fact[] further =
          cases.get(i + 2).record().facts().stream()
              .filter(fact -> Weighing.against(fact, asOf).isEmpty())
              .toArray(Fact[]::new);
      Evaluation before = rules.evaluate(record, asOf);
      if (before.decisions().stream().anyMatch(InvariantProperties::mayEndByAFurtherFact)) {
        continue;
      }
      Evaluation after = rules.evaluate(record.with(further), asOf);
      assertThat(after.earned()).as("%s", cases.get(i)).containsAll(before.earned());
      for (String requirement : new Oracle(rules.policy()).requirements()) {
        if (before.requirement(requirement).isSatisfied()) {
          assertThat(after.requirement(requirement).isSatisfied()).as("%s", requirement).isTrue();
        }
      }
    }
  }

  /**
   * A further fact may say that a credential with a validity was achieved earlier, and has not been
   * achieved again since.
   */
  private static boolean mayEndByAFurtherFact(Decision decision) {
    return decision instanceof Decision.Earned earned
        && earned.route() != null
        && earned.route().settings().validFor() != null;
  }

  @Property(seed = Laws.SEED)
  void a_credential_is_earned_if_and_only_if_nothing_is_missing(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    for (Learners.Case learner : cases(rules, learners)) {
      Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
      for (Decision decision : evaluation.decisions()) {
        String id = decision.credential().id();
        assertThat(evaluation.isEarned(id)).isEqualTo(decision.isEarned());
        assertThat(evaluation.decision(id)).isEqualTo(decision);
        if (decision instanceof Decision.Earned earned) {
          Route route = earned.route();
          assertThat(route != null || earned.held() != null).isTrue();
          assertThat(route == null || route.missing().isEmpty()).isTrue();
          assertThat(route == null || route.progress().percent() == 100).isTrue();
        } else if (decision instanceof Decision.NotEarned not) {
          for (Route route : not.routes()) {
            assertThat(route.missing()).as("%s %s", id, learner).isNotEmpty();
            assertThat(route.progress().percent()).isLessThan(100);
          }
        }
      }
    }
  }

  @Property(seed = Laws.SEED)
  void an_empty_record_earns_nothing_unless_the_policy_says_so(
      @ForAll("unsilenced") Policy policy) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    LearnerRecord empty = LearnerRecord.of(Learner.of("nobody"));
    for (ZonedDateTime asOf : World.INSTANTS) {
      assertThat(rules.evaluate(empty, asOf).earned()).as("%s", asOf).isEmpty();
      for (LocalDate policyDate : World.DATES) {
        assertThat(rules.evaluate(empty.onPolicyOf(policyDate), asOf).earned())
            .as("%s, policy of %s", asOf, policyDate)
            .isEmpty();
      }
    }
  }

  @Property(seed = Laws.SEED)
  void facts_that_count_and_facts_that_do_not_are_together_all_facts(
      @ForAll("policies") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null) {
      return;
    }
    for (Learners.Case learner : cases(rules, learners)) {
      Evaluation evaluation = rules.evaluate(learner.record(), learner.asOf());
      List<Fact> together = new ArrayList<>(evaluation.counted());
      evaluation.notCounted().stream().map(NotCounted::fact).forEach(together::add);
      Set<Fact> all = new HashSet<>(learner.record().facts());
      all.add(learner.record().learner());
      assertThat(together).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }
  }

  /**
   * With only lower bounds, a later date can give only through a fact that begins to count, a
   * waiver that begins, or a rule or the value of a name that comes into force. Where a pattern
   * includes what does not count, such as what has expired, a fact begins that had another reason
   * against it before, such as that it was not valid yet. (Where a policy compares with the date of
   * evaluation or asks for the age, or asks for an absence or at most so many, time alone can
   * give.)
   */
  @Property(seed = Laws.SEED)
  void a_later_date_gives_nothing_unless_something_begins(
      @ForAll("lowerBounds") Policy policy, @ForAll("learners") Learners learners) {
    CredentialRules rules = policy.rules();
    if (rules == null || policy.toString().contains("Today(")) {
      return;
    }
    List<Learners.Case> cases = learners.of(rules.policy());
    for (int i = 0; i + 1 < cases.size(); i += 2) {
      LearnerRecord record = cases.get(i).record();
      ZonedDateTime one = cases.get(i).asOf();
      ZonedDateTime other = cases.get(i + 1).asOf();
      ZonedDateTime early = one.isBefore(other) ? one : other;
      ZonedDateTime late = one.isBefore(other) ? other : one;
      boolean includes = policy.toString().contains("@including(");
      if (!begins(record, includes, early, late) && !begins(rules.policy(), early, late)) {
        assertThat(rules.evaluate(record, early).earned())
            .as("%s and %s: %s", early, late, cases.get(i))
            .containsAll(rules.evaluate(record, late).earned());
      }
    }
  }

  private static boolean begins(
      LearnerRecord record, boolean includes, ZonedDateTime early, ZonedDateTime late) {
    for (Fact fact : record.facts()) {
      Set<NotCounted.Reason> before = Weighing.against(fact, early);
      Set<NotCounted.Reason> then = Weighing.against(fact, late);
      if (!then.containsAll(before) && (then.isEmpty() || includes)) {
        return true;
      }
    }
    for (Waiver waiver : record.waivers()) {
      if (waiver.on().isAfter(early.toLocalDate()) && !waiver.on().isAfter(late.toLocalDate())) {
        return true;
      }
    }
    return false;
  }

  private static boolean begins(PolicyModel model, ZonedDateTime early, ZonedDateTime late) {
    return Stream.concat(
            model.rules().stream().map(rule -> rule.header().window()),
            model.values().stream().flatMap(name -> name.values().stream()).map(Dated::window))
        .anyMatch(
            window -> window.contains(late.toLocalDate()) && !window.contains(early.toLocalDate()));
  }

  @Provide
  Arbitrary<Policy> policies() {
    return Policy.of(PolicyWriter.Form.ANY);
  }

  @Provide
  Arbitrary<Policy> unsilenced() {
    return Policy.of(PolicyWriter.Form.UNSILENCED);
  }

  @Provide
  Arbitrary<Policy> lowerBounds() {
    return Policy.of(PolicyWriter.Form.LOWER_BOUNDS);
  }

  @Provide
  Arbitrary<Learners> learners() {
    return Learners.any();
  }
}
