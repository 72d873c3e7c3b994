package io.credentialrules.report.internal.words;

import io.credentialrules.Measure;
import io.credentialrules.policy.VocabularyType;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What there is of an amount, and what is required of it. */
final class MeasurePhrases {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;

  MeasurePhrases(Messages messages, Writing writing, Terms lexicon) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
  }

  /** What there is; {@code of} is the type whose field is counted, null where none is. */
  String has(Measure measure, @Nullable VocabularyType of) {
    BigDecimal has = measure.has();
    if (has == null) {
      return "";
    }
    boolean looksSatisfied =
        writing.number(has).equals(writing.number(measure.needs())) && !measure.isSatisfied();
    return looksSatisfied
        ? lexicon.exactAmount(has, measure.unit(), of)
        : lexicon.amount(has, measure.unit(), of);
  }

  /** What is required; {@code of} is the type whose field is counted, null where none is. */
  String needs(Measure measure, @Nullable VocabularyType of) {
    return messages.say(
        "c.amount." + measure.operator(),
        "v",
        lexicon.exactAmount(measure.needs(), measure.unit(), of));
  }
}
