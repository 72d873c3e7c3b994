package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A catalogue of pathways that differ only in their names: nine requirements each (trainings,
 * rubric scores, a certification, a total of hours, feedback), three levels and the macro-badge
 * that they stack into. A learner has facts for three pathways, whatever the size of the catalogue.
 *
 * @param pathways how many
 */
record Catalogue(int pathways) {
  private static final Provenance REVIEWED =
      Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, LocalDate.of(2025, 1, 5));
  private static final int PATHWAYS_OF_A_LEARNER = 3;

  /** One file a pathway. */
  PolicyPack pack() {
    Map<String, String> files = new TreeMap<>();
    for (int pathway = 0; pathway < pathways; pathway++) {
      files.put("p" + pathway + ".drl", PATHWAY.replace("PATHWAY", "p" + pathway));
    }
    return PolicyPack.of("catalogue", files);
  }

  /** Learners of whom most earn some levels of their first pathway, and some all. */
  List<LearnerRecord> learners(int number, long seed) {
    Random random = new Random(seed);
    List<LearnerRecord> learners = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      learners.add(learner("learner-" + i, random));
    }
    return learners;
  }

  /** The credentials of the pathways that the facts of a learner are about; at least one. */
  List<String> touchedBy(LearnerRecord record) {
    List<String> touched = new ArrayList<>();
    for (Fact fact : record.facts()) {
      if (fact instanceof WorkExperience work
          && work.subject() != null
          && work.subject().startsWith("p")) {
        for (String level : List.of("", "-1", "-2", "-3")) {
          touched.add(work.subject() + level);
        }
      }
    }
    return touched;
  }

  private LearnerRecord learner(String id, Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < PATHWAYS_OF_A_LEARNER; i++) {
      String pathway =
          i < pathways ? "p" + (random.nextInt(pathways) + i) % pathways : "other-" + i;
      boolean isComplete = i == 0 && random.nextInt(4) > 0;
      add(facts, pathway, isComplete, random);
    }
    Collections.shuffle(facts, random);
    return LearnerRecord.builder(id).addAll(facts).build();
  }

  private static void add(List<Fact> facts, String pathway, boolean isComplete, Random random) {
    for (String training : List.of("intro", "foundation", "practice")) {
      boolean isReviewed = isComplete || random.nextInt(3) > 0;
      facts.add(
          TrainingCompletion.builder()
              .type(TrainingType.COURSE)
              .subject(pathway)
              .training(training)
              .completedOn(LocalDate.of(2024, 9, 1))
              .provenance(isReviewed ? REVIEWED : Provenance.UNVETTED)
              .build());
    }
    for (String criterion : List.of("preparation", "practice", "competency")) {
      facts.add(
          RubricScore.builder()
              .rubric(pathway)
              .criterion(criterion)
              .score(BigDecimal.valueOf(isComplete ? 3 : random.nextInt(5)))
              .assessedOn(LocalDate.of(2024, 10, 1))
              .provenance(REVIEWED)
              .build());
    }
    facts.add(
        IndustryCertification.builder()
            .certification(pathway + (isComplete || random.nextBoolean() ? "-cert" : "-other"))
            .earnedOn(LocalDate.of(2024, 11, 1))
            .provenance(REVIEWED)
            .build());
    int hours = isComplete ? 120 : random.nextInt(200);
    facts.add(
        WorkExperience.builder()
            .type(WorkExperienceType.INTERNSHIP)
            .subject(pathway)
            .siteApproved(true)
            .hours(BigDecimal.valueOf(hours))
            .endedOn(LocalDate.of(2024, 8, 1))
            .provenance(REVIEWED)
            .build());
    facts.add(
        PerformanceFeedback.builder()
            .outcome(FeedbackOutcome.POSITIVE)
            .subject(pathway)
            .providerRole(isComplete ? ReviewerRole.HOST : ReviewerRole.FACULTY)
            .givenOn(LocalDate.of(2024, 12, 1))
            .provenance(REVIEWED)
            .build());
  }

  private static final String PATHWAY =
      """
      package catalogue.PATHWAY

      import io.credentialrules.vocabulary.*

      rule "Introduction to PATHWAY" @requirement( "PATHWAY-intro" )
      when
          TrainingCompletion( subject == "PATHWAY", training == "intro", type == "COURSE" )
      then
      end

      rule "Foundation of PATHWAY" @requirement( "PATHWAY-foundation" )
      when
          TrainingCompletion( subject == "PATHWAY", training == "foundation", type == "COURSE" )
      then
      end

      rule "Preparation for PATHWAY" @requirement( "PATHWAY-preparation" )
      when
          RubricScore( rubric == "PATHWAY", criterion == "preparation", score >= 2 )
      then
      end

      rule "Practice in PATHWAY" @requirement( "PATHWAY-practice" )
      when
          TrainingCompletion( subject == "PATHWAY", training == "practice", type == "COURSE" )
      then
      end

      rule "Practice in PATHWAY, assessed" @requirement( "PATHWAY-practice-assessed" )
      when
          RubricScore( rubric == "PATHWAY", criterion == "practice", score >= 3 )
      then
      end

      rule "Certification in PATHWAY" @requirement( "PATHWAY-certification" )
      when
          IndustryCertification( certification == "PATHWAY-cert" )
      then
      end

      rule "Hours of PATHWAY" @requirement( "PATHWAY-hours" )
      when
          accumulate( WorkExperience( subject == "PATHWAY", siteApproved, $hours : hours );
                      $total : sum( $hours );
                      $total >= 120 )
      then
      end

      rule "Competency in PATHWAY" @requirement( "PATHWAY-competency" )
      when
          RubricScore( rubric == "PATHWAY", criterion == "competency", score >= 3 )
      then
      end

      rule "Feedback on PATHWAY" @requirement( "PATHWAY-feedback" )
      when
          PerformanceFeedback( subject == "PATHWAY", providerRole == "HOST" )
      then
      end

      rule "PATHWAY, Level 1" @credential( "PATHWAY-1" ) @pathway( "PATHWAY" ) @level( 1 )
      when
          Met( requirement == "PATHWAY-intro" )
          Met( requirement == "PATHWAY-foundation" )
          Met( requirement == "PATHWAY-preparation" )
      then
      end

      rule "PATHWAY, Level 2" @credential( "PATHWAY-2" ) @pathway( "PATHWAY" ) @level( 2 )
      when
          Earned( credential == "PATHWAY-1" )
          Met( requirement == "PATHWAY-practice" )
          Met( requirement == "PATHWAY-practice-assessed" )
          Met( requirement == "PATHWAY-certification" )
      then
      end

      rule "PATHWAY, Level 3" @credential( "PATHWAY-3" ) @pathway( "PATHWAY" ) @level( 3 )
      when
          Earned( credential == "PATHWAY-2" )
          Met( requirement == "PATHWAY-hours" )
          Met( requirement == "PATHWAY-competency" )
          Met( requirement == "PATHWAY-feedback" )
      then
      end

      rule "PATHWAY macro-badge" @credential( "PATHWAY" ) @pathway( "PATHWAY" )
      when
          Earned( credential == "PATHWAY-1" )
          Earned( credential == "PATHWAY-2" )
          Earned( credential == "PATHWAY-3" )
      then
      end

      """;
}
