package io.credentialrules.internal.evaluate;

import io.credentialrules.LearnerRecord;
import io.credentialrules.LimitExceededException;
import io.credentialrules.Limits;
import io.credentialrules.NotCounted;
import io.credentialrules.NotCounted.Reason;
import io.credentialrules.policy.Vocabulary;
import io.credentialrules.policy.VocabularyType;
import io.credentialrules.vocabulary.Fact;
import io.credentialrules.vocabulary.Learner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The facts of a record, each once: those that count, and those that do not, with the reason.
 *
 * @param counted in the order of the record
 * @param notCounted in the order of the record
 */
record WeighedFacts(List<Fact> counted, List<NotCounted> notCounted) {

  static WeighedFacts of(
      LearnerRecord record, Vocabulary vocabulary, Counting counting, Limits limits) {
    if (record.facts().size() > limits.maxFacts()) {
      throw new LimitExceededException(
          "maxFacts",
          limits.maxFacts(),
          "the record has " + record.facts().size() + " facts; split it, or raise the limit");
    }
    Set<Fact> distinct = new LinkedHashSet<>();
    distinct.add(record.learner());
    distinct.addAll(record.facts());
    List<Fact> counted = new ArrayList<>(distinct.size());
    List<NotCounted> notCounted = new ArrayList<>();
    for (Fact fact : distinct) {
      VocabularyType type = vocabulary.typeOf(fact);
      if (type == null) {
        throw new IllegalArgumentException(
            "a fact of type `"
                + fact.getClass().getSimpleName()
                + "` is in the record; register the type before the rules are compiled");
      }
      if (fact instanceof Learner && !fact.equals(record.learner())) {
        throw new IllegalArgumentException(
            "the record of `" + record.learner().id() + "` holds another learner among its facts");
      }
      Reason reason = counting.against(fact, type);
      if (reason == null) {
        counted.add(fact);
      } else {
        notCounted.add(new NotCounted(fact, reason));
      }
    }
    return new WeighedFacts(counted, notCounted);
  }
}
