package io.credentialrules;

import static io.credentialrules.Records.TODAY;
import static io.credentialrules.Records.VETTED;
import static io.credentialrules.Records.ZONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FeedbackOutcome;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.ParticipationType;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
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

/** What one requirement needs undoes another one, or serves it too. */
class PlanSpoiltProperties {
  private static final int NEEDED = 10;

  /** Hours of courses, and an application after all of them or within so many days. */
  @Property(seed = Laws.SEED)
  void what_comes_after_an_application_takes_another_one(@ForAll long seed) {
    Random random = new Random(seed);
    boolean isNone = random.nextBoolean();
    String policy =
        """
        rule "Hours" @requirement( "hours" ) when
          accumulate( TrainingCompletion( type == "COURSE", subject == "care", $h : hours );
                      $sum : sum( $h ); $sum >= 10 )
        then end
        rule "Application" @requirement( "application" ) when
          Participation( type == "APPLICATION", $applied : heldOn )
          %s
        then end
        rule "C" @credential( "c" ) when
          Met( requirement == "hours" )
          Met( requirement == "application" )
        then end
        """
            .formatted(
                isNone
                    ? "not TrainingCompletion( subject == \"care\", completedOn > $applied )"
                    : "forall( $each : TrainingCompletion( subject == \"care\" )"
                        + " TrainingCompletion( this == $each, completedOn <= $applied ) )");
    List<Fact> facts = new ArrayList<>();
    int hours = 0;
    LocalDate last = LocalDate.MIN;
    for (int course = random.nextInt(4); course > 0; course--) {
      int own = 1 + random.nextInt(6);
      boolean isCare = random.nextInt(4) > 0;
      LocalDate day = TODAY.minusDays(random.nextInt(4));
      facts.add(course("course " + course, isCare ? "care" : "other", own, day));
      hours += isCare ? own : 0;
      last = isCare && day.isAfter(last) ? day : last;
    }
    LocalDate applied = null;
    for (int application = random.nextInt(3); application > 0; application--) {
      LocalDate day = TODAY.minusDays(random.nextInt(4));
      facts.add(application(day));
      applied = applied == null || day.isAfter(applied) ? day : applied;
    }
    boolean isShort = hours < NEEDED;
    boolean isInTime = applied != null && !applied.isBefore(isShort ? TODAY : last);
    planned(policy, facts, (isShort ? 1 : 0) + (isInTime ? 0 : 1));
  }

  /** Hours of work, and feedback on an approved one by its name. */
  @Property(seed = Laws.SEED)
  void what_is_needed_anyway_has_the_name_that_serves_something_else(@ForAll long seed) {
    Random random = new Random(seed);
    boolean isHoursFirst = random.nextBoolean();
    String hours = "  Met( requirement == \"hours\" )\n";
    String feedback = "  Met( requirement == \"feedback\" )\n";
    String policy =
        """
        rule "Hours" @requirement( "hours" ) when
          accumulate( WorkExperience( type == "INTERNSHIP", $h : hours ); $sum : sum( $h ); $sum >= 10 )
        then end
        rule "Feedback" @requirement( "feedback" ) when
          WorkExperience( siteApproved, $work : experience )
          PerformanceFeedback( providerRole == "HOST", experience == $work )
        then end
        rule "C" @credential( "c" ) when
        %s%sthen end
        """
            .formatted(isHoursFirst ? hours : feedback, isHoursFirst ? feedback : hours);
    List<Fact> facts = new ArrayList<>();
    int sum = 0;
    Set<String> approved = new HashSet<>();
    for (int work = random.nextInt(4); work > 0; work--) {
      int own = 1 + random.nextInt(6);
      boolean isApproved = random.nextBoolean();
      String name = name(random);
      facts.add(work(name, isApproved, own, TODAY.minusDays(work)));
      sum += own;
      if (isApproved && name != null) {
        approved.add(name);
      }
    }
    Set<String> withFeedback = new HashSet<>();
    for (int each = random.nextInt(3); each > 0; each--) {
      String name = name(random);
      facts.add(feedback(name));
      if (name != null) {
        withFeedback.add(name);
      }
    }
    boolean isMet = approved.stream().anyMatch(withFeedback::contains);
    boolean hasOne = !approved.isEmpty() || !withFeedback.isEmpty();
    boolean isShort = sum < NEEDED;
    int fewest = isMet ? 0 : isShort ? (withFeedback.isEmpty() ? 1 : 0) : hasOne ? 1 : 2;
    planned(policy, facts, (isShort ? 1 : 0) + fewest);
  }

  private static void planned(String policy, List<Fact> facts, int fewest) {
    LearnerRecord record = Records.record(facts.toArray(Fact[]::new));
    Plan plan = Records.rules(policy).evaluate(record, TODAY, ZONE).plan("c");
    if (fewest == 0) {
      assertThat(plan).as(() -> policy + facts).isInstanceOf(Plan.AlreadyEarned.class);
      return;
    }
    assertThat(plan).as(() -> policy + facts).isInstanceOf(Plan.Steps.class);
    Plan.Steps steps = (Plan.Steps) plan;
    assertThat(steps.steps()).as(() -> policy + facts + plan).hasSize(fewest);
    assertThat(steps.isProvenSmallest()).as(() -> policy + facts + plan).isTrue();
  }

  private static @Nullable String name(Random random) {
    int name = random.nextInt(4);
    return name == 0 ? null : "work-" + name;
  }

  private static Fact course(String name, String subject, int hours, LocalDate on) {
    return TrainingCompletion.builder()
        .type(TrainingType.COURSE)
        .training(name)
        .subject(subject)
        .hours(BigDecimal.valueOf(hours))
        .completedOn(on)
        .provenance(VETTED)
        .build();
  }

  private static Fact application(LocalDate on) {
    return Participation.builder()
        .type(ParticipationType.APPLICATION)
        .heldOn(on)
        .provenance(VETTED)
        .build();
  }

  private static Fact work(
      @Nullable String name, boolean isApproved, int hours, LocalDate endedOn) {
    return WorkExperience.builder()
        .type(WorkExperienceType.INTERNSHIP)
        .experience(name)
        .siteApproved(isApproved)
        .hours(BigDecimal.valueOf(hours))
        .endedOn(endedOn)
        .provenance(VETTED)
        .build();
  }

  private static Fact feedback(@Nullable String name) {
    return PerformanceFeedback.builder()
        .outcome(FeedbackOutcome.POSITIVE)
        .providerRole(ReviewerRole.HOST)
        .experience(name)
        .givenOn(TODAY.minusDays(5))
        .provenance(VETTED)
        .build();
  }
}
