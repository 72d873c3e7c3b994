package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What has lapsed and what comes first, told as it is: what counts still, and what does not. */
class LapsedAndBlockedTest {
  private static final Provenance VETTED = Provenance.vettedBy("R. Okafor", ReviewerRole.FACULTY);

  private static String text(String language, String drl, String on, Fact... facts) {
    LearnerRecord record =
        LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED), facts);
    return Report.of(
            CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)))
                .evaluate(record, LocalDate.parse(on), ZoneOffset.UTC),
            Locale.forLanguageTag(language))
        .text()
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  private static TrainingCompletion course(String id, String on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .completedOn(LocalDate.parse(on))
        .provenance(VETTED)
        .build();
  }

  private static final String LEVELS =
      """
      rule "L1" @credential( "l1" ) @validFor( "1 year" )
      when TrainingCompletion( training == "a" ) then end
      rule "L2" @credential( "l2" ) @lapses( "%s" )
      when %s then end
      """;

  @Test
  void a_credential_that_has_lapsed_and_counts_still_is_told_with_its_last_day() {
    String kept = LEVELS.formatted("never", "Earned( credential == \"l1\" )");
    assertThat(text("en", kept, "2025-05-01", course("a", "2023-05-01")))
        .contains("NOT EARNED  L1")
        .contains("[x] The credential “L1” (l1): met")
        .contains(
            "“L1”: met, as it was earned until May 1, 2024, and counts although it has lapsed");
    assertThat(text("fr", kept, "2025-05-01", course("a", "2023-05-01")))
        .contains("« L1 » : remplie, car ce titre, expiré après le 1er mai 2024, compte encore");
    assertThat(text("en", kept, "2024-05-01", course("a", "2023-05-01")))
        .contains("[x] The credential “L1” (l1): met")
        .doesNotContain("lapsed");
  }

  @Test
  void it_is_told_wherever_it_is_asked_for() {
    String third =
        "rule \"L3\" @credential( \"l3\" ) when TrainingCompletion( training == \"c\" ) then end\n";
    for (String asked :
        new String[] {
          "( Earned( credential == \"l1\" ) or Earned( credential == \"l3\" ) )",
          "exists Earned( credential in ( \"l1\", \"l3\" ) )",
          "accumulate( $earned : Earned( credential in ( \"l1\", \"l3\" ) );"
              + " $many : count( $earned ); $many >= 1 )"
        }) {
      assertThat(
              text(
                  "en",
                  LEVELS.formatted("never", asked) + third,
                  "2025-05-01",
                  course("a", "2023-05-01")))
          .as(asked)
          .contains("EARNED      L2")
          .contains("earned until May 1, 2024, and counts although it has lapsed");
    }
  }

  @Test
  void where_the_stack_lapses_with_it_nothing_counts_still() {
    String lost = LEVELS.formatted("with-components", "Earned( credential == \"l1\" )");
    assertThat(text("en", lost, "2025-05-01", course("a", "2023-05-01")))
        .contains("NOT EARNED  L2")
        .doesNotContain("counts although");
    String dated =
        LEVELS.formatted("never", "Earned( credential == \"l1\", until >= \"2025-01-01\" )");
    assertThat(text("en", dated, "2025-05-01", course("a", "2023-05-01")))
        .contains("NOT EARNED  L2")
        .doesNotContain("counts although");
  }

  private static final String FIRST =
      """
      rule "L1" @credential( "l1" ) when TrainingCompletion( training == "a" ) then end
      rule "L2" @credential( "l2" ) when %s then end
      """;

  @Test
  void only_a_credential_is_missing_where_nothing_depends_on_when_it_is_earned() {
    String named = FIRST.formatted("exists Earned( credential in ( \"l1\", \"l1\" ) )");
    assertThat(text("en", named, "2025-05-01"))
        .contains("Only credentials that come first are missing: “L1”");
    assertThat(text("fr", named, "2025-05-01"))
        .contains("Il ne manque que des titres préalables : « L1 »");
  }

  @Test
  void where_a_wait_may_be_missing_too_it_is_not_said_that_only_credentials_are() {
    for (String dated :
        new String[] {
          "Earned( credential == \"l1\", $since : since ) Today( date >= $since.plusMonths( 6 ) )",
          "$l1 : Earned( credential == \"l1\" ) Today( date >= $l1.since.plusMonths( 6 ) )",
          "Today( $now : date ) Earned( credential == \"l1\", since <= $now.minusMonths( 6 ) )",
          "$l1 : Earned( credential == \"l1\" )"
              + " TrainingCompletion( training == \"b\", completedOn > $l1.since )"
        }) {
      assertThat(text("en", FIRST.formatted(dated), "2025-05-01", course("b", "2025-04-01")))
          .as(dated)
          .doesNotContain("Only credentials")
          .contains(
              "Credentials that come first are missing: “L1”;"
                  + " what depends on when they are earned may be missing too");
      assertThat(text("fr", FIRST.formatted(dated), "2025-05-01", course("b", "2025-04-01")))
          .as(dated)
          .contains(
              "Il manque des titres préalables : « L1 » ;"
                  + " ce qui dépend de la date de leur obtention peut manquer aussi");
    }
  }

  private static final String ONE =
      """
      rule "L1" @credential( "l1" ) when TrainingCompletion( training == "a" ) then end
      """;

  @Test
  void evidence_that_never_counted_is_not_said_to_have_met_anything() {
    TrainingCompletion course =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("a")
            .completedOn(LocalDate.parse("2024-06-01"))
            .provenance(
                VETTED.toBuilder().validUntil(Instant.parse("2024-01-01T00:00:00Z")).build())
            .build();
    assertThat(text("en", ONE, "2025-05-01", course))
        .contains("expired")
        .contains("It would be met if evidence that has expired were still valid")
        .doesNotContain("was met");
    assertThat(text("fr", ONE, "2025-05-01", course))
        .contains("Elle serait remplie si des preuves qui ont expiré étaient encore valides")
        .doesNotContain("était remplie");
  }

  @Test
  void a_credential_on_record_that_never_counted_is_not_said_to_have_been_held() {
    HeldCredential held =
        HeldCredential.builder()
            .credential("l1")
            .awardedOn(LocalDate.parse("2026-06-01"))
            .provenance(Provenance.UNVETTED)
            .build();
    assertThat(text("en", ONE, "2025-05-01", held))
        .contains("On record as held, but does not count (after this date)")
        .doesNotContain("eld before");
    assertThat(text("fr", ONE, "2025-05-01", held))
        .contains("Détenu selon le dossier, mais ne compte pas (postérieur à cette date)")
        .doesNotContain("auparavant");
  }

  @Test
  void one_that_is_taken_already_is_said_to_be_and_another_one_asked_for() {
    for (String other : new String[] {"this != $a", "$a != this", "!( this == $a )"}) {
      String two =
          """
          rule "L1" @credential( "l1" )
          when
            $a : TrainingCompletion( training == "a" )
            TrainingCompletion( %s, training == "a" )
          then end
          """
              .formatted(other);
      assertThat(text("en", two, "2025-05-01", course("a", "2025-04-01")))
          .as(other)
          .contains(
              "completion date April 1, 2025; it is taken already, and another one is needed");
      assertThat(text("fr", two, "2025-05-01", course("a", "2025-04-01")))
          .as(other)
          .contains("cet élément est déjà pris, et il en faut un autre");
    }
  }
}
