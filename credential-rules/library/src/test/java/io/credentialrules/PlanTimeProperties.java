package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What must grow old does so after what is missing is done: a plan waits for the last of it. */
class PlanTimeProperties {
  private static final ZonedDateTime AS_OF = TODAY.atTime(18, 0).atZone(ZONE);

  private static final String RECENT =
      """
      rule "r0" @credential( "r0" ) when
        Today( $recent : date )
        TrainingCompletion( training == "r0", completedOn >= $recent.minusYears( 9 ) )""";

  private final List<String> conditions = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private LocalDate birth = LocalDate.of(2000, 1, 1);
  private LocalDate day = TODAY;
  private int missing;
  private boolean isInGroups;

  @Property(seed = Laws.SEED)
  void a_plan_does_what_is_missing_and_waits_for_the_last_of_what_must_grow_old(@ForAll long seed) {
    begin();
    Random random = new Random(seed);
    StringBuilder ranks = new StringBuilder();
    if (random.nextBoolean()) {
      ranks(random, ranks);
    }
    if (random.nextInt(3) == 0) {
      held(random);
    }
    if (!conditions.isEmpty() && random.nextInt(3) == 0) {
      age(random);
    }
    if (!conditions.isEmpty() && random.nextInt(3) == 0) {
      violation(random);
    }
    if (conditions.isEmpty() || random.nextBoolean()) {
      isMissing("AssessmentResult( assessment == \"final\", passed )");
    }
    Collections.shuffle(conditions, random);
    String policy =
        ranks
            + "rule \"Goal\" @credential( \"goal\" ) when\n  "
            + String.join("\n  ", conditions)
            + "\nthen end\n";
    verify(policy, random);
  }

  /** Each of several conditions has a day of its own, on which nothing else can come about yet. */
  @Test
  void the_last_of_many_days_is_waited_for() {
    String policy =
        """
        rule "r0" @credential( "r0" ) when
          accumulate(
            groupby( Participation( type == "SERVICE", $on : heldOn, $h : hours );
              $span : $on.startOfMonth(); $sum : sum( $h ); $sum >= 10 );
            $n : count(); $n >= 3 )
        then end
        rule "r1" @credential( "r1" ) when
          Earned( credential == "r0", $since : since ) Today( date >= $since.plusMonths( 7 ) )
        then end
        rule "r2" @credential( "r2" ) when
          Earned( credential == "r1", $since : since ) Today( date >= $since.plusMonths( 4 ) )
        then end
        rule "Goal" @credential( "goal" ) when
          HeldCredential( credential == "elsewhere", $a : awardedOn ) Today( date >= $a.plusDays( 195 ) )
          Today( $now : date ) not AssessmentResult( assessment == "violation", takenOn >= $now.minusDays( 123 ) )
          Today( $t : date ) Earned( credential == "r2", since <= $t.minusMonths( 4 ) )
          Learner( age >= 16 )
        then end
        """;
    begin();
    facts.add(new HeldCredential("elsewhere", null, TODAY.minusDays(170), Provenance.UNVETTED));
    facts.add(
        AssessmentResult.builder()
            .type(AssessmentType.OTHER)
            .assessment("violation")
            .takenOn(TODAY.minusDays(82))
            .provenance(VETTED)
            .build());
    missing = 3;
    isInGroups = true;
    for (String born : List.of("2010-06-15", "2012-06-15")) {
      birth = LocalDate.parse(born);
      day = LocalDate.parse("2027-10-28");
      later(birth.plusYears(16));
      verify(policy, new Random(1));
    }
  }

  private void begin() {
    conditions.clear();
    facts.clear();
    birth = LocalDate.of(2000, 1, 1);
    day = TODAY;
    missing = 0;
    isInGroups = false;
  }

