package io.credentialrules.examples.campus.review;

import io.credentialrules.CredentialRules;
import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.FactStatus;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.VettingStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rubric as a reviewer fills it in: every criterion that the policy or the record names, with the
 * level that it has and those that it can have.
 *
 * @param criteria the criteria, that of the score which is reviewed first
 */
record Rubric(List<Criterion> criteria) {

  /** How far a criterion is. */
  enum State {
    /** Its score is what is reviewed. */
    ASKED,
    /** Its score waits for a review too. */
    WAITS,
    /** Nobody has given it a level. */
    OPEN,
    /** Somebody has reviewed its score. */
    JUDGED
  }

  /**
   * A criterion.
   *
   * @param id its id in the rubric
   * @param state how far it is
   * @param score its score in the record; null where there is none
   * @param level the level of the score; null where there is none
   * @param levels the levels that it can have, lowest first
   */
  record Criterion(
      String id,
      State state,
      @Nullable RubricScore score,
      @Nullable String level,
      List<String> levels) {

    /** The name of the field of the form. */
    public String field() {
      return FIELD + id;
    }

    /** In words. */
    public String name() {
      String words = id.replace('-', ' ');
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether a level can be chosen. */
    public boolean isChosen() {
      return state != State.JUDGED && !levels.isEmpty();
    }
  }

  /** How the fields of the form begin. */
  static final String FIELD = "level.";

  /** The rubric of a score. */
  static Rubric of(
      CredentialRules rules, LearnerRecord record, RubricScore asked, String requirement) {
    Map<String, List<String>> levels = new LinkedHashMap<>();
    levels.put(asked.criterion(), RubricCriteria.levels(rules, requirement));
    levels.putAll(RubricCriteria.of(rules, asked.rubric()));
    Map<String, RubricScore> scores = new LinkedHashMap<>();
    for (Fact fact : record.facts()) {
      if (fact instanceof RubricScore score && isOfTheSame(score, asked)) {
        levels.putIfAbsent(score.criterion(), levels.get(asked.criterion()));
        scores.merge(score.criterion(), score, Rubric::better);
      }
    }
    scores.put(asked.criterion(), asked);
    List<Criterion> criteria = new ArrayList<>();
    levels.forEach(
        (id, own) -> {
          RubricScore score = scores.get(id);
          criteria.add(
              new Criterion(
                  id, state(score, asked), score, score == null ? null : score.level(), own));
        });
    return new Rubric(List.copyOf(criteria));
  }

  /** The criterion with this id. */
  Optional<Criterion> find(String id) {
    return criteria.stream().filter(criterion -> criterion.id().equals(id)).findFirst();
  }

  private static State state(@Nullable RubricScore score, RubricScore asked) {
    if (score == null) {
      return State.OPEN;
    }
    if (score.equals(asked)) {
      return State.ASKED;
    }
    return isReviewed(score) ? State.JUDGED : State.WAITS;
  }

  private static boolean isOfTheSame(RubricScore score, RubricScore asked) {
    return score.rubric().equals(asked.rubric())
        && Objects.equals(score.evidence(), asked.evidence())
        && score.provenance().status() == FactStatus.COMPLETED
        && score.provenance().vetting().status() != VettingStatus.REJECTED;
  }

  /** What is reviewed says what the level is, and does not wait. */
  private static RubricScore better(RubricScore one, RubricScore other) {
    return isReviewed(one) ? one : other;
  }

  private static boolean isReviewed(RubricScore score) {
    return score.provenance().vetting().status() == VettingStatus.VETTED;
  }
}
