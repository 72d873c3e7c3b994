package io.credentialrules.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes names in the place of numbers, days, levels and lists of a pack, and declares them with
 * what stood there and with other values, from days around those on which learners are weighed.
 */
final class ValueWriter {
  private static final Pattern LITERAL =
      Pattern.compile(
          "(?<=(?:>=|<=|==|!=| >| <) )(?:[0-9]+(?:\\.[0-9]+)?|\"20[0-9-]{8}\"|\"(?:LOW|MID|HIGH)\")(?= *[,)&|;])");
  private static final Pattern CAP =
      Pattern.compile("(?<=(?:UpTo|Greatest)\\( .{1,30}, )[0-9]+(?:\\.[0-9]+)?(?=[ ,])");
  private static final Pattern LIST =
      Pattern.compile("(?<= in )\\( (\"[ab]\"|\"[A-Z_]+\"), (\"[ab]\"|\"[A-Z_]+\") \\)");

  private final Choices choices;
  private final String prefix;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final StringBuilder declarations = new StringBuilder();

  /** Of a pack, whose values begin with a text of their own. */
  ValueWriter(Choices choices, String prefix) {
    this.choices = choices;
    this.prefix = prefix;
  }

  /** Conditions of a rule, some of their values named. */
  String named(String conditions) {
    String literals = replaced(LITERAL, conditions, 40);
    return replaced(LIST, capped(literals), 50);
  }

  /** How much counts is a whole number for some functions, whatever day it is. */
  private String capped(String text) {
    return CAP.matcher(text)
        .replaceAll(found -> choices.chance(60) ? cap(found.group()) : found.group());
  }

  private String cap(String most) {
    String name = prefix + "C" + declarations.length();
    declarations.append("declare ").append(name).append(" @value( ").append(most).append(" )");
    if (choices.chance(50)) {
      declarations
          .append(" @from( ")
          .append(World.quoted(choices.of(World.TODAY, World.TODAY.plusDays(1)).toString()))
          .append(choices.of(", 1 )", ", 2 )", ", 50 )"));
    }
    declarations.append(" end\n");
    return name;
  }

  /** The name of a scale that changes from one of several orders to another. */
  String scale(List<List<String>> orders) {
    String name = prefix + "S" + declarations.length();
    declarations.append("declare ").append(name).append(" @value( ").append(listed(orders));
    if (choices.chance(70)) {
      LocalDate day = choices.of(World.TODAY, World.TODAY.plusDays(1), World.TODAY.minusMonths(6));
      declarations.append(" ) @from( ").append(World.quoted(day.toString())).append(", ");
      declarations.append(listed(orders));
    }
    declarations.append(" ) end\n");
    return name;
  }

  private String listed(List<List<String>> orders) {
    return choices.of(orders).stream().map(World::quoted).collect(Collectors.joining(", "));
  }

  /** The declarations of what is named so far. */
  String declarations() {
    return declarations.toString();
  }

  private String replaced(Pattern pattern, String text, int chance) {
    return pattern
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(choices.chance(chance) ? name(found) : found.group()));
  }

  private String name(MatchResult found) {
    String literal = found.group();
    boolean isList = literal.startsWith("(");
    String known = names.get(literal);
    String name = known == null || choices.chance(30) ? declared(literal, found) : known;
    return isList ? "( " + name + " )" : name;
  }

  private String declared(String literal, MatchResult found) {
    String name = prefix + names.size() + "N" + declarations.length();
    names.put(literal, name);
    List<String> others = new ArrayList<>();
    if (literal.startsWith("(")) {
      others.addAll(
          List.of(found.group(1), found.group(2), found.group(1) + ", " + found.group(2)));
    } else if (literal.startsWith("\"20")) {
      World.DATES.forEach(date -> others.add(World.quoted(date.toString())));
    } else if (literal.startsWith("\"")) {
      World.LEVELS.forEach(level -> others.add(World.quoted(level)));
    } else {
      others.addAll(List.of("1", "2", "10", "80", "0.2", "3"));
    }
    String own = literal.startsWith("(") ? found.group(1) + ", " + found.group(2) : literal;
    declarations.append("declare ").append(name);
    int changes = choices.of(0, 1, 1, 2, 3);
    if (changes == 0 || !choices.chance(15)) {
      declarations.append(" @value( ").append(own).append(" )");
    }
    List<LocalDate> days =
        List.of(
            World.TODAY,
            World.TODAY.plusDays(1),
            World.TODAY.minusDays(1),
            World.TODAY.plusMonths(1),
            World.TODAY.minusMonths(6));
    int first = choices.below(days.size());
    for (int i = 0; i < changes; i++) {
      declarations
          .append(" @from( ")
          .append(World.quoted(days.get((first + i) % days.size()).toString()))
          .append(", ")
          .append(choices.of(others))
          .append(" )");
    }
    declarations.append(" end\n");
    return name;
  }
}
