package io.credentialrules.report.internal.words;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** How much of a total counts, in words. */
final class CapPhrases {
  private final Messages messages;
  private final Terms lexicon;
  private final ValuePhrases values;

  CapPhrases(Messages messages, Terms lexicon, ValuePhrases values) {
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
    String said = counts ? most.toPlainString() : lexicon.exactAmount(most, unit);
    return of(function, most, said, capped.key(), scope);
  }

  /** The same of a cap whose value is not known on the date. */
  String of(String function, Expression.NamedCap capped, VariableMeanings scope) {
    String said = values.computed(capped.most(), null, scope);
    return of(function, BigDecimal.TEN, said, capped.key(), scope);
  }

  private String of(
      String function,
      BigDecimal most,
      String said,
      @Nullable Expression key,
      VariableMeanings scope) {
    return messages.say(
        "cap." + function + (key == null ? "" : ".each"),
        "n",
        most,
        "most",
        said,
        "key",
        key == null ? "" : values.computed(key, null, scope));
  }
}
