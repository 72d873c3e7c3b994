package io.credentialrules.report.internal.words;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;

/** How much of a total counts, in words. */
final class CapPhrases {
  private final Messages messages;
  private final Lexicon lexicon;
  private final ValuePhrases values;

  CapPhrases(Messages messages, Lexicon lexicon, ValuePhrases values) {
    this.messages = messages;
    this.lexicon = lexicon;
    this.values = values;
  }

  /** The function without its cap. */
  static String plain(Condition.Aggregate function) {
    String name = function.function();
    if (name.startsWith("count")) {
      return "countDistinct";
    }
    return name.startsWith("average") ? "average" : "sum";
  }

  /** Such as: no more than 6 credits count. */
  String of(String function, Expression.Capped capped, String unit, VariableMeanings scope) {
    BigDecimal most = capped.most().value();
    boolean counts = function.startsWith("count") || unit.isEmpty();
    return messages.say(
        "cap." + function + (capped.key() == null ? "" : ".each"),
        "n",
        most,
        "most",
        counts ? most.toPlainString() : lexicon.exactAmount(most, unit),
        "key",
        capped.key() == null ? "" : values.computed(capped.key(), null, scope));
  }
}
