package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.RequirementResult.Part;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What requirements are called, which rule met them, and what they are made of. */
class NamesTest {
  private static final String HOURS =
      """
      rule "120 hours" @requirement( "r" ) %s
      when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 120 ) then end
      """;
  private static final String BOTH =
      """
      rule "40 hours and the core course" @requirement( "r" ) %s
      when
        accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 40 )
        TrainingCompletion( training == "core" )
      then end
      """;
  private static final String CREDENTIAL =
      """
      rule "C" @credential( "c" ) %s when Met( requirement == "r" ) then end
      rule "A route of its own" @credential( "c" )
      when TrainingCompletion( training == "all" ) then end
      """;

  private static Fact training(String id) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .provenance(Records.VETTED.toBuilder().status(FactStatus.COMPLETED).build())
        .build();
  }

  private static RequirementResult result(CredentialRules rules, Fact... facts) {
    return rules.evaluate(record(facts), TODAY, ZONE).requirement("r");
  }

  @Test
  void case_56_a_requirement_has_a_name_of_its_own_and_says_which_rule_met_it() {
    CredentialRules rules =
        rules(
            HOURS.formatted("")
                + BOTH.formatted("@name( \"Enough practice\" )")
                + CREDENTIAL.formatted("@name( \"The certificate\" )"));
    RequirementResult second = result(rules, work("a", "40"), training("core"));
    assertThat(second.name()).isEqualTo("Enough practice");
    assertThat(second.metBy()).isEqualTo("40 hours and the core course");
    assertThat(result(rules, work("a", "120")).metBy()).isEqualTo("120 hours");
    assertThat(result(rules, work("a", "119")).metBy()).isNull();
    assertThat(rules.catalogue().get(0).name()).isEqualTo("The certificate");
  }

  @Test
  void what_has_one_rule_is_called_and_met_by_its_name() {
    CredentialRules rules = rules(HOURS.formatted("") + CREDENTIAL.formatted(""));
    RequirementResult result = result(rules, work("a", "120"));
    assertThat(result.name()).isEqualTo("120 hours");
    assertThat(result.metBy()).isNull();
  }

  @Property(tries = 50, seed = Laws.SEED)
  void moving_a_rule_changes_no_name(@ForAll("orders") List<String> order) {
    CredentialRules rules = rules(String.join("\n", order));
    RequirementResult result = result(rules, work("a", "40"), training("core"));
    assertThat(result.name()).isEqualTo("120 hours / 40 hours and the core course");
    assertThat(result.metBy()).isEqualTo("40 hours and the core course");
    assertThat(rules.catalogue().get(0).name()).isEqualTo("A route of its own / C");
  }

  @Provide
  Arbitrary<List<String>> orders() {
    List<String> all = new ArrayList<>(List.of(HOURS.formatted(""), BOTH.formatted("")));
    for (String rule : CREDENTIAL.formatted("").split("(?=rule )", -1)) {
      if (!rule.isBlank()) {
        all.add(rule);
      }
    }
    return Arbitraries.shuffle(all);
  }

  @Test
  void of_versions_the_newest_gives_the_name() {
    CredentialRules rules =
        rules(
            """
            rule "Old" @credential( "c" ) date-expires "2026-01-01"
            when TrainingCompletion( training == "a" ) then end
            rule "New" @credential( "c" ) date-effective "2026-01-01"
            when TrainingCompletion( training == "b" ) then end
            """);
    assertThat(rules.catalogue().get(0).name()).isEqualTo("New");
  }

  @Test
  void two_names_of_one_requirement_are_refused_and_one_twice_is_not() {
    String drl = HOURS.formatted("@name( \"One\" )") + BOTH + CREDENTIAL.formatted("");
    assertThat(problems(drl.formatted("@name( \"Two\" )"))).containsExactly("contradicting-rules");
    assertThat(problems(drl.formatted("@name( \"One\" )"))).isEmpty();
  }

  private static Set<String> problems(String drl) {
    return CredentialRules.builder().add(Records.pack(drl)).check().stream()
        .filter(problem -> problem.severity() == io.credentialrules.policy.Severity.ERROR)
        .map(io.credentialrules.policy.Problem::code)
        .collect(Collectors.toSet());
  }

  private static final String GROUP =
      """
      rule "Forty hours" @requirement( "one" )
      when accumulate( WorkExperience( $h : hours ); $t : sum( $h ); $t >= 40 ) then end
      rule "Course" @requirement( "two" ) when TrainingCompletion( training == "x" ) then end
      rule "Badge" @credential( "badge" )
      when TrainingCompletion( training == "y" ) TrainingCompletion( training == "z" ) then end
      rule "Some" @requirement( "r" )
      when
        accumulate( Met( requirement in ( "one", "two" ), $m : requirement );
            $n : countDistinct( $m ); $n >= %d )
        accumulate( TrainingCompletion( training in ( "p", "q" ), $c : training );
            $k : countDistinct( $c ); $k >= 1 )
        Earned( credential == "badge" )
      then end
      rule "All of it" @requirement( "all" ) when Met( requirement == "r" ) then end
      rule "C" @credential( "c" ) when Met( requirement == "all" ) then end
      """;

  @Test
  void case_57_a_waiver_in_a_group_is_shown_wherever_it_decides() {
    Waiver waiver =
        Waiver.of(
            "two", "Dr. Low", ReviewerRole.FACULTY, "done elsewhere", LocalDate.of(2026, 1, 1));
    Evaluation evaluation =
        rules(GROUP.replace("%d", "2"))
            .evaluate(
                record(work("a", "40"), training("p"), training("y"), training("z"))
                    .waiving(waiver),
                TODAY,
                ZONE);
    assertThat(evaluation.requirement("r").state()).isEqualTo(RequirementState.MET);
    assertThat(waivers(evaluation.requirement("r"))).containsExactly(waiver);
    assertThat(waivers(evaluation.requirement("all")))
        .as("two levels above")
        .containsExactly(waiver);
    assertThat(waivers(evaluation.decision("c").requirements().get(0))).containsExactly(waiver);
  }

  @Test
  void a_waiver_that_stands_in_the_way_of_an_absence_is_shown() {
    CredentialRules rules =
        rules(
            """
            rule "Barred" @requirement( "barred" ) when TrainingCompletion( training == "x" ) then end
            rule "Former" @credential( "former" ) when Met( requirement == "barred" ) then end
            rule "C" @credential( "c" )
            when TrainingCompletion( training == "a" ) not Met( requirement == "barred" ) then end
            rule "D" @credential( "d" )
            when TrainingCompletion( training == "a" ) not( Earned( credential == "former" ) ) then end
            """);
    Waiver waiver =
        Waiver.of("barred", "R. Pine", ReviewerRole.STAFF, "pardon", LocalDate.of(2026, 1, 1));
    Evaluation barred = rules.evaluate(record(training("a")).waiving(waiver), TODAY, ZONE);
    for (String id : List.of("c", "d")) {
      RequirementResult absence = ((Decision.NotEarned) barred.decision(id)).missing().get(0);
      assertThat(waivers(absence)).containsExactly(waiver);
      RequirementResult held =
          rules.evaluate(record(training("a")), TODAY, ZONE).decision(id).requirements().get(1);
      assertThat(held.parts()).as("nothing stands in the way").isEmpty();
    }
  }

  private static List<Waiver> waivers(RequirementResult result) {
    return result.parts().stream().map(Part::waiver).filter(Objects::nonNull).toList();
  }

  @Test
  void case_58_a_group_says_which_hold_which_do_not_and_how_far_each_is() {
    Evaluation evaluation =
        rules(GROUP.replace("%d", "2"))
            .evaluate(
                record(work("a", "39.5"), training("x"), training("q"), training("y")),
                TODAY,
                ZONE);
    RequirementResult group = evaluation.requirement("r");
    assertThat(group.state().isSatisfied()).isFalse();
    assertThat(group.parts()).extracting(Part::id).containsExactly("one", "two", "p", "q", "badge");
    assertThat(group.parts())
        .extracting(part -> part.state().isSatisfied())
        .containsExactly(false, true, false, true, false);
    Measure hours = Objects.requireNonNull(group.parts().get(0).measure());
    assertThat(hours.has()).isEqualByComparingTo(new BigDecimal("39.5"));
    assertThat(hours.needs()).isEqualByComparingTo(BigDecimal.valueOf(40));
    Measure badge = Objects.requireNonNull(group.parts().get(4).measure());
    assertThat(badge.counts() + " of " + badge.needs() + " " + badge.unit())
        .isEqualTo("1 of 2 requirements");
  }

  @Test
  void a_part_that_was_earned_before_holds_where_no_component_lapses_and_only_there() {
    String stack =
        """
        rule "A" @credential( "a" ) @validFor( "90 days" )
        when TrainingCompletion( training == "a" ) then end
        rule "B" @credential( "b" ) when TrainingCompletion( training == "b" ) then end
        rule "D" @credential( "d" ) when TrainingCompletion( training == "d" ) then end
        rule "Stack" @requirement( "s" ) when
          accumulate( Earned( credential in ( "a", "b", "d" ), $c : credential );
              $n : countDistinct( $c ); $n >= 3 )
        then end
        rule "C" @credential( "c" ) %s when
          accumulate( Earned( credential in ( "a", "b", "d" ), $c : credential );
              $n : countDistinct( $c ); $n >= 3 )
        then end
        """;
    Fact[] facts = {
      ((TrainingCompletion) training("a"))
          .toBuilder().completedOn(LocalDate.of(2025, 1, 1)).build(),
      training("b")
    };
    Decision lasting =
        rules(stack.formatted("@lapses( \"never\" )"))
            .evaluate(record(facts), TODAY, ZONE)
            .decision("c");
    RequirementResult result = lasting.requirements().get(0);
    assertThat(result.parts())
        .extracting(part -> part.state().isSatisfied())
        .containsExactly(true, true, false);
    assertThat(Objects.requireNonNull(result.measure()).has())
        .isEqualByComparingTo(BigDecimal.valueOf(2));
    assertThat(
            rules(stack.formatted(""))
                .evaluate(record(facts), TODAY, ZONE)
                .decision("c")
                .requirements()
                .get(0)
                .parts())
        .extracting(part -> part.state().isSatisfied())
        .containsExactly(false, true, false);
  }

  @Test
  void a_waiver_decides_however_many_credentials_are_above_it() {
    CredentialRules rules =
        rules(
            """
            rule "One" @requirement( "one" ) when TrainingCompletion( training == "x" ) then end
            rule "L1" @credential( "l1" ) when Met( requirement == "one" ) then end
            rule "L2" @credential( "l2" ) when Earned( credential == "l1" ) then end
            rule "L3" @credential( "l3" ) when
              accumulate( Earned( credential in ( "l1", "l2" ), $c : credential );
                  $n : countDistinct( $c ); $n >= 2 )
            then end
            """);
    Waiver waiver =
        Waiver.of("one", "Dr. Low", ReviewerRole.FACULTY, "illness", LocalDate.of(2026, 1, 1));
    Evaluation evaluation = rules.evaluate(record().waiving(waiver), TODAY, ZONE);
    for (String credential : List.of("l2", "l3")) {
      RequirementResult result = evaluation.decision(credential).requirements().get(0);
      assertThat(waivers(result)).as(credential).containsExactly(waiver);
    }
    Evaluation earned = rules.evaluate(record(training("x")).waiving(waiver), TODAY, ZONE);
    assertThat(waivers(earned.decision("l2").requirements().get(0)))
        .as("what the record meets by itself needs no waiver")
        .isEmpty();
  }
}
