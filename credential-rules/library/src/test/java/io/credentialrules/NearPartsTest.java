package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.RequirementResult.Part;
import io.credentialrules.Shortfall.Miss;
import io.credentialrules.Shortfall.NearFact;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What a requirement is made of shows the facts that are nearest to it. */
class NearPartsTest {
  private static final List<String> NAMES = List.of("anatomy", "Anatomy", "botany", "civics");
  private static final String THINGS =
      """
      rule "R" @requirement( "r" )
      when
        accumulate( AssessmentResult( assessment in ( "anatomy", "botany", "drawing" ), score >= 70,
                                      type == "QUIZ", $a : assessment );
            $n : countDistinct( $a ); $n >= 3 )
      then end
      rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
      """;
  private static final String GROUPS =
      """
      rule "C" @credential( "c" )
      when
        accumulate( groupby( AssessmentResult( score >= 70, type == "QUIZ", $a : assessment, $on : takenOn );
                             $k : %s; $each : count()%s );
            $n : count(); $n >= 9 )
      then end
      """;
  private static final String WEEKS = "$on.startOfWeek()";

  private static AssessmentResult result(String name, int score, boolean isQuiz, int day) {
    return AssessmentResult.builder()
        .assessment(name)
        .type(isQuiz ? AssessmentType.QUIZ : AssessmentType.EXAM)
        .score(BigDecimal.valueOf(score))
        .takenOn(LocalDate.of(2025, 1, 1).plusDays(day))
        .provenance(VETTED.toBuilder().id(name + score + isQuiz + day).build())
        .build();
  }

  private static RequirementResult thing(Fact... facts) {
    return evaluate(rules(THINGS), facts).requirement("r");
  }

  private static List<Shortfall.Group> groups(String policy, List<? extends Fact> facts) {
    Decision decision = evaluate(rules(policy), facts.toArray(Fact[]::new)).decision("c");
    RequirementResult missing = ((Decision.NotEarned) decision).missing().get(0);
    return ((Shortfall.Amount) missing.alternatives().get(0).shortfalls().get(0)).groups();
  }

  private static List<Fact> facts(List<NearFact> near) {
    return near.stream().map(NearFact::fact).toList();
  }

  private static List<String> missed(NearFact near) {
    return near.misses().stream().map(Miss::constraint).toList();
  }

  @Test
  void a_thing_that_does_not_hold_shows_what_is_different_in_its_facts() {
    RequirementResult result =
        thing(
            result("anatomy", 60, false, 0),
            result("anatomy", 65, true, 1),
            result("botany", 70, true, 2),
            result("botany", 10, true, 3));
    assertThat(result.parts()).extracting(Part::id).containsExactly("anatomy", "botany", "drawing");
    List<NearFact> near = result.parts().get(0).nearest();
    assertThat(near).hasSize(2);
    assertThat(missed(near.get(0))).containsExactly("score >= 70");
    assertThat(near.get(0).misses().get(0).has()).isEqualTo("65");
    assertThat(missed(near.get(1))).containsExactly("score >= 70", "type == \"QUIZ\"");
    assertThat(result.parts().get(1).nearest()).as("it holds").isEmpty();
    assertThat(result.parts().get(2).nearest()).as("nothing is near").isEmpty();
  }

  @Test
  void what_is_only_summed_up_is_no_part_unless_the_texts_are_names_of_facts() {
    assertThat(partsOfSum("assessment in ( \"anatomy\", \"botany\" )", "sum( $x )"))
        .containsExactly("anatomy", "botany");
    assertThat(partsOfSum("subject in ( \"anatomy\", \"botany\" )", "sum( $x )")).isEmpty();
    assertThat(partsOfSum("subject in ( \"anatomy\", \"botany\" )", "count()"))
        .containsExactly("anatomy", "botany");
    assertThat(partsOfSum("type in ( \"QUIZ\", \"EXAM\" ), $k : type", "count()")).isEmpty();
    assertThat(partsOfSum("type in ( \"QUIZ\", \"EXAM\" ), $k : type", "countDistinct( $k )"))
        .containsExactly("QUIZ", "EXAM");
    assertThat(partsOfSum("( subject == \"anatomy\" || subject == \"botany\" )", "count()"))
        .as("written one by one")
        .containsExactly("anatomy", "botany");
  }

