package io.credentialrules.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.Credential;
import io.credentialrules.CredentialRules;
import io.credentialrules.Decision;
import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Plan;
import io.credentialrules.RequirementResult;
import io.credentialrules.policy.CredentialSettings;
import io.credentialrules.testkit.internal.law.PositiveRules;
import io.credentialrules.vocabulary.Fact;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/**
 * Laws that any policy should obey, as jqwik properties over {@link PolicyRecords}. A pack is held
 * to all of them by a test class that says which rules it means:
 *
 * <pre>{@code
 * class GardenLaws implements PolicyLaws {
 *   public CredentialRules rules() {
 *     return CredentialRules.compile(PolicyPack.read(Path.of("rules/garden")));
 *   }
 * }
 * }</pre>
 *
 * <p>A policy that means to break one overrides it and says why, with {@code @Disabled( "…" )} of
 * jqwik. What fails is shrunk to the smallest record and printed as a scenario.
 */
public interface PolicyLaws extends GeneratedLearners {
  /** How many records are generated for what takes long. */
  int FEW = 50;

  /** The rules that are held to the laws; called often, so compile them once. */
  CredentialRules rules();

  /** The records that the laws are tried with. */
  @Provide
  default Arbitrary<LearnerRecord> records() {
    return PolicyRecords.shared(rules(), asOf(), start()).any();
  }

  /** Otherwise the answer would depend on how a system happens to store its records. */
  @Property
  default void order_and_repetition_decide_nothing(@ForAll("records") LearnerRecord record) {
    List<Fact> facts = new ArrayList<>(record.facts());
    facts.addAll(record.facts());
    Collections.reverse(facts);
    LearnerRecord other = LearnerRecord.of(record.learner(), facts.toArray(new Fact[0]));
    assertThat(states(other)).isEqualTo(states(record));
  }

  /** Otherwise everybody has the credential. */
  @Example
  default void an_empty_record_earns_nothing() {
    assertThat(rules().evaluate(LearnerRecord.of(learner()), asOf()).earned()).isEmpty();
  }

  /** Otherwise a credential is offered that nobody can have. */
  @Example
  default void every_credential_can_be_earned() {
    Evaluation nothing = rules().evaluate(start(), asOf());
    for (Credential credential : rules().catalogue()) {
      assertThat(nothing.plan(credential.id())).as(credential.id()).isInstanceOf(Plan.Steps.class);
    }
  }

  /** Otherwise a requirement is there for nothing: it is met by all, or by none. */
  @Example
  default void every_requirement_is_met_by_some_and_not_by_others() {
    Map<String, String> undecided = new TreeMap<>();
    PolicyRecords.shared(rules(), asOf(), start())
        .any()
        .sampleStream()
        .limit(1_000)
        .forEach(
            record ->
                rules().evaluate(record, asOf()).decisions().stream()
                    .flatMap(PolicyLaws::requirements)
                    .filter(result -> result.kind() == RequirementResult.Kind.REQUIREMENT)
                    .forEach(
                        result -> {
                          String seen = result.isSatisfied() ? "met" : "not met";
                          undecided.merge(
                              result.id(), seen, (one, now) -> one.equals(now) ? one : "both");
                        }));
    undecided.values().removeIf("both"::equals);
    assertThat(undecided).as("requirements that were always met, or never").isEmpty();
  }

  /** Otherwise a higher level says less than it seems to. */
  @Property
  default void a_level_is_earned_with_the_levels_below_it(@ForAll("records") LearnerRecord record) {
    Evaluation evaluation = rules().evaluate(record, asOf());
    Map<String, List<Credential>> pathways = new HashMap<>();
    for (Credential credential : rules().catalogue()) {
      if (credential.pathway() != null && level(credential) > 0) {
        pathways
            .computeIfAbsent(credential.pathway(), pathway -> new ArrayList<>())
            .add(credential);
      }
    }
    for (List<Credential> levels : pathways.values()) {
      for (Credential higher : levels) {
        for (Credential lower : levels) {
          if (level(lower) < level(higher) && evaluation.isEarned(higher.id())) {
            assertThat(evaluation.isEarned(lower.id()))
                .withFailMessage(
                    "`%s` is earned without `%s`, a level below it: ask for that with"
                        + " `Earned( credential == \"%s\" )`",
                    higher.id(), lower.id(), lower.id())
                .isTrue();
          }
        }
      }
    }
  }

  private static int level(Credential credential) {
    Integer level = credential.level();
    return level == null ? 0 : level;
  }

  /** Otherwise a learner who does more has less, where the policy negates nothing. */
  @Property
  default void more_evidence_takes_nothing_away(
      @ForAll("records") LearnerRecord record, @ForAll("records") LearnerRecord more) {
    PositiveRules positive = PolicyRecords.shared(rules(), asOf(), start()).positive();
    // what does not count, such as a credential that was revoked, is no evidence
    List<Fact> evidence = rules().evaluate(more, asOf()).counted();
    Evaluation with =
        rules()
            .evaluate(
                LearnerRecord.builder(record.learner())
                    .addAll(record.facts())
                    .addAll(evidence)
                    .build(),
                asOf());
    for (String credential : rules().evaluate(record, asOf()).earned()) {
      if (positive.contains(credential)) {
        assertThat(with.isEarned(credential))
            .withFailMessage("`%s` is earned, and not with further evidence", credential)
            .isTrue();
      }
    }
  }

