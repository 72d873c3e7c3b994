package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.policy.syntax.FieldUse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldUseTest {

  private static List<String> uses(String conditions) {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "p",
                Map.of(
                    "a.drl",
                    "package p\nimport io.credentialrules.vocabulary.*\n"
                        + "rule \"r\" @requirement( \"r\" ) when\n"
                        + conditions
                        + "\n"
                        + "then end\n"
                        + "rule \"c\" @credential( \"c\" ) when Met( requirement == \"r\" ) then"
                        + " end\n")));
    return rules.policy().fieldUses().stream()
        .filter(use -> !use.type().equals("Met"))
        .map(FieldUse::toString)
        .map(text -> text.replaceAll("FieldUse\\[type=(\\w+), field=(\\w+).*", "$1.$2"))
        .distinct()
        .toList();
  }

  @Test
  void uses_are_in_the_order_of_types_fields_and_places_whatever_that_of_the_packs() {
    String rules =
        """
        package p
        import io.credentialrules.vocabulary.*
        rule "%1$s" @requirement( "%1$s" ) when
            WorkExperience( hours >= 20 || hours == 3, paid )
            TrainingCompletion( subject == "x" ) or TrainingCompletion( subject == "y" )
        then end
        rule "of %1$s" @credential( "of-%1$s" ) when Met( requirement == "%1$s" ) then end
        """;
    List<FieldUse> uses =
        CredentialRules.compile(
                PolicyPack.of("b", Map.of("b.drl", rules.formatted("b"))),
                PolicyPack.of(
                    "a", Map.of("a.drl", rules.formatted("a"), "c.drl", rules.formatted("c"))))
            .policy()
            .fieldUses();
    assertThat(uses).isSorted().doesNotHaveDuplicates().hasSize(18);
  }

  @Test
  void fields_are_found_in_constraints_bindings_and_lists() {
    assertThat(
            uses(
                "$w : WorkExperience( hours >= 200 && ( paid || !approved ), $e : employer,"
                    + " type in ( \"JOB\" ), reviewer == \"Dr. Reviewer\" )"))
        .containsExactly(
            "WorkExperience.approved",
            "WorkExperience.employer",
            "WorkExperience.hours",
            "WorkExperience.paid",
            "WorkExperience.reviewer",
            "WorkExperience.type");
  }

  @Test
  void fields_are_found_behind_variables_and_in_totals() {
    assertThat(
            uses(
                "$w : WorkExperience()\n"
                    + "PerformanceFeedback( experience == $w.experience, givenOn >="
                    + " $w.endedOn.plusDays( 1 ) )\n"
                    + "accumulate( $t : TrainingCompletion( this.handsOn ); $sum : sum( $t.hours );"
                    + " $sum > 1 )"))
        .containsExactly(
            "PerformanceFeedback.experience",
            "PerformanceFeedback.givenOn",
            "TrainingCompletion.handsOn",
            "TrainingCompletion.hours",
            "WorkExperience.endedOn",
            "WorkExperience.experience");
  }

  @Test
  void fields_are_found_within_not_exists_forall_and_or() {
    assertThat(
            uses(
                "Learner( age >= 14 )\n"
                    + "not SignOff( subject == \"x\" )\n"
                    + "exists( Enrolment( level == \"GRADUATE\" ) or Participation( confirmed ) )\n"
                    + "forall( $e : SubmittedEvidence( topic == \"t\" ) SubmittedEvidence( this =="
                    + " $e, approved ) )"))
        .containsExactly(
            "Enrolment.level",
            "Learner.age",
            "Participation.confirmed",
            "SignOff.subject",
            "SubmittedEvidence.approved",
            "SubmittedEvidence.topic");
  }

  @Test
  void a_fact_that_is_only_there_is_not_read() {
    assertThat(
            uses(
                "$w : WorkExperience()\n"
                    + "accumulate( $t : TrainingCompletion(); $n : count( $t ); $n >= 2 )"))
        .isEmpty();
  }

  @Test
  void each_use_has_its_place() {
    CredentialRules rules =
        CredentialRules.compile(
            PolicyPack.of(
                "p",
                Map.of(
                    "a.drl",
                    """
                    package p
                    import io.credentialrules.vocabulary.*
                    rule "c" @credential( "c" )
                    when
                      WorkExperience( hours >= 200 )
                    then end
                    """)));

    assertThat(rules.policy().fieldUses())
        .extracting(use -> use.span().toString())
        .containsExactly("p/a.drl:5:19");
  }
}
