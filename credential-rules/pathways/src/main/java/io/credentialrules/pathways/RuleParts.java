package io.credentialrules.pathways;

import io.credentialrules.policy.syntax.Condition;
import io.credentialrules.policy.syntax.Expression;
import io.credentialrules.policy.syntax.NamedValue;
import io.credentialrules.policy.syntax.PolicyRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a rule in two parts: what CTDL can say, and the rest as it is written.
 *
 * @param asked what all must be earned or met
 * @param rest the other conditions, with values in the place of their names; empty for none
 * @param first the first of them; null for none
 * @param number how many they are
 */
record RuleParts(
    List<ComponentCondition> asked, String rest, @Nullable Condition first, int number) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\w+");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|([$\\w]+)(\\s*\\.\\s*size\\b(?:\\s*\\(\\s*\\))?)?");

  RuleParts {
    asked = List.copyOf(asked);
  }

  static RuleParts of(
      PolicyRule rule, AskedReading reading, Map<String, NamedValue> values, LocalDate date) {
    List<ComponentCondition> asked = new ArrayList<>();
    List<String> rest = new ArrayList<>();
    Condition first = null;
    List<Condition> conditions = rule.when().parts();
    for (Condition condition : conditions) {
      ComponentCondition one = isAlone(condition, conditions) ? reading.of(condition) : null;
      if (one != null) {
        asked.add(one);
      } else {
        first = first == null ? condition : first;
        rest.add(condition.text());
      }
    }
    return new RuleParts(
        asked, valued(String.join("\n    ", rest), values, date), first, rest.size());
  }

  /** Whether no other condition uses what this one binds. */
  private static boolean isAlone(Condition condition, List<Condition> all) {
    Set<String> bound = new HashSet<>();
    Matcher variables = VARIABLE.matcher(condition.text());
    while (variables.find()) {
      bound.add(variables.group());
    }
    for (Condition other : all) {
      Matcher used = VARIABLE.matcher(other.text());
      while (other != condition && used.find()) {
        if (bound.contains(used.group())) {
          return false;
        }
      }
    }
    return true;
  }

  /** With values that hold on a date in the place of their names, texts in quotes as they are. */
  private static String valued(String text, Map<String, NamedValue> values, LocalDate date) {
    Matcher tokens = TOKEN.matcher(text);
    StringBuilder valued = new StringBuilder();
    int list = -1;
    while (tokens.find()) {
      String name = tokens.group(1);
      NamedValue value = name == null ? null : values.get(name);
      NamedValue.Dated dated = value == null ? null : value.on(date);
      String word = tokens.group();
      if (dated != null && tokens.group(2) != null) {
        word = String.valueOf(size(dated.value()));
      } else if (dated != null) {
        boolean isList = list >= 0 && text.substring(list, tokens.start()).isBlank();
        word = isList ? "( " + dated.written() + " )" : dated.written();
      } else if (word.equals("memberOf") && isNamed(text, tokens.end(), values)) {
        word = "in";
      }
      list = tokens.group().equals("memberOf") || tokens.group().equals("in") ? tokens.end() : -1;
      tokens.appendReplacement(valued, Matcher.quoteReplacement(word));
    }
    return tokens.appendTail(valued).toString();
  }

  private static int size(Expression value) {
    return value instanceof Expression.Listing listing ? listing.values().size() : 1;
  }

  private static boolean isNamed(String text, int from, Map<String, NamedValue> values) {
    Matcher next = TOKEN.matcher(text);
    String name = next.find(from) ? next.group(1) : null;
    return name != null && values.containsKey(name);
  }
}