  @Test
  void texts_that_are_written_one_by_one_are_told_as_a_list_is() {
    String oneByOne =
        THINGS.replace(
            "assessment in ( \"anatomy\", \"botany\", \"drawing\" )",
            "( assessment == \"anatomy\" || assessment in ( \"botany\", \"drawing\" ) )");
    Fact[] facts = {
      result("Anatomy", 90, true, 0), result("botany", 60, true, 1), result("civics", 90, true, 2)
    };
    List<Part> parts = evaluate(rules(oneByOne), facts).requirement("r").parts();
    assertThat(parts).asString().isEqualTo(thing(facts).parts().toString());
    assertThat(parts)
        .extracting(part -> facts(part.nearest()))
        .isEqualTo(thing(facts).parts().stream().map(part -> facts(part.nearest())).toList());
    assertThat(parts).extracting(Part::id).containsExactly("anatomy", "botany", "drawing");
  }

  @Test
  void that_a_text_is_absent_is_no_text() {
    CredentialRules rules =
        rules(
            "rule \"C\" @credential( \"c\" ) when AssessmentResult( score >= 70,"
                + " subject == null || subject == \"anatomy\" ) then end\n");
    assertThat(evaluate(rules, result("a", 90, true, 0)).isEarned("c")).isTrue();
    assertThat(evaluate(rules).plan("c")).isInstanceOf(Plan.Steps.class);
  }

  private static List<String> partsOfSum(String constraint, String function) {
    String policy =
        """
        rule "C" @credential( "c" )
        when accumulate( AssessmentResult( %s, $x : score ); $n : %s; $n >= 2 ) then end
        """;
    Decision decision =
        evaluate(rules(policy.formatted(constraint, function)), result("anatomy", 1, true, 0))
            .decision("c");
    return ((Decision.NotEarned) decision).missing().get(0).parts().stream().map(Part::id).toList();
  }

  @Test
  void a_group_is_a_part_that_holds_once_the_group_is_kept() {
    RequirementResult result =
        grouped(
            "$points >= 70",
            "$groups >= 2",
            result("anatomy", 40, true, 0),
            result("anatomy", 30, true, 1),
            result("botany", 69, true, 2),
            result("drawing", 70, false, 3));
    assertThat(result.parts()).extracting(Part::id).containsExactly("anatomy", "botany", "drawing");
    assertThat(result.parts())
        .extracting(Part::state)
        .containsExactly(RequirementState.MET, RequirementState.UNMET, RequirementState.UNMET);
    Measure botany = Objects.requireNonNull(result.parts().get(1).measure());
    assertThat(botany.has()).isEqualByComparingTo("69");
    assertThat(botany.needs()).isEqualByComparingTo("70");
  }

  @Test
  void a_group_of_which_there_may_be_none_is_no_part() {
    assertThat(grouped("$points < 70", "$groups == 0", result("anatomy", 69, true, 0)).parts())
        .isEmpty();
  }

  private static RequirementResult grouped(String kept, String total, Fact... facts) {
    String policy =
        """
        rule "C" @credential( "c" )
        when AssessmentResult( )
             accumulate( groupby( AssessmentResult( assessment in ( "anatomy", "botany", "drawing" ),
                                                    type == "QUIZ", $what : assessment, $x : score );
                                  $key : $what; $points : sum( $x ); %s );
                         $groups : count(); %s ) then end
        """;
    Decision decision = evaluate(rules(policy.formatted(kept, total)), facts).decision("c");
    return ((Decision.NotEarned) decision).missing().get(0);
  }

  @Test
  void a_thing_that_is_written_in_another_way_is_near_and_one_of_another_name_is_not() {
    RequirementResult result = thing(result("Anatomy", 90, true, 0), result("civics", 90, true, 1));
    NearFact near = result.parts().get(0).nearest().get(0);
    assertThat(near.fact()).isEqualTo(result("Anatomy", 90, true, 0));
    assertThat(missed(near))
        .containsExactly("assessment in ( \"anatomy\", \"botany\", \"drawing\" )");
    assertThat(result.parts()).flatExtracting(Part::nearest).hasSize(1);
  }

