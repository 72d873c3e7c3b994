package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
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
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Where a credential is asked about again, its plan follows from an outline if it can, while the
 * plans of several credentials are always searched for.
 */
class OutlineProperties {
  private static final int ASKED = 3;
  private static final int LEARNERS = 2;

  @Property(seed = Laws.SEED)
  void a_plan_of_what_is_asked_again_is_the_one_that_a_search_finds(@ForAll long seed) {
    SeparateWorld world = new SeparateWorld(seed);
    CredentialRules rules = rules(world.policy());
    for (int learner = 0; learner < LEARNERS; learner++) {
      LearnerRecord record = world.learner();
      for (Credential credential : rules.catalogue()) {
        String id = credential.id();
        Plan searched = rules.evaluate(record, TODAY, ZONE).plans(List.of(id)).get(id);
        for (int time = 0; time < ASKED; time++) {
          assertThat(rules.evaluate(record, TODAY, ZONE).plan(id)).isEqualTo(searched);
        }
      }
    }
  }

  /**
   * Policies of which most requirements are met by a fact of their own, for up to three pathways
   * that differ in the texts which facts name, and records with facts that meet them, nearly do, or
   * wait for something.
   */
  private static final class SeparateWorld {
    private static final int ONE_OF_SO_MANY_IS_OF_ANOTHER_FORM = 12;
    private static final Pattern NUMBER = Pattern.compile("~(\\d+)~");
    private final Random random;
    private final List<Integer> kinds = new ArrayList<>();
    private final List<Map<Integer, String>> names = new ArrayList<>();

    SeparateWorld(long seed) {
      this.random = new Random(seed);
    }

    String policy() {
      String pathway = pathway();
      StringBuilder policy =
          new StringBuilder("package test\nimport io.credentialrules.vocabulary.*\n");
      int pathways = 1 + random.nextInt(3);
      for (int other = 0; other < pathways; other++) {
        Map<Integer, String> named = new HashMap<>();
        for (int number = 0; number < kinds.size(); number++) {
          named.put(
              number, Integer.toString(random.nextInt(random.nextInt(20) == 0 ? 3 : 9_999), 36));
        }
        names.add(named);
        policy.append(
            NUMBER
                .matcher(pathway.replace("P-", "p" + other + "-"))
                .replaceAll(number -> named.get(Integer.valueOf(number.group(1)))));
      }
      return policy.toString();
    }

    private String pathway() {
      StringBuilder policy = new StringBuilder();
      StringBuilder ways = new StringBuilder();
      int levels = 1 + random.nextInt(3);
      for (int level = 0; level < levels; level++) {
        ways.append("rule \"P-Level ")
            .append(level)
            .append("\" @credential( \"P-level-")
            .append(level)
            .append("\" )\nwhen\n");
        for (int i = 0; i <= random.nextInt(3); i++) {
          int number = kinds.size();
          kinds.add(random.nextInt(5));
          policy.append(rule(number, condition(number)));
          if (random.nextInt(4 * ONE_OF_SO_MANY_IS_OF_ANOTHER_FORM) == 0) {
            policy.append(rule(number, condition(number)).replaceFirst("\" @", " again\" @"));
          }
          ways.append("  Met( requirement == \"P-r").append(number).append("\" )\n");
        }
        if (level > 0) {
          ways.append("  Earned( credential == \"P-level-").append(level - 1).append("\" )\n");
        }
        if (level > 1 && random.nextBoolean()) {
          ways.append("  Earned( credential == \"P-level-0\" )\n");
        }
        ways.append("then\nend\n");
      }
      return policy.append(ways).toString();
    }

    private static String rule(int number, String condition) {
      return "rule \"P-Requirement "
          + number
          + "\" @requirement( \"P-r"
          + number
          + "\" )\nwhen\n  "
          + condition
          + "\nthen\nend\n";
    }

    private String condition(int number) {
      boolean isOther = random.nextInt(ONE_OF_SO_MANY_IS_OF_ANOTHER_FORM) == 0;
      return switch (kinds.get(number)) {
        case 0 ->
            "RubricScore( rubric == \"P-rubric\", criterion == \"c~"
                + number
                + "~\", score "
                + (isOther ? "> " : ">= ")
                + random.nextInt(4)
                + " )";
        case 1 ->
            "TrainingCompletion( subject == \"s\", "
                + (isOther ? "" : "training == \"t~" + number + "~\", ")
                + "type == \"COURSE\" )";
        case 2 ->
            "accumulate( WorkExperience( subject == \"w~"
                + number
                + "~\", siteApproved"
                + (random.nextBoolean() ? "" : " == true")
                + ", $h : hours"
                + (isOther ? ", hours < 500" : "")
                + " ); $sum : sum( $h ); $sum >= "
                + List.of("40", "37.5", "1", "0.5").get(random.nextInt(4))
                + " )";
        case 3 ->
            "IndustryCertification( certification "
                + (isOther ? "!= " : "== ")
                + "\"i~"
                + number
                + "~\" )";
        default ->
            "PerformanceFeedback( subject == \"f~"
                + number
                + "~\", providerRole "
                + (isOther ? "in ( \"HOST\", \"FACULTY\" )" : "== \"HOST\"")
                + " )";
      };
    }

