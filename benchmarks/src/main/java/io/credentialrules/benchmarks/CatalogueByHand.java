package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.TrainingType;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pathways of a {@link Catalogue} as Java that knows what to look for. */
final class CatalogueByHand implements Engine {
  private static final String CERTIFICATION = "-cert";
  private static final BigDecimal HOURS = BigDecimal.valueOf(120);

  private final Set<String> pathways = new HashSet<>();

  CatalogueByHand(Catalogue catalogue) {
    for (int pathway = 0; pathway < catalogue.pathways(); pathway++) {
      pathways.add("p" + pathway);
    }
  }

  /** What a learner has for one pathway. */
  private static final class Progress {
    private final Set<String> trainings = new HashSet<>();
    private final Map<String, BigDecimal> scores = new HashMap<>();
    private BigDecimal hours = BigDecimal.ZERO;
    private boolean isCertified;
    private boolean hasFeedback;

    private boolean hasScore(String criterion, int least) {
      BigDecimal score = scores.get(criterion);
      return score != null && score.compareTo(BigDecimal.valueOf(least)) >= 0;
    }
  }

  @Override
  public Set<String> earned(LearnerRecord record) {
    Map<String, Progress> progress = new HashMap<>();
    for (Fact fact : new LinkedHashSet<>(record.facts())) {
      if (Counting.counts(fact)) {
        add(fact, progress);
      }
    }
    Set<String> earned = new HashSet<>();
    progress.forEach((pathway, of) -> award(pathway, of, earned));
    return earned;
  }

  private void add(Fact fact, Map<String, Progress> progress) {
    if (fact instanceof TrainingCompletion training && training.type() == TrainingType.COURSE) {
      Progress of = of(training.subject(), progress);
      if (of != null && training.training() != null) {
        of.trainings.add(training.training());
      }
    } else if (fact instanceof RubricScore score && score.score() != null) {
      Progress of = of(score.rubric(), progress);
      if (of != null) {
        of.scores.merge(score.criterion(), score.score(), BigDecimal::max);
      }
    } else if (fact instanceof IndustryCertification held
        && held.certification().endsWith(CERTIFICATION)) {
      String certification = held.certification();
      Progress of =
          of(certification.substring(0, certification.length() - CERTIFICATION.length()), progress);
      if (of != null) {
        of.isCertified = true;
      }
    } else if (fact instanceof WorkExperience work && work.siteApproved() && work.hours() != null) {
      Progress of = of(work.subject(), progress);
      if (of != null) {
        of.hours = of.hours.add(work.hours());
      }
    } else if (fact instanceof PerformanceFeedback feedback
        && feedback.providerRole() == ReviewerRole.HOST) {
      Progress of = of(feedback.subject(), progress);
      if (of != null) {
        of.hasFeedback = true;
      }
    }
  }

  private @Nullable Progress of(@Nullable String pathway, Map<String, Progress> progress) {
    return pathway != null && pathways.contains(pathway)
        ? progress.computeIfAbsent(pathway, unseen -> new Progress())
        : null;
  }

  private static void award(String pathway, Progress of, Set<String> earned) {
    if (!of.trainings.contains("intro")
        || !of.trainings.contains("foundation")
        || !of.hasScore("preparation", 2)) {
      return;
    }
    earned.add(pathway + "-1");
    if (!of.trainings.contains("practice") || !of.hasScore("practice", 3) || !of.isCertified) {
      return;
    }
    earned.add(pathway + "-2");
    if (of.hours.compareTo(HOURS) >= 0 && of.hasScore("competency", 3) && of.hasFeedback) {
      earned.add(pathway + "-3");
      earned.add(pathway);
    }
  }
}