  private void verify(String policy, Random random) {
    CredentialRules rules = Records.rules(policy);
    LearnerRecord record =
        LearnerRecord.of(
            new Learner("learner-1", birth, "UM", Set.of(), Provenance.UNVETTED),
            facts.toArray(Fact[]::new));
    Plan plan = rules.evaluate(record, AS_OF).plan("goal");
    if (missing == 0 && !day.isAfter(TODAY)) {
      assertThat(plan).as(policy).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as(() -> policy + facts + day).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).as(() -> policy + plan).hasSize(missing);
    assertThat(steps.startOn()).isNull();
    assertThat(Objects.requireNonNullElse(steps.waitUntil(), TODAY))
        .as(() -> policy + facts + plan)
        .isEqualTo(day.isAfter(TODAY) ? day : TODAY);
    UnhelpfulFacts unhelpful = new UnhelpfulFacts(rules.vocabulary(), AS_OF, random);
    for (int tries = 0; tries < 5; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, day.isAfter(TODAY) ? day : TODAY, ZONE).isEarned("goal"))
          .as(() -> policy + steps + after.facts())
          .isTrue();
      if (isInGroups) {
        continue; // What a week needs can be done before its last day.
      }
      assertThat(
              day.isAfter(TODAY) && rules.evaluate(after, day.minusDays(1), ZONE).isEarned("goal"))
          .as(() -> policy + steps + after.facts())
          .isFalse();
    }
  }

  /** One rank after another, each some months after the one before. */
  private void ranks(Random random, StringBuilder rules) {
    int ranks = 1 + random.nextInt(3);
    LocalDate from;
    if (random.nextInt(3) == 0) {
      from = groups(random, rules);
    } else {
      boolean isRecent = random.nextBoolean();
      rules.append(
          isRecent
              ? RECENT
              : "rule \"r0\" @credential( \"r0\" ) when TrainingCompletion( training == \"r0\" )");
      if (isOnRecord(random)) {
        from = done(random);
      } else {
        missing++;
        from = TODAY;
      }
    }
    rules.append("\nthen end\n");
    for (int rank = 1; rank < ranks; rank++) {
      int months = 1 + random.nextInt(14);
      from = from.plusMonths(months);
      rules.append(
          """
          rule "r%1$s" @credential( "r%1$s" ) when
            Earned( credential == "r%2$s", $since : since ) Today( date >= $since.plusMonths( %3$s ) )
          then end
          """
              .formatted(rank, rank - 1, months));
    }
    int months = 1 + random.nextInt(14);
    later(from.plusMonths(months));
    conditions.add(
        random.nextBoolean()
            ? "Earned( credential == \"r%s\", $r : since ) Today( date >= $r.plusMonths( %s ) )"
                .formatted(ranks - 1, months)
            : "Today( $t : date ) Earned( credential == \"r%s\", since <= $t.minusMonths( %s ) )"
                .formatted(ranks - 1, months));
    if (!conditions.get(conditions.size() - 1).startsWith("Earned")) {
      later(firstDayWithin(from, months));
    }
  }

  /** A rank for something in each of several weeks or months; the last day of the last of them. */
  private LocalDate groups(Random random, StringBuilder rules) {
    isInGroups = true;
    boolean areMonths = random.nextBoolean();
    int groups = 2 + random.nextInt(3);
    rules.append(
        """
        rule "r0" @credential( "r0" ) when
          accumulate(
            groupby( Participation( type == "SERVICE", $on : heldOn, $h : hours );
              $span : $on.%s(); $sum : sum( $h ); $sum >= 10 );
            $n : count(); $n >= %s )"""
            .formatted(areMonths ? "startOfMonth" : "startOfWeek", groups));
    missing += groups;
    LocalDate last =
        areMonths
            ? TODAY.plusMonths(groups - 1L).with(TemporalAdjusters.lastDayOfMonth())
            : TODAY.plusWeeks(groups - 1L).with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    later(last);
    return last;
  }

  /** The first day that lies so many months after another when it is counted backwards. */
  private static LocalDate firstDayWithin(LocalDate from, int months) {
    LocalDate day = from.plusMonths(months);
    while (day.minusMonths(months).isBefore(from)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private LocalDate done(Random random) {
    LocalDate on = TODAY.minusDays(1 + random.nextInt(300));
    facts.add(
        TrainingCompletion.builder()
            .type(TrainingType.COURSE)
            .training("r0")
            .completedOn(on)
            .provenance(VETTED)
            .build());
    return on;
  }

  private void age(Random random) {
    int years = 14 + random.nextInt(8);
    birth = TODAY.minusYears(years).plusDays(random.nextInt(800) - 400);
    conditions.add("Learner( age >= %s )".formatted(years));
    LocalDate birthday = birth.plusYears(years);
    boolean isLeapDay = birthday.getDayOfMonth() < birth.getDayOfMonth();
    later(isLeapDay ? birthday.plusDays(1) : birthday);
  }

  private void held(Random random) {
    int days = 1 + random.nextInt(200);
    LocalDate on = TODAY;
    if (isOnRecord(random)) {
      on = TODAY.minusDays(1 + random.nextInt(200));
      facts.add(new HeldCredential("elsewhere", null, on, Provenance.UNVETTED));
    } else {
      missing++;
    }
    conditions.add(
        "HeldCredential( credential == \"elsewhere\", $a : awardedOn ) Today( date >= $a.plusDays( %s ) )"
            .formatted(days));
    later(on.plusDays(days));
  }

  /** What must not have happened lately. */
  private void violation(Random random) {
    int days = 1 + random.nextInt(200);
    LocalDate on = TODAY.minusDays(random.nextInt(200));
    facts.add(
        AssessmentResult.builder()
            .type(AssessmentType.OTHER)
            .assessment("violation")
            .takenOn(on)
            .provenance(VETTED)
            .build());
    conditions.add(
        "Today( $now : date ) not AssessmentResult( assessment == \"violation\", takenOn >= $now.minusDays( %s ) )"
            .formatted(days));
    later(on.plusDays(days + 1L));
  }

  private void isMissing(String condition) {
    missing++;
    conditions.add(condition);
  }

  private void later(LocalDate one) {
    day = one.isAfter(day) ? one : day;
  }

  private static boolean isOnRecord(Random random) {
    return random.nextBoolean();
  }
}