    LearnerRecord learner() {
      List<Fact> facts = new ArrayList<>();
      for (int pathway = 0; pathway < names.size(); pathway++) {
        for (int number = 0; number < kinds.size(); number++) {
          for (int i = 0; i < random.nextInt(3); i++) {
            facts.add(fact(number, pathway));
          }
        }
      }
      if (random.nextInt(6) == 0) {
        facts.add(
            Records.held(
                "p" + random.nextInt(names.size()) + "-level-" + random.nextInt(2), provenance()));
      }
      if (random.nextInt(8) == 0) {
        addOthers(facts, random.nextInt(100));
      }
      if (!facts.isEmpty() && random.nextInt(8) == 0) {
        facts.add(facts.get(0));
      }
      return record(facts.toArray(new Fact[0]));
    }

    private void addOthers(List<Fact> facts, int most) {
      for (int i = 0; i < most; i++) {
        facts.add(
            random.nextBoolean()
                ? TrainingCompletion.builder()
                    .type(TrainingType.COURSE)
                    .subject("s")
                    .training("another " + i)
                    .completedOn(TODAY.minusDays(i))
                    .provenance(provenance())
                    .build()
                : RubricScore.builder()
                    .rubric("p0-rubric")
                    .criterion("another " + i)
                    .score(BigDecimal.valueOf(random.nextInt(400), 2))
                    .assessedOn(TODAY.minusDays(i))
                    .provenance(provenance())
                    .build());
      }
    }

    private Fact fact(int number, int pathway) {
      String name = names.get(pathway).get(number);
      Provenance provenance = provenance();
      boolean isNear = random.nextInt(5) == 0;
      return switch (kinds.get(number)) {
        case 0 ->
            RubricScore.builder()
                .rubric("p" + pathway + "-rubric")
                .criterion(isNear ? "other" : "c" + name)
                .score(BigDecimal.valueOf(random.nextInt(5)))
                .assessedOn(TODAY.minusDays(9))
                .provenance(provenance)
                .build();
        case 1 ->
            TrainingCompletion.builder()
                .type(isNear ? TrainingType.WORKSHOP : TrainingType.COURSE)
                .subject("s")
                .training("t" + name)
                .completedOn(random.nextInt(8) == 0 ? null : TODAY.minusDays(9))
                .provenance(provenance)
                .build();
        case 2 ->
            WorkExperience.builder()
                .type(WorkExperienceType.JOB)
                .subject("w" + name)
                .siteApproved(!isNear)
                .hours(
                    random.nextInt(6) == 0
                        ? null
                        : BigDecimal.valueOf(random.nextInt(250), random.nextInt(2)))
                .endedOn(TODAY.minusDays(9))
                .provenance(provenance)
                .build();
        case 3 ->
            IndustryCertification.builder()
                .certification(isNear ? "other" : "i" + name)
                .earnedOn(TODAY.minusDays(9))
                .provenance(provenance)
                .build();
        default ->
            PerformanceFeedback.builder()
                .outcome(FeedbackOutcome.POSITIVE)
                .subject(isNear ? null : "f" + name)
                .providerRole(random.nextInt(3) == 0 ? ReviewerRole.FACULTY : ReviewerRole.HOST)
                .givenOn(TODAY.minusDays(9))
                .provenance(provenance)
                .build();
      };
    }

    private Provenance provenance() {
      return switch (random.nextInt(10)) {
        case 0, 1, 2 -> Provenance.UNVETTED;
        case 3 -> Records.VETTED.toBuilder().status(FactStatus.IN_PROGRESS).build();
        case 4 ->
            Records.VETTED.toBuilder()
                .validUntil(
                    TODAY
                        .plusDays(random.nextInt(40) - 30)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant())
                .build();
        case 5 ->
            random.nextBoolean()
                ? Provenance.vettedBy("Dr. Reviewer", ReviewerRole.FACULTY, TODAY.plusDays(3))
                : Records.VETTED.toBuilder().status(FactStatus.WITHDREW).build();
        default -> Records.VETTED;
      };
    }
  }
}
