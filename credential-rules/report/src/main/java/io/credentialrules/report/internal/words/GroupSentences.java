package io.credentialrules.report.internal.words;

import io.credentialrules.Shortfall;
import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Constraint;
import io.credentialrules.policy.syntax.Expression;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of each week, month or category, in words. */
final class GroupSentences {
  private final Messages messages;
  private final Writing writing;
  private final Terms lexicon;
  private final ValuePhrases values;
  private final ComparisonPhrases comparisons;
  private final TotalSentences totals;

  GroupSentences(
      Messages messages,
      Writing writing,
      Terms lexicon,
      ValuePhrases values,
      ComparisonPhrases comparisons,
      TotalSentences totals) {
    this.messages = messages;
    this.writing = writing;
    this.lexicon = lexicon;
    this.values = values;
    this.comparisons = comparisons;
    this.totals = totals;
  }

  /** What a comparison asks of all groups together. */
  String of(
      Constraint.Compare compare,
      Condition.Accumulate accumulate,
      Condition.GroupBy groups,
      TotalSentences.Things things,
      VariableMeanings scope) {
    List<String> each = new ArrayList<>();
    for (Constraint constraint : groups.each().constraints()) {
      each.add(totals.of(constraint, groups.each(), things, scope));
    }
    if (each.isEmpty()) {
      each.add(things.of(groups.each()).many());
    }
    Noun noun = noun(groups, scope);
    Condition.Aggregate function = Summed.function(compare, accumulate);
    if (function != null
        && function.function().startsWith("count")
        && compare.right() instanceof Expression.Number number) {
      ValuePhrases.Said count = new ValuePhrases.Said(lexicon.count(number.value(), noun, false));
      return messages.say(
          areSentences(groups) ? "condition.groups-that" : "condition.groups",
          "c",
          comparisons.amount(compare.operator(), count).c(),
          "each",
          writing.and(each));
    }
    ComparisonPhrases.Sides sides = sides(compare, function, scope);
    return messages.say(
        "condition.grouped",
        "left",
        sides.left(),
        "c",
        sides.c(),
        "many",
        noun.many(),
        "each",
        writing.and(each));
  }

  private ComparisonPhrases.Sides sides(
      Constraint.Compare compare, Condition.@Nullable Aggregate function, VariableMeanings scope) {
    ComparisonPhrases.Sides dates = comparisons.dates(compare, null, scope);
    if (dates != null) {
      return dates;
    }
    return new ComparisonPhrases.Sides(
        function == null
            ? values.computed(compare.left(), null, scope)
            : totals.phrases().brief(function, scope.brief()),
        comparisons
            .amount(
                compare.operator(),
                values.ofRule(compare.right(), null, null, unit(function, scope), scope))
            .of());
  }

  /** The unit of the lowest, highest, mean or summed total of groups; empty where it has none. */
  private static String unit(Condition.@Nullable Aggregate function, VariableMeanings scope) {
    if (function == null
        || !function.function().matches("min|max|average|sum")
        || !(function.argument() instanceof Expression.Variable variable)
        || !(scope.meaning(variable.name()) instanceof VariableMeanings.OfTotal each)) {
      return "";
    }
    Summed summed = Summed.of(each.total(), scope);
    boolean isCount = each.total().function().startsWith("count");
    return summed == null || isCount ? "" : summed.field().unit();
  }

  /** Whether what is asked of each has a verb: "the latest date is …", not "10 hours of …". */
  private static boolean areSentences(Condition.GroupBy groups) {
    for (Constraint constraint : groups.each().constraints()) {
      Condition.Aggregate function = Summed.function(constraint, groups.each());
      if (function == null || function.function().matches("min|max|average")) {
        return true;
      }
    }
    return false;
  }

  /** What the groups are: weeks, or the field that is their key. */
  private Noun noun(Condition.GroupBy groups, VariableMeanings scope) {
    Terms.Label span = lexicon.span(method(groups));
    if (span != null) {
      return new Noun(span.one(), "", "", "", span.many());
    }
    Condition.Aggregate counted =
        new Condition.Aggregate(
            null, "countDistinct", groups.span(), groups.key(), groups.text(), groups.span());
    Summed summed = Summed.of(counted, scope);
    if (summed == null) {
      return new Noun(
          messages.say("group.other.one"), "", "", "", messages.say("group.other.many"));
    }
    Terms.Label label = lexicon.label(summed.type(), summed.field());
    return new Noun(label.one(), "", "", "", label.many());
  }

  private static String method(Condition.GroupBy groups) {
    return groups.key() instanceof Expression.Call call ? call.method() : "";
  }

  /** The groups of a shortfall with what each of them misses. */
  String named(List<Shortfall.Group> shortfalls, Condition.GroupBy groups, ShortfallSentences of) {
    List<String> said = new ArrayList<>();
    for (Shortfall.Group group : shortfalls) {
      List<String> missed = new ArrayList<>();
      for (Shortfall.Miss miss : group.misses()) {
        if (miss.measure() != null) {
          missed.add(of.measure(miss.measure()));
        }
      }
      String name = name(group.key(), groups);
      said.add(
          missed.isEmpty()
              ? name
              : messages.say("group.misses", "name", name, "c", writing.and(missed)));
    }
    return writing.and(said);
  }

  /** Whether these are groups that are there, and should not be. */
  static boolean areCounted(List<Shortfall.Group> groups) {
    return groups.get(0).misses().isEmpty() && groups.get(0).nearest().isEmpty();
  }

  private String name(String key, Condition.GroupBy groups) {
    try {
      String date = writing.date(LocalDate.parse(key));
      String form = "group." + method(groups) + ".named";
      return messages.has(form) ? messages.say(form, "date", date) : date;
    } catch (DateTimeParseException notDate) {
      return writing.quote(key);
    }
  }
}
