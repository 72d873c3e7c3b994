package io.credentialrules.internal.read.condition;

import com.google.common.collect.ImmutableMap;
import org.jspecify.annotations.Nullable;

/** Words with which a sentence would begin, or go on, where a condition is needed. */
final class WordsOfSentences {
  private static final String LEAVE_OUT = "leave it out: all conditions of a rule must hold";
  private static final String ONE_OF = "write `( A() or B() )` where one of several is enough";
  private static final String WRITE_NOT = "write `not` and the pattern, as a condition of its own";

  /** What to write for words with which a sentence would begin. */
  private static final ImmutableMap<String, String> OF_SENTENCES =
      ImmutableMap.<String, String>builder()
          .put("either", ONE_OF)
          .put("one", ONE_OF)
          .put("any", ONE_OF)
          .put("ou", "write `or`, with both in parentheses")
          .put("et", "write `and`, or leave it out")
          .put("si", LEAVE_OUT)
          .put("no", WRITE_NOT)
          .put("sans", WRITE_NOT)
          .put("pas", WRITE_NOT)
          .put("non", WRITE_NOT)
          .put("existe", "write `exists`, or the pattern alone")
          .put("aucun", WRITE_NOT)
          .put("aucune", WRITE_NOT)
          .put(
              "but",
              "write the next condition on a line of its own, with `not` where there must be none")
          .put("except", WRITE_NOT)
          .put("also", LEAVE_OUT)
          .put("plus", LEAVE_OUT)
          .put("avec", LEAVE_OUT)
          .put("require", LEAVE_OUT)
          .put("required", LEAVE_OUT)
          .put("learner", LEAVE_OUT)
          .put("student", LEAVE_OUT)
          .put("the", LEAVE_OUT)
          .put("a", LEAVE_OUT)
          .put("an", LEAVE_OUT)
          .put("un", LEAVE_OUT)
          .put("une", LEAVE_OUT)
          .put("chaque", "write `forall( … )` for each fact")
          .put("tous", "write `forall( … )` for each fact")
          .put("some", "leave it out: a pattern requires one such fact")
          .put("soit", ONE_OF)
          .put("none", WRITE_NOT)
          .put("without", WRITE_NOT)
          .put("unless", WRITE_NOT)
          .put("all", "write `forall( … )` for each fact, or conditions one after the other")
          .put("each", "write `forall( … )` for each fact")
          .put("every", "write `forall( … )` for each fact")
          .put("has", LEAVE_OUT)
          .put("have", LEAVE_OUT)
          .put("must", LEAVE_OUT)
          .put("needs", LEAVE_OUT)
          .put("requires", LEAVE_OUT)
          .buildOrThrow();

  private WordsOfSentences() {}

  /** What to write for the word; null where nothing is known of it. */
  static @Nullable String instead(String word) {
    return OF_SENTENCES.get(word);
  }
}
