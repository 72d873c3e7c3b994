package io.credentialrules;

import static org.assertj.core.api.Assertions.assertThat;

import io.credentialrules.vocabulary.AssessmentResult;
import io.credentialrules.vocabulary.AssessmentType;
import io.credentialrules.vocabulary.EvidenceType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Provenance;
import io.credentialrules.vocabulary.ReviewerRole;
import io.credentialrules.vocabulary.SubmittedEvidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody has to review comes in the order of what it decides. */
class AwaitingReviewTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  private static final CredentialRules RULES =
      CredentialRules.compile(
          PolicyPack.of(
              "garden",
              Map.of(
                  "garden.drl",
                  """
                  package garden
                  rule "A quiz of at least 80 percent" @requirement( "quiz" )
                  when AssessmentResult( assessment == "quiz", score >= 80 ) then end
                  rule "A portfolio" @requirement( "portfolio" )
                  when SubmittedEvidence( type == "PORTFOLIO" ) then end
                  rule "Level 1" @credential( "level-1" ) @pathway( "garden" ) @level( 1 )
                  when Met( requirement == "quiz" ) then end
                  rule "Level 2" @credential( "level-2" ) @pathway( "garden" ) @level( 2 )
                  when Earned( credential == "level-1" ) Met( requirement == "portfolio" ) then end
                  rule "Signed" @credential( "signed" )
                  when Earned( credential == "level-1" ) SignOff( subject == "signed" ) then end
                  """)));

  private static AssessmentResult quiz(int score, Provenance provenance) {
    return new AssessmentResult(
        AssessmentType.QUIZ, "quiz", null, new BigDecimal(score), true, DAY, provenance);
  }

  private static final Provenance VETTED =
      Provenance.vettedBy("Dr. Fox", ReviewerRole.FACULTY, DAY);
  private static final Fact PORTFOLIO =
      new SubmittedEvidence(
          EvidenceType.PORTFOLIO,
          null,
          "P",
          null,
          true,
          null,
          DAY.plusDays(1),
          Provenance.UNVETTED);

  private static List<AwaitingReview> awaiting(String learner, Fact... facts) {
    return AwaitingReview.of(
        RULES.evaluate(
            LearnerRecord.builder(learner).add(facts).build(),
            LocalDate.of(2026, 5, 1),
            ZoneId.of("UTC")));
  }

  @Test
  void evidence_says_what_it_decides_alone_and_through_what_comes_first() {
    List<AwaitingReview> items = awaiting("ada", quiz(80, Provenance.UNVETTED), PORTFOLIO);
    assertThat(items).hasSize(3);
    AwaitingReview first = items.get(0);
    assertThat(first.learner()).isEqualTo("ada");
    assertThat(first.fact()).isEqualTo(quiz(80, Provenance.UNVETTED));
    assertThat(first.requirements()).extracting(RequirementResult::id).containsExactly("quiz");
    assertThat(first.decides()).containsExactly("level-1", "level-2", "signed");
    assertThat(items.get(1).decides()).containsExactly("level-2");
  }

  @Test
  void what_lacks_more_waits_and_is_not_decided() {
    List<AwaitingReview> items = awaiting("ada", quiz(79, Provenance.UNVETTED), PORTFOLIO);
    assertThat(items).hasSize(1);
    assertThat(items.get(0).fact()).isEqualTo(PORTFOLIO);
    assertThat(items.get(0).decides()).isEmpty();
    assertThat(items.get(0).waiting()).containsExactly("level-2");
  }

  @Test
  void a_missing_sign_off_is_in_the_queue_and_nothing_that_is_reviewed() {
    List<AwaitingReview> items = awaiting("ada", quiz(80, VETTED));
    assertThat(items).hasSize(1);
    assertThat(items.get(0).fact()).isNull();
    assertThat(items.get(0).decides()).containsExactly("signed");
    assertThat(awaiting("ada")).isEmpty();
  }

  @Test
  void those_of_many_learners_are_sorted_by_what_they_decide() {
    List<AwaitingReview> queue = new ArrayList<>();
    queue.addAll(awaiting("ada", quiz(79, VETTED), PORTFOLIO));
    queue.addAll(awaiting("cy", quiz(80, Provenance.UNVETTED), PORTFOLIO));
    queue.addAll(awaiting("bob", quiz(80, Provenance.UNVETTED), PORTFOLIO));
    queue.sort(AwaitingReview.MOST_DECISIVE_FIRST);
    assertThat(queue)
        .extracting(item -> item.learner() + " " + item.decides().size())
        .containsExactly("bob 3", "cy 3", "bob 1", "cy 1", "bob 1", "cy 1", "ada 0");
  }
}
