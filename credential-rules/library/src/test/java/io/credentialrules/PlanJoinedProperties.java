package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Totals that look at another fact, by its name or its date. */
class PlanJoinedProperties {
  private static final List<String> NAMES = List.of("north", "south", "east");

  /** A team by its name, and meetings whose names are equal to it or contain it. */
  @Property(seed = Laws.SEED)
  void what_is_new_has_the_name_of_what_is_there(@ForAll long seed) {
    Random random = new Random(seed);
    boolean isContained = random.nextBoolean();
    int needed = 1 + random.nextInt(4);
    boolean isOnRecord = random.nextInt(3) == 0;
    String policy =
        """
        rule "C" @credential( "c" ) when
          Participation( type == "TEAM", $team : activity )
          accumulate( Participation( type == "MEETING", $meeting : %s, %s ); %s )
        then end
        """
            .formatted(
                isContained ? "activity" : "subject",
                isContained ? "activity contains $team" : "activity == $team",
                "$n : countDistinct( $meeting ); $n >= " + needed);
    List<Fact> facts = new ArrayList<>();
    int most = 0;
    for (String name : NAMES) {
      Set<String> met = new HashSet<>();
      for (int meeting = random.nextInt(4); meeting > 0; meeting--) {
        String one = "" + random.nextInt(4);
        met.add(one);
        facts.add(
            isContained
                ? participation(ParticipationType.MEETING, name + "-" + one, null)
                : participation(ParticipationType.MEETING, name, one));
      }
      // a name within which there is no other: any meeting by itself, with one that has its name
      most = Math.max(most, isContained && !isOnRecord ? Math.min(1, met.size()) : met.size());
      if (isOnRecord && isContained) {
        facts.add(participation(ParticipationType.TEAM, name, null));
      }
    }
    int teams = isOnRecord && isContained ? 0 : 1;
    Plan plan = plan(policy, facts);
    if (teams == 0 && most >= needed) {
      assertThat(plan).as(() -> policy + facts).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    int fewest = teams + Math.max(0, needed - most);
    assertThat(plan).as(() -> policy + facts).isInstanceOf(Plan.Steps.class);
    assertThat(((Plan.Steps) plan).steps())
        .as(() -> policy + facts + plan)
        .hasSizeLessThanOrEqualTo(fewest);
  }

  /** Certifications, and courses at the same provider or from their day on. */
  @Property(seed = Laws.SEED)
  void what_is_proven_smallest_is_not_earned_by_fewer_facts_of_today(@ForAll long seed) {
    Random random = new Random(seed);
    String policy = policy(random);
    List<Fact> facts = new ArrayList<>();
    for (int fact = random.nextInt(6); fact > 0; fact--) {
      LocalDate day = TODAY.minusDays(random.nextInt(40));
      facts.add(
          random.nextInt(3) == 0
              ? certification(oneOf(random, "x", "y"), oneOf(random, "north", "south"), day)
              : course(
                  oneOf(random, "a", "b", "c"),
                  oneOf(random, "north", "south"),
                  1 + random.nextInt(4),
                  day));
    }
    Plan plan = plan(policy, facts);
    if (!(plan instanceof Plan.Steps steps)
        || steps.startOn() != null
        || steps.waitUntil() != null
        || !steps.isProvenSmallest()
        || steps.steps().size() > 4) {
      return;
    }
    CredentialRules rules = Records.rules(policy);
    List<Fact> today = new ArrayList<>();
    for (String provider : List.of("north", "south")) {
      today.add(certification("x", provider, TODAY));
      for (String name : List.of("a", "new")) {
        today.add(course(name, provider, 9, TODAY));
      }
    }
    for (int tries = 0; tries < 60; tries++) {
      List<Fact> with = new ArrayList<>(facts);
      for (int more = 1; more < steps.steps().size(); more++) {
        with.add(today.get(random.nextInt(today.size())));
      }
      assertThat(
              rules.evaluate(Records.record(with.toArray(Fact[]::new)), TODAY, ZONE).isEarned("c"))
          .as(() -> policy + facts + steps + with)
          .isFalse();
    }
  }

  private static String policy(Random random) {
    StringBuilder rules = new StringBuilder();
    for (int rule = random.nextInt(2); rule >= 0; rule--) {
      rules
          .append("rule \"R")
          .append(rule)
          .append("\" @requirement( \"r\" ) when\n")
          .append(
              "  IndustryCertification( certification == \"x\", $on : earnedOn, $by : issuer )\n");
      for (int step = random.nextInt(3); step >= 0; step--) {
        String joined =
            oneOf(
                random,
                "completedOn >= $on",
                "completedOn > $on.plusDays( 3 )",
                "completedOn <= $on",
                "provider == $by",
                "provider == $by, completedOn >= $on",
                "provider != $by");
        rules.append(
            oneOf(
                    random,
                    "  accumulate( TrainingCompletion( %s, $c%d : credits ); $t%d : sum( $c%d ); $t%d >= 5 )\n",
                    "  accumulate( TrainingCompletion( %s, $c%d : training ); $t%d : countDistinct( $c%d ); $t%d >= 2 )\n",
                    "  forall( $f%2$d : TrainingCompletion( credits > 1 ) TrainingCompletion( this == $f%2$d, %1$s ) )\n",
                    "  TrainingCompletion( %s, credits >= %d )\n")
                .formatted(joined, step + 1, step + 1, step + 1, step + 1));
      }
      rules.append("then end\n");
    }
    String other =
        oneOf(
            random,
            "",
            "  TrainingCompletion( training == \"a\" )\n",
            "  TrainingCompletion( training not in ( \"a\", \"b\" ), provider != \"south\" )\n");
    return rules
        + "rule \"C\" @credential( \"c\" ) when\n  Met( requirement == \"r\" )\n"
        + other
        + "then end\n";
  }

  private static String oneOf(Random random, String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private static Plan plan(String policy, List<Fact> facts) {
    LearnerRecord record = Records.record(facts.toArray(Fact[]::new));
    return Records.rules(policy).evaluate(record, TODAY, ZONE).plan("c");
  }

  private static Fact participation(
      ParticipationType type, String activity, @Nullable String subject) {
    return Participation.builder()
        .type(type)
        .activity(activity)
        .subject(subject)
        .heldOn(TODAY.minusDays(9))
        .provenance(VETTED)
        .build();
  }

  private static Fact certification(String name, String issuer, LocalDate on) {
    return IndustryCertification.builder()
        .certification(name)
        .issuer(issuer)
        .earnedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static Fact course(String name, String provider, int credits, LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .provider(provider)
        .credits(BigDecimal.valueOf(credits))
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }
}
