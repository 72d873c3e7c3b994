package io.credentialrules.examples.campus.employer;

import io.credentialrules.LearnerRecord;
import io.credentialrules.examples.campus.badge.Award;
import io.credentialrules.examples.campus.decision.Cause;
import io.credentialrules.examples.campus.decision.Decisions;
import io.credentialrules.examples.campus.learner.Acts;
import io.credentialrules.examples.campus.learner.Consent;
import io.credentialrules.examples.campus.learner.Facts;
import io.credentialrules.examples.campus.learner.Notices;
import io.credentialrules.examples.campus.people.Person;
import io.credentialrules.vocabulary.Endorsement;
import io.credentialrules.vocabulary.EndorserType;
import io.credentialrules.vocabulary.Provenance;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/**
 * What employers say of badges: a fact of the learner's record, which counts where a policy asks
 * for it once somebody of the institution has reviewed it. Only of learners who agree at that
 * moment, and nobody endorses their own.
 */
@Service
class Endorsing {
  private final Decisions decisions;
  private final Acts acts;
  private final Notices notices;
  private final Clock clock;

  Endorsing(Decisions decisions, Acts acts, Notices notices, Clock clock) {
    this.decisions = decisions;
    this.acts = acts;
    this.notices = notices;
    this.clock = clock;
  }

  /**
   * Endorses the credential of a badge.
   *
   * @param interview whether the employer also commits to an interview
   */
  @Transactional
  public void endorse(Person by, Award award, boolean interview, String why) {
    if (award.learner().equals(by.learner())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
    decisions.change(
        award.learner(),
        Cause.RECORD,
        by.username(),
        record -> endorsed(record, by, award, interview));
    acts.add(
        by.username(),
        interview ? Acts.Kind.INTERVIEW : Acts.Kind.ENDORSED,
        award.learner(),
        award.name(),
        why);
    notices.tell(
        award.learner(),
        by.name()
            + (interview ? " commits to interview you for " : " endorses ")
            + award.name()
            + (why.isEmpty() ? "." : ": " + why),
        null);
  }

  private LearnerRecord endorsed(LearnerRecord record, Person by, Award award, boolean interview) {
    if (record.facts().stream().noneMatch(Consent.class::isInstance)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    boolean isSaid =
        record.facts().stream()
            .anyMatch(
                fact ->
                    fact instanceof Endorsement said
                        && by.username().equals(said.provenance().source())
                        && award.credential().equals(said.credential())
                        && said.commitsToInterview() == interview);
    if (isSaid) {
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
    return record.with(
        Facts.identified(
            Endorsement.builder()
                .type(EndorserType.EMPLOYER)
                .endorser(by.name())
                .credential(award.credential())
                .commitsToInterview(interview)
                .madeOn(LocalDate.now(clock))
                .provenance(Provenance.UNVETTED.from(by.username()))
                .build()));
  }
}
