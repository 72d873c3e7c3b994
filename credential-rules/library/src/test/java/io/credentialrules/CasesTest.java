package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.held;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.internal.result.StatedProgress;
import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of {@code docs/cases.md} that belong to no pack. */
class CasesTest {
  private static final Instant YESTERDAY = Instant.parse("2026-04-30T12:00:00Z");

  private static HeldCredential badge(String id) {
    return held(id, Provenance.UNVETTED);
  }

  private static HeldCredential expired(String id) {
    return held(id, Provenance.UNVETTED.toBuilder().validUntil(YESTERDAY).build());
  }

  private static RequirementResult only(Evaluation evaluation, String credential) {
    List<RequirementResult> missing =
        ((Decision.NotEarned) evaluation.decision(credential)).missing();
    assertThat(missing).hasSize(1);
    return missing.get(0);
  }

  /** The amount that decides a requirement: has and needs. */
  private static String amount(RequirementResult result) {
    Measure measure = Objects.requireNonNull(result.measure());
    return measure.counts() + " of " + measure.needs();
  }

  private static String parts(String... ids) {
    StringBuilder drl = new StringBuilder();
    for (String id : ids) {
      drl.append(
          """
          rule "Part %1$s" @credential( "%1$s" ) when WorkExperience( experience == "%1$s" ) then end
          """
              .formatted(id));
    }
    return drl.toString();
  }

  private static String stack(String... ids) {
    StringBuilder drl =
        new StringBuilder(parts(ids)).append("rule \"All\" @credential( \"all\" ) when\n");
    for (String id : ids) {
      drl.append("  Earned( credential == \"%s\" )\n".formatted(id));
    }
    return drl.append("then end\n").toString();
  }

  private static String some(int needed, String... ids) {
    String listed = "\"" + String.join("\", \"", ids) + "\"";
    return parts(ids)
        + """
        rule "%s of them" @credential( "some" ) when
          accumulate( Earned( $badge : credential, credential in ( %s ) );
                      $badges : countDistinct( $badge ); $badges >= %s )
        then end
        """
            .formatted(needed, listed, needed);
  }

  @Test
  void case_19_a_badge_of_four_parts_names_the_third_as_expired() {
    Evaluation evaluation =
        evaluate(
            rules(stack("a", "b", "c", "d")), badge("a"), badge("b"), expired("c"), badge("d"));
    RequirementResult third = only(evaluation, "all");
    assertThat(third.id()).isEqualTo("c");
    assertThat(third.state()).isEqualTo(RequirementState.EXPIRED);
    Route route = ((Decision.NotEarned) evaluation.decision("all")).routes().get(0);
    assertThat(route.progress()).isEqualTo(new StatedProgress(3, 4));
  }

  private static final String SEVEN_DAYS =
      """
      rule "Fit for seven days" @credential( "fit" ) @validFor( "P7D" )
      when WorkExperience( experience == "drill" ) then end
      """;

  private static Fact drill(String id, int daysAgo) {
    LocalDate day = Records.TODAY.minusDays(daysAgo);
    return work("drill", "1").toBuilder().startedOn(null).build().toBuilder()
        .endedOn(day)
        .build()
        .toBuilder()
        .startedOn(day)
        .build()
        .toBuilder()
        .provenance(
            Provenance.vettedBy("R", ReviewerRole.STAFF, Records.TODAY).toBuilder().id(id).build())
        .build();
  }

  @Test
  void case_20_what_was_achieved_again_in_time_is_held() {
    assertThat(evaluate(rules(SEVEN_DAYS), drill("1", 8), drill("2", 6)).isEarned("fit")).isTrue();
    assertThat(evaluate(rules(SEVEN_DAYS), drill("1", 8)).isEarned("fit")).isFalse();
  }

  @Test
  void case_21_an_old_fact_that_is_reported_late_does_not_renew() {
    Evaluation evaluation = evaluate(rules(SEVEN_DAYS), drill("1", 8), drill("late", 9));
    RequirementResult validity = only(evaluation, "fit");
    assertThat(validity.state()).isEqualTo(RequirementState.EXPIRED);
    assertThat(validity.alternatives().get(0).shortfalls())
        .singleElement()
        .isInstanceOfSatisfying(
            Shortfall.Lapsed.class,
            lapsed -> assertThat(lapsed.achieved()).isEqualTo(Records.TODAY.minusDays(8)));
  }

