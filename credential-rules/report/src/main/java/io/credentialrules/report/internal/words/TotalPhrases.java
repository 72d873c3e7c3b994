package io.credentialrules.report.internal.words;

import io.credentialrules.policy.FieldKind;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;

/** A total as a value, with what it is a total of: the total number of hours of internship. */
final class TotalPhrases {
  private final Messages messages;
  private final Terms lexicon;
  private final ValuePhrases values;

  TotalPhrases(Messages messages, Terms lexicon, ValuePhrases values) {
    this.messages = messages;
    this.lexicon = lexicon;
    this.values = values;
  }

  /** A total over things. */
  String of(Condition.Aggregate total, Noun things, VariableMeanings scope) {
    Expression argument = total.argument();
    if (argument instanceof Expression.Capped capped) {
      Summed summed = Summed.of(total, scope);
      String unit = summed == null ? "" : summed.field().unit();
      return capped(
          plain(CapPhrases.plain(total), total, things, scope),
          values.caps().of(total.function(), capped, unit, scope));
    }
    if (argument instanceof Expression.NamedCap capped) {
      return capped(
          plain(CapPhrases.plain(total), total, things, scope),
          values.caps().of(total.function(), capped, scope));
    }
    if (argument instanceof Expression.OncePer once) {
      String name = total.function().startsWith("average") ? "average" : "sum";
      String which = total.function().substring(total.function().indexOf("Of") + 2);
      return messages.say(
          "value.once." + which,
          "v",
          plain(name, total, things, scope),
          "key",
          values.computed(once.key(), null, scope),
          "by",
          values.computed(once.by(), null, scope));
    }
    return plain(total.function(), total, things, scope);
  }

  private String capped(String total, String cap) {
    return messages.say("value.capped", "v", total, "cap", cap);
  }

  private String plain(
      String name, Condition.Aggregate total, Noun things, VariableMeanings scope) {
    Expression argument = Summed.argument(total);
    Summed summed = Summed.of(total, scope);
    Terms.Label label = summed == null ? null : lexicon.label(summed.type(), summed.field());
    boolean isDate = summed != null && summed.field().kind() == FieldKind.DATE;
    String key = "value.total." + name + (isDate ? ".date" : "");
    if (label == null && argument != null && messages.has("value." + name + ".of")) {
      return messages.say(
          "value.over", "v", ofCalculated(name, argument, scope), "many", things.many());
    }
    if (!messages.has(key) || (label == null && argument != null)) {
      return messages.say("value.total", "many", things.many());
    }
    return messages.say(
        key,
        "one",
        label == null ? "" : label.one(),
        "fields",
        label == null ? "" : label.many(),
        "of",
        things.of(),
        "many",
        things.many());
  }

  private String ofCalculated(String name, Expression argument, VariableMeanings scope) {
    boolean isDate = name.matches("min|max") && CalendarMethods.isDate(argument, null, scope);
    String said =
        isDate ? values.day(argument, null, scope) : values.computed(argument, null, scope);
    return messages.say("value." + name + ".of" + (isDate ? ".date" : ""), "v", part(said));
  }

  /** What a total is of, told from what follows, where the language does not do so anyway. */
  private String part(String said) {
    return messages.say("value.part", "v", said);
  }

  /** A total in the middle of what another total is of: without what it is a total of. */
  String brief(Condition.Aggregate total, VariableMeanings scope) {
    String key = "value." + total.function();
    if (total.argument() instanceof Expression.OncePer once) {
      return messages.say(
          "value.once",
          "v",
          values.computed(once.value(), null, scope),
          "key",
          values.computed(once.key(), null, scope));
    }
    if (total.argument() instanceof Expression.Capped capped) {
      Summed summed = Summed.of(total, scope);
      return messages.say(
          "value.capped",
          "v",
          brief(CapPhrases.plain(total), values.computed(capped.value(), null, scope)),
          "cap",
          values
              .caps()
              .of(total.function(), capped, summed == null ? "" : summed.field().unit(), scope));
    }
    if (total.argument() instanceof Expression.NamedCap capped) {
      return messages.say(
          "value.capped",
          "v",
          brief(CapPhrases.plain(total), values.computed(capped.value(), null, scope)),
          "cap",
          values.caps().of(total.function(), capped, scope));
    }
    if (total.argument() == null) {
      return messages.has(key) ? messages.say(key) : messages.say("value.sum");
    }
    String summed = values.computed(total.argument(), null, scope);
    boolean calculated = total.argument() instanceof Expression.Calculation;
    return brief(total.function(), calculated ? part(summed) : summed);
  }

  /** What a function makes of values; where the language has no words for that, without them. */
  private String brief(String function, String said) {
    String key = "value." + function;
    if (messages.has(key + ".of")) {
      return messages.say(key + ".of", "v", said);
    }
    return messages.has(key) ? messages.say(key) : messages.say("value.sum");
  }
}
