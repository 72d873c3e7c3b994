package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rules that no fact can meet cost a fact nothing that they look at. Bytes are counted. */
@Tag("once")
class SleepingRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
  private static final Provenance REVIEWED =
      Provenance.vettedBy("R. Fox", ReviewerRole.FACULTY, TODAY);
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Tested for each of 300 rules, a fact would allocate more than fifty bytes for each. */
  private static final int MOST_BYTES_OF_A_RULE = 24;

  @Test
  void a_fact_finds_the_rules_whose_text_its_set_contains_and_no_others() {
    String condition = "TrainingCompletion( categories contains \"category-%d\" )";
    List<Fact> training =
        List.of(
            TrainingCompletion.builder()
                .type(TrainingType.COURSE)
                .training("welding")
                .categories(Set.of("category-3", "category-of-no-rule"))
                .provenance(REVIEWED)
                .build());
    assertThat(bytesOfARule(condition, training, List.of("credential-3")))
        .isLessThan(MOST_BYTES_OF_A_RULE);
  }

  @Test
  void facts_stay_out_of_the_network_while_each_rule_that_looks_at_their_type_sleeps() {
    String condition =
        "TrainingCompletion( training == \"training-%1$d\", $day : completedOn )\n"
            + "    WorkExperience( hours > %1$d, endedOn >= $day )";
    List<Fact> work = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      work.add(
          WorkExperience.builder()
              .type(WorkExperienceType.INTERNSHIP)
              .hours(BigDecimal.valueOf(100 + i))
              .endedOn(TODAY)
              .provenance(REVIEWED)
              .build());
    }
    assertThat(bytesOfARule(condition, work, List.of())).isLessThan(MOST_BYTES_OF_A_RULE);
    Fact training =
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("training-3")
            .completedOn(TODAY)
            .provenance(REVIEWED)
            .build();
    work.add(training);
    assertThat(evaluated(compiled(condition, 10), work).earned()).containsExactly("credential-3");
  }

  private static long bytesOfARule(String condition, List<Fact> facts, List<String> earned) {
    return (allocated(compiled(condition, 300), facts, earned)
            - allocated(compiled(condition, 10), facts, earned))
        / (300 - 10);
  }

  private static CredentialRules compiled(String condition, int number) {
    TreeMap<String, String> files = new TreeMap<>();
    for (int i = 0; i < number; i++) {
      files.put(
          "rule-" + i + ".drl",
          """
          package catalogue.r%1$d

          import io.credentialrules.vocabulary.*

          rule "Requirement %1$d"
              @requirement( "requirement-%1$d" )
          when
              CONDITION
          then
          end

          rule "Credential %1$d"
              @credential( "credential-%1$d" )
          when
              Met( requirement == "requirement-%1$d" )
          then
          end
          """
              .replace("CONDITION", condition)
              .replace("%1$d", String.valueOf(i))
              .replace("%d", String.valueOf(i)));
    }
    return CredentialRules.compile(PolicyPack.of("catalogue", files));
  }

  private static Evaluation evaluated(CredentialRules rules, List<Fact> facts) {
    return rules.evaluate(
        LearnerRecord.of(
            new Learner("maria", null, null, Set.of(), Provenance.UNVETTED),
            facts.toArray(new Fact[0])),
        TODAY,
        ZoneId.of("UTC"));
  }

  /** The least of several runs, because the first ones also load and link. */
  private static long allocated(CredentialRules rules, List<Fact> facts, List<String> earned) {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < 20; run++) {
      long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
      List<String> answer = evaluated(rules, facts).earned();
      least =
          Math.min(least, THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before);
      assertThat(answer).isEqualTo(earned);
    }
    return least;
  }
}
