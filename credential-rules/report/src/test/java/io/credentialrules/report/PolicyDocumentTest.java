package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.credentialrules.CredentialRules;
import io.credentialrules.LimitExceededException;
import io.credentialrules.PolicyPack;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What packs ask for is written from their rules alone, and nothing of them acts. */
class PolicyDocumentTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);

  private static CredentialRules rules(String text) {
    return CredentialRules.compile(PolicyPack.of("garden", Map.of("garden.drl", text)));
  }

  private static final CredentialRules GARDEN =
      rules(
          """
          package garden
          declare MinimumHours @value( 40 ) @from( "2026-09-01", 60 ) end
          rule "Enough hours in a garden" @requirement( "hours" ) @source( "handbook, page 3" ) @alignment( "Gardens <well>", "https://skills.example/1", "Skills", "G-1" )
          when accumulate( WorkExperience( industry == "GARDENING", $h : hours ); $t : sum( $h ); $t >= MinimumHours ) then end
          rule "A garden of one's own" @requirement( "hours" )
          when SignOff( subject == "garden" ) then end
          rule "A reflection" @requirement( "reflection" )
          when SubmittedEvidence( type == "REFLECTION" ) then end
          rule "Gardener, Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 )
            @validFor( "2 years" ) @recommends( "reflection" )
          when Met( requirement == "hours" ) then end
          rule "Gardener" @credential( "gardener" ) @pathway( "garden" ) date-effective "01-Jan-2026"
          when Earned( credential == "level-1" ) then end
          """);

  @Test
  void each_rule_is_told_with_its_conditions_settings_source_and_place() {
    String page = PolicyDocument.of(GARDEN, TODAY, Locale.ENGLISH).markdown();
    assertThat(page)
        .startsWith("# What garden requires\n")
        .contains("### Gardener, Level 1 (level-1)\n\nLevel 1, Pathway: garden\n")
        .contains("\n- Recommended, not required: A reflection\n")
        .contains("Valid for 2 years")
        .contains("  - first earn Gardener, Level 1")
        .contains("in force from January 1, 2026")
        .contains("Enough hours in a garden: ")
        .contains("At least 60 hours")
        .contains(
            "Published in handbook, page 3. Aligned to: Gardens \\<well\\> (Skills, G-1), https:\\//skills.example/1. (garden/garden.drl:3)<br>A garden of one's own: ")
        .contains(" | Gardener, Level 1 |\n");
    assertThat(PolicyDocument.of(GARDEN, LocalDate.of(2026, 8, 31), Locale.ENGLISH).markdown())
        .contains("At least 40 hours");
  }

  @Test
  void one_credential_is_told_alone_and_in_french() {
    String page =
        PolicyDocument.of(GARDEN, TODAY, Locale.FRENCH).only(List.of("gardener")).markdown();
    assertThat(page)
        .startsWith("# Ce que demande garden\n")
        .contains("### Gardener (gardener)")
        .doesNotContain("### Gardener, Level 1");
  }

  @Test
  void a_page_has_the_graph_no_script_and_nothing_that_a_pack_wrote_as_markup() {
    String page =
        PolicyDocument.of(
                rules(
                    """
                    rule "<script>alert( 1 )</script> & \\"a\\"" @requirement( "r" ) @source( "https://x.example/<b>" )
                    when SignOff( subject == "<img src=x onerror=y>" ) then end
                    rule "| **C**" @credential( "c" ) when Met( requirement == "r" ) then end
                    """),
                TODAY,
                Locale.ENGLISH)
            .html();
    assertThat(page)
        .contains("<svg xmlns=")
        .contains("&lt;script&gt;alert( 1 )&lt;/script&gt; &amp; &quot;a&quot;")
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>");
  }

  @Test
  void the_same_rules_give_the_same_page_and_a_limit_ends_it() {
    PolicyDocument document = PolicyDocument.of(GARDEN, TODAY, Locale.ENGLISH);
    assertThat(document.html()).isEqualTo(document.html());
    assertThat(document.within(ReportLimits.DEFAULT.withMaxPictureWork(1)).html())
        .contains("would exceed the limit maxPictureWork");
    assertThatExceptionOfType(LimitExceededException.class)
        .isThrownBy(() -> document.within(ReportLimits.DEFAULT.withMaxSentences(1)).html())
        .withMessageContaining("maxSentences");
  }
}
