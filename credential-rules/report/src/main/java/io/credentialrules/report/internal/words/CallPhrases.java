package io.credentialrules.report.internal.words;

import io.credentialrules.policy.VocabularyType;
import io.credentialrules.policy.syntax.Expression;
import org.jspecify.annotations.Nullable;

/** What methods of values give, in words. */
final class CallPhrases {
  private final Messages messages;
  private final Writing writing;
  private final ValuePhrases values;

  CallPhrases(Messages messages, Writing writing, ValuePhrases values) {
    this.messages = messages;
    this.writing = writing;
    this.values = values;
  }

  /**
   * What a method gives.
   *
   * @param asDay whether the first day of a week, month or year is meant as a day, not as all of it
   */
  String of(
      Expression.Call call, @Nullable VocabularyType type, VariableMeanings scope, boolean asDay) {
    String target =
        call.target() instanceof Expression.Call inner
            ? of(inner, type, scope, isOfDay(call, asDay))
            : values.computed(call.target(), type, scope);
    if (call.method().equals("size")) {
      return messages.say("value.size", "v", target);
    }
    String key = "value." + call.method();
    if (messages.has(key) && call.arguments().isEmpty()) {
      String form = (asDay ? ".day" : "") + (CalendarMethods.isOfShifted(call) ? ".shifted" : "");
      return messages.say(key + form, "v", target);
    }
    if (messages.has(key)
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expression.Number number) {
      String from = CalendarMethods.shifted(call.target(), !isOfDay(call, asDay), scope);
      return messages.say(
          key,
          "n",
          number.value(),
          "number",
          writing.exact(number.value()),
          "v",
          from.isEmpty() ? target : messages.say("value.shifted." + from, "v", target));
    }
    return messages.say("value.worked-out", "v", target);
  }

  /** Whether the date that a method is called on is meant as a day. */
  private static boolean isOfDay(Expression.Call call, boolean asDay) {
    return asDay
        || !(call.target() instanceof Expression.Call inner)
        || !CalendarMethods.countsSpans(call, inner);
  }
}
