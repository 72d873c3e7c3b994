package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static io.credentialrules.Records.pack;
import static io.credentialrules.Records.record;
import static io.credentialrules.Records.rules;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.internal.result.StatedSteps;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where terms, categories, weeks, months or years each need something, a plan fills those that lack
 * least first, and lets the weeks come that it takes.
 */
class PlanGroupsProperties {
  /** By what is grouped, and the first day of the stretch of a day where that is by dates. */
  private enum Key {
    TERM("term"),
    LISTED("subject"),
    WEEK("completedOn.startOfWeek()"),
    MONTH("completedOn.startOfMonth()"),
    YEAR("completedOn.startOfYear()");

    private final String field;

    Key(String field) {
      this.field = field;
    }

    boolean isByDate() {
      return this != TERM && this != LISTED;
    }

    LocalDate first(LocalDate day) {
      return switch (this) {
        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MONTH -> day.withDayOfMonth(1);
        case YEAR -> day.withDayOfYear(1);
        case TERM, LISTED -> day;
      };
    }

    Object of(TrainingCompletion training) {
      if (isByDate()) {
        return first(Objects.requireNonNull(training.completedOn()));
      }
      return Objects.requireNonNull(this == TERM ? training.term() : training.subject());
    }
  }

  /** What each group needs. */
  private enum Each {
    COUNT("$e : count()", ""),
    SUM("$e : sum( $n )", ""),
    DISTINCT("$e : countDistinct( $t )", ""),
    DAYS("$e : countDistinct( $day )", ""),
    BOTH("$e : count(), $s : sum( $n )", ", $s >= 4");

    private final String function;
    private final String also;

    Each(String function, String also) {
      this.function = function;
      this.also = also;
    }