  /** Otherwise a stack says that its holder can do what the holder may never have done. */
  @Property
  default void a_stack_is_earned_with_its_parts(@ForAll("records") LearnerRecord record) {
    Evaluation evaluation = rules().evaluate(record, asOf());
    Set<String> awarded =
        rules().catalogue().stream().map(Credential::id).collect(Collectors.toSet());
    for (Decision decision : evaluation.decisions()) {
      if (decision instanceof Decision.Earned earned
          && earned.route() != null
          && earned.route().settings().validFor() == null
          && earned.route().settings().lapses() == CredentialSettings.Lapses.WITH_COMPONENTS) {
        for (RequirementResult part : earned.route().requirements()) {
          if (part.kind() == RequirementResult.Kind.PREREQUISITE
              && part.waiver() == null
              && awarded.contains(part.id())) {
            assertThat(evaluation.isEarned(part.id()))
                .withFailMessage(
                    "`%s` is earned without its part `%s`", decision.credential().id(), part.id())
                .isTrue();
          }
        }
      }
    }
  }

  /** Otherwise a credential that has no end is lost by waiting. */
  @Property(tries = FEW)
  default void what_has_no_end_stays_earned(@ForAll("records") LearnerRecord record) {
    LocalDate today = asOf().toLocalDate();
    for (Decision decision : rules().evaluate(record, asOf()).decisions()) {
      if (decision instanceof Decision.Earned earned && earned.until() == null) {
        for (int years : new int[] {1, 5, 30}) {
          assertEarned(record, decision.credential().id(), today.plusYears(years), true);
        }
      }
    }
  }

  /** Otherwise somebody plans a year by a promise that is broken. */
  @Property(tries = FEW)
  default void since_and_until_agree_with_the_days_around_them(
      @ForAll("records") LearnerRecord record) {
    LocalDate today = asOf().toLocalDate();
    for (Decision decision : rules().evaluate(record, asOf()).decisions()) {
      if (decision instanceof Decision.Earned earned) {
        String id = decision.credential().id();
        assertEarned(record, id, earned.since(), true);
        assertEarned(
            record, id, earned.since() == null ? null : earned.since().minusDays(1), false);
        assertEarned(record, id, earned.until(), true);
        assertEarned(record, id, earned.until() == null ? null : earned.until().plusDays(1), false);
        assertThat(earned.since() == null || !earned.since().isAfter(today)).isTrue();
      }
    }
  }

  private void assertEarned(
      LearnerRecord record, String credential, @Nullable LocalDate day, boolean earned) {
    if (day != null) {
      ZonedDateTime then = day.atTime(asOf().toLocalTime()).atZone(asOf().getZone());
      assertThat(rules().evaluate(record, then, asOf().toLocalDate()).isEarned(credential))
          .withFailMessage("`%s` should%s be earned on %s", credential, earned ? "" : " not", day)
          .isEqualTo(earned);
    }
  }

  /** Otherwise a learner does what was said, for nothing. */
  @Property(tries = FEW)
  default void what_a_plan_says_earns_the_credential(@ForAll("records") LearnerRecord record) {
    Evaluation evaluation = rules().evaluate(record, asOf());
    for (Credential credential : rules().catalogue()) {
      if (evaluation.plan(credential.id()) instanceof Plan.Steps plan) {
        LocalDate day = plan.waitUntil() == null ? plan.startOn() : plan.waitUntil();
        ZonedDateTime then =
            day == null ? asOf() : day.atTime(asOf().toLocalTime()).atZone(asOf().getZone());
        assertThat(rules().evaluate(plan.appliedTo(record), then).isEarned(credential.id()))
            .as(credential.id())
            .isTrue();
      }
    }
  }

  /** Otherwise a busy server answers otherwise than a test. */
  @Property(tries = FEW)
  default void many_threads_get_one_answer(@ForAll("records") LearnerRecord record) {
    assertThat(Stream.generate(() -> record).limit(8).parallel().map(this::states).distinct())
        .hasSize(1);
  }

  private Map<String, Object> states(LearnerRecord record) {
    Map<String, Object> states = new TreeMap<>();
    for (Decision decision : rules().evaluate(record, asOf()).decisions()) {
      states.put(decision.credential().id(), decision.isEarned());
      requirements(decision).forEach(result -> states.put("= " + result.id(), result.state()));
    }
    return states;
  }

  private static Stream<RequirementResult> requirements(Decision decision) {
    if (decision instanceof Decision.Earned earned) {
      return earned.route() == null ? Stream.of() : earned.route().requirements().stream();
    }
    return decision instanceof Decision.NotEarned not
        ? not.routes().stream().flatMap(route -> route.requirements().stream())
        : Stream.of();
  }
}