  @Test
  void case_23_facts_complete_before_the_policy_existed_earn_when_it_is_in_force() {
    CredentialRules rules =
        rules(
            """
            rule "New" @credential( "new" ) date-effective "2026-04-01"
            when WorkExperience( experience == "a" ) then end
            """);
    LearnerRecord record = record(work("a", "1"));
    assertThat(rules.evaluate(record, LocalDate.of(2026, 4, 1), Records.ZONE).isEarned("new"))
        .isTrue();
    Decision before =
        rules.evaluate(record, LocalDate.of(2026, 3, 31), Records.ZONE).decision("new");
    assertThat(((Decision.NotEarned) before).routes()).as("no version covers the date").isEmpty();
  }

  @Test
  void case_24_a_cycle_of_prerequisites_is_refused_and_named() {
    assertThat(problems(cycle("a", "b")))
        .anySatisfy(problem -> assertThat(problem.message()).contains("`a` → `b` → `a`"));
    assertThat(problems(cycle("a", "b", "c")))
        .anySatisfy(problem -> assertThat(problem.message()).contains("`a` → `b` → `c` → `a`"));
    assertThat(problems(cycle("a"))).extracting(Problem::code).contains("cycle");
  }

  private static String cycle(String... ids) {
    StringBuilder drl = new StringBuilder();
    for (int i = 0; i < ids.length; i++) {
      drl.append(
          """
          rule "%1$s" @credential( "%1$s" ) when Earned( credential == "%2$s" ) then end
          """
              .formatted(ids[i], ids[(i + 1) % ids.length]));
    }
    return drl.toString();
  }

  private static List<Problem> problems(String drl) {
    return CredentialRules.builder().add(Records.pack(drl)).check();
  }

  private static final String VALUE =
      """
      rule "Each criterion at Milestone 2 or above" @requirement( "value" )
        @scale( "BELOW < BENCHMARK < MILESTONE_2 < MILESTONE_3 < CAPSTONE" )
      when
        RubricScore( rubric == "value", criterion == "one", level >= "MILESTONE_2" )
        RubricScore( rubric == "value", criterion == "two", level >= "MILESTONE_2" )
        RubricScore( rubric == "value", criterion == "three", level >= "MILESTONE_2" )
        RubricScore( rubric == "value", criterion == "four", level >= "MILESTONE_2" )
        RubricScore( rubric == "value", criterion == "five", level >= "MILESTONE_2" )
      then end
      rule "V" @credential( "v" ) when Met( requirement == "value" ) then end
      """;

  private static Fact[] value(String... levels) {
    List<String> criteria = List.of("one", "two", "three", "four", "five");
    return IntStream.range(0, levels.length)
        .mapToObj(i -> score(criteria.get(i), levels[i], "10"))
        .toArray(Fact[]::new);
  }

  private static RubricScore score(String criterion, String level, String points) {
    return new RubricScore(
        "value", criterion, level, new java.math.BigDecimal(points), null, null, VETTED);
  }

  @Test
  void case_32_one_criterion_below_is_not_made_up_for_by_the_mean() {
    Evaluation evaluation =
        evaluate(
            rules(VALUE), value("CAPSTONE", "MILESTONE_3", "BELOW", "MILESTONE_3", "MILESTONE_3"));
    assertThat(only(evaluation, "v").alternatives().get(0).shortfalls())
        .singleElement()
        .satisfies(missing -> assertThat(missing.condition()).contains("three"));
    assertThat(
            evaluate(
                    rules(VALUE),
                    value("CAPSTONE", "MILESTONE_3", "MILESTONE_2", "MILESTONE_3", "MILESTONE_3"))
                .isEarned("v"))
        .isTrue();
  }

  @Test
  void case_33_the_declared_order_decides_and_never_points_or_position() {
    String upsideDown =
        """
        rule "R" @requirement( "r" ) @scale( "%s" )
        when RubricScore( rubric == "value", level >= "GOOD" ) then end
        rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
        """;
    Fact best = score("one", "BEST", "10");
    assertThat(evaluate(rules(upsideDown.formatted("POOR < GOOD < BEST")), best).isEarned("c"))
        .isTrue();
    assertThat(evaluate(rules(upsideDown.formatted("BEST < POOR < GOOD")), best).isEarned("c"))
        .isFalse();
  }

