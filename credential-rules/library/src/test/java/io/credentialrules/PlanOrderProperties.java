package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Courses and placements, each after the one before it, and some of them of a length. */
class PlanOrderProperties {
  private static final ZonedDateTime AS_OF = TODAY.atTime(18, 0).atZone(ZONE);

  /** By how many days months differ in length. */
  private static final long UNEVEN_DAYS = 3;

  /** A length or a gap, as it is written and as it is meant. */
  private record Span(String written, int days, int weeks, int months) {
    private static final Span NONE = new Span("", 0, 0, 0);

    private LocalDate after(LocalDate day) {
      return day.plusDays(days).plusWeeks(weeks).plusMonths(months);
    }

    private static Span of(Random random) {
      int number = 1 + random.nextInt(4);
      return switch (random.nextInt(3)) {
        case 0 -> new Span(".plusDays( " + number + " )", number, 0, 0);
        case 1 -> new Span(".plusWeeks( " + number + " )", 0, number, 0);
        default -> new Span(".plusMonths( " + number + " )", 0, 0, number);
      };
    }
  }

  @Property(seed = Laws.SEED)
  void what_comes_one_after_the_other_is_planned_from_the_date_of_evaluation_on(@ForAll long seed) {
    Random random = new Random(seed);
    int conditions = 2 + random.nextInt(3);
    int onRecord = random.nextInt(conditions);
    StringBuilder policy = new StringBuilder("rule \"C\" @credential( \"c\" ) when\n");
    List<Fact> facts = new ArrayList<>();
    LocalDate recorded = TODAY.minusYears(1);
    LocalDate soonest = recorded;
    for (int at = 0; at < conditions; at++) {
      boolean isCourse = random.nextBoolean();
      boolean isStrict = random.nextBoolean();
      Span gap = at > 0 && random.nextBoolean() ? Span.of(random) : Span.NONE;
      Span length = isCourse || random.nextBoolean() ? Span.NONE : Span.of(random);
      String begins = isCourse ? "completedOn" : "startedOn";
      List<String> constraints = new ArrayList<>();
      constraints.add((isCourse ? "training" : "experience") + " == \"n" + at + "\"");
      constraints.add("$end" + at + " : " + (isCourse ? "completedOn" : "endedOn"));
      if (at > 0) {
        constraints.add(
            1 + random.nextInt(constraints.size()),
            begins + (isStrict ? " > " : " >= ") + "$end" + (at - 1) + gap.written());
      }
      if (!length.equals(Span.NONE)) {
        constraints.add(
            1 + random.nextInt(constraints.size()), "endedOn >= startedOn" + length.written());
      }
      policy
          .append(isCourse ? "  TrainingCompletion( " : "  WorkExperience( ")
          .append(String.join(", ", constraints))
          .append(" )\n");
      LocalDate next = gap.after(recorded).plusDays(1);
      if (at < onRecord && length.after(next).isAfter(TODAY)) {
        onRecord = at;
      }
      if (at < onRecord) {
        LocalDate from = next;
        recorded = length.after(from);
        facts.add(isCourse ? course(at, recorded) : placement(at, from, recorded));
        soonest = recorded;
      } else {
        LocalDate from = gap.after(soonest).plusDays(at > 0 && isStrict ? 1 : 0);
        soonest = length.after(from.isBefore(TODAY) ? TODAY : from);
      }
    }
    policy.append("then end\n");
    CredentialRules rules = Records.rules(policy.toString());
    LearnerRecord record = Records.record(facts.toArray(Fact[]::new));
    Plan plan = rules.evaluate(record, AS_OF).plan("c");
    assertThat(plan).as(() -> policy + "" + facts).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).as(() -> policy + "" + plan).hasSize(conditions - onRecord);
    LocalDate day =
        steps.startOn() != null
            ? steps.startOn()
            : Objects.requireNonNullElse(steps.waitUntil(), TODAY);
    assertThat(day)
        .as(() -> policy + "" + facts + plan)
        .isBeforeOrEqualTo(soonest.plusDays(UNEVEN_DAYS * (conditions - onRecord)));
    UnhelpfulFacts unhelpful = new UnhelpfulFacts(rules.vocabulary(), AS_OF.with(day), random);
    for (int tries = 0; tries < 3; tries++) {
      LearnerRecord after = unhelpful.after(steps, record);
      assertThat(rules.evaluate(after, day, ZONE).isEarned("c"))
          .as(() -> policy + "" + steps + after.facts())
          .isTrue();
    }
  }

  private static Fact course(int name, LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training("n" + name)
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static Fact placement(int name, LocalDate from, LocalDate until) {
    return WorkExperience.builder()
        .type(WorkExperienceType.INTERNSHIP)
        .experience("n" + name)
        .startedOn(from)
        .endedOn(until)
        .provenance(VETTED)
        .build();
  }
}
