package io.credentialrules.benchmarks;

import io.credentialrules.LearnerRecord;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.IndustryCertification;
import io.credentialrules.vocabulary.PerformanceFeedback;
import io.credentialrules.vocabulary.RubricScore;
import io.credentialrules.vocabulary.TrainingCompletion;
import io.credentialrules.vocabulary.WorkExperience;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a learner that count, each once, as lists of maps by kind: what engines of
 * expressions take. A map has the fields that the {@link Catalogue} compares.
 */
final class FactMaps {
  private static final String TRAININGS = "trainings";
  private static final String SCORES = "scores";
  private static final String CERTIFICATIONS = "certifications";
  private static final String WORK = "work";
  private static final String FEEDBACK = "feedback";

  /** The names of the lists. */
  static final List<String> NAMES = List.of(TRAININGS, SCORES, CERTIFICATIONS, WORK, FEEDBACK);

  private FactMaps() {}

  /**
   * Lists of maps by the name of the list.
   *
   * @param number what the engine has for a decimal number
   */
  static Map<String, Object> of(LearnerRecord record, Function<BigDecimal, Number> number) {
    Map<String, Object> lists = new HashMap<>();
    List<Map<String, Object>> trainings = list(lists, TRAININGS);
    List<Map<String, Object>> scores = list(lists, SCORES);
    List<Map<String, Object>> certifications = list(lists, CERTIFICATIONS);
    List<Map<String, Object>> work = list(lists, WORK);
    List<Map<String, Object>> feedback = list(lists, FEEDBACK);
    for (Fact fact : new LinkedHashSet<>(record.facts())) {
      if (!Counting.counts(fact)) {
        continue;
      }
      if (fact instanceof TrainingCompletion of) {
        trainings.add(
            Map.of(
                "subject", text(of.subject()),
                "training", text(of.training()),
                "type", text(of.type())));
      } else if (fact instanceof RubricScore of && of.score() != null) {
        scores.add(
            Map.of(
                "rubric", of.rubric(),
                "criterion", of.criterion(),
                "score", number.apply(of.score())));
      } else if (fact instanceof IndustryCertification of) {
        certifications.add(Map.of("certification", of.certification()));
      } else if (fact instanceof WorkExperience of && of.hours() != null) {
        work.add(
            Map.of(
                "subject", text(of.subject()),
                "siteApproved", of.siteApproved(),
                "hours", number.apply(of.hours())));
      } else if (fact instanceof PerformanceFeedback of) {
        feedback.add(
            Map.of("subject", text(of.subject()), "providerRole", text(of.providerRole())));
      }
    }
    return lists;
  }

  private static List<Map<String, Object>> list(Map<String, Object> lists, String name) {
    List<Map<String, Object>> list = new ArrayList<>();
    lists.put(name, list);
    return list;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
