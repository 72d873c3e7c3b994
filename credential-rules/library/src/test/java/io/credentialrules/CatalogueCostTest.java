package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResultBuilder;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an evaluation allocates follows what the facts touch, and not the catalogue. */
class CatalogueCostTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  @Test
  void the_same_record_costs_the_same_in_a_catalogue_of_fifty_times_the_size() {
    long few = allocated(compiled(10));
    long many = allocated(compiled(500));

    assertThat((double) many / few).as("bytes, 500 pathways to 10").isLessThan(1.5);
  }

  /** The least of several runs, because the first ones also load and link. */
  private static long allocated(CredentialRules rules) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 50; run++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      assertThat(rules.evaluate(maria(), TODAY, ZoneId.of("UTC")).isEarned("pathway-3")).isTrue();
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
    }
    return least;
  }

  private static LearnerRecord maria() {
    Provenance vetted = Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY);
    return LearnerRecord.of(
        new Learner("maria", null, null, Set.of(), Provenance.UNVETTED),
        AssessmentResultBuilder.builder()
            .type(AssessmentType.EXAM)
            .assessment("exam-3")
            .score(BigDecimal.valueOf(80))
            .takenOn(TODAY.minusDays(30))
            .provenance(vetted)
            .build(),
        WorkExperience.builder()
            .type(WorkExperienceType.INTERNSHIP)
            .subject("subject-3")
            .hours(BigDecimal.valueOf(130))
            .endedOn(TODAY.minusDays(10))
            .provenance(vetted)
            .build());
  }

  private static CredentialRules compiled(int pathways) {
    TreeMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < pathways; i++) {
      files.put("pathway-" + i + ".drl", pathway(i));
    }
    return CredentialRules.compile(PolicyPack.of("catalogue", files));
  }

  private static String pathway(int number) {
    return """
    package catalogue.p%1$d

    import io.credentialrules.vocabulary.*

    rule "Exam of pathway %1$d"
        @requirement( "exam-%1$d" )
    when
        AssessmentResult( assessment == "exam-%1$d", score >= 70 )
    then
    end

    rule "Hours of pathway %1$d"
        @requirement( "hours-%1$d" )
    when
        accumulate( WorkExperience( subject == "subject-%1$d", $hours : hours );
                    $total : sum( $hours );
                    $total >= 120 )
    then
    end

    rule "Nothing of pathway %1$d was withdrawn"
        @requirement( "clean-%1$d" )
    when
        Met( requirement == "exam-%1$d" )
        not HeldCredential( credential == "warning-%1$d" )
    then
    end

    rule "Pathway %1$d"
        @credential( "pathway-%1$d" )
    when
        Met( requirement == "exam-%1$d" )
        Met( requirement == "hours-%1$d" )
        Met( requirement == "clean-%1$d" )
    then
    end
    """
        .replace("%1$d", String.valueOf(number));
  }
}
