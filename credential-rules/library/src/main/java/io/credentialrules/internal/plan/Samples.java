package io.credentialrules.internal.plan;

import org.jspecify.annotations.Nullable;

/**
 * Texts that match a regular expression, as far as its common parts go. Whether a text really
 * matches is for the caller to test.
 */
final class Samples {
  private final String expression;
  private final String filler;
  private int at;
  private final int choice;

  private Samples(String expression, int number) {
    this.expression = expression;
    this.filler = String.valueOf(number);
    this.choice = number;
  }

  /** A text for an expression; other numbers give other texts where the expression has room. */
  static @Nullable String of(String expression, int number) {
    Samples samples = new Samples(expression, number);
    try {
      String text = samples.alternatives();
      return samples.at == expression.length() ? text : null;
    } catch (StringIndexOutOfBoundsException | NumberFormatException incomplete) {
      return null;
    }
  }

  private String alternatives() {
    java.util.List<String> all = new java.util.ArrayList<>();
    all.add(sequence());
    while (at < expression.length() && expression.charAt(at) == '|') {
      at++;
      all.add(sequence());
    }
    return all.get(Math.floorMod(choice - 1, all.size()));
  }

  private String sequence() {
    StringBuilder text = new StringBuilder();
    while (at < expression.length()
        && expression.charAt(at) != '|'
        && expression.charAt(at) != ')') {
      boolean isFiller = ".\\[".indexOf(expression.charAt(at)) >= 0;
      text.append(repeated(atom(), isFiller));
    }
    return text.toString();
  }

  private String atom() {
    char c = expression.charAt(at++);
    switch (c) {
      case '(' -> {
        if (expression.startsWith("?:", at)) {
          at += 2;
        }
        String inner = alternatives();
        at++;
        return inner;
      }
      case '[' -> {
        return oneOf();
      }
      case '.' -> {
        return digit();
      }
      case '^', '$' -> {
        return "";
      }
      case '\\' -> {
        return escaped(expression.charAt(at++));
      }
      default -> {
        return String.valueOf(c);
      }
    }
  }

  private String escaped(char c) {
    return switch (c) {
      case 'd', 'w' -> digit();
      case 's' -> " ";
      case 'D', 'W', 'S' -> c == 'W' ? "-" : "x";
      default -> String.valueOf(c);
    };
  }

  private String digit() {
    return String.valueOf((char) ('0' + Math.floorMod(choice, 10)));
  }

  /** A character of a class: of a range the one that the number chooses. */
  private String oneOf() {
    boolean isNegated = expression.charAt(at) == '^';
    StringBuilder all = new StringBuilder();
    while (expression.charAt(at) != ']') {
      char c = expression.charAt(at++);
      if (c == '\\') {
        all.append(escaped(expression.charAt(at++)));
      } else if (expression.charAt(at) == '-' && expression.charAt(at + 1) != ']') {
        char last = expression.charAt(at + 1);
        for (char each = c; each <= last && all.length() < 200; each++) {
          all.append(each);
        }
        at += 2;
      } else {
        all.append(c);
      }
    }
    at++;
    if (isNegated) {
      for (char c : "x0-_ ".toCharArray()) {
        if (all.indexOf(String.valueOf(c)) < 0) {
          return String.valueOf(c);
        }
      }
    }
    return String.valueOf(all.charAt(Math.floorMod(choice - 1, all.length())));
  }

  private String repeated(String atom, boolean isFiller) {
    if (at >= expression.length()) {
      return atom;
    }
    switch (expression.charAt(at)) {
      case '*', '+' -> {
        at++;
        skipLazy();
        return isFiller && atom.chars().allMatch(Character::isDigit) ? filler : atom;
      }
      case '?' -> {
        at++;
        skipLazy();
        return "";
      }
      case '{' -> {
        int end = expression.indexOf('}', at);
        int least = Integer.parseInt(expression.substring(at + 1, end).split(",", -1)[0]);
        at = end + 1;
        skipLazy();
        return varied(atom, Math.min(least, 100), isFiller);
      }
      default -> {
        return atom;
      }
    }
  }

  /** So many characters, with the digits of the number at the end. */
  private String varied(String atom, int times, boolean isFiller) {
    if (isFiller && atom.chars().allMatch(Character::isDigit) && filler.length() <= times) {
      return "0".repeat(times - filler.length()) + filler;
    }
    return atom.repeat(times);
  }

  private void skipLazy() {
    if (at < expression.length() && expression.charAt(at) == '?') {
      at++;
    }
  }
}
