package io.credentialrules;

import io.credentialrules.policy.Problem;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Packs that declare a value, and records that go with them. */
final class NamedValueCases {
  static final ZoneId ZONE = ZoneId.of("America/New_York");
  static final Learner MARIA = Learner.builder().id("maria").build();
  static final Provenance EARLY =
      Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, LocalDate.of(1999, 2, 1));
  static final LocalDate CHANGE = LocalDate.of(2024, 9, 1);

  static final String HOURS =
      """
      declare MinimumHours
          @name( "Hours at work" )
          @value( 160 )
          @from( "2024-09-01", 200 )
      end

      rule "Hours at work" @requirement( "hours" )
      when
          accumulate( WorkExperience( $hours : hours );
                      $total : sum( $hours );
                      $total >= MinimumHours )
      then
      end

      rule "Worker" @credential( "worker" )
      when
          Met( requirement == "hours" )
      then
      end
      """;

  static CredentialRules rules(String text) {
    return CredentialRules.compile(pack(text));
  }

  static PolicyPack pack(String text) {
    return PolicyPack.of("work", Map.of("rules.drl", text));
  }

  static List<Problem> problems(String text) {
    return CredentialRules.builder().add(pack(text)).check();
  }

  static LearnerRecord worked(int hours) {
    return LearnerRecord.of(
        MARIA,
        WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .hours(BigDecimal.valueOf(hours))
            .startedOn(LocalDate.of(2024, 1, 1))
            .provenance(EARLY)
            .build());
  }

  static Evaluation on(CredentialRules rules, LearnerRecord record, LocalDate date) {
    return rules.evaluate(record, date, ZONE);
  }

  static RequirementResult hours(Evaluation evaluation) {
    return evaluation.decision("worker").requirements().get(0);
  }

  static final String COURSES =
      """
      declare Courses
          @value( "THTR201", "THTR202" )
          @from( "2024-09-01", "THTR201", "THTR202", "THTR203" )
      end

      rule "Courses" @credential( "courses" )
      when
          accumulate( TrainingCompletion( training %s, $training : training );
                      $count : countDistinct( $training );
                      $count >= Courses.size )
      then
      end
      """;

  static LearnerRecord early(int hours) {
    return LearnerRecord.of(
        MARIA,
        WorkExperience.builder()
            .type(WorkExperienceType.JOB)
            .hours(BigDecimal.valueOf(hours))
            .startedOn(LocalDate.of(1999, 1, 1))
            .provenance(EARLY)
            .build());
  }

  private NamedValueCases() {}
}