    /** How many further facts a group needs that has these. */
    int facts(List<TrainingCompletion> group, int least) {
      BigDecimal sum =
          group.stream()
              .map(one -> Objects.requireNonNull(one.credits()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      int shortOfSum = sum.intValue() < (this == BOTH ? 4 : least) ? 1 : 0;
      long names = group.stream().map(TrainingCompletion::training).distinct().count();
      long days = group.stream().map(TrainingCompletion::completedOn).distinct().count();
      return switch (this) {
        case DAYS -> (int) Math.max(0, least - days);
        case COUNT -> Math.max(0, least - group.size());
        case SUM -> shortOfSum;
        case DISTINCT -> (int) Math.max(0, least - names);
        case BOTH -> Math.max(shortOfSum, least - group.size());
      };
    }
  }

  /** A bound of whole numbers, written with either operator. */
  private static String atLeast(int least, boolean isStrict) {
    return isStrict ? "> " + (least - 1) : ">= " + least;
  }

  private record World(
      Key key,
      Each each,
      int least,
      int groups,
      boolean isEachStrict,
      boolean isWholeStrict,
      List<TrainingCompletion> held) {
    static World of(long seed) {
      Random random = new Random(seed);
      Key key = List.of(Key.values()).get(random.nextInt(Key.values().length));
      int groups = 1 + random.nextInt(key == Key.YEAR ? 2 : 3);
      Each each = List.of(Each.values()).get(random.nextInt(Each.values().length));
      int least = 1 + random.nextInt(3);
      List<TrainingCompletion> held = new ArrayList<>();
      int days = key == Key.YEAR ? 500 : key == Key.MONTH ? 60 : 15;
      for (int i = random.nextInt(6); i > 0; i--) {
        held.add(
            TrainingCompletion.builder()
                .type(TrainingType.COURSE)
                .training("t" + random.nextInt(4))
                .term("term " + random.nextInt(3))
                .subject("s" + random.nextInt(3))
                .credits(BigDecimal.valueOf(1 + random.nextInt(3)))
                .completedOn(TODAY.minusDays(random.nextInt(days)))
                .provenance(VETTED.toBuilder().id("held " + i).build())
                .build());
      }
      return new World(key, each, least, groups, random.nextBoolean(), random.nextBoolean(), held);
    }

    String policy() {
      return """
          rule "Badge" @credential( "badge" ) when
            accumulate( groupby( TrainingCompletion( %s$key : %s, $n : credits, $t : training, $day : completedOn ); $k : $key%s; %s; $e %s%s );
                        $a : count(); $a %s )
          then end
          """
          .formatted(
              key == Key.LISTED ? "subject in ( \"s0\", \"s1\", \"s2\" ), " : "",
              key.isByDate() ? "completedOn" : key.field,
              key.isByDate() ? key.field.replace("completedOn", "") : "",
              each.function,
              atLeast(least, isEachStrict),
              each.also,
              atLeast(groups, isWholeStrict));
    }

    /** How many facts the groups need, each at the least, those that are to come included. */
    int leastFacts() {
      Map<Object, List<TrainingCompletion>> all = new HashMap<>();
      held.forEach(one -> all.computeIfAbsent(key.of(one), none -> new ArrayList<>()).add(one));
      Object now = key.isByDate() ? key.first(TODAY) : null;
      List<Integer> needs = new ArrayList<>();
      int kept = 0;
      for (Map.Entry<Object, List<TrainingCompletion>> group : all.entrySet()) {
        int facts = each.facts(group.getValue(), least);
        if (facts == 0) {
          kept++;
        } else if (now == null || now.equals(group.getKey())) {
          needs.add(facts);
        }
      }
      for (int i = 0; i < groups; i++) {
        needs.add(each.facts(List.of(), least));
      }
      boolean hasThisOne = now == null || !isKept(all.getOrDefault(now, List.of()));
      int missing = Math.max(0, groups - kept);
      if (now != null && hasThisOne && missing > 0) {
        int own = each.facts(all.getOrDefault(now, List.of()), least);
        return own + (missing - 1) * each.facts(List.of(), least);
      }
      return needs.stream().sorted().limit(missing).mapToInt(facts -> facts).sum();
    }

    private boolean isKept(List<TrainingCompletion> group) {
      return each.facts(group, least) == 0;
    }
  }

  @Property(tries = 12, seed = Laws.SEED)
  void some_plans_fill_the_groups_that_lack_least(@ForAll long seed) {
    a_plan_fills_the_groups_that_lack_least_and_what_it_says_is_enough(seed);
  }

  @Tag("long")
  @Property(seed = Laws.SEED)
  void a_plan_fills_the_groups_that_lack_least_and_what_it_says_is_enough(@ForAll long seed) {
    World world = World.of(seed);
    CredentialRules rules = rules(world.policy());
    LearnerRecord record = record(world.held().toArray(new Fact[0]));
    Plan plan = rules.evaluate(record, TODAY, ZONE).plan("badge");
    if (plan instanceof Plan.AlreadyEarned) {
      return;
    }
    assertThat(plan).as("%s", world).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).as("%s", world).hasSize(world.leastFacts());
    LocalDate start = steps.startOn() == null ? TODAY : steps.startOn();
    LocalDate then = steps.waitUntil() == null ? start : steps.waitUntil();
    earnsByAllOfItsSteps(rules, record, steps, then);
    UnhelpfulFacts unhelpful =
        new UnhelpfulFacts(rules.vocabulary(), start.atTime(12, 0).atZone(ZONE), new Random(seed));
    for (int tries = 0; tries < 5; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, then, ZONE).isEarned("badge"))
          .as(
              "%s: %s with %s",
              world, steps.steps().stream().map(Plan.Step::demands).toList(), after.facts())
          .isTrue();
    }
  }

  private static void earnsByAllOfItsSteps(
      CredentialRules rules, LearnerRecord record, Plan.Steps plan, LocalDate then) {
    LearnerRecord after = plan.appliedTo(record);
    assertThat(rules.evaluate(after, then, ZONE).isEarned("badge")).isTrue();
    if (plan.waitUntil() != null) {
      assertThat(rules.evaluate(after, then.minusDays(1), ZONE).isEarned("badge")).isFalse();
    }
    for (int left = 0; left < plan.steps().size(); left++) {
      List<Plan.Step> others = new ArrayList<>(plan.steps());
      others.remove(left);
      LearnerRecord without =
          others.isEmpty() ? record : new StatedSteps(plan.credential(), others).appliedTo(record);
      assertThat(rules.evaluate(without, then, ZONE).isEarned("badge")).isFalse();
    }
  }

  private static final String WEEKS =
      """
      rule "Service" @credential( "badge" ) when
        accumulate( groupby( Participation( type == "SERVICE", $on : heldOn, $hours : hours );
                             $week : $on.startOfWeek(); $sum : sum( $hours ); $sum >= 30 );
                    $weeks : count(); $weeks >= 4 )%s
      then end
      """;

  private static Plan.Steps plan(String policy, Fact... facts) {
    return (Plan.Steps) rules(policy).evaluate(record(facts), TODAY, ZONE).plan("badge");
  }

  /** The first of May 2026 is a Friday. */
  @Test
  void this_week_comes_first_and_each_further_week_has_its_days() {
    Plan.Steps plan = plan(WEEKS.formatted(""));
    assertThat(plan.startOn()).isNull();
    assertThat(plan.waitUntil()).isEqualTo("2026-05-24");
    assertThat(plan.steps())
        .extracting(step -> days(step))
        .containsExactly(
            List.of(LocalDate.parse("2026-05-01"), LocalDate.parse("2026-05-03")),
            List.of(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-05-10")),
            List.of(LocalDate.parse("2026-05-11"), LocalDate.parse("2026-05-17")),
            List.of(LocalDate.parse("2026-05-18"), LocalDate.parse("2026-05-24")));
  }

  private static List<Object> days(Plan.Step step) {
    return step.demands().stream()
        .filter(demand -> demand.field().equals("heldOn"))
        .flatMap(demand -> demand.values().stream())
        .toList();
  }

  /** On a Friday; on the Sunday only the next week has two days left. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-01, 2026-05-01 2026-05-02 2026-05-02 2026-05-03",
    "2026-05-03, 2026-05-04 2026-05-09 2026-05-07 2026-05-10"
  })
  void two_days_of_a_week_are_of_one_that_has_two_left(LocalDate today, String days) {
    String policy =
        """
        rule "Badge" @credential( "badge" ) when
          accumulate( groupby( Participation( $on : heldOn ); $week : $on.startOfWeek();
                               $days : countDistinct( $on ); $days >= 2 );
                      $weeks : count(); $weeks >= 1 )
        then end
        """;
    Plan.Steps plan = (Plan.Steps) rules(policy).evaluate(record(), today, ZONE).plan("badge");
    assertThat(plan.waitUntil()).isEqualTo(days.substring(days.length() - 10));
    assertThat(plan.steps().stream().flatMap(step -> days(step).stream()).map(Object::toString))
        .containsExactly(days.split(" "));
    assertThat(plan.steps().get(1).demands())
        .extracting(Plan.Demand::relation)
        .contains(Plan.Relation.DIFFERENT);
  }

  private static String days(int days, String span, int spans, boolean isStrict) {
    return """
        rule "Badge" @credential( "badge" ) when
          accumulate( groupby( TrainingCompletion( $on : completedOn ); $k : $on.startOf%s();
                               $d : countDistinct( $on ); $d %s );
                      $n : count(); $n %s )
        then end
        """
        .formatted(span, atLeast(days, isStrict), atLeast(spans, isStrict));
  }

  /** On a Sunday, so that only the weeks after it have room. */
  @ParameterizedTest
  @CsvSource({"2, 3, true", "3, 8, false"})
  void the_latest_and_the_earliest_days_that_steps_allow_are_enough(
      int days, int weeks, boolean isStrict) {
    CredentialRules rules = rules(days(days, "Week", weeks, isStrict));
    LocalDate sunday = LocalDate.parse("2026-05-03");
    Plan.Steps plan = (Plan.Steps) rules.evaluate(record(), sunday, ZONE).plan("badge");
    assertThat(plan.steps()).hasSize(days * weeks);
    LocalDate then = Objects.requireNonNull(plan.waitUntil());
    assertThat(then).isEqualTo(sunday.plusWeeks(weeks));
    for (boolean isLatest : new boolean[] {true, false}) {
      LearnerRecord after = record(onAllowedDays(plan, sunday, isLatest));
      assertThat(rules.evaluate(after, then, ZONE).isEarned("badge"))
          .as("%s %s", isLatest, plan.steps().stream().map(Plan.Step::demands).toList())
          .isTrue();
    }
    LearnerRecord without = record(onAllowedDays(plan, sunday, true));
    List<Fact> fewer = without.facts().subList(1, without.facts().size());
    assertThat(rules.evaluate(record(fewer.toArray(new Fact[0])), then, ZONE).isEarned("badge"))
        .isFalse();
  }

  /** One training for each step, on the last or the first day that the steps before it leave. */
  private static Fact[] onAllowedDays(Plan.Steps plan, LocalDate today, boolean isLatest) {
    List<LocalDate> taken = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (Plan.Step step : plan.steps()) {
      List<LocalDate> days =
          new ArrayList<>(
              today
                  .datesUntil(today.plusYears(1))
                  .filter(day -> allows(step, day, taken))
                  .toList());
      LocalDate day = days.get(isLatest ? days.size() - 1 : 0);
      taken.add(day);
      facts.add(onDay(day, taken.size()));
    }
    return facts.toArray(new Fact[0]);
  }

  private static boolean allows(Plan.Step step, LocalDate day, List<LocalDate> taken) {
    return step.demands().stream()
        .filter(demand -> demand.field().equals("completedOn"))
        .allMatch(
            demand ->
                switch (demand.relation()) {
                  case AT_LEAST -> !day.isBefore((LocalDate) demand.values().get(0));
                  case AT_MOST -> !day.isAfter((LocalDate) demand.values().get(0));
                  case ONE_OF -> demand.values().contains(day);
                  case DIFFERENT ->
                      demand.steps().stream().noneMatch(other -> taken.get(other).equals(day));
                  default -> throw new AssertionError(demand);
                });
  }

  /** Counted in combinations of facts: each day is tried with all that is there. */
  @ParameterizedTest
  @CsvSource({
    "50, Year, 2, 0, 1000",
    "5, Week, 30, 0, 1000",
    "20, Month, 12, 0, 1000",
    "200, Year, 30, 0, 1000",
    "3, Week, 4, 300, 20000"
  })
  void more_days_than_are_looked_for_end_soon(
      int days, String span, int spans, int held, int rows) {
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < held; i++) {
      facts.add(onDay(LocalDate.parse("2020-01-06").plusWeeks(i), i));
    }
    Plan plan =
        CredentialRules.builder()
            .add(pack(days(days, span, spans, false)))
            .limits(Limits.DEFAULT.withMaxJoinRows(rows))
            .compile()
            .evaluate(record(facts.toArray(new Fact[0])), LocalDate.parse("2026-05-03"), ZONE)
            .plan("badge");
    assertThat(((Plan.Unreachable) plan).routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause)
        .containsExactly(Plan.Cause.NOT_FOUND);
  }

  private static Fact onDay(LocalDate day, int number) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("course")
        .completedOn(day)
        .provenance(VETTED.toBuilder().id("training " + number).build())
        .build();
  }

  @Test
  void what_has_no_date_of_its_own_needs_none_beside_weeks_to_come() {
    Plan.Steps plan = plan(WEEKS.formatted("\n  TrainingCompletion( training == \"course\" )"));
    assertThat(plan.steps()).hasSize(5);
    assertThat(plan.steps().get(4).demands())
        .extracting(Plan.Demand::field)
        .containsExactly("training");
  }

  @ParameterizedTest
  @CsvSource({"'2026-04-01', false", "'2026-06-01', true"})
  void weeks_that_have_passed_are_too_late(String before, boolean isFound) {
    Plan plan =
        rules(WEEKS.formatted("").replace("type ==", "heldOn < \"" + before + "\", type =="))
            .evaluate(record(), TODAY, ZONE)
            .plan("badge");
    if (isFound) {
      assertThat(plan).isInstanceOf(Plan.Steps.class);
      return;
    }
    assertThat(((Plan.Unreachable) plan).routes().get(0).obstacles())
        .extracting(Plan.Obstacle::cause)
        .containsExactly(Plan.Cause.TOO_LATE);
  }

  @Test
  void a_group_that_may_not_be_is_filled_up() {
    String policy =
        """
        rule "Badge" @credential( "badge" ) when
          accumulate( groupby( TrainingCompletion( $s : subject, $n : credits ); $k : $s; $e : sum( $n ); $e < 6 );
                      $short : count(); $short == 0 )
          exists TrainingCompletion()
        then end
        """;
    Plan.Steps plan = plan(policy, course("a", 2), course("b", 5), course("c", 6));
    Set<Object> added = new HashSet<>();
    plan.steps()
        .forEach(
            step -> {
              TrainingCompletion training = (TrainingCompletion) step.fact();
              added.add(training.subject() + " " + training.credits());
            });
    assertThat(added).containsExactlyInAnyOrder("a 4", "b 1");
  }

  private static TrainingCompletion course(String subject, int credits) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(subject)
        .subject(subject)
        .credits(BigDecimal.valueOf(credits))
        .completedOn(TODAY)
        .provenance(VETTED)
        .build();
  }
}
