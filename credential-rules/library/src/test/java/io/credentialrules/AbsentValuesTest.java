package io.credentialrules;

import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.evaluate;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is absent differs from nothing else that is absent. */
class AbsentValuesTest {
  private static final String IDIOM =
      """
      $first : Participation( type == "MEETING", $activity : activity )
      Participation( this != $first, type == "MEETING", activity != $activity )
      """;

  private static String policy(String when) {
    return "rule \"Two different meetings\" @credential( \"two\" ) when\n" + when + "\nthen end";
  }

  private static Participation meeting(String id, @Nullable String activity) {
    return Participation.builder()
        .type(ParticipationType.MEETING)
        .activity(activity)
        .provenance(VETTED.toBuilder().id(id).build())
        .build();
  }

  private static boolean isEarned(String when, Fact... facts) {
    return evaluate(rules(policy(when)), facts).decision("two").isEarned();
  }

  private static List<Problem> check(String when) {
    return CredentialRules.builder().add(pack(policy(when))).check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        IDIOM,
        """
        $first : Participation( type == "MEETING", $activity : activity )
        Participation( this != $first, type == "MEETING", activity not in ( $activity ) )
        """,
        """
        $first : Participation( type == "MEETING" )
        $second : Participation( this != $first, type == "MEETING", $first.activity != activity )
        """,
        """
        $first : Participation( type == "MEETING", $activity : activity )
        exists Participation( this != $first, type == "MEETING", activity != $activity )
        """,
        """
        accumulate( $first : Participation( type == "MEETING", $activity : activity )
                      and exists( Participation( this != $first, activity != $activity ) );
                    $count : count( $first ); $count >= 2 )
        """
      })
  void case_79_two_meetings_of_which_nothing_is_known_are_not_two_different_ones(String when) {
    assertThat(isEarned(when, meeting("1", null), meeting("2", null))).isFalse();
    assertThat(isEarned(when, meeting("1", "choir"), meeting("2", "choir"))).isFalse();
    assertThat(isEarned(when, meeting("1", "choir"), meeting("2", "chess"))).isTrue();
    assertThat(isEarned(when, meeting("1", "choir"), meeting("2", null))).isTrue();
  }

  @Test
  void what_is_not_different_is_not_equal_either() {
    String negated =
        """
        $first : Participation( type == "MEETING", $activity : activity )
        Participation( this != $first, type == "MEETING", !( activity != $activity ) )
        """;
    assertThat(isEarned(negated, meeting("1", null), meeting("2", null))).isTrue();
    assertThat(
            isEarned(
                negated.replace("!( activity != $activity )", "activity == $activity"),
                meeting("1", null),
                meeting("2", null)))
        .isFalse();
  }

  /** The idiom of the guide and a count of different values agree wherever all are known. */
  @Property(seed = Laws.SEED)
  void two_are_different_exactly_if_there_are_two_different_values(
      @ForAll("activities") List<@Nullable String> activities) {
    Fact[] meetings = new Fact[activities.size()];
    for (int i = 0; i < meetings.length; i++) {
      meetings[i] = meeting("m" + i, activities.get(i));
    }
    long different = activities.stream().filter(Objects::nonNull).distinct().count();
    boolean absent = activities.contains(null);
    assertThat(isEarned(IDIOM, meetings)).isEqualTo(different >= 2 || (different == 1 && absent));
  }

  @Provide
  Arbitrary<List<@Nullable String>> activities() {
    return Arbitraries.of("choir", "chess").injectNull(0.5).list().ofMaxSize(4);
  }

  @Test
  void the_idiom_of_the_guide_gives_no_warning_and_a_literal_that_absence_passes_does() {
    assertThat(check(IDIOM)).isEmpty();
    assertThat(check("Participation( hours != 3 )"))
        .extracting(Problem::code)
        .containsExactly("absent-passes");
    assertThat(check("Participation( hours != null, hours != 3 )")).isEmpty();
    assertThat(check("Participation( hours == null || hours != 3 )")).isEmpty();
    assertThat(check("Participation( activity != \"choir\" )")).isEmpty();
    assertThat(check("Participation( type != \"EVENT\" )")).isEmpty();
  }

  @Test
  void a_thousand_values_that_a_field_must_not_have_are_one_warning() {
    String many =
        Stream.iterate(0, i -> i + 1)
            .limit(400)
            .map(i -> "hours != " + BigDecimal.valueOf(i))
            .reduce((a, b) -> a + ", " + b)
            .orElseThrow();
    assertThat(check("Participation( " + many + " )"))
        .extracting(Problem::code)
        .containsExactly("absent-passes");
  }
}
