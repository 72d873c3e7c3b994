package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.quiz;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static io.credentialrules.Records.work;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.Provenance;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kie.api.KieServices;
import org.kie.api.builder.KieRepository;

class CompileTest {

  /** A fact type of a host. */
  @FactType(noun = "flight", plural = "flights")
  public record Flight(@Field(unit = "hours", min = "0") BigDecimal hours, Provenance provenance)
      implements Fact {}

  private static String requirement(String condition) {
    return "rule \"R\" @requirement( \"r\" ) when\n"
        + condition
        + "\nthen end\n"
        + "rule \"C\" @credential( \"c\" ) when Met( requirement == \"r\" ) then end\n";
  }

  private static List<Problem> problems(String drl) {
    return CredentialRules.builder().add(pack(drl)).check();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unknown-field    | WorkExperience( hour >= 200 )                        | 2:17",
        "unknown-type     | WorkExperiences( hours >= 200 )                      | 2:1",
        "type-mismatch    | WorkExperience( hours >= \"200\" )                   | 2:26",
        "unknown-word     | WorkExperience( type == \"JOBS\" )                   | 2:25",
        "no-order         | WorkExperience( employer > \"A\" )                   | 2:17",
        "bad-date         | WorkExperience( endedOn <= \"2025-13-01\" )          | 2:28",
        "no-scale         | RubricScore( level >= \"HIGH\" )                     | 2:14",
        "unknown-variable | WorkExperience( endedOn <= $end )                    | 2:28",
        "unknown-credential  | Earned( credential == \"d\" )                     | 2:23",
        "unknown-requirement | Met( requirement == \"s\" )                       | 2:21",
        "bad-regular-expression | WorkExperience( site matches \"(\" )           | 2:30",
        "unknown-function | accumulate( WorkExperience( $h : hours ); $n : summ( $h ); $n > 1 ) | 2:48",
        "unknown-method   | Today( $t : date ) WorkExperience( endedOn > $t.minusYear( 1 ) )    | 2:49",
        "empty-record     | not WorkExperience()                                  | 1:6",
        "empty-record     | accumulate( WorkExperience( $h : hours ); $n : sum( $h ); $n <= 240 ) | 1:6",
      })
  void a_mistake_is_reported_at_its_place(String code, String condition, String place) {
    List<Problem> problems = problems(requirement(condition.strip()));
    assertThat(problems)
        .extracting(problem -> problem.code() + " " + problem.span())
        .containsExactly(code + " test/test.drl:" + place);
    assertThat(problems.get(0).message()).doesNotContain("java.").doesNotContain("drools");
  }

  @Test
  void an_unknown_id_is_reported_at_its_place_among_alternatives() {
    assertThat(problems(requirement("Met( requirement == \"r\" || requirement == \"s\" )")))
        .extracting(problem -> problem.code() + " " + problem.span())
        .contains("unknown-requirement test/test.drl:2:43");
  }

  @Test
  void all_problems_of_all_files_are_reported_at_once() {
    PolicyPack pack =
        PolicyPack.of(
            "p",
            Map.of(
                "a.drl",
                requirement("WorkExperience( hour > 1 )"),
                "b.drl",
                "rule \"X\" @credential( \"x\" ) when eval( true ) then end\n"));
    assertThatThrownBy(() -> CredentialRules.compile(pack))
        .isInstanceOf(PolicyException.class)
        .hasMessageContaining("p/a.drl:2:17: unknown field `hour` of WorkExperience")
        .hasMessageContaining("p/b.drl:1:");
  }

  @Test
  void a_level_behind_one_that_cannot_be_read_is_checked_nevertheless() {
    String drl =
        """
        rule "1" @credential( "a-1" ) @pathway( "a" ) @level( 1 ) when eval( true ) then end
        rule "2" @credential( "a-2" ) @pathway( "a" ) @level( 2 ) when
          Earned( credential == "a-1" )
        then end
        """;
    assertThat(problems(drl)).extracting(Problem::code).contains("eval-not-allowed");
  }

  @Test
  void a_cycle_is_named_in_full() {
    String drl =
        """
        rule "A" @credential( "a" ) when Earned( credential == "b" ) then end
        rule "B" @credential( "b" ) when Earned( credential == "a" ) then end
        """;
    assertThat(problems(drl))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("cycle");
              assertThat(problem.message()).contains("`a` → `b` → `a`");
            });
  }

  @Test
  void packs_that_award_nothing_are_checked_and_decide_nothing() {
    PolicyPack requirements =
        PolicyPack.of(
            "shared",
            Map.of(
                "work.drl",
                """
                rule "Some work"
                    @requirement( "work" )
                when
                    WorkExperience( type == "JOB" )
                then
                end
                """));
    PolicyPack credentials =
        PolicyPack.of(
            "campus",
            Map.of(
                "work.drl",
                """
                rule "Worker"
                    @credential( "worker" )
                when
                    Met( requirement == "work" )
                then
                end
                """));

    assertThat(CredentialRules.builder().add(requirements).check())
        .extracting(Problem::code)
        .containsExactly("unused-requirement");
    assertThatThrownBy(() -> CredentialRules.compile(requirements))
        .isInstanceOfSatisfying(
            PolicyException.class,
            refused ->
                assertThat(refused.problems().get(0))
                    .hasToString(
                        "shared:1:1: no rule awards a credential, so there is nothing to decide;"
                            + " add a rule with `@credential`, or compile these packs together"
                            + " with the one that has it"));
    assertThat(CredentialRules.compile(requirements, credentials).catalogue()).hasSize(1);
  }

  @Test
  void an_id_of_two_packs_is_refused() {
    PolicyPack one = PolicyPack.of("one", Map.of("a.drl", requirement("WorkExperience()")));
    PolicyPack two = PolicyPack.of("two", Map.of("a.drl", requirement("WorkExperience()")));
    assertThat(CredentialRules.builder().add(one).add(two).check())
        .extracting(Problem::code)
        .containsOnly("id-in-two-packs");
  }

  @Test
  void a_rule_that_an_empty_record_satisfies_can_say_that_this_is_meant() {
    String drl =
        """
        rule "R" @credential( "c" ) @silence( "empty-record", "for everybody" ) when
        not WorkExperience()
        then end
        """;
    assertThat(evaluate(rules(drl)).earned()).containsExactly("c");
    assertThat(evaluate(rules(drl), work("a", "1")).earned()).isEmpty();
  }

  @Test
  void a_type_of_the_host_passes_the_same_checks_and_is_evaluated() {
    String drl =
        "import io.credentialrules.CompileTest.Flight\n" + requirement("Flight( hours >= 40 )");
    CredentialRules rules =
        CredentialRules.builder().register(Flight.class).add(pack(drl)).compile();
    assertThat(evaluate(rules, new Flight(new BigDecimal("40"), VETTED)).isEarned("c")).isTrue();
    assertThat(evaluate(rules, new Flight(new BigDecimal("39.9"), VETTED)).isEarned("c")).isFalse();
    assertThat(evaluate(rules, new Flight(new BigDecimal("40"), Provenance.UNVETTED)).isEarned("c"))
        .isFalse();
    assertThat(
            CredentialRules.builder()
                .register(Flight.class)
                .add(pack(drl.replace("hours >= 40", "hour >= 40")))
                .check())
        .extracting(Problem::hint)
        .containsExactly("maybe `hours`");
  }

  @Test
  void a_fact_of_an_unregistered_type_is_refused() {
    CredentialRules rules = rules(requirement("WorkExperience()"));
    assertThatThrownBy(() -> evaluate(rules, new Flight(BigDecimal.ONE, VETTED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Flight");
  }

  @Test
  void compiling_leaves_nothing_behind_in_the_repository_of_the_engine() {
    KieRepository repository = KieServices.get().getRepository();
    org.kie.api.builder.ReleaseId before = repository.getDefaultReleaseId();
    for (int i = 0; i < 20; i++) {
      assertThat(rules(requirement("WorkExperience( hours >= " + i + ".5 )")).catalogue())
          .hasSize(1);
    }
    assertThat(repository.getKieModule(before)).isNull();
  }

  @Test
  void eight_threads_give_exactly_the_answers_of_one() throws Exception {
    CredentialRules rules =
        rules(
            requirement(
                "AssessmentResult( score >= 50 ) WorkExperience( hours >= 50, experience != \"x\" )"));
    List<LearnerRecord> records = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      records.add(record(quiz(String.valueOf(i % 101), VETTED), work("w" + i, "50")));
    }
    List<List<Decision>> alone =
        records.stream()
            .map(record -> rules.evaluate(record, Records.TODAY, Records.ZONE).decisions())
            .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Callable<List<Decision>>> tasks = new ArrayList<>();
      for (LearnerRecord record : records) {
        tasks.add(() -> rules.evaluate(record, Records.TODAY, Records.ZONE).decisions());
      }
      List<List<Decision>> together = new ArrayList<>();
      for (Future<List<Decision>> future : threads.invokeAll(tasks)) {
        together.add(future.get());
      }
      assertThat(together).isEqualTo(alone);
    } finally {
      threads.shutdownNow();
    }
    assertThat(alone.stream().filter(decisions -> decisions.get(0).isEarned()).count())
        .isBetween(100L, 300L);
  }

  @Test
  void copies_of_every_fact_change_nothing() {
    CredentialRules rules =
        rules(
            requirement(
                "WorkExperience( $a : hours )\nWorkExperience( hours > $a )\nAssessmentResult()"));
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      facts.add(work("w" + i, "5"));
      facts.add(quiz(String.valueOf(i), VETTED));
    }
    List<Fact> thrice = new ArrayList<>(facts);
    thrice.addAll(facts);
    thrice.addAll(facts);
    Collections.reverse(thrice);
    assertThat(evaluate(rules, thrice.toArray(new Fact[0])).decisions())
        .isEqualTo(evaluate(rules, facts.toArray(new Fact[0])).decisions());
  }

  @Test
  void a_join_that_costs_too_much_ends_with_the_name_of_the_limit() {
    CredentialRules rules =
        CredentialRules.builder()
            .limits(Limits.DEFAULT.withMaxJoinRows(10_000))
            .add(
                pack(
                    requirement(
                        "WorkExperience( $a : hours )\nWorkExperience( $b : hours )\n"
                            + "WorkExperience( hours > $a, hours > $b )")))
            .compile();
    Fact[] many = new Fact[100];
    for (int i = 0; i < many.length; i++) {
      many[i] = work("w" + i, "5");
    }
    assertThatThrownBy(() -> evaluate(rules, many))
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            exceeded -> assertThat(exceeded.limit()).isEqualTo("maxJoinRows"));
    assertThat(evaluate(rules, work("a", "5"), work("b", "6")).isEarned("c")).isTrue();
  }
}