  @Test
  void case_34_a_result_below_the_required_level_does_not_do_although_the_credential_exists() {
    String withCredential =
        """
        rule "R" @requirement( "r" ) @scale( "NOT_YET < PROFICIENT" )
        when
          HeldCredential( credential == "course" )
          RubricScore( rubric == "value", level >= "PROFICIENT" )
        then end
        rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
        """;
    assertThat(
            evaluate(rules(withCredential), badge("course"), score("one", "NOT_YET", "4"))
                .isEarned("c"))
        .isFalse();
    assertThat(
            evaluate(rules(withCredential), badge("course"), score("one", "PROFICIENT", "4"))
                .isEarned("c"))
        .isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = FactStatus.class,
      names = {"COMPLETED"},
      mode = EnumSource.Mode.EXCLUDE)
  void case_35_what_is_not_completed_never_satisfies(FactStatus status) {
    CredentialRules rules = rules(parts("a"));
    Fact fact =
        work("a", "1").toBuilder().provenance(VETTED.toBuilder().status(status).build()).build();
    assertThat(evaluate(rules, fact).earned()).isEmpty();
    assertThat(evaluate(rules, work("a", "1")).earned()).containsExactly("a");
  }

  @Test
  void case_36_hours_are_summed_only_where_the_policy_sums() {
    String one =
        "rule \"One\" @credential( \"one\" ) when WorkExperience( hours >= 500 ) then end\n";
    String all =
        """
        rule "All" @credential( "all" )
        when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 500 ) then end
        """;
    CredentialRules rules = rules(one + all);
    RequirementResult short1 = only(evaluate(rules, work("a", "499")), "one");
    assertThat(amount(short1)).isEqualTo("499 of 500");
    assertThat(evaluate(rules, work("a", "500")).earned()).containsExactly("one", "all");
    assertThat(evaluate(rules, work("a", "300"), work("b", "200")).earned()).containsExactly("all");
  }

  @Test
  void case_37_two_of_three_is_never_three_of_two() {
    CredentialRules rules = rules(some(2, "a", "b", "c"));
    assertThat(amount(only(evaluate(rules, badge("a")), "some"))).isEqualTo("1 of 2");
    assertThat(evaluate(rules, badge("a"), badge("c")).isEarned("some")).isTrue();
    Decision all = evaluate(rules, badge("a"), badge("b"), badge("c")).decision("some");
    assertThat(all.isEarned()).isTrue();
    assertThat(amount(all.requirements().get(0))).isEqualTo("2 of 2");
    assertThat(Objects.requireNonNull(((Decision.Earned) all).route()).progress())
        .isEqualTo(new StatedProgress(1, 1));
  }

  @Test
  void case_38_a_revoked_or_expired_badge_does_not_count_among_three_of_five() {
    CredentialRules rules = rules(some(3, "a", "b", "c", "d", "e"));
    assertThat(evaluate(rules, badge("a"), badge("b"), badge("c")).isEarned("some")).isTrue();
    HeldCredential revoked =
        held("c", Provenance.UNVETTED.toBuilder().status(FactStatus.REVOKED).build());
    for (HeldCredential gone : List.of(revoked, expired("c"))) {
      RequirementResult missing = only(evaluate(rules, badge("a"), badge("b"), gone), "some");
      assertThat(amount(missing)).isEqualTo("2 of 3");
      assertThat(missing.notCounted()).extracting(NotCounted::fact).containsExactly(gone);
    }
  }

  @Test
  void case_39_200_of_201_parts_are_less_than_100_percent() {
    String[] ids = IntStream.rangeClosed(1, 201).mapToObj(i -> "p" + i).toArray(String[]::new);
    CredentialRules rules = rules(stack(ids));
    Fact[] all = Stream.of(ids).map(CasesTest::badge).toArray(Fact[]::new);
    Fact[] butOne = Stream.of(ids).skip(1).map(CasesTest::badge).toArray(Fact[]::new);
    Decision.NotEarned missing = (Decision.NotEarned) evaluate(rules, butOne).decision("all");
    assertThat(missing.routes().get(0).progress()).hasToString("200 of 201");
    assertThat(missing.routes().get(0).progress().percent()).isEqualTo(99);
    assertThat(evaluate(rules, all).isEarned("all")).isTrue();
  }

