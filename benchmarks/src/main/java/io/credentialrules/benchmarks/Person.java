package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.HeldCredential;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.Participation;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.SignOff;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One learner's facts that count, each once, by type, and what is awarded so far. */
final class Person {
  final Applicant learner;
  final List<TrainingCompletion> trainings = new ArrayList<>();
  final List<WorkExperience> work = new ArrayList<>();
  final List<PerformanceFeedback> feedback = new ArrayList<>();
  final List<RubricScore> scores = new ArrayList<>();
  final List<Participation> participations = new ArrayList<>();
  final List<AssessmentResult> assessments = new ArrayList<>();
  final List<SubmittedEvidence> evidence = new ArrayList<>();
  final List<Enrolment> enrolments = new ArrayList<>();
  final List<SignOff> signOffs = new ArrayList<>();
  final List<IndustryCertification> certifications = new ArrayList<>();
  final Set<String> held = new HashSet<>();
  private final Set<String> earned = new HashSet<>();

  private final LearnerRecord record;

  Person(LearnerRecord record) {
    this(record, fact -> true);
  }

  private Person(LearnerRecord record, Predicate<Fact> which) {
    this.record = record;
    learner = Applicant.of(record.learner());
    for (Fact fact : new LinkedHashSet<>(record.facts())) {
      if (Counting.counts(fact) && which.test(fact)) {
        add(fact);
      }
    }
  }

  /** The same facts without those that a supervisor or host vetted; nothing is awarded to it. */
  Person atTheUniversity() {
    return new Person(
        record,
        fact -> {
          ReviewerRole role = fact.provenance().vetting().role();
          return role != ReviewerRole.SUPERVISOR && role != ReviewerRole.HOST;
        });
  }

  private void add(Fact fact) {
    if (fact instanceof TrainingCompletion training) {
      trainings.add(training);
    } else if (fact instanceof WorkExperience experience) {
      work.add(experience);
    } else if (fact instanceof RubricScore score) {
      scores.add(score);
    } else if (fact instanceof Participation participation) {
      participations.add(participation);
    } else if (fact instanceof AssessmentResult assessment) {
      assessments.add(assessment);
    } else if (fact instanceof SubmittedEvidence submitted) {
      evidence.add(submitted);
    } else if (fact instanceof PerformanceFeedback given) {
      feedback.add(given);
    } else if (fact instanceof HeldCredential credential) {
      held.add(credential.credential());
    } else if (fact instanceof IndustryCertification certification) {
      certifications.add(certification);
    } else if (fact instanceof Enrolment enrolment) {
      enrolments.add(enrolment);
    } else if (fact instanceof SignOff signOff) {
      signOffs.add(signOff);
    }
  }

  Set<String> earned() {
    return earned;
  }

  /** Awards a credential that is held already, or whose condition holds. */
  void award(String credential, boolean holds) {
    if (holds || held.contains(credential)) {
      earned.add(credential);
    }
  }

  boolean has(String credential) {
    return earned.contains(credential);
  }

  boolean hasAny(String... credentials) {
    for (String credential : credentials) {
      if (has(credential)) {
        return true;
      }
    }
    return false;
  }

  /** Awards the micro-credential of a pathway for its three levels. */
  void stack(String pathway) {
    award(
        pathway,
        has(pathway + "-level-1") && has(pathway + "-level-2") && has(pathway + "-level-3"));
  }

  boolean completed(String training) {
    return trainings.stream().anyMatch(each -> training.equals(each.training()));
  }

  boolean certified(String certification) {
    return certifications.stream().anyMatch(each -> certification.equals(each.certification()));
  }

  boolean handedIn(EvidenceType type, String topic) {
    return evidence.stream().anyMatch(each -> each.type() == type && topic.equals(each.topic()));
  }

  boolean proficient(String rubric, String criterion) {
    return scores.stream()
        .anyMatch(
            each ->
                rubric.equals(each.rubric())
                    && criterion.equals(each.criterion())
                    && "PROFICIENT".equals(each.level()));
  }

  /** Each criterion that was judged by a rubric, and at least one, has a proficient score. */
  boolean proficientInAll(String rubric) {
    return scores.stream()
            .anyMatch(each -> rubric.equals(each.rubric()) && "PROFICIENT".equals(each.level()))
        && scores.stream()
            .filter(each -> rubric.equals(each.rubric()))
            .allMatch(each -> proficient(rubric, each.criterion()));
  }

  boolean agedAtLeast(int years) {
    return learner.age() != null && learner.age() >= years;
  }

  static <T> BigDecimal sum(
      List<T> facts, Predicate<T> which, Function<T, @Nullable BigDecimal> amount) {
    BigDecimal sum = BigDecimal.ZERO;
    for (T fact : facts) {
      BigDecimal each = which.test(fact) ? amount.apply(fact) : null;
      sum = each == null ? sum : sum.add(each);
    }
    return sum;
  }

  static <T> int different(List<T> facts, Predicate<T> which, Function<T, @Nullable String> value) {
    Set<String> different = new HashSet<>();
    for (T fact : facts) {
      String each = which.test(fact) ? value.apply(fact) : null;
      if (each != null) {
        different.add(each);
      }
    }
    return different.size();
  }

  static boolean atLeast(@Nullable BigDecimal amount, int least) {
    return amount != null && amount.compareTo(BigDecimal.valueOf(least)) >= 0;
  }
}
