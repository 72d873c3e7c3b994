package io.credentialrules.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactType;
import io.credentialrules.vocabulary.Field;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
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

/** Rows 49 to 58 and 90 of {@code docs/cases.md} with other policies, as people read them. */
class AnswerSiblingsTest {
  private static final Provenance VETTED = Provenance.vettedBy("R. Okafor", ReviewerRole.FACULTY);

  private static String text(String language, String drl, String on, LearnerRecord record) {
    return Report.of(
            CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)))
                .evaluate(record, LocalDate.parse(on), ZoneOffset.UTC),
            Locale.forLanguageTag(language))
        .withNextChange()
        .text()
        .replace('\u00a0', ' ');
  }

  private static LearnerRecord record(Fact... facts) {
    return LearnerRecord.of(new Learner("ada", null, null, Set.of(), Provenance.UNVETTED), facts);
  }

  private static TrainingCompletion course(String id, String on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(id)
        .completedOn(LocalDate.parse(on))
        .provenance(VETTED)
        .build();
  }

  private static final String TWO_PARTS =
      """
      rule "A" @requirement( "a" ) when TrainingCompletion( training == "a" ) then end
      rule "B" @requirement( "b" ) when TrainingCompletion( training == "b" ) then end
      rule "C" @credential( "c" ) @validFor( "8 weeks" ) @renews( "%s" )
      when Met( requirement == "a" ) Met( requirement == "b" ) then end
      """;

  @Test
  void what_any_part_renews_is_told_so_and_what_the_whole_renews_is_not() {
    LearnerRecord record = record(course("a", "2024-02-29"), course("b", "2024-03-05"));
    String any = TWO_PARTS.formatted("latest-part");
    assertThat(text("en", any, "2024-05-01", record))
        .contains("It was achieved too long ago")
        .contains("to renew it, it is enough to meet again “A” or “B”");
    assertThat(text("fr", any, "2024-05-01", record))
        .contains("il suffit de remplir de nouveau « A » ou « B »");
    for (String renews : new String[] {"whole", "each-part"}) {
      assertThat(text("en", TWO_PARTS.formatted(renews), "2024-05-01", record))
          .as(renews)
          .contains("to renew it, meet again “A” and “B”");
    }
  }

  @Test
  void conditions_of_a_credential_rule_are_called_by_what_they_ask_for_and_not_by_their_ids() {
    String lapsing =
        """
        rule "B" @requirement( "b" ) when TrainingCompletion( training == "b" ) then end
        rule "C" @credential( "captain" ) @validFor( "8 weeks" )
        when TrainingCompletion( training == "a" ) Met( requirement == "b" ) then end
        """;
    LearnerRecord both = record(course("a", "2024-02-29"), course("b", "2024-03-05"));
    assertThat(text("en", lapsing, "2024-05-01", both))
        .contains("to renew it, meet again “a training named “a”” and “B”")
        .doesNotContain("“captain#", "« captain#");
    assertThat(text("fr", lapsing, "2024-05-01", both)).doesNotContain("“captain#", "« captain#");
    String once =
        """
        rule "C" @credential( "captain" ) @evidence( "exclusive" )
        when
          TrainingCompletion( training == "a" )
          TrainingCompletion( type == "COURSE" )
        then end
        """;
    assertThat(text("en", once, "2024-05-01", record(course("a", "2024-02-29"))))
        .contains("evidence already serves “a training named “a””")
        .doesNotContain("“captain#", "« captain#");
  }

  @Test
  void what_changes_next_is_told_in_the_right_number() {
    String one = TWO_PARTS.formatted("whole");
    LearnerRecord record = record(course("a", "2024-02-29"), course("b", "2024-03-05"));
    assertThat(text("fr", one, "2024-03-04", record))
        .contains("Le 5 mars 2024, si rien ne s’ajoute, ce titre sera obtenu : « C »");
    assertThat(text("fr", one, "2024-03-05", record))
        .contains("Le 1er mai 2024, si rien ne s’ajoute, ce titre ne sera plus obtenu : « C »");
    String two =
        one + "rule \"D\" @credential( \"d\" ) when Earned( credential == \"c\" ) then end";
    assertThat(text("fr", two, "2024-03-04", record))
        .contains("ces titres seront obtenus : « C » et « D »");
    assertThat(text("fr", two, "2024-03-05", record))
        .contains("ces titres ne seront plus obtenus : « C » et « D »");
  }

  @Test
  void a_credential_of_several_rules_says_by_which_it_is_earned_and_one_of_one_rule_does_not() {
    String drl =
        """
        rule "By exam" @credential( "basic" ) when TrainingCompletion( training == "exam" ) then end
        rule "By course" @credential( "basic" ) when TrainingCompletion( training == "a" ) then end
        rule "Alone" @credential( "alone" ) @name( "Alone, and named" )
        when TrainingCompletion( training == "a" ) then end
        """;
    assertThat(text("en", drl, "2025-01-01", record(course("a", "2024-02-29"))))
        .contains("By course / By exam (basic), since 2024-02-29\n  By “By course”: 1 of 1")
        .contains("Alone, and named (alone), since 2024-02-29\n  [x]")
        .doesNotContain("“By exam”");
  }

  @Test
  void evidence_says_from_when_and_until_when_it_counts() {
    IndustryCertification certificate =
        new IndustryCertification(
            "ccna",
            null,
            null,
            LocalDate.of(2024, 2, 10),
            VETTED.toBuilder()
                .validFrom(LocalDate.of(2024, 2, 29).atStartOfDay(ZoneOffset.UTC).toInstant())
                .validUntil(LocalDate.of(2026, 7, 1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .build());
    String drl = "rule \"C\" @credential( \"c\" ) when IndustryCertification() then end";
    assertThat(text("en", drl, "2025-01-01", record(certificate)))
        .contains("since 2024-02-29, until 2026-06-30")
        .contains(
            "date earned February 10, 2024, valid from February 29, 2024, valid until June 30, 2026;"
                + " vetted by R. Okafor (faculty)");
    assertThat(text("fr", drl, "2025-01-01", record(certificate)))
        .contains("valide à partir du 29 février 2024, valide jusqu’au 30 juin 2026 ;");
    IndustryCertification lastSecond =
        certificate.toBuilder()
            .provenance(
                VETTED.toBuilder().validUntil(Instant.parse("2026-06-30T23:59:59Z")).build())
            .build();
    assertThat(text("en", drl, "2026-06-30", record(lastSecond)))
        .contains("until 2026-06-30")
        .contains("valid until June 30, 2026;");
    assertThat(text("en", drl, "2026-07-01", record(lastSecond)))
        .contains("expired after June 30, 2026");
    IndustryCertification forever =
        certificate.toBuilder()
            .provenance(VETTED.toBuilder().validUntil(Instant.MAX).validFrom(Instant.MIN).build())
            .build();
    assertThat(text("en", drl, "2025-01-01", record(forever))).doesNotContain("valid ");
    IndustryCertification unbounded = certificate.toBuilder().provenance(VETTED).build();
    assertThat(text("en", drl, "2025-01-01", record(unbounded))).doesNotContain("valid ");
  }

  @Test
  void a_stack_shows_the_waiver_that_decides_farther_below() {
    String drl =
        """
        rule "One" @requirement( "one" ) when TrainingCompletion( training == "x" ) then end
        rule "Two" @requirement( "two" )
        when Met( requirement == "one" ) TrainingCompletion( training == "a" ) then end
        rule "L1" @credential( "l1" ) when Met( requirement == "two" ) then end
        rule "L2" @credential( "l2" ) when Earned( credential == "l1" ) then end
        rule "Top" @credential( "top" ) when Earned( credential == "l2" ) then end
        """;
    LearnerRecord record = record(course("a", "2024-02-29"));
    Waiver waiver =
        Waiver.of("one", "Ms Doe", ReviewerRole.STAFF, "transfer", LocalDate.of(2024, 1, 10));
    assertThat(top("en", drl, record.waiving(waiver)))
        .contains("“One”: waived by Ms Doe (staff) on January 10, 2024: transfer");
    assertThat(top("fr", drl, record.waiving(waiver)))
        .contains(
            "« One » : dispense accordée par Ms Doe (personnel) le 10 janvier 2024 : transfer");
    assertThat(top("en", drl, record(course("a", "2024-02-29"), course("x", "2024-02-29"))))
        .contains("[x] The credential “L2”")
        .doesNotContain("waived");
  }

  /** A host's own type. */
  @FactType(noun = "flight", plural = "flights")
  public record Flight(
      @Field(unit = "landings", min = "0") int landings,
      @Field(unit = "glasses", min = "0") int glasses,
      @Field(unit = "companies", min = "0") int companies,
      Provenance provenance)
      implements Fact {}

  @Test
  void one_of_a_hosts_units_is_one() {
    CredentialRules rules =
        CredentialRules.builder()
            .register(Flight.class)
            .add(
                PolicyPack.of(
                    "p",
                    Map.of(
                        "a.drl",
                        "rule \"C\" @credential( \"c\" ) when Flight( landings >= 2, glasses >= 1,"
                            + " companies >= 0 ) then end")))
            .compile();
    String one =
        Report.of(
                rules.evaluate(
                    record(new Flight(1, 1, 1, VETTED)), LocalDate.of(2025, 1, 1), ZoneOffset.UTC),
                Locale.ENGLISH)
            .text();
    assertThat(one.replace('\u00a0', ' '))
        .contains(
            "whose number of landings is at least 2 landings, whose number of glasses is at least 1 glass,")
        .contains("1 landing, 1 glass, 1 company; the number of landings is 1 landing, should be");
  }

  @Test
  void a_waiver_that_does_not_count_says_why() {
    String drl =
        """
        rule "One" @requirement( "one" ) when TrainingCompletion( training == "x" ) then end
        rule "C" @credential( "c" ) when Met( requirement == "one" ) then end
        """;
    LocalDate day = LocalDate.of(2024, 1, 10);
    LearnerRecord record =
        record()
            .waiving(Waiver.of("one", "Bo", ReviewerRole.PEER, "tired", day))
            .waiving(Waiver.of("two", "Ms Doe", ReviewerRole.STAFF, "transfer", day));
    assertThat(text("en", drl, "2025-01-01", record))
        .contains("A waiver by Bo (peer) for “one” does not count: nobody may waive in this role")
        .contains("A waiver by Ms Doe for “two” does not count: no rule of the policy requires it")
        .doesNotContain("or its role");
    assertThat(text("fr", drl, "2025-01-01", record))
        .contains("pour « one » ne compte pas : ce rôle ne permet pas de dispenser")
        .contains("pour « two » ne compte pas : aucune règle ne le demande")
        .doesNotContain("ou son rôle");
  }

  private static String top(String language, String drl, LearnerRecord record) {
    return Report.of(
            CredentialRules.compile(PolicyPack.of("p", Map.of("a.drl", drl)))
                .evaluate(record, LocalDate.of(2025, 1, 1), ZoneOffset.UTC),
            Locale.forLanguageTag(language))
        .only(Set.of("top"))
        .text()
        .replace('\u00a0', ' ');
  }

  @Test
  void what_is_counted_by_its_name_is_called_what_it_is_in_each_language() {
    String drl =
        """
        rule "One" @requirement( "one" ) when TrainingCompletion( training == "x" ) then end
        rule "Two" @requirement( "two" ) when TrainingCompletion( training == "y" ) then end
        rule "Six" @requirement( "six" ) when TrainingCompletion( training == "z" ) then end
        rule "C" @credential( "c" ) when
          accumulate( Met( requirement in ( "one", "two", "six" ), $r : requirement );
              $n : countDistinct( $r ); $n >= 2 )
          accumulate( TrainingCompletion( type == "COURSE", $t : training );
              $k : countDistinct( $t ); $k >= 3 )
          accumulate( Participation( type == "EVENT", $a : activity );
              $m : countDistinct( $a ); $m >= 2 )
        then end
        """;
    LearnerRecord record =
        record(
            course("x", "2024-02-29"),
            Participation.builder()
                .type(ParticipationType.EVENT)
                .activity("a")
                .provenance(VETTED)
                .build());
    assertThat(text("fr", drl, "2025-01-01", record))
        .contains(
            "Il faut encore 1 exigence parmi les exigences du nom de « One », « Two » ou « Six »")
        .contains("obtenu : 1 exigence ; requis : au moins 2 exigences (sans répétition)")
        .contains("Il faut encore 2 formations (sans répétition) parmi les cours")
        .contains("au moins 2 activités (sans répétition) parmi les événements")
        .doesNotContain("(nom");
    assertThat(text("en", drl, "2025-01-01", record))
        .contains("2 more different trainings are needed among courses")
        .contains("at least 2 different activities among events")
        .doesNotContain("different names");
  }

  @Test
  void what_must_be_there_beside_a_total_is_told_in_sentences() {
    String drl =
        """
        rule "C" @credential( "c" ) when
          accumulate( WorkExperience( $h : hours, $e : experience )
              and not( PerformanceFeedback( experience == $e )
                  and not SubmittedEvidence( topic == $e ) );
              $t : sum( $h ); $t >= 10 )
        then end
        """;
    assertThat(text("en", drl, "2025-01-01", record()))
        .contains(
            "at least 10 hours of work experience, where there is also no combination of"
                + " performance feedback whose experience is the name of the work experience and no"
                + " piece of evidence");
    assertThat(text("fr", drl, "2025-01-01", record()))
        .contains("au moins 10 heures d’expérience de travail, à cette condition : pas à la fois")
        .doesNotContain("avec aussi");
  }

  @Test
  void what_must_not_be_there_is_told_in_one_negation() {
    String drl =
        """
        rule "C" @credential( "c" ) when
          TrainingCompletion( training == "a" )
          not TrainingCompletion( training == "bad" )
          not Earned( credential == "d" )
          not( TrainingCompletion( training == "a" ) and TrainingCompletion( training == "e" ) )
        then end
        rule "D" @credential( "d" ) when TrainingCompletion( training == "bad" ) then end
        """;
    LearnerRecord record =
        record(course("a", "2024-01-31"), course("bad", "2024-02-29"), course("e", "2024-03-31"));
    assertThat(text("fr", drl, "2025-01-01", record))
        .contains("Il faut que le dossier n’ait pas de formation du nom de « bad »")
        .contains("Il faut que le dossier n’ait pas le titre « D »")
        .contains("Il faut que le dossier n’ait pas à la fois une formation du nom de « a » et")
        .doesNotContain("ne faut");
    assertThat(text("en", drl, "2025-01-01", record))
        .contains("There must be no training named “bad”")
        .contains("There must be no credential “D”")
        .contains("There must be no combination of a training named “a” and");
  }
}
