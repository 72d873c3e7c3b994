package io.credentialrules.report;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.credentialrules.LearnerRecord;
import io.credentialrules.Limits;
import io.credentialrules.Waiver;
import io.credentialrules.vocabulary.Learner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/**
 * Whatever policies of several hostile shapes become when their words change places, and whatever
 * records of several shapes are evaluated with them: to check, compile, evaluate, explain, plan,
 * compare, draw and write them ends in an answer or as documented. The normal build runs the inputs
 * that are kept beside this class; {@code CONTRIBUTING.md} says how to search for more.
 */
class AnswerFuzzTest {
  private static final int MOST_SHAPES = 3;
  private static final int MOST_OF_A_SHAPE = 9;
  private static final int MOST_FACTS = 40;
  private static final int MOST_CHANGES = 6;
  private static final Pattern WORDS = Pattern.compile("(?<=\\s)|(?=\\s)");
  private static final Limits LIMITS =
      Limits.DEFAULT.withMaxJoinRows(10_000).withEvaluationTime(Duration.ofMillis(200));

  @FuzzTest(maxDuration = "10m")
  void whatever_is_asked_of_shapes_that_are_mixed_ends_as_documented(FuzzedDataProvider data) {
    LearnerRecord record = record(data);
    HostileQuestions.ask("mixed shapes", policy(data), record, LIMITS);
  }

  @FuzzTest(maxDuration = "10m")
  void whatever_is_asked_of_shapes_whose_words_change_ends_as_documented(FuzzedDataProvider data) {
    LearnerRecord record = record(data);
    HostileQuestions.ask("changed shapes", changed(policy(data), data), record, LIMITS);
  }

  private static String policy(FuzzedDataProvider data) {
    List<IntFunction<String>> shapes = new ArrayList<>();
    for (HostilePolicy policy : HostilePolicy.values()) {
      shapes.add(policy::text);
    }
    for (HostileConstruct construct : HostileConstruct.values()) {
      shapes.add(construct::text);
    }
    StringBuilder text = new StringBuilder();
    for (int shape = data.consumeInt(1, MOST_SHAPES); shape > 0; shape--) {
      text.append(data.pickValue(shapes).apply(data.consumeInt(1, MOST_OF_A_SHAPE)));
    }
    return text.toString();
  }

  private static String changed(String text, FuzzedDataProvider data) {
    List<String> words = new ArrayList<>(WORDS.splitAsStream(text).toList());
    for (int change = data.consumeInt(1, MOST_CHANGES); change > 0; change--) {
      int at = data.consumeInt(0, words.size() - 1);
      String word = words.get(data.consumeInt(0, words.size() - 1));
      switch (data.consumeInt(0, 2)) {
        case 0 -> words.set(at, word);
        case 1 -> words.add(at, " " + word + " ");
        default -> words.set(at, data.consumeString(4));
      }
    }
    return String.join("", words);
  }

  private static LearnerRecord record(FuzzedDataProvider data) {
    LearnerRecord.Builder record = LearnerRecord.builder(Learner.of(data.consumeString(8) + "m"));
    for (int shape = data.consumeInt(1, MOST_SHAPES); shape > 0; shape--) {
      LearnerRecord one = data.pickValue(HostileRecord.values()).of(data.consumeInt(0, MOST_FACTS));
      record.addAll(one.facts()).waive(one.waivers().toArray(new Waiver[0]));
    }
    return record.build();
  }
}