  @Test
  void a_requirement_within_another_shows_what_its_nearest_alternative_lacks() {
    String policy =
        """
        rule "One" @requirement( "one" )
        when AssessmentResult( assessment == "anatomy", score >= 70 ) then end
        rule "Two" @requirement( "two" ) when AssessmentResult( assessment == "botany" ) then end
        rule "R" @requirement( "r" )
        when accumulate( Met( requirement in ( "one", "two" ), $m : requirement );
                 $n : countDistinct( $m ); $n >= 2 ) then end
        rule "C" @credential( "c" ) when Met( requirement == "r" ) then end
        """;
    Evaluation evaluation =
        evaluate(rules(policy), result("anatomy", 69, true, 0), result("botany", 0, true, 0));
    List<Part> parts = evaluation.requirement("r").parts();
    assertThat(facts(parts.get(0).nearest())).containsExactly(result("anatomy", 69, true, 0));
    assertThat(parts.get(1).nearest()).isEmpty();
  }

  @Test
  void a_week_shows_the_facts_that_would_count_in_it() {
    List<Fact> facts =
        List.of(
            result("anatomy", 80, true, 0),
            result("botany", 69, true, 1),
            result("civics", 69, false, 9),
            result("civics", 100, true, 20));
    List<Shortfall.Group> groups = groups(GROUPS.formatted(WEEKS, "; $each >= 2"), facts);
    assertThat(groups)
        .extracting(Shortfall.Group::key)
        .containsExactly("2024-12-30", "2025-01-20", "2025-01-06");
    assertThat(facts(groups.get(0).nearest())).containsExactly(result("botany", 69, true, 1));
    assertThat(groups.get(1).nearest()).isEmpty();
    assertThat(missed(groups.get(2).nearest().get(0)))
        .containsExactly("score >= 70", "type == \"QUIZ\"");
    assertThat(groups(GROUPS.formatted(WEEKS, ""), facts))
        .as("where any fact makes a group")
        .extracting(Shortfall.Group::key)
        .containsExactly("2025-01-06");
  }

  /** Drawn facts by week or by name: what is near is in no group yet, and of this group. */
  @Property(seed = Laws.SEED)
  void a_group_shows_all_that_would_be_in_it_up_to_three(
      @ForAll boolean byWeek,
      @ForAll @IntRange(min = 1, max = 3) int least,
      @ForAll @Size(max = 14) List<@IntRange(max = 10_000) Integer> drawn) {
    Map<String, Set<Fact>> near = new HashMap<>();
    Map<String, Set<Fact>> counted = new HashMap<>();
    List<Fact> facts = new ArrayList<>();
    for (int one : drawn) {
      AssessmentResult result =
          result(NAMES.get(one % 4), one / 4 % 2 == 0 ? 69 : 70, one / 8 % 4 > 0, one / 32 % 30);
      LocalDate day = LocalDate.of(2025, 1, 1).plusDays(one / 32 % 30);
      String key =
          byWeek
              ? day.minusDays(day.getDayOfWeek().getValue() - 1L).toString()
              : String.valueOf(result.assessment());
      boolean counts = one / 4 % 2 == 1 && one / 8 % 4 > 0;
      (counts ? counted : near).computeIfAbsent(key, first -> new HashSet<>()).add(result);
      facts.add(result);
    }
    List<Shortfall.Group> groups =
        groups(GROUPS.formatted(byWeek ? WEEKS : "$a", "; $each >= " + least), facts);
    Set<String> keys = new HashSet<>(near.keySet());
    keys.addAll(counted.keySet());
    keys.removeIf(key -> counted.getOrDefault(key, Set.of()).size() >= least);
    assertThat(groups).extracting(Shortfall.Group::key).hasSameElementsAs(keys);
    for (Shortfall.Group group : groups) {
      Set<Fact> all = near.getOrDefault(group.key(), Set.of());
      assertThat(group.nearest()).hasSize(Math.min(3, all.size()));
      assertThat(all).containsAll(facts(group.nearest()));
      assertThat(group.nearest())
          .isSortedAccordingTo(Comparator.comparingInt(fact -> distance(missed(fact))));
    }
  }

  private static int distance(List<String> missed) {
    return missed.contains("type == \"QUIZ\"") ? 1 + missed.size() : 1;
  }
}
