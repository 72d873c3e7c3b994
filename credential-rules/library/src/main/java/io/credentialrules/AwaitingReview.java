package io.credentialrules;

import io.credentialrules.vocabulary.Fact;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Evidence that somebody has to review before a credential is decided, or a sign-off that is
 * missing. Those of many learners, in the order of {@link #MOST_DECISIVE_FIRST}, are the queue of
 * an institution's reviewers.
 */
public interface AwaitingReview {

  /**
   * Those that decide the most credentials first, then those that most credentials wait for, then
   * what happened earliest; the same for the same evaluations.
   */
  Comparator<AwaitingReview> MOST_DECISIVE_FIRST = PendingFacts.MOST_DECISIVE_FIRST;

  /** The id of the learner. */
  String learner();

  /** What awaits the review; null where a sign-off is missing, which no fact of the record is. */
  @Nullable Fact fact();

  /** The requirements for which it would count, in the order of the decisions; at least one. */
  List<RequirementResult> requirements();

  /**
   * The ids of the credentials that lack nothing but reviews, this one among them, in the order of
   * the catalogue.
   */
  List<String> decides();

  /**
   * The ids of all credentials whose nearest route waits for it, those that lack more too, in the
   * order of the catalogue.
   */
  List<String> waiting();

  /** What awaits review in an evaluation, most decisive first. It explains every decision. */
  static List<AwaitingReview> of(Evaluation evaluation) {
    return new PendingFacts(evaluation).items();
  }
}
