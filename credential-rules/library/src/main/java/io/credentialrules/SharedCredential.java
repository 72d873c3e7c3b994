package io.credentialrules;

import io.credentialrules.internal.result.StatedSharedCredential;
import io.credentialrules.internal.work.Distinct;
import io.credentialrules.policy.AlignmentTarget;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SignOff;
import java.util.ArrayList;
import java.util.List;

/**
 * A credential that a learner holds and agreed to show, with the evidence and so with who vetted
 * it: what an employer may see. Without an agreement that counts on the date of evaluation there is
 * nothing to see, not even that the learner is on record.
 */
public interface SharedCredential {

  /**
   * The subject of the sign-off by which learners agree, in the role {@link ReviewerRole#LEARNER}
   * and by their own id. A validity bounds it, and a status withdraws it.
   */
  String CONSENT = "share-skills";

  /** The id of the learner. */
  String learner();

  /** The decision, with since and until when. */
  Decision.Earned decision();

  /** What met its requirements, each once, in the order of the requirements. */
  List<Fact> evidence();

  /**
   * The competencies that it validates: what the rule that was met and its requirements say by
   * {@code @alignment}, each once; empty where it is only held.
   */
  default List<AlignmentTarget> competencies() {
    Route route = decision().route();
    return route == null ? List.of() : route.alignments();
  }

  /** Whether the learner agreed, and the agreement counts on the date of evaluation. */
  static boolean isAgreed(Evaluation evaluation) {
    String learner = evaluation.record().learner().id();
    return evaluation.counted().stream()
        .anyMatch(
            fact ->
                fact instanceof SignOff consent
                    && consent.subject().equals(CONSENT)
                    && consent.role() == ReviewerRole.LEARNER
                    && consent.by().equals(learner));
  }

  /**
   * What is earned, in the order of the catalogue; nothing where the learner did not agree. It
   * explains each credential that is earned.
   */
  static List<SharedCredential> of(Evaluation evaluation) {
    List<SharedCredential> shared = new ArrayList<>();
    if (!isAgreed(evaluation)) {
      return shared;
    }
    for (String credential : evaluation.earned()) {
      if (evaluation.decision(credential) instanceof Decision.Earned earned) {
        Distinct<Fact> evidence = new Distinct<>();
        if (earned.held() != null) {
          evidence.add(earned.held());
        }
        earned.requirements().forEach(requirement -> requirement.evidence().forEach(evidence::add));
        shared.add(
            new StatedSharedCredential(
                evaluation.record().learner().id(), earned, evidence.toList()));
      }
    }
    return shared;
  }
}
