package io.credentialrules.examples.campus.me;

import io.credentialrules.Evaluation;
import io.credentialrules.LearnerRecord;
import io.credentialrules.NotCounted;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.learner.Consent;
import io.credentialrules.examples.campus.learner.Facts;
import io.credentialrules.report.Sentences;
import io.credentialrules.vocabulary.Enrolment;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.SubmittedEvidence;
import io.credentialrules.vocabulary.WorkExperience;
import io.credentialrules.vocabulary.WorkExperienceType;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What learners hand in and take back. Nothing of it counts before somebody has reviewed it. */
@Service
class Evidence {
  private static final int MOST_FACTS = 500;

  private final Decisions decisions;
  private final Clock clock;

  Evidence(Decisions decisions, Clock clock) {
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * A fact as its learner sees it.
   *
   * @param sentence the fact in words
   * @param state what became of it
   * @param style the state as a class of the style sheet
   */
  record Entry(String sentence, String state, String style) {}

  static List<Entry> of(Evaluation evaluation) {
    Sentences sentences = Sentences.of(evaluation, Locale.US);
    List<Entry> entries = new ArrayList<>();
    for (NotCounted fact : evaluation.notCounted()) {
      if (!(fact.fact() instanceof Learner)) {
        boolean waits = fact.reason() == NotCounted.Reason.UNVETTED;
        entries.add(
            new Entry(
                sentences.sentence(sentences.fact(fact.fact())),
                waits ? "waits for a reviewer" : sentences.notCounted(fact),
                waits ? "pending-review" : "unmet"));
      }
    }
    for (Fact fact : evaluation.counted()) {
      if (!(fact instanceof Learner || fact instanceof Enrolment || fact instanceof Consent)) {
        entries.add(
            new Entry(sentences.sentence(sentences.fact(fact)), sentences.vetting(fact), "met"));
      }
    }
    return entries;
  }

  void submit(
      String learner,
      String by,
      EvidenceType type,
      @Nullable String topic,
      String title,
      @Nullable String url,
      @Nullable String why) {
    add(
        learner,
        by,
        SubmittedEvidence.builder()
            .type(type)
            .topic(topic)
            .title(title)
            .url(url)
            .justification(why)
            .submittedOn(LocalDate.now(clock))
            .build());
  }

  void submitHours(
      String learner,
      String by,
      WorkExperienceType type,
      String site,
      BigDecimal hours,
      LocalDate startedOn,
      LocalDate endedOn) {
    add(
        learner,
        by,
        WorkExperience.builder()
            .type(type)
            .site(site)
            .hours(hours)
            .startedOn(startedOn)
            .endedOn(endedOn)
            .build());
  }

  /** Lets employers find the learner, or not any more. */
  void agree(String learner, String by, boolean agrees) {
    decisions.change(
        learner,
        Cause.RECORD,
        by,
        record -> {
          List<Fact> facts = new ArrayList<>(record.facts());
          facts.removeIf(Consent.class::isInstance);
          if (agrees) {
            facts.add(
                Facts.identified(
                    new Consent(
                        Consent.Purpose.EMPLOYERS, LocalDate.now(clock), Provenance.UNVETTED)));
          }
          return Facts.withFacts(record, facts);
        });
  }

  private void add(String learner, String by, Fact fact) {
    Fact own = Facts.with(fact, fact.provenance().from(by));
    decisions.change(learner, Cause.RECORD, by, record -> added(record, Facts.identified(own)));
  }

  private static LearnerRecord added(LearnerRecord record, Fact fact) {
    if (record.facts().size() >= MOST_FACTS) {
      throw new IllegalArgumentException("the record has " + MOST_FACTS + " facts already");
    }
    return record.with(fact);
  }
}
