package io.credentialrules.spark;

import io.credentialrules.LearnerRecord;
import io.credentialrules.PolicyPack;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Apprentices with hours, and policies that ask for hours. */
final class Learners {
  private Learners() {}

  /** A policy that asks for so many hours. */
  static PolicyText asking(int hours) {
    String policy =
        String.format(
            Locale.ROOT,
            """
        rule "At least %1$d hours"
            @requirement( "hours" )
        when
            accumulate( WorkExperience( type == "APPRENTICESHIP", $hours : hours );
                        $total : sum( $hours );
                        $total >= %1$d )
        then
        end

        rule "An apprentice"
            @credential( "apprentice" )
        when
            Met( requirement == "hours" )
        then
        end
        """,
            hours);
    return PolicyText.of(PolicyPack.of("apprentices", Map.of("apprentices.drl", policy)));
  }

  /** A learner of a campus with so many hours. */
  static LearnerRecord with(String id, String campus, int hours) {
    return LearnerRecord.builder(id)
        .campus(campus)
        .add(
            WorkExperience.builder()
                .type(WorkExperienceType.APPRENTICESHIP)
                .hours(BigDecimal.valueOf(hours))
                .endedOn(LocalDate.of(2026, 3, 1))
                .provenance(
                    Provenance.vettedBy("Extension", ReviewerRole.STAFF, LocalDate.of(2026, 3, 2)))
                .build())
        .build();
  }

  /** So many of a campus, with the same hours. */
  static List<LearnerRecord> of(String campus, int count, int hours) {
    List<LearnerRecord> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(with(campus + "-" + hours + "-" + i, campus, hours));
    }
    return all;
  }
}
