package io.credentialrules.report.internal.words;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A message with names in braces and plural forms, in the syntax of ICU's message format: {@code
 * {n, plural, one {{number} hour} other {{number} hours}}}. Of that syntax, plain arguments and
 * plurals are read; a quotation mark is a character like any other. Immutable.
 */
public final class MessageTemplate {
  private static final String PLURAL = "plural";
  private static final String OTHER = "other";

  private final List<Part> parts;

  private MessageTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Argument(String name) implements Part {}

  private record Plural(String number, Map<String, MessageTemplate> forms) implements Part {}

  /** Reads a message; an error of a bundle is an error of the program. */
  public static MessageTemplate of(String pattern) {
    Reader reader = new Reader(pattern);
    MessageTemplate template = reader.message(false);
    reader.expectEnd();
    return template;
  }

  /** The names that are filled in. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Part part : parts) {
      if (part instanceof Argument argument) {
        names.add(argument.name());
      } else if (part instanceof Plural plural) {
        names.add(plural.number());
        plural.forms().values().forEach(form -> names.addAll(form.names()));
      }
    }
    return names;
  }

  /** The message, filled in. */
  String fill(Map<String, Object> values, RegionalFormats formats) {
    StringBuilder text = new StringBuilder();
    fill(values, formats, text);
    return text.toString();
  }

  private void fill(Map<String, Object> values, RegionalFormats formats, StringBuilder text) {
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text());
      } else if (part instanceof Argument argument) {
        Object value = value(values, argument.name());
        text.append(value instanceof Number number ? formats.number(exact(number)) : value);
      } else if (part instanceof Plural plural) {
        Number number = (Number) value(values, plural.number());
        MessageTemplate other = java.util.Objects.requireNonNull(plural.forms().get(OTHER));
        plural
            .forms()
            .getOrDefault(formats.plural(exact(number)), other)
            .fill(values, formats, text);
      }
    }
  }

  private static Object value(Map<String, Object> values, String name) {
    Object value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("a message asks for `" + name + "`, which it is not given");
    }
    return value;
  }

  private static BigDecimal exact(Number number) {
    return number instanceof BigDecimal exact ? exact : BigDecimal.valueOf(number.longValue());
  }

  /** Reads a pattern from left to right. */
  private static final class Reader {
    private final String pattern;
    private int at;

    Reader(String pattern) {
      this.pattern = pattern;
    }

    MessageTemplate message(boolean isInside) {
      List<Part> parts = new ArrayList<>();
      StringBuilder literal = new StringBuilder();
      while (at < pattern.length() && !(isInside && pattern.charAt(at) == '}')) {
        char character = pattern.charAt(at++);
        if (character == '{') {
          if (literal.length() > 0) {
            parts.add(new Literal(literal.toString()));
            literal.setLength(0);
          }
          parts.add(argument());
        } else if (character == '}') {
          throw wrong();
        } else {
          literal.append(character);
        }
      }
      if (literal.length() > 0) {
        parts.add(new Literal(literal.toString()));
      }
      return new MessageTemplate(parts);
    }

    private Part argument() {
      String name = word();
      if (take('}')) {
        return new Argument(name);
      }
      expect(',');
      if (!word().equals(PLURAL)) {
        throw wrong();
      }
      expect(',');
      Map<String, MessageTemplate> forms = new LinkedHashMap<>();
      while (!take('}')) {
        String form = word();
        expect('{');
        forms.put(form, message(true));
        expect('}');
      }
      if (!forms.containsKey(OTHER)) {
        throw wrong();
      }
      return new Plural(name, forms);
    }

    private String word() {
      skipSpace();
      int start = at;
      while (at < pattern.length() && Character.isLetter(pattern.charAt(at))) {
        at++;
      }
      if (start == at) {
        throw wrong();
      }
      String word = pattern.substring(start, at);
      skipSpace();
      return word;
    }

    private boolean take(char expected) {
      skipSpace();
      boolean isThere = at < pattern.length() && pattern.charAt(at) == expected;
      at += isThere ? 1 : 0;
      return isThere;
    }

    private void expect(char expected) {
      if (at >= pattern.length() || pattern.charAt(at) != expected) {
        throw wrong();
      }
      at++;
    }

    private void skipSpace() {
      while (at < pattern.length() && pattern.charAt(at) == ' ') {
        at++;
      }
    }

    void expectEnd() {
      if (at < pattern.length()) {
        throw wrong();
      }
    }

    private IllegalStateException wrong() {
      return new IllegalStateException("the message `" + pattern + "` is wrong at " + at);
    }
  }
}