  @Test
  void case_40_ten_copies_of_one_badge_count_as_one() {
    String[] ids = IntStream.rangeClosed(1, 10).mapToObj(i -> "b" + i).toArray(String[]::new);
    CredentialRules rules = rules(some(10, ids));
    List<Fact> copies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      copies.add(held("b1", Provenance.UNVETTED.toBuilder().id("copy-" + i).build()));
    }
    RequirementResult missing = only(evaluate(rules, copies.toArray(new Fact[0])), "some");
    assertThat(amount(missing)).isEqualTo("1 of 10");
  }

  private static final String GROUP =
      """
      rule "One" @requirement( "one" ) when SubmittedEvidence( topic == "one" ) then end
      rule "Two" @requirement( "two" ) when SubmittedEvidence( topic == "two" ) then end
      rule "Group" @requirement( "group" )
      when Met( requirement == "one" ) Met( requirement == "two" ) then end
      rule "C" @credential( "c" ) when Met( requirement == "group" ) then end
      """;

  private static Waiver waiver(String requirement) {
    return Waiver.of(requirement, "Dean", ReviewerRole.STAFF, "transfer", LocalDate.of(2026, 4, 1));
  }

  @Test
  void case_42_a_group_with_one_part_waived_and_another_unmet_is_unmet() {
    CredentialRules rules = rules(GROUP);
    LearnerRecord waived = record().waiving(waiver("one"));
    Evaluation evaluation = rules.evaluate(waived, Records.TODAY, Records.ZONE);
    assertThat(evaluation.requirement("group").isSatisfied()).isFalse();
    assertThat(evaluation.requirement("group").alternatives().get(0).shortfalls())
        .singleElement()
        .isInstanceOfSatisfying(
            Shortfall.MissingRequirement.class,
            missing -> assertThat(missing.requirements()).containsExactly("two"));
    SubmittedEvidence two = Records.reflection(VETTED).toBuilder().topic("two").build();
    assertThat(rules.evaluate(waived.with(two), Records.TODAY, Records.ZONE).isEarned("c"))
        .isTrue();
  }

  @Test
  void case_43_a_waiver_that_names_no_known_requirement_is_reported() {
    Evaluation evaluation =
        rules(GROUP).evaluate(record().waiving(waiver("tow")), Records.TODAY, Records.ZONE);
    assertThat(evaluation.unknownWaivers()).containsExactly(waiver("tow"));
    assertThat(evaluation.earned()).isEmpty();
  }

  @Test
  void a_learner_cannot_waive_a_requirement() {
    Waiver own =
        Waiver.of("one", "Me", ReviewerRole.LEARNER, "I know it", LocalDate.of(2026, 4, 1));
    Evaluation evaluation =
        rules(GROUP).evaluate(record().waiving(own), Records.TODAY, Records.ZONE);
    assertThat(evaluation.requirement("one").isSatisfied()).isFalse();
    assertThat(evaluation.unknownWaivers()).containsExactly(own);
  }

  @Test
  void empty_conditions_and_rules_that_an_empty_record_satisfies_are_refused() {
    assertThat(problems("rule \"E\" @credential( \"e\" ) when then end"))
        .extracting(Problem::code)
        .contains("no-conditions");
    String atMost =
        """
        rule "H" @credential( "h" )
        when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t <= 240 ) then end
        """;
    assertThat(problems(atMost)).extracting(Problem::code).contains("empty-record");
    assertThat(problems(atMost.replace("<=", ">="))).isEmpty();
  }

  @Test
  void a_reference_to_what_no_rule_proves_is_refused() {
    assertThat(
            problems("rule \"C\" @credential( \"c\" ) when Met( requirement == \"x\" ) then end"))
        .extracting(Problem::code)
        .contains("unknown-requirement");
    assertThat(
            problems("rule \"C\" @credential( \"c\" ) when Earned( credential == \"x\" ) then end"))
        .extracting(Problem::code)
        .contains("unknown-credential");
  }

  @Test
  void six_of_a_list_of_five_and_a_contradiction_are_refused() {
    assertThat(problems(some(6, "a", "b", "c", "d", "e")))
        .extracting(Problem::code)
        .contains("never-met");
    assertThat(problems(some(5, "a", "b", "c", "d", "e"))).isEmpty();
    assertThat(
            problems(
                parts("a")
                    + "rule \"L\" @credential( \"l\" ) when Earned( level > 3, level < 3 ) then end"))
        .extracting(Problem::code)
        .contains("never-met");
  }

  @Test
  void two_packs_that_define_the_same_id_are_refused() {
    PolicyPack one = PolicyPack.of("one", java.util.Map.of("a.drl", parts("a")));
    PolicyPack two = PolicyPack.of("two", java.util.Map.of("a.drl", parts("a")));
    assertThatThrownBy(() -> CredentialRules.compile(one, two))
        .isInstanceOfSatisfying(
            PolicyException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::code)
                    .contains("id-in-two-packs"));
  }
}
